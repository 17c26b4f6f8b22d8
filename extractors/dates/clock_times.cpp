// SPDX-License-Identifier: Apache-2.0
// Times of the day: "5 pm", "10:35 a.m. Friday", "1430 GMT", "noon", "Tuesday morning".
#include "extractors/dates/counts.hpp"
#include "extractors/dates/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace entente::dates {

namespace {

struct ClockTime {
    std::size_t last = 0;
    std::string value; ///< "T17:00", "TMO"
};

struct HourAndMinute {
    int hour = 0;
    int minute = 0;
    bool full = false; ///< with its minutes
};

/// "10", "10:35", "10.35".
std::optional<HourAndMinute> hour_and_minute(std::string_view word)
{
    HourAndMinute out;
    const char* const end = word.data() + word.size();
    auto read = std::from_chars(word.data(), end, out.hour);
    if (read.ec != std::errc{} || read.ptr - word.data() > 2 || out.hour < 0 || out.hour > 24) {
        return std::nullopt;
    }
    if (read.ptr == end) {
        return out;
    }
    const bool separated = (*read.ptr == ':' || *read.ptr == '.') && end - read.ptr == 3;
    read = separated ? std::from_chars(read.ptr + 1, end, out.minute) : read;
    out.full = true;
    return separated && read.ec == std::errc{} && read.ptr == end && out.minute >= 0 &&
                   out.minute < 60
               ? std::optional{out}
               : std::nullopt;
}

bool is_led(const Words& words, std::size_t i)
{
    constexpr std::array<std::string_view, 8> kBefore{"at",    "by",     "until", "from",
                                                      "since", "around", "about", "before"};
    return std::find(kBefore.begin(), kBefore.end(), words.before(i)) != kBefore.end();
}

std::string written(const HourAndMinute& time, int half_day)
{
    const int hour = half_day < 0 ? time.hour : time.hour % 12 + half_day;
    return fmt::format("T{:02}:{:02}", hour, time.minute);
}

/// "9 in the morning".
std::optional<ClockTime> in_the_part(const Words& words, std::size_t at, HourAndMinute time)
{
    if (words.at(at) != "in" || words.at(at + 1) != "the" || time.hour > 12) {
        return std::nullopt;
    }
    const Match part = words.match(at + 2, Kind::day_part);
    if (!part) {
        return std::nullopt;
    }
    return ClockTime{at + 3, written(time, part.entry->value == "MO" ? 0 : 12)};
}

/// "5 pm", "10:35", "8 in the evening".
std::optional<ClockTime> by_hour(const Words& words, std::size_t i)
{
    const auto time = hour_and_minute(words.at(i));
    if (!time) {
        return std::nullopt;
    }
    if (const Match half_day = words.match(i + 1, Kind::half_day)) {
        return time->hour <= 12 && time->hour > 0
                   ? std::optional{ClockTime{i + 2, written(*time, half_day.entry->number)}}
                   : std::nullopt;
    }
    if (auto part = in_the_part(words, i + 1, *time)) {
        return part;
    }
    const bool zone = static_cast<bool>(words.match(i + 1, Kind::zone));
    const bool colon = words.at(i).find(':') != std::string_view::npos;
    return time->full && (zone || (colon && is_led(words, i)))
               ? std::optional{ClockTime{i + 1, written(*time, -1)}}
               : std::nullopt;
}

/// "1430 GMT".
std::optional<ClockTime> by_four_digits(const Words& words, std::size_t i)
{
    const auto digits = words.at(i).size() == 4 ? words.digits(i) : std::nullopt;
    if (!digits || *digits >= 2400 || *digits % 100 >= 60 || !words.match(i + 1, Kind::zone)) {
        return std::nullopt;
    }
    return ClockTime{i + 1, written({*digits / 100, *digits % 100, true}, -1)};
}

std::optional<ClockTime> clock_at(const Words& words, std::size_t i)
{
    std::optional<ClockTime> out = by_hour(words, i);
    out = out ? out : by_four_digits(words, i);
    if (!out) {
        const Match word = words.match(i, Kind::clock);
        return word && !words.is_in_title(i)
                   ? std::optional{ClockTime{i + word.count, word.entry->value}}
                   : std::nullopt;
    }
    if (const Match zone = words.match(out->last, Kind::zone)) {
        out->last += zone.count;
        out->value += zone.entry->value == "Z" ? "Z" : "";
    }
    return out;
}

bool is_one_day(const Found& found)
{
    return found && found->type == Type::date && found->range &&
           found->precision == DatePrecision::day;
}

/// The day behind the time, or the last one that the text named; a report without any is of its
/// own day.
Expression on_day(const Context& context, std::size_t i, const ClockTime& clock)
{
    const Words& words = context.words;
    Expression out = undated(i, clock.last, Type::time, clock.value);
    const std::size_t comma = words.at(clock.last) == "," ? 1 : 0;
    const std::size_t on = words.at(clock.last) == "on" ? 1 : 0;
    Found day = read_day(context, clock.last + comma + on);
    const bool behind = is_one_day(day);
    if (behind && on == 0) {
        out.last = day->last;
    } else if (!behind) {
        auto named = context.discourse.day_here();
        named = named ? named : context.discourse.day();
        named = named ? named : context.today;
        if (!named) {
            return out;
        }
        day = dated(i, i, day_period(*named), DateBasis::relative);
    }
    if (day && day->range) {
        out.value = day->value + clock.value;
        out.range = day->range;
        out.precision = DatePrecision::day;
        out.basis = day->basis;
    }
    return out;
}

/// "Tuesday morning", "yesterday evening", "23 February at night" is none.
Found part_behind_day(const Context& context, std::size_t i)
{
    const Found day = read_day(context, i);
    if (!is_one_day(day)) {
        return std::nullopt;
    }
    const Match part = context.words.match(day->last, Kind::day_part);
    if (!part || context.words.at(day->last).ends_with('s')) {
        return std::nullopt;
    }
    Expression out = *day;
    out.type = Type::time;
    out.last += part.count;
    out.value += "T" + part.entry->value;
    return out;
}

/// "mid-afternoon yesterday", "the morning", "in the evening of 5 March".
Found part_of_day(const Context& context, std::size_t i)
{
    const Words& words = context.words;
    const std::size_t at = i + (words.at(i) == "the" ? 1 : 0);
    const Match part = words.match(at, Kind::day_part);
    if (!part || words.at(at).ends_with('s') || words.is_in_title(at)) {
        return std::nullopt;
    }
    const std::size_t last = at + part.count;
    const std::size_t of = words.at(last) == "of" ? 1 : 0;
    const bool day = is_one_day(read_day(context, last + of));
    if (!day && (at == i || of != 0)) {
        return std::nullopt;
    }
    ClockTime clock{last + of, "T" + part.entry->value};
    clock.last = day ? clock.last : last;
    return on_day(context, i, clock);
}

} // namespace

Found read_clock(const Context& context, std::size_t i)
{
    if (const auto clock = clock_at(context.words, i)) {
        return on_day(context, i, *clock);
    }
    Found out = part_behind_day(context, i);
    return out ? out : part_of_day(context, i);
}

} // namespace entente::dates
