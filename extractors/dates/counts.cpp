// SPDX-License-Identifier: Apache-2.0
#include "extractors/dates/counts.hpp"

#include <fmt/format.h>

#include <charconv>

namespace entente::dates {

namespace {

constexpr int kMost = 100000;

/// "twenty-five", "two thousand", "three hundred": digits or words, at most six.
Count cardinal(const Words& words, std::size_t i)
{
    Count count;
    bool after_tens = false;
    for (int step = 0; step < 6; ++step) {
        const std::size_t at = i + count.length;
        const bool dash = after_tens && words.is_dash(at);
        const Match number = words.match(at + (dash ? 1 : 0), Kind::number);
        const Match tens = words.match(at, Kind::tens);
        const Match scale = words.match(at, Kind::scale);
        if (number && (count.length == 0 || after_tens)) {
            count.value += number.entry->number;
            count.length += dash ? 2 : 1;
            after_tens = false;
        } else if (tens && count.length == 0) {
            count.value = tens.entry->number;
            count.length = 1;
            after_tens = true;
        } else if (scale && count.length != 0 && count.value < kMost) {
            count.value *= scale.entry->number;
            ++count.length;
            after_tens = false;
        } else {
            break;
        }
    }
    return count;
}

std::optional<Count> open_count(const Words& words, std::size_t i)
{
    const Match some = words.match(i, Kind::some);
    if (!some) {
        return std::nullopt;
    }
    const bool half = some.entry->value == "0.5";
    return Count{some.count, some.entry->number, some.entry->value == "X", half};
}

/// "two to three", "60 and 90", "a month or two": the second end is passed over.
std::size_t second_end(const Words& words, std::size_t i)
{
    const bool joined = words.at(i) == "to" || words.at(i) == "or" || words.is_dash(i);
    if (!joined) {
        return 0;
    }
    const auto digits = words.digits(i + 1);
    const std::size_t length = digits ? 1 : cardinal(words, i + 1).length;
    return length == 0 ? 0 : length + 1;
}

} // namespace

std::string Count::text(int times) const
{
    if (open) {
        return "X";
    }
    if (half && times == 1) {
        return fmt::format("{}.5", value);
    }
    return fmt::format("{}", value * times + (half ? times / 2 : 0));
}

std::optional<Count> read_count(const Words& words, std::size_t i, bool article)
{
    if (const auto some = open_count(words, i)) {
        return some;
    }
    Count count;
    if (const auto digits = words.digits(i)) {
        count = {1, *digits, false, false};
    } else if (words.at(i) == "a" || words.at(i) == "an") {
        const Match scale = words.match(i + 1, Kind::scale);
        count = scale ? Count{2, scale.entry->number, false, false} : Count{1, 1, false, false};
        if (!article && !scale) {
            return std::nullopt;
        }
    } else {
        count = cardinal(words, i);
    }
    if (count.length == 0 || count.value > kMost) {
        return std::nullopt;
    }
    if (const Match half = words.match(i + count.length, Kind::half)) {
        count.half = true;
        count.length += half.count;
    }
    count.length += second_end(words, i + count.length);
    return count;
}

std::optional<Count> read_ordinal(const Words& words, std::size_t i)
{
    if (const Match ordinal = words.match(i, Kind::ordinal)) {
        return Count{1, ordinal.entry->number, false, false};
    }
    if (const Match tens = words.match(i, Kind::tens); tens && words.is_dash(i + 1)) {
        const Match ordinal = words.match(i + 2, Kind::ordinal);
        const bool below_ten = ordinal && ordinal.entry->number > 0 && ordinal.entry->number < 10;
        return below_ten ? std::optional{Count{3, tens.entry->number + ordinal.entry->number, false,
                                               false}}
                         : std::nullopt;
    }
    const std::string_view word = words.at(i);
    int value = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), value);
    const std::string_view rest = word.substr(static_cast<std::size_t>(read.ptr - word.data()));
    const bool suffix = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    return read.ec == std::errc{} && value > 0 && suffix
               ? std::optional{Count{1, value, false, false}}
               : std::nullopt;
}

} // namespace entente::dates
