// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/tokenizer.hpp"
#include "extractors/relations/exclusions.hpp"
#include "tests/support/catch.hpp"

using namespace entente; // NOLINT(google-build-using-namespace)

TEST_CASE("idioms are marked from their first word to their last", "[relations][exclusions]")
{
    struct Row {
        std::string phrase;
        std::string text;
        std::string marked; ///< one letter a word: x where it lies in an idiom
    };

    const std::vector<Row> rows{
        {"war on drugs", "The war on drugs failed.", ".xxx.."},
        {"war on drugs", "The War on Drugs", ".xxx"},
        {"war on drugs", "The war on", "..."},
        {"war on drugs", "A war. On drugs", "....."},
        {"meet * expectation", "They met high expectations", "...."}, // no lemma before the tagger
        {"meet * expectations", "They meet high expectations", ".xxx"},
        {"meet * expectations", "They meet all these expectations", ".xxxx"},
        {"meet * expectations", "They meet all of these expectations", "......"},
        {"meet * expectations", "They meet expectations", "..."},
        {"war on drugs", "war on drugs war on drugs", "xxxxxx"},
    };
    for (const Row& row : rows) {
        INFO(row.phrase << " in: " << row.text);
        relations::Exclusions exclusions;
        REQUIRE(exclusions.add(row.phrase));
        std::string marked;
        for (const bool mark : exclusions.mark(language::tokenize(row.text))) {
            marked += mark ? 'x' : '.';
        }
        CHECK(marked == row.marked);
    }
}

TEST_CASE("an idiom begins and ends with a word", "[relations][exclusions]")
{
    relations::Exclusions exclusions;
    for (const char* phrase : {"", "*", "* war", "war *"}) {
        INFO(phrase);
        CHECK_FALSE(exclusions.add(phrase));
    }
}
