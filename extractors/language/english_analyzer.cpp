// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/english_analyzer.hpp"

#include "extractors/language/tokenizer.hpp"

#include <utility>

namespace entente::language {

Result<std::unique_ptr<EnglishAnalyzer>> EnglishAnalyzer::load(std::span<const std::byte> model,
                                                               std::string_view name)
{
    const auto file = ModelFile::open(model, name);
    if (!file) {
        return file.error();
    }
    auto network = Network::load(*file);
    if (!network) {
        return network.error();
    }
    const auto lemmas = file->section(Lemmatizer::kSection);
    if (!lemmas) {
        return lemmas.error();
    }
    auto lemmatizer = Lemmatizer::load(*lemmas);
    if (!lemmatizer) {
        return lemmatizer.error();
    }
    const auto sentences = file->section("sentences");
    if (!sentences) {
        return sentences.error();
    }
    auto splitter = SentenceSplitter::load(*sentences);
    if (!splitter) {
        return splitter.error();
    }
    auto names = NameLists::load();
    if (!names) {
        return names.error();
    }
    // The constructor is private: no make_unique.
    return std::unique_ptr<EnglishAnalyzer>{new EnglishAnalyzer{
        std::move(*network), *lemmatizer, *splitter, std::move(*names), file->checksum()}};
}

Result<std::unique_ptr<EnglishAnalyzer>> EnglishAnalyzer::load_builtin()
{
    return load(builtin_model(), "the built-in language model");
}

Analysis EnglishAnalyzer::analyze(std::string_view text) const
{
    Analysis analysis = split(text);
    const std::vector<Hints> hints = look_up_names(analysis);
    const EntityScores scores = tag_and_parse(analysis, hints);
    lemmatize(analysis);
    find_entities(analysis, hints, scores);
    return analysis;
}

Analysis EnglishAnalyzer::split(std::string_view text) const
{
    return tokenize(text, &splitter_);
}

std::vector<Hints> EnglishAnalyzer::look_up_names(const Analysis& analysis) const
{
    std::vector<Hints> hints;
    hints.reserve(analysis.tokens.size());
    std::vector<std::string_view> words;
    for (const Sentence& sentence : analysis.sentences) {
        words.clear();
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            words.push_back(analysis.tokens[i].form);
        }
        const std::vector<Hints> found = names_.hints(words);
        hints.insert(hints.end(), found.begin(), found.end());
    }
    return hints;
}

EntityScores EnglishAnalyzer::tag_and_parse(Analysis& analysis, std::span<const Hints> hints) const
{
    EntityScores scores;
    network_.read(analysis, hints, &scores);
    return scores;
}

void EnglishAnalyzer::find_entities(Analysis& analysis, std::span<const Hints> hints,
                                    const EntityScores& scores) const
{
    analysis.entities = entity_finder_.find(analysis, hints, scores.values, names_);
}

void EnglishAnalyzer::lemmatize(Analysis& analysis) const
{
    for (Token& token : analysis.tokens) {
        token.lemma = lemmatizer_.lemma(token.form, token.upos, token.xpos);
    }
}

} // namespace entente::language
