// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/tokenizer.hpp"

#include "extractors/language/code_points.hpp"
#include "extractors/language/sentence_rules.hpp"
#include "extractors/language/sentence_splitter.hpp"
#include "extractors/language/word_scanner.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

namespace entente::language {

namespace {

[[nodiscard]] std::vector<Token> make_tokens(const CodePoints& text, std::span<const Piece> pieces)
{
    std::vector<Token> tokens(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        Token& token = tokens[i];
        token.code_points = {piece.from, piece.to};
        token.bytes = {text.offset(piece.from), text.offset(piece.to)};
        const std::string_view word = text.slice(piece.from, piece.to);
        const bool plain = word.size() == piece.to - piece.from &&
                           (word.size() == 1 || word.find('`') == std::string_view::npos);
        token.form = plain ? std::string{word} : plain_form(word);
    }
    return tokens;
}

/// Ends of the sentences, as numbers of tokens. A paragraph ends one, and so does a dateline.
[[nodiscard]] std::vector<std::size_t> sentence_ends(std::span<const Token> tokens,
                                                     std::span<const Piece> pieces,
                                                     const SentenceRules& rules,
                                                     const SentenceSplitter* splitter)
{
    std::vector<std::size_t> ends;
    std::size_t first = 0;
    for (std::size_t i = 1; i <= pieces.size(); ++i) {
        if (i < pieces.size() && !pieces[i].opens) {
            continue;
        }
        const std::size_t body = rules.behind_dateline(first, i);
        if (body != first) {
            ends.push_back(body);
        }
        if (body != i) {
            if (splitter != nullptr) {
                splitter->split(tokens, body, i, ends);
            } else {
                rules.split(body, i, ends);
            }
        }
        first = i;
    }
    return ends;
}

[[nodiscard]] Sentence sentence_of(std::span<const Token> tokens, std::size_t first,
                                   std::size_t last)
{
    const Token& head = tokens[first];
    const Token& tail = tokens[last - 1];
    return {{head.bytes.begin, tail.bytes.end},
            {head.code_points.begin, tail.code_points.end},
            first,
            last};
}

} // namespace

std::string plain_form(std::string_view word)
{
    std::int32_t at = 0;
    UChar32 first = 0;
    const auto* data = reinterpret_cast<const std::uint8_t*>(word.data());
    U8_NEXT(data, at, static_cast<std::int32_t>(std::min<std::size_t>(word.size(), 4)), first);
    const std::uint16_t classes = unicode_class(first < 0 ? 0xFFFD : first);
    if ((classes & kInWord) == 0 && first >= 0x80) {
        if ((classes & kDash) != 0) {
            return first == 0x2014 || first == 0x2015 ? "--" : "-";
        }
        if (first == 0x201C || first == 0x201D || first == 0x201E || first == 0xAB ||
            first == 0xBB) {
            return "\"";
        }
    }
    std::string out;
    std::size_t done = 0;
    if (first == 0x02BC) { // an apostrophe by its shape, two bytes long
        out = "'";
        done = 2;
    }
    // All others are three bytes long and begin with these two.
    constexpr std::string_view kPunctuation = "\xE2\x80";
    for (std::size_t i = 0; (i = word.find(kPunctuation, i)) != std::string_view::npos; ++i) {
        const auto third = i + 2 < word.size() ? static_cast<unsigned char>(word[i + 2]) : 0;
        const bool apostrophe = third == 0x99 || (third == 0x98 && i == 0);
        if (apostrophe || third == 0x90 || third == 0x91) {
            out.append(word, done, i - done);
            out += apostrophe ? '\'' : '-';
            done = i + 3;
        }
    }
    out.append(word, done);
    // "don`t", but not the quotes "``".
    const bool letters = std::any_of(out.begin(), out.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    if (letters) {
        std::replace(out.begin(), out.end(), '`', '\'');
    }
    return out;
}

Analysis tokenize(std::string_view text, const SentenceSplitter* splitter)
{
    const CodePoints code_points{text};
    const std::vector<Piece> pieces = scan_words(code_points);
    Analysis analysis;
    analysis.tokens = make_tokens(code_points, pieces);
    if (pieces.empty()) {
        return analysis;
    }
    const SentenceRules rules{code_points, pieces};
    const auto ends = sentence_ends(analysis.tokens, pieces, rules, splitter);
    analysis.sentences.reserve(ends.size());
    std::size_t first = 0;
    for (const std::size_t end : ends) {
        while (end - first > kLongestSentence) {
            const std::size_t cut = rules.cut_before(first + kLongestSentence, kLongestSentence);
            analysis.sentences.push_back(sentence_of(analysis.tokens, first, cut));
            first = cut;
        }
        analysis.sentences.push_back(sentence_of(analysis.tokens, first, end));
        first = end;
    }
    return analysis;
}

std::vector<std::string> split_words(std::string_view text)
{
    std::vector<std::string> words;
    for (Token& token : tokenize(text).tokens) {
        words.push_back(std::move(token.form));
    }
    return words;
}

} // namespace entente::language
