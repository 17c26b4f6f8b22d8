// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/tokenizer.hpp"

#include "core/text.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace entente::language {

namespace {

constexpr std::size_t kLongestSentence = 300;
constexpr std::size_t kLongestDateline = 14;      ///< words
constexpr std::size_t kShortestDatelinePlace = 3; ///< letters
/// A line shorter than this is not broken by a page's width: its end is meant.
constexpr std::size_t kShortestWrappedLine = 50;

constexpr std::array<std::string_view, 48> kAbbreviations{
    "adm", "apr", "aug",  "brig", "capt", "co",  "col", "corp", "dec",  "dr",  "etc",  "feb",
    "fri", "gen", "gov",  "hon",  "inc",  "jan", "jr",  "lt",   "ltd",  "maj", "mar",  "messrs",
    "mon", "mr",  "mrs",  "ms",   "mt",   "no",  "nov", "oct",  "prof", "rep", "reps", "rev",
    "sat", "sen", "sens", "sep",  "sept", "sgt", "sr",  "st",   "sun",  "thu", "tue",  "vs"};

/// Words that open a sentence after an abbreviation that may have closed one ("the U.S. The …").
constexpr std::array<std::string_view, 24> kOpeners{
    "The", "A",   "An",  "This", "That", "It",    "He",    "She",   "They",  "We", "In", "On",
    "But", "And", "His", "Her",  "Its",  "Their", "There", "After", "While", "As", "At", "For"};

/// One code point of the text with its place.
struct Char {
    UChar32 value = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t index = 0; ///< code points before it
};

bool is_apostrophe(UChar32 c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC;
}

bool is_dash(UChar32 c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool is_closing(UChar32 c)
{
    return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0x2019 || c == 0x201D || c == 0xBB;
}

bool is_word_char(UChar32 c)
{
    return u_isalnum(c) != 0 || c == '_' ||
           (U_MASK(u_charType(c)) & (U_GC_MN_MASK | U_GC_MC_MASK)) != 0;
}

/// Typographic quotes and dashes as plain ones.
std::string plain(std::string_view word, UChar32 first)
{
    if (is_apostrophe(first) || first == 0x2018) {
        return "'" + std::string{word.substr(first == '\'' ? 1 : (first == 0x02BC ? 2 : 3))};
    }
    if (is_dash(first)) {
        return first == 0x2014 || first == 0x2015 ? "--" : "-";
    }
    if (first == 0x201C || first == 0x201D || first == 0x201E || first == 0xAB || first == 0xBB) {
        return "\"";
    }
    return std::string{word};
}

/// Replaces typographic apostrophes inside a word.
std::string plain_word(std::string_view word)
{
    std::string out{word};
    for (std::size_t at = 0; (at = out.find("\xE2\x80\x99", at)) != std::string::npos; ++at) {
        out.replace(at, 3, "'");
    }
    return out;
}

class Scanner {
public:
    explicit Scanner(std::string_view text)
        : text_{text}
    {
        decode();
    }

    Analysis run()
    {
        while (at_ < chars_.size()) {
            step();
        }
        close_sentence();
        return std::move(analysis_);
    }

private:
    void decode()
    {
        chars_.reserve(text_.size() + 1);
        const auto* data = reinterpret_cast<const std::uint8_t*>(text_.data());
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t window = std::min<std::size_t>(text_.size() - at, 4);
            std::int32_t offset = 0;
            UChar32 value = 0;
            U8_NEXT(data + at, offset, static_cast<std::int32_t>(window), value);
            const std::size_t end = at + static_cast<std::size_t>(offset);
            chars_.push_back({value < 0 ? 0xFFFD : value, at, end, chars_.size()});
            at = end;
        }
    }

    [[nodiscard]] UChar32 peek(std::size_t ahead = 0) const
    {
        return at_ + ahead < chars_.size() ? chars_[at_ + ahead].value : 0;
    }

    [[nodiscard]] UChar32 at(std::size_t index) const
    {
        return index < chars_.size() ? chars_[index].value : 0;
    }

    [[nodiscard]] std::string_view slice(std::size_t from, std::size_t to) const
    {
        return text_.substr(chars_[from].begin, chars_[to - 1].end - chars_[from].begin);
    }

    void step()
    {
        const UChar32 c = peek();
        if (c == '\n') {
            line_end();
        } else if (u_isUWhiteSpace(c) != 0 || u_iscntrl(c) != 0) {
            ++at_;
        } else if (is_word_char(c)) {
            word();
        } else if (is_apostrophe(c) && clitic_length(at_) != 0 && after_word()) {
            emit(at_, at_ + clitic_length(at_));
        } else {
            mark();
        }
        if (analysis_.tokens.size() - sentence_first_ >= kLongestSentence) {
            close_sentence();
        }
    }

    /// Ends the paragraph, unless the next line plainly continues this one.
    void line_end()
    {
        const std::size_t line_length = at_ - line_begin_;
        const bool open = !analysis_.tokens.empty() && analysis_.tokens.size() > sentence_first_ &&
                          line_length >= kShortestWrappedLine;
        ++at_;
        line_begin_ = at_;
        if (!(open && u_islower(peek()) != 0)) {
            close_sentence();
        }
    }

    [[nodiscard]] bool after_word() const
    {
        return at_ > 0 && !analysis_.tokens.empty() && is_word_char(chars_[at_ - 1].value);
    }

    /// Length of "'s", "'re" … at `from` in code points; 0 where there is none.
    [[nodiscard]] std::size_t clitic_length(std::size_t from) const
    {
        for (const std::string_view clitic : {"s", "re", "ve", "ll", "d", "m"}) {
            std::size_t n = 0;
            while (n < clitic.size() && u_tolower(at(from + 1 + n)) == clitic[n]) {
                ++n;
            }
            if (n == clitic.size() && !is_word_char(at(from + 1 + n))) {
                return n + 1;
            }
        }
        return 0;
    }

    void word()
    {
        const std::size_t from = at_;
        if (acronym()) {
            return;
        }
        while (at_ < chars_.size() && continues_word()) {
            ++at_;
        }
        // "doesn't" is "does" and "n't".
        const std::size_t length = at_ - from;
        if (length > 3 && u_tolower(at(at_ - 1)) == 't' && is_apostrophe(at(at_ - 2)) &&
            u_tolower(at(at_ - 3)) == 'n') {
            emit(from, at_ - 3);
            emit(at_ - 3, at_);
            return;
        }
        if (peek() == '.' && is_abbreviation(slice(from, at_)) && followed_by_word()) {
            ++at_;
            emit(from, at_);
            return;
        }
        emit(from, at_);
    }

    [[nodiscard]] bool continues_word() const
    {
        const UChar32 c = peek();
        if (is_word_char(c)) {
            return true;
        }
        const UChar32 before = at(at_ - 1);
        const UChar32 after = at(at_ + 1);
        if ((c == '.' || c == ',' || c == ':') && u_isdigit(before) != 0) {
            return u_isdigit(after) != 0;
        }
        if (c == '&') {
            return u_isupper(before) != 0 && u_isupper(after) != 0;
        }
        // "O'Neill" and "n't" hold an apostrophe; "'s" begins a word of its own.
        return is_apostrophe(c) && is_word_char(after) && clitic_length(at_) == 0;
    }

    /// "U.S.", "a.m.", "J.": letters each with a full stop.
    bool acronym()
    {
        std::size_t end = at_;
        while (u_isalpha(at(end)) != 0 && at(end + 1) == '.') {
            end += 2;
        }
        const std::size_t letters = (end - at_) / 2;
        if (letters == 0 || u_isalnum(at(end)) != 0) {
            return false;
        }
        const bool initial = letters == 1 && u_isupper(at(at_)) != 0 && at(end) == ' ' &&
                             u_isupper(at(end + 1)) != 0 && at(at_) != 'I';
        if (letters == 1 && !initial) {
            return false;
        }
        emit(at_, end);
        at_ = end;
        if (letters > 1 && ends_after_acronym()) {
            close_sentence();
        }
        return true;
    }

    [[nodiscard]] bool ends_after_acronym() const
    {
        std::size_t next = at_;
        while (is_closing(at(next))) {
            ++next;
        }
        if (at(next) != ' ') {
            return false;
        }
        ++next;
        std::size_t end = next;
        while (u_isalpha(at(end)) != 0) {
            ++end;
        }
        if (end == next) {
            return false;
        }
        const std::string_view word = slice(next, end);
        return std::find(kOpeners.begin(), kOpeners.end(), word) != kOpeners.end();
    }

    [[nodiscard]] static bool is_abbreviation(std::string_view word)
    {
        const std::string folded = text::fold(word);
        return u_isupper(static_cast<unsigned char>(word.front())) != 0 &&
               std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), folded);
    }

    /// After the full stop at the cursor comes more of the same line.
    [[nodiscard]] bool followed_by_word() const { return peek(1) == ' ' && is_word_char(peek(2)); }

    /// Punctuation: runs of the same dash or full stop stay together.
    void mark()
    {
        const std::size_t from = at_;
        const UChar32 c = peek();
        ++at_;
        while ((is_dash(c) || c == '.' || c == '!' || c == '?') && peek() == c) {
            ++at_;
        }
        emit(from, at_);
        if (c == '.' || c == '!' || c == '?' || c == 0x2026) {
            end_sentence_here();
        } else if (is_dash(c) && u_isUWhiteSpace(peek()) != 0 && is_dateline()) {
            close_sentence();
        }
    }

    /// "ISLAMABAD, Feb 23 (Reuters) —": a place in capitals opens the paragraph, nothing before the
    /// dash begins with a small letter and neither does what follows. The place is where the report
    /// was written, no part of the sentence behind it.
    [[nodiscard]] bool is_dateline() const
    {
        const std::size_t words = analysis_.tokens.size() - 1 - sentence_first_;
        if (words == 0 || words > kLongestDateline) {
            return false;
        }
        const Token& place = analysis_.tokens[sentence_first_];
        const bool opens = sentence_first_ == 0 ||
                           analysis_.tokens[sentence_first_ - 1].code_points.end <= line_begin_;
        std::size_t next = at_;
        while (u_isblank(at(next)) != 0) {
            ++next;
        }
        const bool shouts = place.code_points.size() >= kShortestDatelinePlace &&
                            std::all_of(place.form.begin(), place.form.end(),
                                        [](char letter) { return letter < 'a' || letter > 'z'; }) &&
                            u_isupper(at(place.code_points.begin)) != 0;
        return opens && shouts && u_islower(at(next)) == 0 && u_isdigit(at(next)) == 0 &&
               std::none_of(analysis_.tokens.begin() + static_cast<std::ptrdiff_t>(sentence_first_),
                            analysis_.tokens.end() - 1, [this](const Token& token) {
                                return u_islower(at(token.code_points.begin)) != 0;
                            });
    }

    void end_sentence_here()
    {
        const std::size_t from = at_;
        while (is_closing(peek())) {
            ++at_;
        }
        const UChar32 next = peek();
        const UChar32 after = at(at_ + 1);
        const bool gap = at_ >= chars_.size() || u_isUWhiteSpace(next) != 0;
        if (!gap || (next == ' ' && u_islower(after) != 0)) {
            at_ = from;
            return;
        }
        for (std::size_t i = from; i < at_; ++i) {
            emit(i, i + 1);
        }
        close_sentence();
    }

    void emit(std::size_t from, std::size_t to)
    {
        Token token;
        token.code_points = {from, to};
        token.bytes = {chars_[from].begin, chars_[to - 1].end};
        const std::string_view word = slice(from, to);
        token.form =
            is_word_char(chars_[from].value) ? plain_word(word) : plain(word, chars_[from].value);
        analysis_.tokens.push_back(std::move(token));
        at_ = std::max(at_, to);
    }

    void close_sentence()
    {
        const std::size_t last = analysis_.tokens.size();
        if (last == sentence_first_) {
            return;
        }
        const Token& head = analysis_.tokens[sentence_first_];
        const Token& tail = analysis_.tokens[last - 1];
        analysis_.sentences.push_back({{head.bytes.begin, tail.bytes.end},
                                       {head.code_points.begin, tail.code_points.end},
                                       sentence_first_,
                                       last});
        sentence_first_ = last;
    }

    std::string_view text_;
    std::vector<Char> chars_;
    Analysis analysis_;
    std::size_t at_ = 0;
    std::size_t line_begin_ = 0;
    std::size_t sentence_first_ = 0;
};

} // namespace

Analysis tokenize(std::string_view text)
{
    return Scanner{text}.run();
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
