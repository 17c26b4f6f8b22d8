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
        {"Iran was accused by Israel.", "Israel", "accused", "obl:agent"},
        {"Egypt imposed sanctions on Sudan.", "sanctions", "imposed", "obj"},
        {"Talks between China and India failed.", "India", "China", "conj"},
        {"Russia's support for Syria grew.", "Russia", "support", "nmod:poss"},
        {"The Pakistan-Russia ties grew.", "Russia", "ties", "compound"},
        {"Turkey agreed to help Greece.", "help", "agreed", "xcomp"},
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
        {"Turkey agreed to help Greece.", "help", "Turkey"},
        {"Iran urged Iraq to stop.", "stop", "Iraq"},
        {"Iran called on Iraq to stop the attacks.", "stop", "Iraq"},
        {"Iran promised Iraq to stop the attacks.", "stop", "Iran"},
        {"Iran accused Iraq of shelling a village.", "shelling", "Iraq"},
        {"Iran's efforts to stop Iraq failed.", "stop", "efforts"},
        {"US-backed forces left.", "backed", "forces"},
        {"The rebels, supported by Chad, left.", "supported", "rebels"},
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

TEST_CASE("participles without an auxiliary are passive, coordinated ones as the first",
          "[language][tree]")
{
    struct Row {
        std::string text;
        std::string verb;
        bool passive;
    };

    const std::vector<Row> rows{
        {"Iran was accused by Israel.", "accused", true},
        {"Iran was accused and condemned.", "condemned", true},
        {"Iran has accused and condemned Israel.", "condemned", false},
        {"The rebels, supported by Chad, left.", "supported", true},
        {"US-backed forces left.", "backed", true},
        {"Iran has accused Israel.", "accused", false},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto analysis = tests::read_text(row.text).analysis;
        const language::Tree tree{analysis};
        CHECK(tree.is_passive(find(analysis, row.verb)) == row.passive);
    }
}

TEST_CASE("a relative pronoun is its antecedent, and a gap too", "[language][tree]")
{
    struct Row {
        std::string text;
        std::string verb;
        std::vector<std::string> objects;
    };

    const std::vector<Row> rows{
        {"Mali sold the weapons that Chad supplied.", "supplied", {"weapons"}},
        {"The aid Chad sent was stolen.", "sent", {"aid"}},
        {"Chad condemned and rejected the plan.", "rejected", {"plan"}},
        {"The day when Chad attacked was long.", "attacked", {}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto analysis = tests::read_text(row.text).analysis;
        const language::Tree tree{analysis};
        std::vector<std::string> objects;
        for (const std::size_t object : tree.objects(find(analysis, row.verb))) {
            objects.push_back(analysis.tokens[object].form);
        }
        CHECK(objects == row.objects);
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
