// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "extractors/language/model_file.hpp"
#include "extractors/language/sentence_splitter.hpp"
#include "extractors/language/tokenizer.hpp"
#include "extractors/language/training/sentence_training.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <random>
#include <span>
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
        // Clitics and contractions.
        {"They'll say we've, I'd, I'm",
         {"They", "'ll", "say", "we", "'ve", ",", "I", "'d", ",", "I", "'m"}},
        {"CAN'T, don`t", {"CA", "N'T", ",", "do", "n't"}},
        {"``so''", {"``", "so", "''"}},
        {"shouldn't've", {"should", "n't", "'ve"}},
        {"cannot, gonna, wanna", {"can", "not", ",", "gon", "na", ",", "wan", "na"}},
        {"He dont care", {"He", "do", "nt", "care"}},
        {"O'Neill, d'Orsay, o'clock", {"O'Neill", ",", "d'Orsay", ",", "o'clock"}},
        {"get 'em 'til noon", {"get", "'em", "'til", "noon"}},
        {"the 1990s, the '90s, the 1980's",
         {"the", "1990s", ",", "the", "'90s", ",", "the", "1980's"}},
        // Hyphens: prefixes stay joined.
        {"anti-war co-founder", {"anti-war", "co-founder"}},
        {"UN-brokered CO-OPERATION", {"UN", "-", "brokered", "CO-OPERATION"}},
        {"e-mail, pre-Soviet, mid-May", {"e-mail", ",", "pre-Soviet", ",", "mid-May"}},
        {"a well-known state-run daily", {"a", "well", "-", "known", "state", "-", "run", "daily"}},
        {"a non-state-actor", {"a", "non-state", "-", "actor"}},
        {"al-Shabaab", {"al", "-", "Shabaab"}},
        {"Tehreek-e Insaf", {"Tehreek-e", "Insaf"}},
        {"a 10-year-old F-16", {"a", "10", "-", "year", "-", "old", "F", "-", "16"}},
        {"U.S.-led, U.S.–China", {"U.S.", "-", "led", ",", "U.S.", "-", "China"}},
        {"one—two -- three", {"one", "--", "two", "--", "three"}},
        // Abbreviations, acronyms, initials.
        {"Brig. Gen. Ode, Lt. Col. Bah", {"Brig.", "Gen.", "Ode", ",", "Lt.", "Col.", "Bah"}},
        {"Acme Corp. and Foo Co. Ltd.", {"Acme", "Corp.", "and", "Foo", "Co.", "Ltd."}},
        {"on Jan. 5 vs. Mon. noon", {"on", "Jan.", "5", "vs.", "Mon.", "noon"}},
        {"No. 5 said no.", {"No.", "5", "said", "no", "."}},
        {"J.K. Omar, J. K. Omar", {"J.K.", "Omar", ",", "J.", "K.", "Omar"}},
        {"a Ph.D. at 3 p.m. sharp", {"a", "Ph.D.", "at", "3", "p.m.", "sharp"}},
        {"i.e. oil, e.g. gas, etc.", {"i.e.", "oil", ",", "e.g.", "gas", ",", "etc."}},
        {"in Erie, Pa., today", {"in", "Erie", ",", "Pa.", ",", "today"}},
        {"He sat. She won.", {"He", "sat", ".", "She", "won", "."}},
        {"AT&T, R&D", {"AT&T", ",", "R&D"}},
        // Numbers, money, units, dates.
        {"$5bn, US$3.5m, €20", {"$", "5", "bn", ",", "US$", "3.5", "m", ",", "€", "20"}},
        {"1,00,000 rupees", {"1,00,000", "rupees"}},
        {"3.5% of 5kg", {"3.5", "%", "of", "5", "kg"}},
        {"7am-9pm", {"7", "am", "-", "9", "pm"}},
        {"2014-2016, 10-15, 2–1", {"2014", "-", "2016", ",", "10", "-", "15", ",", "2", "-", "1"}},
        {"2013-05-03, 03/05/2013, 1/2", {"2013-05-03", ",", "03/05/2013", ",", "1/2"}},
        {"call 555-0134 or 202-555-0134", {"call", "555-0134", "or", "202-555-0134"}},
        {"the 21st, 3D and .5", {"the", "21st", ",", "3D", "and", ".5"}},
        {"seen [3,4]", {"seen", "[", "3", ",", "4", "]"}},
        // Addresses, tags, faces.
        {"See https://example.org/a-b?c=1.", {"See", "https://example.org/a-b?c=1", "."}},
        {"(www.example.org)", {"(", "www.example.org", ")"}},
        {"<a.b-c@example.org>", {"<", "a.b-c@example.org", ">"}},
        {"example.com's", {"example.com", "'s"}},
        {"XYZ.ca reports", {"XYZ.ca", "reports"}},
        {"the end.Next", {"the", "end", ".", "Next"}},
        {"@press on #Oman", {"@press", "on", "#Oman"}},
        {"good :-) bad :(", {"good", ":-)", "bad", ":("}},
        {"and/or, s/he, km/h", {"and", "/", "or", ",", "s/he", ",", "km", "/", "h"}},
        // Marks.
        {"What?! No!!! …", {"What", "?!", "No", "!!!", "…"}},
        {"(so [it] is)", {"(", "so", "[", "it", "]", "is", ")"}},
        {"envoy(s)", {"envoy", "(", "s", ")"}},
        {"‘yes’ «no» „so“", {"'", "yes", "'", "\"", "no", "\"", "\"", "so", "\""}},
        {"th- that's it", {"th-", "that", "'s", "it"}},
        {"==== ****", {"====", "****"}},
        // Other scripts and pictures.
        {"Ñandú İzmir co\xC2\xADop", {"Ñandú", "İzmir", "co\xC2\xADop"}},
        {"قال الوزير، نعم.", {"قال", "الوزير", "،", "نعم", "."}},
        {"नमस्ते दुनिया।", {"नमस्ते", "दुनिया", "।"}},
        {"go 🇵🇰🇷🇺 👍🏽👩‍🚀!",
         {"go", "🇵🇰", "🇷🇺", "👍🏽", "👩‍🚀", "!"}},
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
        {"A long line of an article that a page's width has not broken.\nin lower case.",
         {"A long line of an article that a page's width has not broken.", "in lower case."}},
        {"Talks Fail\nBy Ada Obi\nLAGOS, May 3 (NAN) — Talks failed.",
         {"Talks Fail", "By Ada Obi", "LAGOS, May 3 (NAN) —", "Talks failed."}},
        {"- First point\n- Second point\n1. Third point",
         {"- First point", "- Second point", "1. Third point"}},
        {"He works for Acme Inc. They know.", {"He works for Acme Inc.", "They know."}},
        {"It ended at 3 p.m. The envoy left.", {"It ended at 3 p.m.", "The envoy left."}},
        {"(It failed.) He left.", {"(It failed.)", "He left."}},
        {"“Is it so?” she asked.", {"“Is it so?” she asked."}},
        {"It is in need.And it waits.", {"It is in need.", "And it waits."}},
        {"Visit example.com now. Go.", {"Visit example.com now.", "Go."}},
        {"قال نعم. ثم ذهب؟ لا.", {"قال نعم.", "ثم ذهب؟", "لا."}},
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
                                         "\n\n\n",
                                         "http://",
                                         "a@",
                                         "\xFF\xC3 bytes \xE2\x80",
                                         "[1,2,",
                                         "US$",
                                         "1-",
                                         "U.",
                                         "'",
                                         "non-",
                                         "ph.d",
                                         "👩\xE2\x80\x8D"};
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
        CHECK(sentence.last - sentence.first <= language::kLongestSentence);
    }
}

