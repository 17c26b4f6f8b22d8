// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/sentence_rules.hpp"

#include "extractors/language/word_lists.hpp"

#include <algorithm>

namespace entente::language {

namespace {

constexpr std::size_t kLongestDateline = 14;      ///< words
constexpr std::size_t kShortestDatelinePlace = 3; ///< letters
/// "Inc.", "U.S." may end a sentence; "J." does not.
constexpr std::size_t kShortestEndingAbbreviation = 4;

} // namespace

std::size_t SentenceRules::behind_dateline(std::size_t first, std::size_t last) const
{
    if (!stands_for_place(pieces_[first])) {
        return first;
    }
    const std::size_t end = std::min(last, first + 1 + kLongestDateline);
    for (std::size_t i = first + 1; i < end; ++i) {
        if (text_.is(pieces_[i].from, kLower)) {
            return first;
        }
        if (!text_.is(pieces_[i].from, kDash) || !text_.gap(pieces_[i].to)) {
            continue;
        }
        if (i + 1 == last) {
            return last;
        }
        return text_.is(pieces_[i + 1].from, kLower | kDigit) ? first : i + 1;
    }
    return first;
}

/// Capitals alone, or marks among them.
bool SentenceRules::stands_for_place(const Piece& piece) const
{
    if (piece.to - piece.from < kShortestDatelinePlace || !text_.is(piece.from, kUpper)) {
        return false;
    }
    for (std::size_t i = piece.from; i < piece.to; ++i) {
        if (text_.is(i, kLower)) {
            return false;
        }
    }
    return true;
}

void SentenceRules::split(std::size_t first, std::size_t last, std::vector<std::size_t>& ends) const
{
    for (std::size_t i = first; i < last; ++i) {
        const Piece& piece = pieces_[i];
        const bool stop = text_.is(piece.from, kStop) && text_.is(piece.to - 1, kStop);
        if (!stop && !(piece.stopped && piece.to - piece.from >= kShortestEndingAbbreviation)) {
            continue;
        }
        // Quotes and brackets that close behind it belong to it.
        std::size_t end = i + 1;
        while (end < last && text_.is(pieces_[end].from, kClosing) &&
               pieces_[end].from == pieces_[end - 1].to) {
            ++end;
        }
        if (end == last) {
            break;
        }
        const Piece& next = pieces_[end];
        // "in need.Most": the space is missing.
        const bool glued = end == i + 1 && i > first && text_.is(pieces_[i - 1].to - 1, kLower) &&
                           text_.is(next.from, kUpper) && text_.is(next.from + 1, kLower | kSpace);
        const bool spaced = text_.gap(pieces_[end - 1].to) || glued;
        if (stop ? spaced && !text_.is(next.from, kLower)
                 : spaced && text_.is(next.from, kUpper) &&
                       is_opener(text_.slice(next.from, next.to))) {
            ends.push_back(end);
            i = end - 1;
        }
    }
    ends.push_back(last);
}

std::size_t SentenceRules::cut_before(std::size_t limit, std::size_t longest) const
{
    std::size_t comma = limit;
    for (std::size_t i = limit; i > limit - longest / 3; --i) {
        const UChar32 c = text_.at(pieces_[i - 1].from);
        if (c == ';') {
            return i;
        }
        if (c == ',' && comma == limit) {
            comma = i;
        }
    }
    return comma;
}

} // namespace entente::language
