// SPDX-License-Identifier: Apache-2.0
// The whole language analysis on texts that nobody wrote to be read.
#include "core/text.hpp"
#include "extractors/language/english_analyzer.hpp"
#include "extractors/language/tokenizer.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <ctime>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)
using language::Analysis;
using language::kRoot;
using language::Sentence;
using language::Token;

namespace {

const language::EnglishAnalyzer& analyzer()
{
    static const std::unique_ptr<language::EnglishAnalyzer> kAnalyzer =
        language::EnglishAnalyzer::load_builtin().value();
    return *kAnalyzer;
}

std::string repeated(std::string_view piece, std::size_t times)
{
    std::string out;
    out.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        out += piece;
    }
    return out;
}

std::string random_unicode(std::size_t count)
{
    std::mt19937 random{20220224};
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        constexpr std::array<std::uint32_t, 4> kPlanes{0x80, 0x800, 0x10000, 0x110000};
        const std::uint32_t end = kPlanes[random() % kPlanes.size()];
        auto c = static_cast<std::uint32_t>(random() % end);
        if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD; // surrogates are no characters
        }
        const auto tail = [c](unsigned shift) {
            return static_cast<char>(0x80U | ((c >> shift) & 0x3FU));
        };
        if (c < 0x80) {
            out += static_cast<char>(c);
        } else if (c < 0x800) {
            out += {static_cast<char>(0xC0U | c >> 6U), tail(0)};
        } else if (c < 0x10000) {
            out += {static_cast<char>(0xE0U | c >> 12U), tail(6), tail(0)};
        } else {
            out += {static_cast<char>(0xF0U | c >> 18U), tail(12), tail(6), tail(0)};
        }
    }
    return out;
}

// What is wrong with an analysis; empty where nothing is. One check a token by the test framework
// would take longer than the analysis.

std::string fault_of_spans(const Analysis& analysis, std::string_view text, bool well_formed)
{
    const text::OffsetIndex index{text};
    Span bytes;
    Span code_points;
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
        const Token& token = analysis.tokens[i];
        if (token.bytes.empty() || token.bytes.begin < bytes.end || token.bytes.end > text.size()) {
            return fmt::format("the bytes of token {}", i);
        }
        if (token.code_points.empty() || token.code_points.begin < code_points.end ||
            (well_formed && index.code_points(token.bytes) != token.code_points)) {
            return fmt::format("the code points of token {}", i);
        }
        bytes = token.bytes;
        code_points = token.code_points;
    }
    return {};
}

std::string fault_of_layers(const Analysis& analysis)
{
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
        const Token& token = analysis.tokens[i];
        if (token.form.empty() || token.lemma.empty() || token.upos.empty() || token.xpos.empty() ||
            token.relation.empty()) {
            return fmt::format("an empty layer of token {}", i);
        }
    }
    return {};
}

/// The head chains of a sentence all end at one root.
std::string fault_of_tree(const Analysis& analysis, const Sentence& sentence)
{
    std::size_t roots = 0;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        std::size_t at = i;
        for (std::size_t steps = 0; analysis.tokens[at].head != kRoot; ++steps) {
            at = analysis.tokens[at].head;
            if (at < sentence.first || at >= sentence.last) {
                return fmt::format("the head of token {} is in another sentence", i);
            }
            if (steps > sentence.last - sentence.first) {
                return fmt::format("token {} hangs from a cycle", i);
            }
        }
        roots += at == i ? 1U : 0U;
    }
    return roots == 1 ? std::string{} : fmt::format("{} roots", roots);
}

std::string fault_of_sentences(const Analysis& analysis)
{
    std::size_t next = 0;
    for (const Sentence& sentence : analysis.sentences) {
        if (sentence.first != next || sentence.last <= next ||
            sentence.last > analysis.tokens.size()) {
            return fmt::format("the words of the sentence at token {}", next);
        }
        if (sentence.last - sentence.first > language::kLongestSentence) {
            return fmt::format("the length of the sentence at token {}", next);
        }
        const Token& head = analysis.tokens[sentence.first];
        const Token& tail = analysis.tokens[sentence.last - 1];
        if (sentence.bytes != Span{head.bytes.begin, tail.bytes.end} ||
            sentence.code_points != Span{head.code_points.begin, tail.code_points.end}) {
            return fmt::format("the span of the sentence at token {}", next);
        }
        if (std::string fault = fault_of_tree(analysis, sentence); !fault.empty()) {
            return fmt::format("the tree of the sentence at token {}: {}", next, fault);
        }
        next = sentence.last;
    }
    return next == analysis.tokens.size() ? std::string{} : "words behind the last sentence";
}