TEST_CASE("a long sentence is cut at a comma", "[language][tokenizer]")
{
    std::string text;
    for (int i = 0; i < 250; ++i) {
        text += "word ";
    }
    text += ", ";
    for (int i = 0; i < 100; ++i) {
        text += "word ";
    }
    const Analysis analysis = language::tokenize(text);
    REQUIRE(analysis.sentences.size() == 2);
    CHECK(analysis.tokens[analysis.sentences[0].last - 1].form == ",");
}

namespace {

/// Texts of three sentences, some of which end without a mark.
std::vector<language::SentenceDocument> lessons()
{
    const std::vector<std::string> first{"The envoys of Oman met", "Mr. Bah left the U.S.",
                                         "Talks began at 3 p.m.", "Prices fell"};
    const std::vector<std::string> second{"They agreed.", "He spoke of No. 5.", "The army waits!",
                                          "Is it so?"};
    std::vector<language::SentenceDocument> documents;
    for (const std::string& a : first) {
        for (const std::string& b : second) {
            for (const std::string& c : second) {
                language::SentenceDocument document;
                for (const std::string& sentence : {a, std::string{"Image: Ada Obi"}, b, c}) {
                    const std::size_t begin = document.text.size();
                    document.text += sentence;
                    document.sentences.push_back({begin, document.text.size()});
                    document.text += ' ';
                }
                documents.push_back(std::move(document));
            }
        }
    }
    return documents;
}

/// A section's bytes where a model file would have them.
class AlignedBytes {
public:
    explicit AlignedBytes(const std::string& bytes)
        : storage_(bytes.size() + language::kModelAlignment)
        , size_{bytes.size()}
    {
        const auto address = reinterpret_cast<std::uintptr_t>(storage_.data());
        offset_ = (language::kModelAlignment - address % language::kModelAlignment) %
                  language::kModelAlignment;
        std::transform(bytes.begin(), bytes.end(),
                       storage_.begin() + static_cast<std::ptrdiff_t>(offset_),
                       [](char c) { return static_cast<std::byte>(c); });
    }

