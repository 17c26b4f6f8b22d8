// SPDX-License-Identifier: Apache-2.0
#include "extractors/entente_extractor.hpp"

#include "core/version.hpp"
#include "extractors/actors/actor_finder.hpp"
#include "extractors/dates/date_finder.hpp"
#include "extractors/embedded.hpp"
#include "extractors/language/english_analyzer.hpp"
#include "extractors/relations/relation_builder.hpp"

#include <fmt/format.h>

namespace entente::extractors {

namespace {

class EntenteExtractor final : public Extractor {
public:
    EntenteExtractor(actors::Gazetteer gazetteer, relations::Lexicon lexicon,
                     dates::Vocabulary vocabulary,
                     std::unique_ptr<language::EnglishAnalyzer> analyzer, std::string version)
        : gazetteer_{std::move(gazetteer)}
        , lexicon_{std::move(lexicon)}
        , vocabulary_{std::move(vocabulary)}
        , analyzer_{std::move(analyzer)}
        , actor_finder_{gazetteer_}
        , version_{std::move(version)}
    {}

    [[nodiscard]] std::string_view version() const noexcept override { return version_; }

    [[nodiscard]] Reading read(const Article& article, Trace* trace) const override
    {
        Reading reading;
        reading.analysis = analyzer_->analyze(article.text);
        const language::Tree tree{reading.analysis};
        reading.actors = actor_finder_.find(article, reading.analysis, tree, trace);
        reading.dates = dates::find_dates(article, reading.analysis, vocabulary_, trace);
        const auto candidates =
            relations::find_candidates(reading.analysis, tree, reading.actors, lexicon_, trace);
        reading.mentions = relations::build_mentions(article, reading, tree, candidates, lexicon_,
                                                     version(), trace);
        return reading;
    }

private:
    actors::Gazetteer gazetteer_;
    relations::Lexicon lexicon_;
    dates::Vocabulary vocabulary_;
    std::unique_ptr<language::EnglishAnalyzer> analyzer_;
    actors::GazetteerFinder actor_finder_;
    std::string version_;
};

/// "entente 0.3.0+1a2b3c4d": other tables and another language model are another extractor, whose
/// mentions replace the former.
std::string version_with(const ExtractorFiles& extra, std::uint64_t model)
{
    std::vector<std::string> files = extra.actor_files;
    files.insert(files.end(), extra.lexicon_files.begin(), extra.lexicon_files.end());
    return fmt::format("{}+{}", kExtractorVersion, tables_fingerprint(files, model));
}

} // namespace

Result<std::unique_ptr<Extractor>> make_extractor(const ExtractorFiles& extra,
                                                  Diagnostics* diagnostics)
{
    auto gazetteer = actors::Gazetteer::load(extra.actor_files, diagnostics);
    if (!gazetteer) {
        return gazetteer.error();
    }
    auto lexicon = relations::Lexicon::load(Ontology::builtin(), extra.lexicon_files);
    if (!lexicon) {
        return lexicon.error();
    }
    auto vocabulary = dates::Vocabulary::load();
    if (!vocabulary) {
        return vocabulary.error();
    }
    auto analyzer = language::EnglishAnalyzer::load_builtin();
    if (!analyzer) {
        return analyzer.error();
    }
    std::string version = version_with(extra, (*analyzer)->model_checksum());
    return std::unique_ptr<Extractor>{std::make_unique<EntenteExtractor>(
        std::move(*gazetteer), std::move(*lexicon), std::move(*vocabulary), std::move(*analyzer),
        std::move(version))};
}

} // namespace entente::extractors
