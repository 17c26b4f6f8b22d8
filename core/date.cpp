// SPDX-License-Identifier: Apache-2.0
#include "core/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace entente {

namespace {

namespace chr = std::chrono;

constexpr std::array<std::pair<DatePrecision, std::string_view>, 7> kPrecisions{{
    {DatePrecision::day, "day"},
    {DatePrecision::week, "week"},
    {DatePrecision::month, "month"},
    {DatePrecision::quarter, "quarter"},
    {DatePrecision::year, "year"},
    {DatePrecision::decade, "decade"},
    {DatePrecision::interval, "interval"},
}};

constexpr std::array<std::pair<DateBasis, std::string_view>, 3> kBases{{
    {DateBasis::explicit_, "explicit"},
    {DateBasis::relative, "relative"},
    {DateBasis::article, "article"},
}};

template <typename Table, typename Value>
std::string_view name_of(const Table& table, Value value) noexcept
{
    const auto* row = std::find_if(table.begin(), table.end(),
                                   [value](const auto& entry) { return entry.first == value; });
    return row == table.end() ? std::string_view{} : row->second;
}

template <typename Value, typename Table>
std::optional<Value> value_of(const Table& table, std::string_view name) noexcept
{
    for (const auto& [value, text] : table) {
        if (text == name) {
            return value;
        }
    }
    return std::nullopt;
}

/// Takes exactly `digits` decimal digits from the front of the text.
std::optional<int> take_number(std::string_view& text, std::size_t digits)
{
    if (text.size() < digits) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : text.substr(0, digits)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = 10 * value + (c - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char expected)
{
    if (text.empty() || text.front() != expected) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

/// Reads "hh:mm[:ss[.f…]][Z|±hh[:]mm]"; gives the minutes since midnight UTC, which may lie on the
/// day before or after.
std::optional<int> take_time(std::string_view text)
{
    const auto hour = take_number(text, 2);
    if (!hour || *hour > 24 || !take(text, ':')) {
        return std::nullopt;
    }
    const auto minute = take_number(text, 2);
    if (!minute || *minute > 59 || (*hour == 24 && *minute != 0)) {
        return std::nullopt;
    }
    if (take(text, ':')) {
        const auto second = take_number(text, 2);
        if (!second || *second > 60 || (*hour == 24 && *second != 0)) {
            return std::nullopt;
        }
        if (take(text, '.')) {
            text.remove_prefix(std::min(text.find_first_not_of("0123456789"), text.size()));
        }
    }
    const int local = *hour * 60 + *minute;
    take(text, ' ');
    if (text.empty() || text == "Z" || text == "UTC" || text == "GMT") {
        return local;
    }
    const int sign = text.front() == '-' ? 1 : -1;
    if (!take(text, '+') && !take(text, '-')) {
        return std::nullopt;
    }
    const auto zone_hour = take_number(text, 2);
    take(text, ':');
    const auto zone_minute = take_number(text, 2);
    if (!zone_hour || !zone_minute || *zone_hour > 14 || *zone_minute > 59 || !text.empty()) {
        return std::nullopt;
    }
    return local + sign * (*zone_hour * 60 + *zone_minute);
}

Error bad_date(std::string_view text)
{
    return Error{ErrorCode::bad_value, fmt::format("\"{}\" is no date", text)}.hint(
        "write it as YYYY-MM-DD, YYYY-MM or YYYY");
}

} // namespace

std::string format_day(Day day)
{
    const chr::year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Result<Day> parse_day(std::string_view text)
{
    if (text.size() != 10) {
        return bad_date(text);
    }
    const auto date = PartialDate::parse(text);
    if (!date) {
        return date.error();
    }
    return date->range().from;
}

DateRange DateRange::hull(DateRange other) const noexcept
{
    return {std::min(from, other.from), std::max(to, other.to)};
}

std::string_view to_string(DatePrecision precision) noexcept
{
    return name_of(kPrecisions, precision);
}

std::string_view to_string(DateBasis basis) noexcept
{
    return name_of(kBases, basis);
}

std::optional<DatePrecision> parse_date_precision(std::string_view text) noexcept
{
    return value_of<DatePrecision>(kPrecisions, text);
}

std::optional<DateBasis> parse_date_basis(std::string_view text) noexcept
{
    return value_of<DateBasis>(kBases, text);
}

PartialDate PartialDate::of_year(chr::year year)
{
    return {{Day{year / chr::January / 1}, Day{(year + chr::years{1}) / chr::January / 1}},
            DatePrecision::year};
}

PartialDate PartialDate::of_month(chr::year_month month)
{
    return {{Day{month / 1}, Day{(month + chr::months{1}) / 1}}, DatePrecision::month};
}

PartialDate PartialDate::of_day(Day day)
{
    return {{day, day + chr::days{1}}, DatePrecision::day};
}

Result<PartialDate> PartialDate::parse(std::string_view text)
{
    std::string_view rest = text;
    const auto year_number = take_number(rest, 4);
    if (!year_number || *year_number == 0) {
        return bad_date(text);
    }
    const chr::year year{*year_number};
    if (rest.empty()) {
        return of_year(year);
    }
    if (!take(rest, '-')) {
        return bad_date(text);
    }
    const auto month_number = take_number(rest, 2);
    if (!month_number) {
        return bad_date(text);
    }
    const chr::year_month month = year / chr::month{static_cast<unsigned>(*month_number)};
    if (!month.ok()) {
        return bad_date(text);
    }
    if (rest.empty()) {
        return of_month(month);
    }
    if (!take(rest, '-')) {
        return bad_date(text);
    }
    const auto day_number = take_number(rest, 2);
    if (!day_number) {
        return bad_date(text);
    }
    const chr::year_month_day date = month / chr::day{static_cast<unsigned>(*day_number)};
    if (!date.ok()) {
        return Error{ErrorCode::bad_value, fmt::format("\"{}\" is no day of the calendar", text)}
            .hint("check the day against the length of the month");
    }
    if (rest.empty()) {
        return of_day(Day{date});
    }
    if (!take(rest, 'T') && !take(rest, ' ')) {
        return bad_date(text);
    }
    const auto minutes = take_time(rest);
    if (!minutes) {
        return bad_date(text);
    }
    const auto instant = Day{date} + chr::minutes{*minutes};
    const Day day = chr::floor<chr::days>(instant);
    if (day < Day{chr::year{1} / chr::January / 1} ||
        day > Day{chr::year{9999} / chr::December / 31}) {
        return bad_date(text); // its zone moves it out of the years that can be written
    }
    return of_day(day);
}

std::string PartialDate::to_string() const
{
    std::string day = format_day(range_.from);
    switch (precision_) {
    case DatePrecision::year:
        return day.substr(0, 4);
    case DatePrecision::month:
        return day.substr(0, 7);
    default:
        return day;
    }
}

} // namespace entente
