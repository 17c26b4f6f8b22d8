// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/word_scanner.hpp"

#include "extractors/language/addresses.hpp"
#include "extractors/language/full_stops.hpp"
#include "extractors/language/marks.hpp"
#include "extractors/language/numbers.hpp"
#include "extractors/language/word_lists.hpp"

#include <utility>

namespace entente::language {

namespace {

/// A line shorter than this is not broken by a page's width: its end is meant.
constexpr std::size_t kShortestWrappedLine = 50;
constexpr std::size_t kLongestSlashedWord = 4; ///< "w/o", "s/he"
constexpr std::size_t kLongestContraction = 8;

class WordScanner {
public:
    explicit WordScanner(const CodePoints& text)
        : text_{text}
        , addresses_{text}
    {
        pieces_.reserve(text.size() / 4 + 1);
    }

    [[nodiscard]] std::vector<Piece> run()
    {
        while (at_ < text_.size()) {
            step();
        }
        return std::move(pieces_);
    }

private:
    void emit(std::size_t from, std::size_t to, bool stopped = false)
    {
        pieces_.push_back({from, to, opens_, stopped});
        opens_ = false;
        at_ = to;
    }

    void emit_two(std::size_t from, std::size_t middle, std::size_t to)
    {
        emit(from, middle);
        emit(middle, to);
    }

    void step()
    {
        const unsigned classes = text_.classes(at_);
        if ((classes & kLineEnd) != 0) {
            line_end();
        } else if ((classes & (kSpace | kControl)) != 0) {
            ++at_;
        } else if ((classes & kInWord) != 0) {
            word();
        } else if ((classes & kApostrophe) != 0 || text_.at(at_) == 0x2018) {
            apostrophe();
        } else {
            emit(at_, mark_end(text_, at_));
        }
    }

    /// Ends the paragraph, unless the next line plainly continues this one.
    void line_end()
    {
        const bool wrapped = at_ - line_begin_ >= kShortestWrappedLine && !pieces_.empty() &&
                             pieces_.back().from >= line_begin_ && !closed_by_stop() &&
                             text_.is(at_ + 1, kLower);
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
        while (i > line_begin_ && text_.is(i - 1, kClosing)) {
            --i;
        }
        return i > line_begin_ && text_.is(i - 1, kStop) && !pieces_.back().stopped;
    }

    /// Length of "'s", "'re" … at `from` in code points; 0 where there is none.
    [[nodiscard]] std::size_t clitic_length(std::size_t from) const
    {
        std::size_t length = 0;
        switch (text_.at(from + 1) | 0x20) {
        case 's':
        case 'd':
        case 'm':
            length = 2;
            break;
        case 'r':
        case 'v':
            length = (text_.at(from + 2) | 0x20) == 'e' ? 3 : 0;
            break;
        case 'l':
            length = (text_.at(from + 2) | 0x20) == 'l' ? 3 : 0;
            break;
        default:
            break;
        }
        return length != 0 && !text_.is(from + length, kInWord) ? length : 0;
    }

    void apostrophe()
    {
        const std::size_t from = at_;
        const bool inside = from > 0 && text_.is(from - 1, kInWord);
        if (const std::size_t clitic = clitic_length(from)) {
            const bool stands =
                !inside && (from == 0 || text_.gap(from - 1)) && text_.gap(from + clitic);
            if (inside || stands) {
                emit(from, from + clitic);
                return;
            }
        }
        const std::size_t clipped = inside ? 0 : clipped_end(from);
        emit(from, clipped != 0 ? clipped : mark_end(text_, from));
    }

    /// Behind "'90s", "'14", "'em" at `from`; 0 where there is no such word.
    [[nodiscard]] std::size_t clipped_end(std::size_t from) const
    {
        const std::size_t to = text_.run_end(from + 1, kInWord);
        const bool digits = text_.is(from + 1, kDigit) && text_.is(from + 2, kDigit);
        const bool decade = to == from + 4 && digits && text_.at(from + 3) == 's';
        const bool year = to == from + 3 && digits && (text_.at(to) & ~1) != 0x2018 &&
                          text_.at(to) != '\''; // '14' is quoted
        return decade || year || is_clipped_word(text_.lower(from + 1, to).view()) ? to : 0;
    }

    void word()
    {
        const std::size_t from = at_;
        if (special_word(from)) {
            return;
        }
        std::size_t to = part_end(from);
        if (hyphen_joins(from, to)) {
            to = part_end(to + 1);
        }
        end_word(from, to);
    }

    /// Addresses, acronyms and numbers, which have marks inside.
    bool special_word(std::size_t from)
    {
        if (const std::size_t end = addresses_.end_at(from)) {
            emit(from, end);
            return true;
        }
        if (may_be_acronym(text_, from)) {
            const Acronym acronym = acronym_at(text_, from, after_initial());
            if (acronym.end != 0) {
                emit(from, acronym.end, acronym.stopped);
                return true;
            }
        }
        if (text_.is(from, kDigit)) {
            const NumberEnds ends = number_ends(text_, from, opens_);
            if (ends.number == 0) {
                return false;
            }
            emit(from, ends.number);
            if (ends.unit != ends.number) {
                emit(ends.number, ends.unit);
            }
            return true;
        }
        return false;
    }

    /// The word before is "J.", and the paragraph goes on.
    [[nodiscard]] bool after_initial() const
    {
        return !opens_ && !pieces_.empty() && pieces_.back().stopped &&
               pieces_.back().to - pieces_.back().from == 2;
    }

