// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/entity_finder.hpp"
#include "extractors/language/name_lists.hpp"
#include "extractors/language/tokenizer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/names.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace entente;           // NOLINT(google-build-using-namespace)
using namespace entente::language; // NOLINT(google-build-using-namespace)
using entente::tests::builtin_names;

namespace {

std::vector<std::string> labels()
{
    std::vector<std::string> out{"O"};
    for (const char* type : {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "MISC"}) {
        out.push_back("B-" + std::string{type});
        out.push_back("I-" + std::string{type});
    }
    return out;
}

std::size_t column(const std::string& label)
{
    const auto all = labels();
    return static_cast<std::size_t>(std::find(all.begin(), all.end(), label) - all.begin());
}

std::vector<Hints> hints_of(const Analysis& analysis)
{
    std::vector<Hints> all;
    for (const Sentence& sentence : analysis.sentences) {
        std::vector<std::string_view> words;
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            words.emplace_back(analysis.tokens[i].form);
        }
        const auto hints = builtin_names().hints(words);
        all.insert(all.end(), hints.begin(), hints.end());
    }
    return all;
}

/// Text with what the network would have found: "[PERSON Ana Voss] spoke."
struct Marked {
    std::string text;
    std::vector<std::pair<std::string, std::string>> names; ///< type, text

    /// "PERSON Ana Voss|GPE Nairobi": what the finder makes of it.
    [[nodiscard]] std::string found() const
    {
        Analysis analysis = tokenize(text);
        for (Token& token : analysis.tokens) {
            const char first = token.form.front();
            token.upos = first >= 'A' && first <= 'Z' ? "PROPN" : "X";
        }
        const std::size_t width = labels().size();
        std::vector<float> scores(analysis.tokens.size() * width, -5.0F);
        for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
            scores[i * width] = 0.0F;
        }
        std::size_t from = 0;
        for (const auto& [type, name] : names) {
            const std::size_t begin = text.find(name, from);
            REQUIRE(begin != std::string::npos);
            from = begin + name.size();
            bool first = true;
            for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
                const Span bytes = analysis.tokens[i].bytes;
                if (bytes.begin >= begin && bytes.end <= from) {
                    scores[i * width] = -5.0F;
                    scores[i * width + column((first ? "B-" : "I-") + type)] = 0.0F;
                    first = false;
                }
            }
        }
        std::string out;
        const EntityFinder finder{labels()};
        for (const Entity& entity :
             finder.find(analysis, hints_of(analysis), scores, builtin_names())) {
            out += out.empty() ? "" : "|";
            const std::size_t begin = analysis.tokens[entity.first].bytes.begin;
            const std::size_t end = analysis.tokens[entity.last - 1].bytes.end;
            out += entity.type + " " + text.substr(begin, end - begin);
        }
        return out;
    }
};

} // namespace

TEST_CASE("rules correct what was found", "[extractors][entities]")
{
    struct Row {
        const char* name;
        Marked marked;
        const char* want;
    };

    const auto row = GENERATE(values<Row>({
        {"nothing to correct",
         {"Ana Voss flew to Tallinn.", {{"PERSON", "Ana Voss"}, {"GPE", "Tallinn"}}},
         "PERSON Ana Voss|GPE Tallinn"},
        {"a title is no part of the name",
         {"Then Gen. Ana Voss spoke.", {{"PERSON", "Gen. Ana Voss"}}},
         "PERSON Ana Voss"},
        {"a title alone is no name",
         {"Then the Prime Minister spoke.", {{"PERSON", "Prime Minister"}}},
         ""},
        {"a hyphenated given name is one",
         {"Then Ko Dae-su spoke.", {{"PERSON", "Ko Dae"}}},
         "PERSON Ko Dae-su"},
        {"an adjective made with a hyphen is none",
         {"The Voss-led party won.", {{"PERSON", "Voss"}}},
         "PERSON Voss"},
        {"a person that ends in an organisation's word",
         {"The Elmora Institute closed.", {{"PERSON", "Elmora Institute"}}},
         "ORG Elmora Institute"},
        {"a bare common noun is no organisation",
         {"He joined the Committee early.", {{"ORG", "Committee"}}},
         ""},
        {"a listed country is one", {"In Kenya it rained.", {{"ORG", "Kenya"}}}, "GPE Kenya"},
        {"a listed country is found", {"The rain in South Africa fell.", {}}, "GPE South Africa"},
        {"a listed people is found whole",
         {"A South African team won.", {{"NORP", "African"}}},
         "NORP South African"},
        {"a listed country inside a longer name stays there",
         {"The Bank of Kenya acted.", {{"ORG", "Bank of Kenya"}}},
         "ORG Bank of Kenya"},
        {"an acronym behind its name",
         {"The Elmora Rail Board (ERB) met.", {{"ORG", "Elmora Rail Board"}}},
         "ORG Elmora Rail Board|ORG ERB"},
        {"a name without a type is left out",
         {"He read the Elmora Codex twice.", {{"MISC", "Elmora Codex"}}},
         ""},
    }));
    CAPTURE(row.name, row.marked.text);
    CHECK(row.marked.found() == row.want);
}

