// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/full_stops.hpp"

#include "extractors/language/word_lists.hpp"

namespace entente::language {

namespace {

constexpr std::size_t kLongestAcronym = 16; ///< letters

/// "The", "It": a new sentence may begin; not "A." and "I.", which are initials.
[[nodiscard]] bool opener_at(const CodePoints& text, std::size_t from)
{
    std::size_t to = from;
    while (to - from < FoldedWord::kLongest && text.is(to, kInWord)) {
        ++to;
    }
    return text.at(to) != '.' && is_opener(text.slice(from, to));
}

/// A doctorate, with or without its last full stop.
[[nodiscard]] Acronym doctorate(const CodePoints& text, std::size_t from)
{
    std::size_t end = from + 4;
    end += text.at(end) == '.' ? 1U : 0U;
    return text.is(end, kInWord) ? Acronym{} : Acronym{end, text.at(end - 1) == '.'};
}

/// Letters with full stops up to `end`, where the word goes on.
[[nodiscard]] Acronym before_letter(const CodePoints& text, std::size_t from, std::size_t end)
{
    const std::size_t letters = (end - from) / 2;
    // "a.m", "U.S.A": the last letter without one.
    if (text.is(end, kLetter) && !text.is(end + 1, kInWord) && text.at(end + 1) != '@' &&
        (letters > 1 || text.is(from, kUpper) == text.is(end, kUpper))) {
        return {end + 1, false};
    }
    // "M.Sc.", "J.Smith"
    if (text.is(from, kUpper) && text.is(end, kUpper) && text.is(end + 1, kLower)) {
        return {end, true};
    }
    return {};
}

/// "J. Omar", "J.,", "p. 5": one letter whose full stop is not the sentence's.
[[nodiscard]] bool is_initial(const CodePoints& text, std::size_t from, bool after_initial)
{
    const std::size_t end = from + 2;
    std::size_t next = end;
    while (text.at(next) == ' ') {
        ++next;
    }
    const bool is_i = text.at(from) == 'I'; // the pronoun, more likely
    if (text.is(from, kUpper) &&
        ((next > end && text.is(next, kUpper) && !is_i && !opener_at(text, next)) ||
         ((after_initial || !is_i) && text.at(next) == ',' && next == end) ||
         (after_initial && !text.gap(next)))) {
        return true;
    }
    return next > end && text.is(next, kDigit) &&
           abbreviation(text.lower(from, from + 1).view(), false) == Abbreviation::numbered;
}

} // namespace

Acronym acronym_at(const CodePoints& text, std::size_t from, bool after_initial)
{
    if (text.reads(from, "ph.d")) {
        return doctorate(text, from);
    }
    std::size_t end = from;
    while (end - from < 2 * kLongestAcronym && text.is(end, kLetter) && text.at(end + 1) == '.') {
        end += 2;
    }
    if (end == from) {
        return {};
    }
    if (text.is(end, kInWord)) {
        return before_letter(text, from, end);
    }
    if (end == from + 2) {
        return is_initial(text, from, after_initial) ? Acronym{end, true} : Acronym{};
    }
    // "in the U.S.." is two words, "the U.S..." too.
    return {text.at(end) == '.' && text.at(end + 1) == '.' ? end - 1 : end, true};
}

bool stop_belongs(const CodePoints& text, std::string_view folded, std::size_t from, std::size_t to)
{
    if (text.at(to + 1) == '.' && text.at(to + 2) == '.') {
        return false;
    }
    // The next word in the line.
    std::size_t next = to + 1;
    while (text.at(next) == ' ' || text.at(next) == 0xA0) {
        ++next;
    }
    const UChar32 c = text.at(next);
    const bool on = text.is(next, kInWord) || c == '(' || c == '&' || c == '"' || c == 0x201C ||
                    (next == to + 1 && !text.gap(next) && !text.is(next, kClosing | kStop));
    switch (abbreviation(folded, text.is(from, kUpper))) {
    case Abbreviation::always:
        return true;
    case Abbreviation::inside:
        return on || text.is(from, kUpper);
    case Abbreviation::name:
        return on;
    case Abbreviation::place:
        return c == ',' && next == to + 1;
    case Abbreviation::numbered:
        return next > to + 1 && text.is(next, kDigit);
    case Abbreviation::none:
        return false;
    }
    return false;
}

} // namespace entente::language