/// Entities are in order, apart from each other, and each within a sentence.
std::string fault_of_entities(const Analysis& analysis)
{
    std::size_t free = 0;
    auto sentence = analysis.sentences.begin();
    for (const language::Entity& entity : analysis.entities) {
        while (sentence != analysis.sentences.end() && sentence->last <= entity.first) {
            ++sentence;
        }
        if (entity.first < free || entity.first >= entity.last || entity.type.empty() ||
            sentence == analysis.sentences.end() || entity.last > sentence->last) {
            return fmt::format("the entity at token {}", entity.first);
        }
        free = entity.last;
    }
    return {};
}

std::string fault_of(const Analysis& analysis, std::string_view text, bool well_formed)
{
    for (std::string fault : {fault_of_spans(analysis, text, well_formed),
                              fault_of_layers(analysis), fault_of_sentences(analysis)}) {
        if (!fault.empty()) {
            return fault;
        }
    }
    return fault_of_entities(analysis);
}

/// Seconds of processor time.
double time_of(std::string_view text)
{
    const std::clock_t begin = std::clock();
    const Analysis analysis = analyzer().analyze(text);
    const std::clock_t end = std::clock();
    return static_cast<double>(end - begin) / CLOCKS_PER_SEC;
}

} // namespace

TEST_CASE("a hostile text becomes sound layers", "[language][hostile]")
{
    struct Row {
        std::string name;
        std::string text;
        std::optional<std::size_t> words; ///< where it is plain how many
        bool well_formed = true;
    };

    const std::string zwj = "\u200D";
    const std::vector<Row> rows{
        {"nothing", "", 0},
        {"only spaces", repeated(" \t\u00A0\u2003\u3000", 2000), 0},
        {"only line ends", repeated("\n\r\n\r\u2028\u2029\u0085\v\f", 500), 0},
        {"all kinds of line ends",
         "One\nTwo\rThree\r\nFour\vFive\fSix\u0085Seven\u2028Eight\u2029Nine", 9},
        {"lone marks", ". , ; : ! ? - \u2014 ' \" ( ) [ ] { } < > / \\ | @ # $ % ^ & * _ + = ~ `",
         std::nullopt},
        {"one mark", ".", 1},
        {"one byte order mark", "\uFEFF", 0},
        {"200 kB in a line without a full stop", repeated("counterrevolutionaries ", 8700), 8700},
        {"a word of 1 MB", std::string(1'000'000, 'x'), 1},
        {"a capitalised word of 1 MB", std::string(1'000'000, 'X'), 1},
        {"a number of 1 MB", std::string(1'000'000, '7'), 1},
        {"a word with 100,000 apostrophes", repeated("b\u2019", 100'000) + 'b', 1},
        {"100,000 combining marks on a letter", 'e' + repeated("\u0301", 100'000), 1},
        {"marks that combine with nothing", repeated("\u0301 ", 300), 300},
        {"10,000 nested brackets", repeated("(", 5000) + repeated(")", 5000), 10'000},
        {"brackets that cross", repeated("([)]", 300), 1200},
        {"300 times \"and\"", "He came " + repeated("and ", 299), 301},
        {"quotes never closed", repeated("\u201C\"He said, \u2018no. ", 60), std::nullopt},
        {"full stops alone", repeated(". ", 600), 600},
        {"a run of full stops", std::string(100'000, '.'), 1},
        {"commas", repeated(",", 600), 600},
        {"names without end", repeated("Ivan ", 600), 600},
        {"titles without end", repeated("President ", 600), 600},
        {"names and hyphens", repeated("Park-", 300), std::nullopt},
        {"datelines", repeated("ROME \u2014 ", 300), std::nullopt},
        {"an address without end", "http://" + repeated("a.b/(", 20'000), std::nullopt},
        {"mailboxes", repeated("a@", 500), std::nullopt},
        {"control characters", "One \x01\x02\x1B[31m two\x7F \x07three\x08.", std::nullopt},
        {"nought", std::string("Iran\0 and \0\0Iraq\0.\0", 19), std::nullopt},
        {"noughts alone", std::string(3000, '\0'), 0},
        {"right to left", "\u05D0\u05D1 \u202E.tnemeerga eht dengis narI\u202C \u200Fok\u200E.",
         std::nullopt},
        {"bidi marks alone", repeated("\u202A\u202B\u202D\u202E\u2066\u2067\u2068\u2069", 300), 0},
        {"Arabic",
         "\u0648\u0642\u0639\u062A \u0623\u0646\u0642\u0631\u0629\u061F \u0646\u0639\u0645\u06D4",
         std::nullopt},
        {"a family", "\U0001F468" + zwj + "\U0001F469" + zwj + "\U0001F467" + zwj + "\U0001F466",
         1},
        {"10,000 people joined", repeated("\U0001F468" + zwj, 10'000), std::nullopt},
        {"skin tones", repeated("\U0001F44D\U0001F3FD\U0001F3FF", 200), std::nullopt},
        {"flags and halves of flags", repeated("\U0001F1FA\U0001F1F8\U0001F1FA ", 200), 400},
        {"variation selectors alone", repeated("\uFE0F\uFE0E", 300), std::nullopt},
        {"private use", repeated("\uE000\uF8FF\U000F0000\U0010FFFD", 100), std::nullopt},
        {"unassigned", repeated("\u0378\u2065\uFFF0\U0001FFFD", 100), std::nullopt},
        {"no characters", repeated("\uFDD0\uFFFE\uFFFF\U0001FFFE\U0010FFFF", 100), std::nullopt},
        {"the whole of Unicode", random_unicode(3000), std::nullopt},
        {"ill-formed bytes", repeated("\xFF\xC3( \xED\xA0\x80 \xC0\x80 \xF0\x9F\x98 x\x80", 50),
         std::nullopt, false},
        {"a character cut short", "Iran \xE2\x80", std::nullopt, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const Analysis analysis = analyzer().analyze(row.text);
        CHECK(fault_of(analysis, row.text, row.well_formed) == "");
        CHECK(analysis.tokens.empty() == analysis.sentences.empty());
        if (row.words) {
            CHECK(analysis.tokens.size() == *row.words);
        }
    }
}

TEST_CASE("the analysis of a text twice as long takes twice as long", "[language][hostile]")
{
    struct Row {
        std::string name;
        std::string piece;
        std::size_t times;
    };

    // Some 10 ms each.
    const std::vector<Row> rows{
        {"words", "envoy ", 600},
        {"brackets", "(", 600},
        {"sentences", "He left. ", 300},
        {"names", "Ana Voss of Oman (AVO), ", 100},
        {"paragraphs", "ROME \u2014 He left.\n", 200},
        {"one long word", "x", 500'000},
        {"one word with apostrophes", "b\u2019", 100'000},
        {"one letter with marks", "\u0301", 250'000},
        {"one address", "http://((", 50'000},
        {"full stops", ".", 500'000},
        {"spaces", "No. \n ", 300},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const std::string text = repeated(row.piece, row.times);
        const std::string twice = text + text;
        // Other programs take time too: the best of several runs counts, and what takes less than
        // a millisecond cannot be told from nothing. A quadratic stage takes four times as long.
        constexpr double kMost = 3.5;
        constexpr int kAttempts = 8;
        constexpr double kShortest = 1e-3;
        double one = time_of(text);
        double two = time_of(twice);
        for (int i = 1; i < kAttempts && two > kMost * std::max(one, kShortest); ++i) {
            one = std::min(one, time_of(text));
            two = std::min(two, time_of(twice));
        }
        CAPTURE(one, two);
        CHECK(two <= kMost * std::max(one, kShortest));
    }
}