    /// Behind the letters and digits from `to` on, with the apostrophes and joiners inside.
    [[nodiscard]] std::size_t part_end(std::size_t to) const
    {
        for (; to < text_.size(); ++to) {
            if ((text_.classes(to) & kInWord) != 0) {
                continue;
            }
            if (!text_.is(to + 1, kInWord) || !text_.is(to - 1, kInWord) || !joins_letters(to)) {
                return to;
            }
        }
        return to;
    }

    /// The mark at `to`, which stands between two letters or digits, leaves them one word.
    [[nodiscard]] bool joins_letters(std::size_t to) const
    {
        if (text_.is(to, kApostrophe)) {
            return clitic_length(to) == 0;
        }
        const UChar32 c = text_.at(to);
        switch (c) {
        case '&': // "AT&T"
            return text_.is(to + 1, kLetter) && text_.is(to - 1, kLetter) &&
                   text_.is(to + 1, kUpper) == text_.is(to - 1, kUpper);
        case '*': // letters left out
        case '$':
            return text_.is(to + 1, kLower) && text_.is(to - 1, kLetter);
        case '.': // "v2.0"
        case ',':
            return text_.is(to - 1, kDigit) && text_.is(to + 1, kDigit);
        default:
            return is_joiner(c);
        }
    }

    /// "anti-war": the hyphen at `to` belongs to the word begun at `from`.
    [[nodiscard]] bool hyphen_joins(std::size_t from, std::size_t to) const
    {
        const UChar32 c = text_.at(to);
        if ((c != '-' && c != 0x2010 && c != 0x2011) || !text_.is(to + 1, kLetter | kDigit)) {
            return false;
        }
        if (is_hyphen_prefix(text_.lower(from, to).view()) && !is_acronym_before(from, to)) {
            return from == 0 || !text_.is(from - 1, kDash);
        }
        // "Lashkar-e Jhangvi"
        if ((text_.at(to + 1) == 'e' || text_.at(to + 1) == 'i') && text_.at(to + 2) == ' ' &&
            text_.is(from, kUpper)) {
            return true;
        }
        return text_.reads(from, "uh-oh") || text_.reads(from, "uh-huh") ||
               text_.reads(from, "mm-hm");
    }

    /// "UN-brokered", but not "UN-BROKEN" and "A-frame": capitals in front of a small letter.
    [[nodiscard]] bool is_acronym_before(std::size_t from, std::size_t hyphen) const
    {
        return hyphen - from > 1 && text_.is(from + 1, kUpper) && text_.is(hyphen + 1, kLower);
    }

    /// The word [from, to) with what belongs to it behind, or in the parts that UD sees in it.
    void end_word(std::size_t from, std::size_t to)
    {
        // "doesn't" is "does" and "n't".
        if (to - from > 3 && (text_.at(to - 1) | 0x20) == 't' && text_.is(to - 2, kApostrophe) &&
            (text_.at(to - 3) | 0x20) == 'n') {
            emit_two(from, to - 3, to);
            return;
        }
        // "th- that": broken off.
        if (text_.at(to) == '-' && text_.at(to + 1) == ' ' && breaks_off(from, to)) {
            emit(from, to + 1);
            return;
        }
        // "US$", "HK$"
        if (text_.at(to) == '$' && to - from <= 3 && text_.is(to + 1, kDigit) &&
            text_.all(from, to, kUpper)) {
            emit(from, to + 1);
            return;
        }
        // "y'all"
        if (to - from == 5 && text_.is(from + 1, kApostrophe) &&
            (text_.reads(from, "y'all") || text_.reads(from + 2, "all"))) {
            emit_two(from, from + 2, to);
            return;
        }
        const FoldedWord folded = text_.lower(from, to);
        if (folded.empty()) {
            emit(from, to);
        } else if (text_.at(to) == '.' && stop_belongs(text_, folded.view(), from, to)) {
            emit(from, to + 1, true);
        } else if (const std::size_t slashed = slashed_end(from, to)) {
            emit(from, slashed);
        } else if (const std::size_t first = contracted(folded, from, to)) {
            emit_two(from, from + first, to);
        } else {
            emit(from, to);
        }
    }

    [[nodiscard]] bool breaks_off(std::size_t from, std::size_t to) const
    {
        if (!text_.all(from, to, kLetter)) {
            return false;
        }
        const bool code = to - from == 2 && text_.all(from, to, kUpper);
        return (to - from <= 2 && !code) || text_.at(to + 2) == 0x2013 ||
               text_.at(to + 2) == 0x2014;
    }

    /// Behind "w/o", whose slash is at `to`; 0 where there is no such word.
    [[nodiscard]] std::size_t slashed_end(std::size_t from, std::size_t to) const
    {
        if (text_.at(to) != '/' || !text_.is(to + 1, kLetter)) {
            return 0;
        }
        const std::size_t end = text_.run_end(to + 1, kInWord);
        return end - from <= kLongestSlashedWord && is_slashed_word(text_.lower(from, end).view())
                   ? end
                   : 0;
    }

    /// Length of the first part of "cannot"; 0 where the word is one.
    [[nodiscard]] std::size_t contracted(const FoldedWord& folded, std::size_t from,
                                         std::size_t to) const
    {
        // "IM", "AINT": capitals may mean something else.
        return to - from >= 2 && to - from <= kLongestContraction && text_.at(from + 1) != 'M'
                   ? contraction(folded.view())
                   : 0;
    }

    const CodePoints& text_;
    AddressFinder addresses_;
    std::vector<Piece> pieces_;
    std::size_t at_ = 0;
    std::size_t line_begin_ = 0;
    bool opens_ = true; ///< the next word opens a paragraph
};

} // namespace

std::vector<Piece> scan_words(const CodePoints& text)
{
    return WordScanner{text}.run();
}

} // namespace entente::language
