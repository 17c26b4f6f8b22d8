// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/tokenizer.hpp"

#include "extractors/language/characters.hpp"
#include "extractors/language/sentence_splitter.hpp"
#include "extractors/language/word_lists.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace entente::language {

namespace {

constexpr std::size_t kLongestDateline = 14;      ///< words
constexpr std::size_t kShortestDatelinePlace = 3; ///< letters
/// A line shorter than this is not broken by a page's width: its end is meant.
constexpr std::size_t kShortestWrappedLine = 50;
/// Longer ones are in none of the lists.
constexpr std::size_t kLongestListed = 16;
constexpr std::size_t kLongestMailbox = 64; ///< code points before the @

/// One code point of the text with its place.
struct Char {
    UChar32 value = 0;
    std::uint16_t classes = 0;
    std::size_t begin = 0; ///< byte
};

/// Marks of which a run is one word.
[[nodiscard]] bool runs(UChar32 c)
{
    return c == '=' || c == '*' || c == '+' || c == '_' || c == '~' || c == '<' || c == '>' ||
           c == '#' || c == '$';
}

constexpr auto kEmoticons = std::to_array<std::string_view>(
    {":'(", ":'-(", ":(", ":)", ":))", ":-(", ":-)", ":-))", ":-/", ":-D", ":-P",
     ":-|", ":/",   ":D", ":P", ":]",  ":o)", ":p",  ":|",   ";)",  ";-)", ";D",
     ";P",  "<3",   "=(", "=)", "=D",  "=P",  ">:(", "^_^",  "^^",  "-_-"});

class Scanner {
public:
    explicit Scanner(std::string_view text)
        : text_{text}
    {
        decode();
        pieces_.reserve(chars_.size() / 4 + 1);
    }

    void run()
    {
        while (at_ < size_) {
            step();
        }
    }

    /// The words found, and for each whether a paragraph begins with it.
    [[nodiscard]] std::vector<Token> tokens() const
    {
        std::vector<Token> tokens(pieces_.size());
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            const Piece& piece = pieces_[i];
            tokens[i].code_points = {piece.from, piece.to};
            tokens[i].bytes = {chars_[piece.from].begin, chars_[piece.to].begin};
            tokens[i].form = form(piece);
        }
        return tokens;
    }

    /// Ends of the paragraphs and of what stands apart in them.
    void sentences(Analysis& analysis, const SentenceSplitter* splitter) const
    {
        std::vector<std::size_t> ends;
        std::size_t first = 0;
        for (std::size_t i = 1; i <= pieces_.size(); ++i) {
            if (i < pieces_.size() && !pieces_[i].opens) {
                continue;
            }
            const std::size_t body = behind_dateline(first, i);
            if (body != first) {
                ends.push_back(body);
            }
            if (body != i) {
                if (splitter != nullptr) {
                    splitter->split(analysis.tokens, body, i, ends);
                } else {
                    split_by_rules(body, i, ends);
                }
            }
            first = i;
        }
        first = 0;
        analysis.sentences.reserve(ends.size());
        for (const std::size_t end : ends) {
            while (end - first > kLongestSentence) {
                const std::size_t cut = cut_before(first + kLongestSentence);
                add_sentence(analysis, first, cut);
                first = cut;
            }
            add_sentence(analysis, first, end);
            first = end;
        }
    }

private:
    /// A word as code points [from, to).
    struct Piece {
        std::size_t from = 0;
        std::size_t to = 0;
        bool opens = false;   ///< a paragraph
        bool stopped = false; ///< an abbreviation with its full stop
    };

    void decode()
    {
        const auto& ascii = ascii_classes();
        chars_.resize(text_.size() + 1);
        const auto* data = reinterpret_cast<const std::uint8_t*>(text_.data());
        std::size_t count = 0;
        for (std::size_t at = 0; at < text_.size(); ++count) {
            Char& out = chars_[count];
            out.begin = at;
            if (data[at] < 0x80) {
                out.value = data[at];
                out.classes = ascii[data[at]];
                ++at;
                continue;
            }
            const std::size_t window = std::min<std::size_t>(text_.size() - at, 4);
            std::int32_t offset = 0;
            UChar32 value = 0;
            U8_NEXT(data + at, offset, static_cast<std::int32_t>(window), value);
            out.value = value < 0 ? 0xFFFD : value;
            out.classes = unicode_class(out.value);
            at += static_cast<std::size_t>(offset);
        }
        size_ = count;
        chars_.resize(count + 1);
        chars_[count] = {0, 0, text_.size()};
    }