    [[nodiscard]] language::SectionReader reader() const
    {
        return language::SectionReader{std::span{storage_}.subspan(offset_, size_)};
    }

private:
    std::vector<std::byte> storage_;
    std::size_t size_;
    std::size_t offset_ = 0;
};

} // namespace

TEST_CASE("sentence boundaries are learned", "[language][tokenizer]")
{
    const auto documents = lessons();
    const std::string bytes = language::train_sentences(documents);
    CHECK(bytes == language::train_sentences(documents));
    const AlignedBytes model{bytes};
    const auto splitter = language::SentenceSplitter::load(model.reader());
    REQUIRE(splitter.ok());
    for (const auto& document : documents) {
        INFO(document.text);
        const Analysis analysis = language::tokenize(document.text, &*splitter);
        std::vector<Span> spans;
        for (const auto& sentence : analysis.sentences) {
            spans.push_back(sentence.code_points);
        }
        CHECK(spans == document.sentences);
    }
    // Paragraphs and datelines need no learning.
    const Analysis analysis = language::tokenize("One\n\nROME — Two", &*splitter);
    CHECK(analysis.sentences.size() == 3);
}

TEST_CASE("damaged sentence boundaries are refused", "[language][tokenizer]")
{
    const std::string bytes = language::train_sentences({});
    for (const std::size_t size : {std::size_t{0}, std::size_t{7}, bytes.size() - 1}) {
        const AlignedBytes model{bytes.substr(0, size)};
        const auto splitter = language::SentenceSplitter::load(model.reader());
        REQUIRE_FALSE(splitter.ok());
        CHECK(splitter.error().code() == ErrorCode::bad_dataset);
    }
}

TEST_CASE("hostile texts take linear time", "[language][tokenizer]")
{
    const std::string bytes = language::train_sentences(lessons());
    const AlignedBytes model{bytes};
    const auto splitter = language::SentenceSplitter::load(model.reader());
    REQUIRE(splitter.ok());
    const std::vector<std::string> pieces{"a",  "(", ")",  "a.",    "A. ",      "1-",      "1,",
                                          "a@", "'", "a'", "a-b.c", "http://(", "www.a\"", "e-",
                                          ".",  "…", "\"", "[1,",   "😀",        "AAA — "};
    for (const std::string& piece : pieces) {
        INFO(piece);
        // A quadratic scan of this many would take minutes.
        const std::size_t size = piece == "a" ? 2'000'000 : 200'000;
        std::string text;
        while (text.size() < size) {
            text += piece;
        }
        const auto begin = std::chrono::steady_clock::now();
        const Analysis analysis = language::tokenize(text, &*splitter);
        const auto elapsed = std::chrono::steady_clock::now() - begin;
        CHECK(elapsed < std::chrono::seconds{5});
        REQUIRE_FALSE(analysis.sentences.empty());
        CHECK(analysis.sentences.back().last == analysis.tokens.size());
    }
}
