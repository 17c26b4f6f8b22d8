// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gold.hpp"

#include "core/diagnostics.hpp"
#include "extractors/articles/source.hpp"
#include "tests/support/catch.hpp"

#include <rapidjson/document.h>
#include <rapidjson/istreamwrapper.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace entente::tests {

namespace {

Article read_article(const std::filesystem::path& file)
{
    class NoDiagnostics final : public Diagnostics {
        void report(Diagnostic diagnostic) override { FAIL(diagnostic.error.message()); }
    };

    NoDiagnostics diagnostics;
    std::istringstream no_input;
    articles::ArticleSource source{{file.string()}, {}, no_input, diagnostics};
    auto article = source.next();
    INFO(file.string());
    REQUIRE(article);
    return std::move(*article);
}

std::vector<GoldRelation> read_relations(const rapidjson::Document& file, const Article& article)
{
    std::vector<GoldRelation> relations;
    for (const rapidjson::Value& row : file["relations"].GetArray()) {
        GoldRelation relation{row["sentence"].GetString(), row["source"].GetString(),
                              row["target"].GetString(), row["category"].GetString(),
                              row["sure"].GetBool()};
        INFO(article.id << ": " << relation.sentence);
        REQUIRE(article.text.find(relation.sentence) != std::string::npos);
        relations.push_back(std::move(relation));
    }
    return relations;
}

std::string principal(std::string_view code)
{
    return std::string{code.substr(0, code.find(':'))};
}

bool agree(const Mention& mention, const GoldRelation& gold, Level level)
{
    // One of the two segmentations may have cut finer than the other.
    const bool same_sentence = mention.sentence.text.find(gold.sentence) != std::string::npos ||
                               gold.sentence.find(mention.sentence.text) != std::string::npos;
    const std::set<std::string> found{std::string{mention.source.code.principal()},
                                      std::string{mention.target.code.principal()}};
    const std::set<std::string> wanted{principal(gold.source), principal(gold.target)};
    return same_sentence && found == wanted &&
           (level == Level::pair || mention.category == gold.category);
}

} // namespace

std::vector<GoldArticle> load_gold()
{
    const auto root = std::filesystem::path{ENTENTE_SOURCE_DIR};
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{root / "tests" / "gold"}) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<GoldArticle> all;
    for (const auto& path : files) {
        std::ifstream in{path};
        rapidjson::IStreamWrapper stream{in};
        rapidjson::Document file;
        file.ParseStream(stream);
        INFO(path.string());
        REQUIRE_FALSE(file.HasParseError());
        const std::string id = file["doc"].GetString();
        Article article = read_article(root / "datasets" / "articles" / (id + ".txt"));
        REQUIRE(article.id == id);
        auto relations = read_relations(file, article);
        all.push_back({std::move(article), std::move(relations)});
    }
    return all;
}

double Agreement::precision() const noexcept
{
    return found + wrong == 0 ? 1.0
                              : static_cast<double>(found) / static_cast<double>(found + wrong);
}

double Agreement::recall() const noexcept
{
    return found + missed == 0 ? 1.0
                               : static_cast<double>(found) / static_cast<double>(found + missed);
}

Agreement compare(const GoldArticle& gold, const std::vector<Mention>& mentions, Level level)
{
    Agreement agreement;
    std::vector<bool> taken(mentions.size(), false);
    // Sure relations choose first, so that one that is not sure takes nothing from them.
    for (const bool sure : {true, false}) {
        for (const GoldRelation& relation : gold.relations) {
            if (relation.sure != sure) {
                continue;
            }
            std::size_t at = 0;
            while (at < mentions.size() && (taken[at] || !agree(mentions[at], relation, level))) {
                ++at;
            }
            const bool found = at < mentions.size();
            if (found) {
                taken[at] = true;
            }
            agreement.found += sure && found ? 1 : 0;
            agreement.missed += sure && !found ? 1 : 0;
        }
    }
    agreement.wrong = static_cast<std::size_t>(std::count(taken.begin(), taken.end(), false));
    return agreement;
}

} // namespace entente::tests
