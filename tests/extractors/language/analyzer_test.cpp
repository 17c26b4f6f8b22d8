// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/tree.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"

#include <random>

using namespace entente; // NOLINT(google-build-using-namespace)
using language::kRoot;

namespace {

/// Every sentence has one root, and every token reaches it.
void check_trees(const language::Analysis& analysis)
{
    for (const auto& sentence : analysis.sentences) {
        std::size_t roots = 0;
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            const auto& token = analysis.tokens[i];
            INFO("token " << token.form);
            REQUIRE_FALSE(token.upos.empty());
            REQUIRE_FALSE(token.relation.empty());
            roots += token.head == kRoot ? 1U : 0U;
            std::size_t at = i;
            std::size_t steps = 0;
            while (analysis.tokens[at].head != kRoot) {
                at = analysis.tokens[at].head;
                REQUIRE(at >= sentence.first);
                REQUIRE(at < sentence.last);
                REQUIRE(++steps <= sentence.last - sentence.first);
            }
        }
        REQUIRE(roots == 1);
    }
}

std::size_t find(const language::Analysis& analysis, std::string_view form)
{
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
        if (analysis.tokens[i].form == form) {
            return i;
        }
    }
    FAIL("no token \"" << form << '"');
    return 0;
}

} // namespace

TEST_CASE("heads and labels are those of the clause", "[language][parser]")
{
    struct Row {
        std::string text;
        std::string word;
        std::string head;
        std::string relation;
    };

    const std::vector<Row> rows{
        {"Russia attacked Ukraine.", "Russia", "attacked", "nsubj"},
        {"Russia attacked Ukraine.", "Ukraine", "attacked", "obj"},
        {"Iran was accused by Israel.", "Iran", "accused", "nsubj:pass"},
        {"Iran was accused by Israel.", "Israel", "accused", "obl"},
        {"Egypt imposed sanctions on Sudan.", "Sudan", "sanctions", "nmod"},
        {"Talks between China and India failed.", "India", "China", "conj"},
        {"Russia's support for Syria grew.", "Russia", "support", "nmod:poss"},
        {"The Pakistan-Russia ties grew.", "Pakistan", "ties", "compound"},
        {"Turkey agreed to supply gas.", "supply", "agreed", "xcomp"},
        {"Officials said Iran attacked Iraq.", "attacked", "said", "ccomp"},
        {"Japan, which hosted Chile, left.", "hosted", "Japan", "acl:relcl"},
        {"France will not join the talks.", "not", "join", "advmod"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto analysis = tests::read_text(row.text).analysis;
        const auto& token = analysis.tokens[find(analysis, row.word)];
        REQUIRE(token.head != kRoot);
        CHECK(analysis.tokens[token.head].form == row.head);
        CHECK(token.relation == row.relation);
    }
}

TEST_CASE("subjects are inherited as English does", "[language][tree]")
{
    struct Row {
        std::string text;
        std::string verb;
        std::string subject;
    };

    const std::vector<Row> rows{
        {"Russia attacked Ukraine and bombed Kyiv.", "bombed", "Russia"},
        {"Turkey agreed to supply gas.", "supply", "Turkey"},
        {"Iran urged Iraq to stop.", "stop", "Iraq"},
        {"Japan, which hosted Chile, left.", "hosted", "Japan"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto analysis = tests::read_text(row.text).analysis;
        const language::Tree tree{analysis};
        const std::size_t subject = tree.subject(find(analysis, row.verb));
        REQUIRE(subject != kRoot);
        CHECK(analysis.tokens[subject].form == row.subject);
    }
}

TEST_CASE("every sentence is one tree, whatever the words", "[language][parser][property]")
{
    const std::vector<std::string> words{
        "Russia",  "attacked", "of",    "the",  "and", "to", "which", "that",  "said",  ",",
        "'s",      "was",      "visit", "with", "not", "by", "-",     "talks", "will",  "his",
        "because", "Iran",     "\"",    "new",  "(",   ")",  "2014",  "led",   "being", "or"};
    std::mt19937 random{7};
    for (int round = 0; round < 500; ++round) {
        std::string text;
        const std::size_t length = 1 + random() % 25;
        for (std::size_t i = 0; i < length; ++i) {
            text += words[random() % words.size()] + ' ';
        }
        INFO(text);
        check_trees(tests::read_text(text + '.').analysis);
    }
}