    [[nodiscard]] UChar32 at(std::size_t index) const
    {
        return index < size_ ? chars_[index].value : 0;
    }

    [[nodiscard]] bool is(std::size_t index, unsigned classes) const
    {
        return index < size_ && (chars_[index].classes & classes) != 0;
    }

    /// The end of the text or white space.
    [[nodiscard]] bool gap(std::size_t index) const
    {
        return index >= size_ || (chars_[index].classes & (kSpace | kControl)) != 0;
    }

    [[nodiscard]] std::string_view slice(std::size_t from, std::size_t to) const
    {
        return text_.substr(chars_[from].begin, chars_[to].begin - chars_[from].begin);
    }

    /// [from, to) in lower case, if it is short and plain ASCII letters; else empty.
    [[nodiscard]] std::string_view lower(std::size_t from, std::size_t to)
    {
        if (to - from > kLongestListed) {
            return {};
        }
        for (std::size_t i = from; i < to; ++i) {
            const UChar32 c = chars_[i].value;
            if (c >= 0x80) {
                return {};
            }
            folded_[i - from] = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        }
        return {folded_.data(), to - from};
    }

    /// True where the text at `from` reads so, whatever the case.
    [[nodiscard]] bool reads(std::size_t from, std::string_view lower_case) const
    {
        for (std::size_t i = 0; i < lower_case.size(); ++i) {
            const UChar32 c = at(from + i);
            if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != lower_case[i]) {
                return false;
            }
        }
        return true;
    }

    void emit(std::size_t from, std::size_t to, bool stopped = false)
    {
        pieces_.push_back({from, to, opens_, stopped});
        opens_ = false;
        at_ = to;
    }

    void step()
    {
        const std::uint16_t classes = chars_[at_].classes;
        if ((classes & kLineEnd) != 0) {
            line_end();
        } else if ((classes & (kSpace | kControl)) != 0) {
            ++at_;
        } else if ((classes & kInWord) != 0) {
            word();
        } else if ((classes & kApostrophe) != 0 || chars_[at_].value == 0x2018) {
            apostrophe();
        } else {
            mark();
        }
    }

    /// Ends the paragraph, unless the next line plainly continues this one.
    void line_end()
    {
        const bool wrapped = at_ - line_begin_ >= kShortestWrappedLine && !pieces_.empty() &&
                             pieces_.back().from >= line_begin_ && !closed_by_stop() &&
                             is(at_ + 1, kLower);
        ++at_;
        line_begin_ = at_;
        if (!wrapped) {
            opens_ = true;
        }
    }

    /// The last word is a full stop, or closes a quotation or bracket behind one.
    [[nodiscard]] bool closed_by_stop() const
    {
        std::size_t i = pieces_.back().to;
        while (i > line_begin_ && is(i - 1, kClosing)) {
            --i;
        }
        return i > line_begin_ && is(i - 1, kStop) && !pieces_.back().stopped;
    }

    // Words.

    /// Length of "'s", "'re" … at `from` in code points; 0 where there is none.
    [[nodiscard]] std::size_t clitic_length(std::size_t from) const
    {
        std::size_t length = 0;
        switch (at(from + 1) | 0x20) {
        case 's':
        case 'd':
        case 'm':
            length = 2;
            break;
        case 'r':
        case 'v':
            length = (at(from + 2) | 0x20) == 'e' ? 3 : 0;
            break;
        case 'l':
            length = (at(from + 2) | 0x20) == 'l' ? 3 : 0;
            break;
        default:
            break;
        }
        return length != 0 && !is(from + length, kInWord) ? length : 0;
    }

    void apostrophe()
    {
        const std::size_t from = at_;
        const bool inside = from > 0 && is(from - 1, kInWord);
        const std::size_t clitic = clitic_length(from);
        if (clitic != 0 && (inside || !is(from, kUpper))) {
            const bool stands = !inside && (from == 0 || gap(from - 1)) && gap(from + clitic);
            if (inside || stands) {
                emit(from, from + clitic);
                return;
            }
        }
        if (!inside) {
            std::size_t to = from + 1;
            while (is(to, kInWord)) {
                ++to;
            }
            const bool decade = to == from + 4 && is(from + 1, kDigit) && is(from + 2, kDigit) &&
                                at(from + 3) == 's';
            const bool year = to == from + 3 && is(from + 1, kDigit) && is(from + 2, kDigit) &&
                              (at(to) & ~1) != 0x2018 && at(to) != '\'';
            if (decade || year || is_clipped_word(lower(from + 1, to))) {
                emit(from, to);
                return;
            }
        }
        mark();
    }

    void word()
    {
        const std::size_t from = at_;
        if (link() || acronym()) {
            return;
        }
        if (is(from, kDigit) && number()) {
            return;
        }
        std::size_t to = from;
        bool joined = false;
        do {
            to = part_end(to);
            if (!joined && hyphen_joins(from, to)) {
                ++to;
                joined = true;
                continue;
            }
            break;
        } while (true);
        end_word(from, to);
    }

    /// Behind the letters and digits from `to` on, with the apostrophes and joiners inside.
    [[nodiscard]] std::size_t part_end(std::size_t to) const
    {
        while (to < size_) {
            if ((chars_[to].classes & kInWord) != 0) {
                ++to;
                continue;
            }
            const UChar32 c = chars_[to].value;
            const bool between = is(to + 1, kInWord) && is(to - 1, kInWord);
            if (!between) {
                return to;
            }
            if ((chars_[to].classes & kApostrophe) != 0) {
                if (clitic_length(to) != 0) {
                    return to;
                }
            } else if (c == '&') {
                if (!is(to + 1, kLetter) || !is(to - 1, kLetter) ||
                    is(to + 1, kUpper) != is(to - 1, kUpper)) {
                    return to;
                }
            } else if (c == '*' || c == '$') {
                if (!is(to + 1, kLower) || !is(to - 1, kLetter)) {
                    return to;
                }
            } else if ((c == '.' || c == ',') && is(to - 1, kDigit) && is(to + 1, kDigit)) {
                // "v2.0"
            } else if (!is_joiner(c)) {
                return to;
            }
            ++to;
        }
        return to;
    }

    /// "anti-war": the hyphen at `to` belongs to the word begun at `from`.
    [[nodiscard]] bool hyphen_joins(std::size_t from, std::size_t to)
    {
        const UChar32 c = at(to);
        if ((c != '-' && c != 0x2010 && c != 0x2011) || !is(to + 1, kLetter | kDigit)) {
            return false;
        }
        if (is_hyphen_prefix(lower(from, to))) {
            return from == 0 || !is(from - 1, kDash);
        }
        // "Lashkar-e Jhangvi"
        if ((at(to + 1) == 'e' || at(to + 1) == 'i') && at(to + 2) == ' ' && is(from, kUpper)) {
            return true;
        }
        return reads(from, "uh-oh") || reads(from, "uh-huh") || reads(from, "mm-hm");
    }

    void end_word(std::size_t from, std::size_t to)
    {
        // "doesn't" is "does" and "n't".
        if (to - from > 3 && (at(to - 1) | 0x20) == 't' && is(to - 2, kApostrophe) &&
            (at(to - 3) | 0x20) == 'n') {
            emit(from, to - 3);
            emit(to - 3, to);
            return;
        }
        // "th- that": broken off.
        if (at(to) == '-' && at(to + 1) == ' ' && breaks_off(from, to)) {
            emit(from, to + 1);
            return;
        }
        // "US$", "HK$"
        if (at(to) == '$' && to - from <= 3 && is(to + 1, kDigit) && all(from, to, kUpper)) {
            emit(from, to + 1);
            return;
        }
        // "y'all"
        if (to - from == 5 && is(from + 1, kApostrophe) &&
            (reads(from, "y'all") || reads(from + 2, "all"))) {
            emit(from, from + 2);
            emit(from + 2, to);
            return;
        }
        const std::string_view folded = lower(from, to);
        if (!folded.empty()) {
            if (at(to) == '.' && stop_belongs(folded, from, to)) {
                emit(from, to + 1, true);
                return;
            }
            if (at(to) == '/' && is(to + 1, kLetter)) {
                std::size_t end = to + 1;
                while (is(end, kInWord)) {
                    ++end;
                }
                if (end - from <= 4 && is_slashed_word(lower(from, end))) {
                    emit(from, end);
                    return;
                }
            }
            if (to - from >= 2 && to - from <= 8) {
                const std::size_t first = contraction(lower(from, to));
                // "IM", "AINT": capitals may mean something else.
                if (first != 0 && (at(from + 1) != 'M')) {
                    emit(from, from + first);
                    emit(from + first, to);
                    return;
                }
            }
        }
        emit(from, to);
    }

    [[nodiscard]] bool breaks_off(std::size_t from, std::size_t to) const
    {
        if (!all(from, to, kLetter)) {
            return false;
        }
        const bool code = to - from == 2 && all(from, to, kUpper);
        return (to - from <= 2 && !code) || at(to + 2) == 0x2013 || at(to + 2) == 0x2014;
    }

    [[nodiscard]] bool all(std::size_t from, std::size_t to, unsigned classes) const
    {
        while (from < to && is(from, classes)) {
            ++from;
        }
        return from == to;
    }

    /// The full stop at `to` is part of the abbreviation before it.
    [[nodiscard]] bool stop_belongs(std::string_view folded, std::size_t from, std::size_t to) const
    {
        if (at(to + 1) == '.' && at(to + 2) == '.') {
            return false;
        }
        // The next word in the line.
        std::size_t next = to + 1;
        while (at(next) == ' ' || at(next) == 0xA0) {
            ++next;
        }
        const UChar32 c = at(next);
        const bool on = is(next, kInWord) || c == '(' || c == '&' || c == '"' || c == 0x201C ||
                        (next == to + 1 && !gap(next) && !is(next, kClosing | kStop));
        switch (abbreviation(folded, is(from, kUpper))) {
        case Abbreviation::always:
            return true;
        case Abbreviation::inside:
            return on || is(from, kUpper);
        case Abbreviation::name:
            return on;
        case Abbreviation::place:
            return c == ',' && next == to + 1;
        case Abbreviation::numbered:
            return next > to + 1 && is(next, kDigit);
        case Abbreviation::none:
            return false;
        }
        return false;
    }

    /// "U.S.", "a.m.", "Ph.D.", "J.": letters each with a full stop.
    bool acronym()
    {
        if (at(at_ + 1) != '.' && !(at(at_ + 2) == '.' && is(at_ + 4, kStop))) {
            return false;
        }
        const std::size_t from = at_;
        std::size_t end = from;
        if (reads(from, "ph.d")) {
            end = from + 4;
            end += at(end) == '.' ? 1U : 0U;
            if (is(end, kInWord)) {
                return false;
            }
            emit(from, end, at(end - 1) == '.');
            return true;
        }
        while (end - from < 2 * kLongestListed && is(end, kLetter) && at(end + 1) == '.') {
            end += 2;
        }
        const std::size_t letters = (end - from) / 2;
        if (letters == 0) {
            return false;
        }
        if (is(end, kInWord)) {
            // "a.m", "U.S.A": the last letter without one.
            if (letters >= 1 && is(end, kLetter) && !is(end + 1, kInWord) && at(end + 1) != '@' &&
                (letters > 1 || is(from, kUpper) == is(end, kUpper))) {
                emit(from, end + 1);
                return true;
            }
            // "M.Sc.", "J.Smith"
            if (letters >= 1 && is(from, kUpper) && is(end, kUpper) && is(end + 1, kLower)) {
                emit(from, end, true);
                return true;
            }
            return false;
        }
        if (letters == 1) {
            std::size_t next = end;
            while (at(next) == ' ') {
                ++next;
            }
            const bool follows = !pieces_.empty() && !opens_ && pieces_.back().stopped &&
                                 pieces_.back().to - pieces_.back().from == 2;
            const bool initial =
                is(from, kUpper) &&
                ((next > end && is(next, kUpper) && at(from) != 'I' && !opener_at(next)) ||
                 ((follows || at(from) != 'I') && at(next) == ',' && next == end) ||
                 (follows && !gap(next)));
            const bool numbered =
                next > end && is(next, kDigit) &&
                abbreviation(lower(from, from + 1), false) == Abbreviation::numbered;
            if (!initial && !numbered) {
                return false;
            }
        } else if (at(end) == '.') {
            // "in the U.S.." is two words, "the U.S..." too.
            emit(from, at(end + 1) == '.' ? end - 1 : end, true);
            return true;
        }
        emit(from, end, true);
        return true;
    }

    /// "The", "It": a new sentence may begin; not "A." and "I.", which are initials.
    [[nodiscard]] bool opener_at(std::size_t from) const
    {
        std::size_t to = from;
        while (to - from < kLongestListed && is(to, kInWord)) {
            ++to;
        }
        return at(to) != '.' && is_opener(slice(from, to));
    }

    /// Numbers, dates, telephone numbers, and the unit behind one.
    bool number()
    {
        const std::size_t from = at_;
        std::size_t to = digits_end(from);
        if (const std::size_t end = grouped_digits(from, to)) {
            emit(from, end);
            return true;
        }
        // "[13,14]" is a list.
        const bool listed = from > 0 && (at(from - 1) == '[' || at(from - 1) == ',') &&
                            !(is(to + 1, kDigit) && digits_end(to + 1) == to + 4);
        while ((at(to) == '.' || (at(to) == ',' && !listed) || at(to) == ':') &&
               is(to + 1, kDigit)) {
            to = digits_end(to + 1);
        }
        // "1980's"
        if (is(to, kApostrophe) && at(to - 1) == '0' && (to - from == 2 || to - from == 4) &&
            clitic_length(to) == 2 && at(to + 1) == 's') {
            emit(from, to + 2);
            return true;
        }
        if (!is(to, kInWord)) {
            // "1." that opens a line counts.
            if (at(to) == '.' && opens_ && to - from <= 5 && at(to + 1) == ' ' &&
                (to - from <= 2 || is(to - 2, kStop))) {
                emit(from, to + 1);
                return true;
            }
            emit(from, to);
            return true;
        }
        std::size_t end = to;
        while (end - to <= 8 && is(end, kInWord)) {
            ++end;
        }
        if (is(end, kInWord)) {
            return false;
        }
        // "7p.m."
        if (at(end) == '.' && end == to + 1 && (at(end + 1) | 0x20) == 'm') {
            emit(from, to);
            return true;
        }
        if (all(to, end, kLetter) && is_unit(slice(to, end))) {
            emit(from, to);
            emit(to, end);
            return true;
        }
        return false;
    }

    [[nodiscard]] std::size_t digits_end(std::size_t to) const
    {
        while (is(to, kDigit)) {
            ++to;
        }
        return to;
    }

    /// End of "05/03/2013", "1/2", "555-0134", "2013-05-03"; 0 where the digits [from, to) do not
    /// begin such a group.
    [[nodiscard]] std::size_t grouped_digits(std::size_t from, std::size_t to) const
    {
        const UChar32 separator = at(to);
        if ((separator != '/' && separator != '-') || !is(to + 1, kDigit) || to - from > 10) {
            return 0;
        }
        std::array<std::size_t, 5> sizes{to - from};
        std::size_t count = 1;
        std::size_t end = to;
        while (count < sizes.size() && (at(end) == '-' || at(end) == '/') && is(end + 1, kDigit)) {
            const std::size_t next = digits_end(end + 1);
            sizes[count++] = next - end - 1;
            end = next;
        }
        if (is(end, kInWord) || ((at(end) == '.' || at(end) == ':') && is(end + 1, kDigit))) {
            return 0;
        }
        if (separator == '/') {
            const bool date = count == 3 && sizes[0] <= 4 && sizes[1] <= 2 && sizes[2] <= 4;
            const bool fraction = count == 2 && sizes[0] <= 2 && sizes[1] <= 2;
            const bool telephone = count == 3 && sizes[0] == 3 && sizes[2] == 4;
            return date || fraction || telephone ? end : 0;
        }
        if (count == 2) {
            return (sizes[0] == 3 && sizes[1] == 4) || (sizes[0] == 5 && sizes[1] == 4) ||
                           (sizes[0] == 1 && sizes[1] == 4) || sizes[0] >= 7
                       ? end
                       : 0;
        }
        return end;
    }

    // Addresses and names of files.

    /// What the white-space delimited stretch around the cursor holds; looked at once.
    void look_ahead()
    {
        if (at_ < stretch_end_) {
            return;
        }
        std::size_t end = at_;
        has_at_ = false;
        has_colon_ = false;
        has_inner_stop_ = false;
        while (end < size_ && (chars_[end].classes & (kSpace | kControl)) == 0) {
            const UChar32 c = chars_[end].value;
            has_at_ = has_at_ || c == '@';
            has_colon_ = has_colon_ || (c == ':' && at(end + 1) == '/' && at(end + 2) == '/');
            has_inner_stop_ = has_inner_stop_ || (c == '.' && is(end + 1, kInWord));
            ++end;
        }
        stretch_end_ = end;
    }

    bool link()
    {
        look_ahead();
        if (!has_at_ && !has_colon_ && !has_inner_stop_) {
            return false;
        }
        const std::size_t from = at_;
        if (has_colon_ && scheme(from)) {
            emit(from, address_end(from));
            return true;
        }
        if (has_at_ && reads(from, "mailto:")) {
            if (const std::size_t end = mailbox_end(from + 7)) {
                emit(from, end);
                return true;
            }
        }
        if (has_inner_stop_ && reads(from, "doi:10.")) {
            emit(from, address_end(from));
            return true;
        }
        if (has_inner_stop_ && reads(from, "www.") && is(from + 4, kInWord)) {
            emit(from, address_end(from));
            return true;
        }
        if (has_at_) {
            if (const std::size_t end = mailbox_end(from)) {
                emit(from, end);
                return true;
            }
        }
        if (has_inner_stop_) {
            if (const std::size_t end = dotted_end(from)) {
                emit(from, end);
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool scheme(std::size_t from) const
    {
        std::size_t i = from;
        while (i - from < 8 && is(i, kLetter)) {
            ++i;
        }
        return i > from && at(i) == ':' && at(i + 1) == '/' && at(i + 2) == '/';
    }

    [[nodiscard]] std::size_t address_end(std::size_t from) const
    {
        std::size_t end = from;
        std::size_t open = 0;
        while (end < stretch_end_) {
            const UChar32 c = chars_[end].value;
            if (c == '<' || c == '>' || c == '"' || c == 0x201C || c == 0x201D || c == ']' ||
                c == '[') {
                break;
            }
            if (c == '(') {
                ++open;
            } else if (c == ')') {
                if (open == 0) {
                    break;
                }
                --open;
            }
            ++end;
        }
        while (end > from + 1 && !is(end - 1, kInWord) && at(end - 1) != '/' &&
               at(end - 1) != ')' && at(end - 1) != '=' && at(end - 1) != '-') {
            --end;
        }
        return end;
    }

    [[nodiscard]] static bool in_mailbox(UChar32 c)
    {
        return c == '.' || c == '-' || c == '+' || c == '%' || c == '&';
    }

    [[nodiscard]] std::size_t mailbox_end(std::size_t from) const
    {
        std::size_t i = from;
        while (i - from < kLongestMailbox && (is(i, kInWord) || in_mailbox(at(i)))) {
            ++i;
        }
        if (at(i) != '@' || !is(i + 1, kInWord)) {
            return 0;
        }
        ++i;
        while (is(i, kInWord) || ((at(i) == '.' || at(i) == '-') && is(i + 1, kInWord))) {
            ++i;
        }
        return i;
    }

    /// "example.org", "alt.animals.cat", "report.doc"; 0 where it is two sentences without a space.
    [[nodiscard]] std::size_t dotted_end(std::size_t from)
    {
        std::size_t i = from;
        std::size_t stops = 0;
        std::size_t last_part = from;
        bool small = true;
        bool hyphen = false;
        while (is(i, kInWord) ||
               ((at(i) == '.' || at(i) == '-') && is(i + 1, kInWord) && i > from)) {
            if (at(i) == '.') {
                ++stops;
                last_part = i + 1;
            } else if (at(i) == '-') {
                hyphen = true;
            }
            small = small && !is(i, kUpper | kDigit);
            if (++i - from > 128) {
                return 0;
            }
        }
        if (stops == 0 || !is(last_part, kLetter)) {
            return 0;
        }
        const bool named = is_name_ending(lower(last_part, i)) && i - last_part >= 2;
        const bool listed = stops >= 2 && small && !hyphen;
        // "in" and "us" are words too: only where nothing looks like a sentence's end.
        const bool word = reads(last_part, "in") || reads(last_part, "us");
        if (named && (!word || i - last_part > 2 || stops >= 2 || (small && !is(i, kSpace)))) {
            return at(i) == '/' ? address_end(from) : i;
        }
        return listed && last_part - from > 3 ? i : 0;
    }

    // Marks.

    void mark()
    {
        const std::size_t from = at_;
        const UChar32 c = chars_[from].value;
        std::size_t to = from + 1;
        if (const std::size_t length = emoticon(from)) {
            emit(from, from + length);
            return;
        }
        const std::uint16_t classes = chars_[from].classes;
        if ((classes & kPicture) != 0) {
            to = picture_end(from);
        } else if ((classes & kStop) != 0) {
            while (is(to, kStop)) {
                ++to;
            }
            // ".5", ".doc"
            if (c == '.' && to == from + 1 && (from == 0 || !is(from - 1, kInWord | kClosing)) &&
                is(to, kDigit)) {
                to = digits_end(to);
                while ((at(to) == '.' || at(to) == ',') && is(to + 1, kDigit)) {
                    to = digits_end(to + 1);
                }
            } else if (c == '.' && to == from + 1 && (from == 0 || !is(from - 1, kInWord)) &&
                       is(to, kLower)) {
                const std::size_t end = name_end(to);
                to = is_name_ending(lower(to, end)) ? end : to;
            }
        } else if ((classes & kDash) != 0 || runs(c)) {
            while (at(to) == c) {
                ++to;
            }
            if (c == '#' && to == from + 1 && is(to, kLetter)) {
                to = name_end(to);
            } else if (c == '+' && to == from + 1 && is(to, kDigit) &&
                       (from == 0 || gap(from - 1) || at(from - 1) == '(')) {
                to = digits_end(to);
            }
        } else if (c == '@' && is(to, kLetter) && (from == 0 || !is(from - 1, kInWord))) {
            to = name_end(to);
        } else if (c == '\'' || c == '`' || c == 0x2019 || c == 0x2018) {
            to += at(to) == c ? 1U : 0U;
        }
        emit(from, to);
    }

    [[nodiscard]] std::size_t name_end(std::size_t to) const
    {
        while (is(to, kInWord)) {
            ++to;
        }
        return to;
    }

    [[nodiscard]] std::size_t emoticon(std::size_t from) const
    {
        const UChar32 c = chars_[from].value;
        if (c != ':' && c != ';' && c != '=' && c != '<' && c != '>' && c != '^' && c != '-') {
            return 0;
        }
        if (from > 0 && (is(from - 1, kDigit) || at(from - 1) == c)) {
            return 0;
        }
        std::size_t longest = 0;
        for (const std::string_view face : kEmoticons) {
            if (face.size() <= longest || static_cast<UChar32>(face.front()) != c) {
                continue;
            }
            std::size_t i = 0;
            while (i < face.size() && at(from + i) == static_cast<UChar32>(face[i])) {
                ++i;
            }
            const std::size_t next = from + face.size();
            if (i == face.size() && !is(next, kInWord) && at(next) != at(next - 1)) {
                longest = face.size();
            }
        }
        return longest;
    }

    /// Behind a picture with what modifies or is joined to it; two flag letters are a flag.
    [[nodiscard]] std::size_t picture_end(std::size_t from) const
    {
        std::size_t to = from + 1;
        if (is_flag_letter(at(from))) {
            return is_flag_letter(at(to)) ? to + 1 : to;
        }
        while (to < size_) {
            if (is_picture_modifier(at(to))) {
                ++to;
            } else if (at(to) == 0x200D && is(to + 1, kPicture)) {
                to += 2;
            } else {
                break;
            }
        }
        return to;
    }

    [[nodiscard]] std::string form(const Piece& piece) const
    {
        const std::string_view word = slice(piece.from, piece.to);
        return word.size() == piece.to - piece.from ? std::string{word} : plain_form(word);
    }

    // Sentences.

    [[nodiscard]] bool opens_lower(std::size_t piece) const
    {
        return is(pieces_[piece].from, kLower);
    }

    /// "ISLAMABAD, Feb 23 (Reuters) —": a place in capitals opens the paragraph, nothing before the
    /// dash begins with a small letter and neither does what follows. The place is where the report
    /// was written, no part of the sentence behind it.
    /// \return the piece behind the dateline of the paragraph [first, last), else first
    [[nodiscard]] std::size_t behind_dateline(std::size_t first, std::size_t last) const
    {
        const Piece& place = pieces_[first];
        if (place.to - place.from < kShortestDatelinePlace || !is(place.from, kUpper)) {
            return first;
        }
        for (std::size_t i = place.from; i < place.to; ++i) {
            if (is(i, kLower)) {
                return first;
            }
        }
        const std::size_t end = std::min(last, first + 1 + kLongestDateline);
        for (std::size_t i = first + 1; i < end; ++i) {
            if (opens_lower(i)) {
                return first;
            }
            if (!is(pieces_[i].from, kDash) || !gap(pieces_[i].to)) {
                continue;
            }
            if (i + 1 == last) {
                return last;
            }
            return is(pieces_[i + 1].from, kLower | kDigit) ? first : i + 1;
        }
        return first;
    }

    void split_by_rules(std::size_t first, std::size_t last, std::vector<std::size_t>& ends) const
    {
        for (std::size_t i = first; i < last; ++i) {
            std::size_t end = i + 1;
            const bool stop = is(pieces_[i].from, kStop) && is(pieces_[i].to - 1, kStop);
            if (!stop && !(pieces_[i].stopped && pieces_[i].to - pieces_[i].from >= 4)) {
                continue;
            }
            while (end < last && is(pieces_[end].from, kClosing) &&
                   pieces_[end].from == pieces_[end - 1].to) {
                ++end;
            }
            if (end == last) {
                break;
            }
            const Piece& next = pieces_[end];
            // "in need.Most": the space is missing.
            const bool glued = end == i + 1 && i > first && is(pieces_[i - 1].to - 1, kLower) &&
                               is(next.from, kUpper) && is(next.from + 1, kLower | kSpace);
            const bool spaced = gap(pieces_[end - 1].to) || glued;
            if (stop ? spaced && !is(next.from, kLower)
                     : spaced && is(next.from, kUpper) && is_opener(slice(next.from, next.to))) {
                ends.push_back(end);
                i = end - 1;
            }
        }
        ends.push_back(last);
    }

    /// The place to cut a sentence that has no end before `limit`: behind the last semicolon, else
    /// comma, of the hundred words before.
    [[nodiscard]] std::size_t cut_before(std::size_t limit) const
    {
        std::size_t comma = limit;
        for (std::size_t i = limit; i > limit - kLongestSentence / 3; --i) {
            const UChar32 c = at(pieces_[i - 1].from);
            if (c == ';') {
                return i;
            }
            if (c == ',' && comma == limit) {
                comma = i;
            }
        }
        return comma;
    }

    static void add_sentence(Analysis& analysis, std::size_t first, std::size_t last)
    {
        const Token& head = analysis.tokens[first];
        const Token& tail = analysis.tokens[last - 1];
        analysis.sentences.push_back({{head.bytes.begin, tail.bytes.end},
                                      {head.code_points.begin, tail.code_points.end},
                                      first,
                                      last});
    }

    std::string_view text_;
    std::vector<Char> chars_;
    std::size_t size_ = 0; ///< code points; one more stands behind them in chars_
    std::vector<Piece> pieces_;
    std::size_t at_ = 0;
    std::size_t line_begin_ = 0;
    bool opens_ = true; ///< the next word opens a paragraph
    std::array<char, kLongestListed> folded_{};
    std::size_t stretch_end_ = 0;
    bool has_at_ = false;
    bool has_colon_ = false;
    bool has_inner_stop_ = false;
};

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
    std::string out{word};
    for (std::size_t i = 0; (i = out.find("\xE2\x80", i)) != std::string::npos; ++i) {
        const auto third = i + 2 < out.size() ? static_cast<unsigned char>(out[i + 2]) : 0;
        if (third == 0x99 || (third == 0x98 && i == 0)) {
            out.replace(i, 3, "'");
        } else if (third == 0x90 || third == 0x91) {
            out.replace(i, 3, "-");
        }
    }
    if (first == 0x02BC) {
        out.replace(0, 2, "'");
    }
    return out;
}

Analysis tokenize(std::string_view text, const SentenceSplitter* splitter)
{
    Scanner scanner{text};
    scanner.run();
    Analysis analysis;
    analysis.tokens = scanner.tokens();
    if (!analysis.tokens.empty()) {
        scanner.sentences(analysis, splitter);
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