TEST_CASE("a name found once is found everywhere", "[extractors][entities]")
{
    const Marked marked{"Elmora grew. The mayor of Elmora agreed, and elmora is a word.",
                        {{"GPE", "Elmora"}}};
    CHECK(marked.found() == "GPE Elmora|GPE Elmora");
}

TEST_CASE("a surname alone is the person of the full name", "[extractors][entities]")
{
    const Marked marked{"Ana Tallis spoke first. Later, Tallis left. Critics of Tallis cheered.",
                        {{"PERSON", "Ana Tallis"}, {"GPE", "Tallis"}}};
    CHECK(marked.found() == "PERSON Ana Tallis|PERSON Tallis|PERSON Tallis");
}

TEST_CASE("one name has one type", "[extractors][entities]")
{
    const Marked marked{"We met Brenda at home. So Brenda ate. Then Brenda left.",
                        {{"PERSON", "Brenda"}, {"ORG", "Brenda"}, {"PERSON", "Brenda"}}};
    CHECK(marked.found() == "PERSON Brenda|PERSON Brenda|PERSON Brenda");
}

TEST_CASE("a word inside a row of capitals is no name by itself", "[extractors][entities]")
{
    const Marked marked{"He saw Elmora. Later the Great Elmora Show began.", {{"GPE", "Elmora"}}};
    CHECK(marked.found() == "GPE Elmora");
}

TEST_CASE("an inner label never stands without a first one", "[extractors][entities]")
{
    Analysis analysis = tokenize("Ana Voss spoke");
    const std::size_t width = labels().size();
    std::vector<float> scores(analysis.tokens.size() * width, -9.0F);
    scores[0 * width + column("I-PERSON")] = 0.0F;
    scores[0 * width + column("B-PERSON")] = -1.0F;
    scores[1 * width + column("I-PERSON")] = 0.0F;
    scores[2 * width] = 0.0F;
    const auto found =
        EntityFinder{labels()}.find(analysis, hints_of(analysis), scores, builtin_names());
    REQUIRE(found.size() == 1);
    CHECK(found[0].first == 0);
    CHECK(found[0].last == 2);
    CHECK(found[0].type == "PERSON");
}

TEST_CASE("entities lie in sentences, in order, without overlap", "[extractors][entities]")
{
    std::mt19937 random{7}; // NOLINT(cert-msc32-c,cert-msc51-cpp): the same each time
    const std::string text =
        "Gen. Ana Voss (AV) of South Africa's Elmora Board - Kenya, Ko Dae-su. "
        "President Voss met the African Union (AU) in New York. Voss left.\n";
    std::string longer;
    for (int i = 0; i < 20; ++i) {
        longer += text;
    }
    Analysis analysis = tokenize(longer);
    for (Token& token : analysis.tokens) {
        token.upos = random() % 2 == 0 ? "PROPN" : "NOUN";
    }
    for (int round = 0; round < 20; ++round) {
        std::vector<float> scores(analysis.tokens.size() * labels().size());
        for (float& score : scores) {
            score = static_cast<float>(random() % 1000) / 100.0F;
        }
        if (round == 0) {
            std::fill(scores.begin(), scores.end(), std::numeric_limits<float>::quiet_NaN());
        }
        const auto found =
            EntityFinder{labels()}.find(analysis, hints_of(analysis), scores, builtin_names());
        std::size_t end = 0;
        for (const Entity& entity : found) {
            REQUIRE(entity.first >= end);
            REQUIRE(entity.first < entity.last);
            REQUIRE(entity.last <= analysis.tokens.size());
            REQUIRE(std::any_of(analysis.sentences.begin(), analysis.sentences.end(),
                                [&](const Sentence& sentence) {
                                    return sentence.first <= entity.first &&
                                           entity.last <= sentence.last;
                                }));
            end = entity.last;
        }
    }
}

TEST_CASE("no text has no entities", "[extractors][entities]")
{
    CHECK(EntityFinder{labels()}.find({}, {}, {}, builtin_names()).empty());
    CHECK(EntityFinder{{}}.find(tokenize("Kenya"), {}, {}, builtin_names()).empty());
}
