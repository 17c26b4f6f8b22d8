// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/numbers.hpp"

#include "extractors/language/word_lists.hpp"

#include <array>

namespace entente::language {

namespace {

constexpr std::size_t kLongestUnit = 8; ///< letters

/// "[13,14]" is a list; "[13,140" may be a number.
[[nodiscard]] bool is_listed(const CodePoints& text, std::size_t from, std::size_t to)
{
    return from > 0 && (text.at(from - 1) == '[' || text.at(from - 1) == ',') &&
           !(text.is(to + 1, kDigit) && text.run_end(to + 1, kDigit) == to + 4);
}

/// End of "05/03/2013", "1/2", "555-0134", "2013-05-03"; 0 where the digits [from, to) do not begin
/// such a group.
[[nodiscard]] std::size_t grouped_digits(const CodePoints& text, std::size_t from, std::size_t to)
{
    const UChar32 separator = text.at(to);
    if ((separator != '/' && separator != '-') || !text.is(to + 1, kDigit) || to - from > 10) {
        return 0;
    }
    std::array<std::size_t, 5> sizes{to - from};
    std::size_t count = 1;
    std::size_t end = to;
    while (count < sizes.size() && (text.at(end) == '-' || text.at(end) == '/') &&
           text.is(end + 1, kDigit)) {
        const std::size_t next = text.run_end(end + 1, kDigit);
        sizes[count++] = next - end - 1;
        end = next;
    }
    if (text.is(end, kInWord) ||
        ((text.at(end) == '.' || text.at(end) == ':') && text.is(end + 1, kDigit))) {
        return 0;
    }
    if (separator == '/') {
        const bool date = count == 3 && sizes[0] <= 4 && sizes[1] <= 2 && sizes[2] <= 4;
        const bool fraction = count == 2 && sizes[0] <= 2 && sizes[1] <= 2;
        const bool telephone = count == 3 && sizes[0] == 3 && sizes[2] == 4;
        return date || fraction || telephone ? end : 0;
    }
    if (count == 2) {
        const bool telephone = sizes[1] == 4 && (sizes[0] == 1 || sizes[0] == 3 || sizes[0] == 5);
        return telephone || sizes[0] >= 7 ? end : 0;
    }
    return end;
}

/// "1980's", whose apostrophe is at `to`.
[[nodiscard]] bool is_decade(const CodePoints& text, std::size_t from, std::size_t to)
{
    return text.is(to, kApostrophe) && text.at(to - 1) == '0' &&
           (to - from == 2 || to - from == 4) && text.at(to + 1) == 's' &&
           !text.is(to + 2, kInWord);
}

} // namespace

NumberEnds number_ends(const CodePoints& text, std::size_t from, bool opens)
{
    const auto alone = [](std::size_t end) {
        return NumberEnds{end, end};
    };
    std::size_t to = text.run_end(from, kDigit);
    if (const std::size_t end = grouped_digits(text, from, to)) {
        return alone(end);
    }
    const bool listed = is_listed(text, from, to);
    while ((text.at(to) == '.' || (text.at(to) == ',' && !listed) || text.at(to) == ':') &&
           text.is(to + 1, kDigit)) {
        to = text.run_end(to + 1, kDigit);
    }
    if (is_decade(text, from, to)) {
        return alone(to + 2);
    }
    if (!text.is(to, kInWord)) {
        // "1." that opens a line counts.
        const bool counts = text.at(to) == '.' && opens && to - from <= 5 &&
                            text.at(to + 1) == ' ' && (to - from <= 2 || text.is(to - 2, kStop));
        return alone(counts ? to + 1 : to);
    }
    std::size_t end = to;
    while (end - to <= kLongestUnit && text.is(end, kInWord)) {
        ++end;
    }
    if (text.is(end, kInWord)) {
        return {};
    }
    // "7p.m."
    if (text.at(end) == '.' && end == to + 1 && (text.at(end + 1) | 0x20) == 'm') {
        return alone(to);
    }
    if (text.all(to, end, kLetter) && is_unit(text.slice(to, end))) {
        return {to, end};
    }
    return {};
}

} // namespace entente::language
