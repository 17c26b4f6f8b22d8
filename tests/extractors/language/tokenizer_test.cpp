// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "extractors/language/tokenizer.hpp"
#include "tests/support/catch.hpp"

#include <random>
#include <string>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)
using entente::language::Analysis;

namespace {

using Words = std::vector<std::string>;

std::vector<std::string> sentences_of(const std::string& text)
{
    std::vector<std::string> sentences;
    for (const auto& sentence : language::tokenize(text).sentences) {
        sentences.push_back(text.substr(sentence.bytes.begin, sentence.bytes.size()));
    }
    return sentences;
}

/// Spans of tokens and sentences agree with the text and with each other.
void check_spans(const std::string& text)
{
    const Analysis analysis = language::tokenize(text);
    const text::OffsetIndex index{text};
    std::size_t end = 0;
    for (const auto& token : analysis.tokens) {
        REQUIRE(token.bytes.begin >= end);
        REQUIRE(token.bytes.begin < token.bytes.end);
        REQUIRE(token.bytes.end <= text.size());
        REQUIRE(index.code_points(token.bytes) == token.code_points);
        end = token.bytes.end;
    }
    std::size_t next = 0;
    for (const auto& sentence : analysis.sentences) {
        REQUIRE(sentence.first == next);
        REQUIRE(sentence.first < sentence.last);
        REQUIRE(index.code_points(sentence.bytes) == sentence.code_points);
        next = sentence.last;
    }
    REQUIRE(next == analysis.tokens.size());
}

} // namespace

TEST_CASE("words follow UD's conventions", "[language][tokenizer]")
{
    struct Row {
        std::string text;
        Words words;
    };

    const std::vector<Row> rows{
        {"Pakistan's ties", {"Pakistan", "'s", "ties"}},
        {"Pakistan’s ties", {"Pakistan", "'s", "ties"}},
        {"It doesn't matter", {"It", "does", "n't", "matter"}},
        {"It doesn’t matter", {"It", "does", "n't", "matter"}},
        {"the U.S. and U.K. envoys", {"the", "U.S.", "and", "U.K.", "envoys"}},
        {"Pakistan-Russia ties", {"Pakistan", "-", "Russia", "ties"}},
        {"Pakistan–Russia ties", {"Pakistan", "-", "Russia", "ties"}},
        {"Gen. Ali met Dr. Khan", {"Gen.", "Ali", "met", "Dr.", "Khan"}},
        {"1,250.5 barrels at 10:30", {"1,250.5", "barrels", "at", "10:30"}},
        {"said \"yes\"", {"said", "\"", "yes", "\""}},
        {"said “yes”", {"said", "\"", "yes", "\""}},
        {"Sana'a and N'Djamena", {"Sana'a", "and", "N'Djamena"}},
        {"two states' envoys", {"two", "states", "'", "envoys"}},
        {"wait ... no", {"wait", "...", "no"}},
        {"", {}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(language::split_words(row.text) == row.words);
    }
}

TEST_CASE("sentences end where a reader would end them", "[language][tokenizer]")
{
    struct Row {
        std::string text;
        Words sentences;
    };

    const std::vector<Row> rows{
        {"Iran met Iraq. Oman left.", {"Iran met Iraq.", "Oman left."}},
        {"Major J. B. Khan left.", {"Major J. B. Khan left."}},
        {"He flew to the U.S. The talks failed.", {"He flew to the U.S.", "The talks failed."}},
        {"The U.S. Congress voted.", {"The U.S. Congress voted."}},
        {"Mr. Khan spoke. He left.", {"Mr. Khan spoke.", "He left."}},
        {"\"We agree.\" He left.", {"\"We agree.\"", "He left."}},
        {"A headline without a stop\n\nThe text.", {"A headline without a stop", "The text."}},
        {"Is it war? No! Yes.", {"Is it war?", "No!", "Yes."}},
        {"Prices rose 3.5 percent. Then fell.", {"Prices rose 3.5 percent.", "Then fell."}},
        {"A long line of an article that a page's width has broken\nin the middle of a sentence.",
         {"A long line of an article that a page's width has broken\nin the middle of a "
          "sentence."}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(sentences_of(row.text) == row.sentences);
    }
}

TEST_CASE("a dateline is a sentence of its own", "[language][tokenizer]")
{
    struct Row {
        std::string text;
        std::vector<std::string> sentences;
    };

    const std::vector<Row> rows{
        {"NAIROBI — Kenya agreed.", {"NAIROBI —", "Kenya agreed."}},
        {"NAIROBI, May 3 (KNA) – Kenya agreed.", {"NAIROBI, May 3 (KNA) –", "Kenya agreed."}},
        {"NEW DELHI -- India agreed.", {"NEW DELHI --", "India agreed."}},
        {"First.\n\nROME — “We agree,” Italy said.",
         {"First.", "ROME —", "“We agree,” Italy said."}},
        {"NATO — the alliance — agreed.", {"NATO — the alliance — agreed."}},
        {"Nairobi — Kenya agreed.", {"Nairobi — Kenya agreed."}},
        {"It said UNHCR — Geneva agreed.", {"It said UNHCR — Geneva agreed."}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(sentences_of(row.text) == row.sentences);
    }
}

TEST_CASE("spans are exact in any text", "[language][tokenizer][property]")
{
    const std::vector<std::string> texts{"Москва и Анкара подписали. Ещё раз.",
                                         "أنقرة وموسكو",
                                         "🇵🇰–🇷🇺 ties 🤝. Next!",
                                         "e\xCC\x81lan vital",
                                         "a\tb\r\nc",
                                         "“‘’”—–… ",
                                         "''''''",
                                         "....",
                                         "x",
                                         "\n\n\n"};
    for (const std::string& text : texts) {
        INFO(text);
        check_spans(text);
    }
    // Arbitrary mixtures of what news text is made of.
    const std::vector<std::string> pieces{"Russia", "'s", "’",    " ",    ".",  "U.S.",
                                          "\n",     "é",  "🙂", "-",    "—",  "“",
                                          ",",      "3",  "n't",  "a.m.", "\t", "I"};
    std::mt19937 random{20220223};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        const std::size_t length = random() % 40;
        for (std::size_t i = 0; i < length; ++i) {
            text += pieces[random() % pieces.size()];
        }
        INFO(text);
        check_spans(text);
    }
}

TEST_CASE("a text without a full stop is cut into bounded sentences", "[language][tokenizer]")
{
    std::string text;
    for (int i = 0; i < 5000; ++i) {
        text += "word ";
    }
    for (const auto& sentence : language::tokenize(text).sentences) {
        CHECK(sentence.last - sentence.first <= 300);
    }
}
