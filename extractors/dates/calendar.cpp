// SPDX-License-Identifier: Apache-2.0
#include "extractors/dates/calendar.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace entente::dates {

namespace {

namespace chr = std::chrono;

constexpr int kLastYear = 9999;
constexpr std::array<std::string_view, 7> kWeekdays{"sun", "mon", "tue", "wed",
                                                    "thu", "fri", "sat"};

std::optional<Period> period(DateRange range, DatePrecision precision, std::string value)
{
    const bool written = range.from >= Day{chr::year{1} / 1 / 1} &&
                         range.to <= Day{chr::year{kLastYear} / 12 / 31} + chr::days{1};
    return written ? std::optional{Period{range, precision, std::move(value)}} : std::nullopt;
}

/// Months are counted from January of the year and may lie outside it.
std::optional<Period> months(int year, int first, int count, DatePrecision precision,
                             std::string value)
{
    if (year < 1 || year > kLastYear) {
        return std::nullopt;
    }
    const chr::year_month from = chr::year{year} / chr::January + chr::months{first - 1};
    return period({Day{from / 1}, Day{(from + chr::months{count}) / 1}}, precision,
                  std::move(value));
}

std::optional<Period> years(int first, int count, DatePrecision precision, std::string value)
{
    if (first < 1 || first + count - 1 > kLastYear) {
        return std::nullopt;
    }
    return months(first, 1, 12 * count, precision, std::move(value));
}

Day monday_of(Day day)
{
    return day - chr::days{chr::weekday{day}.iso_encoding() - 1};
}

/// Of the ISO week: its Thursday lies in its year.
std::string week_name(Day monday)
{
    const Day thursday = monday + chr::days{3};
    const chr::year year = chr::year_month_day{thursday}.year();
    const int number = static_cast<int>((thursday - Day{year / 1 / 1}).count() / 7) + 1;
    return fmt::format("{:04}-W{:02}", static_cast<int>(year), number);
}

int to_int(std::string_view text)
{
    int value = 0;
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
    }
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Sunday of western Easter, by the rule of Meeus, Jones and Butcher.
Day easter(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return Day{chr::year{year} / chr::month{static_cast<unsigned>(f / 31)} /
               chr::day{static_cast<unsigned>(f % 31 + 1)}};
}

chr::weekday weekday_named(std::string_view name)
{
    unsigned number = 0;
    while (number < kWeekdays.size() - 1 && kWeekdays[number] != name) {
        ++number;
    }
    return chr::weekday{number};
}

/// Days between a period and a day outside it.
std::chrono::days distance(const Period& period, Day day)
{
    if (period.range.contains(day)) {
        return std::chrono::days{0};
    }
    return day < period.range.from ? period.range.from - day : day - period.range.to;
}

} // namespace

std::optional<Period> day_period(Day day)
{
    return period({day, day + chr::days{1}}, DatePrecision::day, format_day(day));
}

std::optional<Period> day_period(int year, int month, int day)
{
    const chr::year_month_day date{chr::year{year}, chr::month{static_cast<unsigned>(month)},
                                   chr::day{static_cast<unsigned>(day)}};
    const bool exists = year >= 1 && year <= kLastYear && date.ok();
    return exists ? day_period(Day{date}) : std::nullopt;
}

std::optional<Period> week_of(Day day)
{
    const Day monday = monday_of(day);
    return period({monday, monday + chr::days{7}}, DatePrecision::week, week_name(monday));
}

std::optional<Period> weekend_of(Day day)
{
    const Day monday = monday_of(day);
    return period({monday + chr::days{5}, monday + chr::days{7}}, DatePrecision::interval,
                  week_name(monday) + "-WE");
}

std::optional<Period> month_period(int year, int month)
{
    return months(year, month, 1, DatePrecision::month, fmt::format("{:04}-{:02}", year, month));
}

std::optional<Period> quarter_period(int year, int quarter)
{
    return months(year, 3 * quarter - 2, 3, DatePrecision::quarter,
                  fmt::format("{:04}-Q{}", year, quarter));
}

std::optional<Period> half_period(int year, int half)
{
    return months(year, 6 * half - 5, 6, DatePrecision::interval,
                  fmt::format("{:04}-H{}", year, half));
}

std::optional<Period> year_period(int year)
{
    return years(year, 1, DatePrecision::year, fmt::format("{:04}", year));
}

std::optional<Period> decade_period(int first_year)
{
    return years(first_year, 10, DatePrecision::decade, fmt::format("{:03}", first_year / 10));
}

std::optional<Period> century_period(int number)
{
    return years(100 * (number - 1), 100, DatePrecision::interval,
                 fmt::format("{:02}", number - 1));
}

std::optional<Period> season_period(int year, std::string_view season)
{
    const int first = season == "SP" ? 3 : (season == "SU" ? 6 : (season == "FA" ? 9 : 12));
    return months(year, first, 3, DatePrecision::interval, fmt::format("{:04}-{}", year, season));
}

Unit parse_unit(std::string_view text)
{
    Unit unit;
    if (!text.empty() && text.front() == 'T') {
        return {text.back(), 1, true};
    }
    if (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        unit.times = to_int(text);
    }
    unit.letter = text.empty() ? 'D' : text.back();
    return unit;
}

std::optional<Period> period_at(Unit unit, Day day, int shift)
{
    const int year = year_of(day);
    switch (unit.letter) {
    case 'D':
        return unit.clock ? std::nullopt : day_period(day + chr::days{shift});
    case 'W':
        return week_of(day + chr::days{7 * unit.times * shift});
    case 'E':
        return weekend_of(day + chr::days{7 * shift});
    case 'M': {
        const auto month = chr::year{year} / month_of(day) + chr::months{shift};
        return unit.clock ? std::nullopt
                          : month_period(static_cast<int>(month.year()),
                                         static_cast<int>(static_cast<unsigned>(month.month())));
    }
    case 'Q': {
        const int quarters = 4 * year + quarter_of(day) - 1 + shift;
        return quarter_period(quarters / 4, quarters % 4 + 1);
    }
    case 'Y':
        if (unit.times == 10) {
            return decade_period((year / 10 + shift) * 10);
        }
        return unit.times == 100 ? century_period(year / 100 + 1 + shift)
                                 : year_period(year + shift * unit.times);
    default:
        return std::nullopt;
    }
}

std::optional<Day> moved(Day day, Unit unit, int count)
{
    const long by = static_cast<long>(count) * unit.times;
    constexpr long kMost = 12L * kLastYear;
    if (unit.clock || by < -31 * kMost || by > 31 * kMost) {
        return std::nullopt;
    }
    if (unit.letter == 'D' || unit.letter == 'W' || unit.letter == 'E') {
        return day + chr::days{unit.letter == 'D' ? by : 7 * by};
    }
    const long by_months = by * (unit.letter == 'Y' ? 12 : (unit.letter == 'Q' ? 3 : 1));
    const long month = 12L * year_of(day) + month_of(day) - 1 + by_months;
    if (month < 12 || month > kMost + 11) {
        return std::nullopt;
    }
    const chr::year_month then{chr::year{static_cast<int>(month / 12)},
                               chr::month{static_cast<unsigned>(month % 12 + 1)}};
    const chr::day last = chr::year_month_day_last{then / chr::last}.day();
    return Day{then / std::min(chr::year_month_day{day}.day(), last)};
}

std::optional<Period>
nearest_in_years(Day day, const std::function<std::optional<Period>(int year)>& in_year,
                 const std::function<bool(const Period&)>& fits)
{
    std::optional<Period> best;
    for (int year = year_of(day) - 1; year <= year_of(day) + 1; ++year) {
        auto period = in_year(year);
        if (period && fits(*period) && (!best || distance(*period, day) < distance(*best, day))) {
            best = std::move(period);
        }
    }
    return best;
}

int year_of(Day day)
{
    return static_cast<int>(chr::year_month_day{day}.year());
}

int month_of(Day day)
{
    return static_cast<int>(static_cast<unsigned>(chr::year_month_day{day}.month()));
}

int quarter_of(Day day)
{
    return (month_of(day) + 2) / 3;
}

std::optional<Day> holiday_in(int year, std::string_view rule)
{
    if (year < 1 || year > kLastYear) {
        return std::nullopt;
    }
    const auto parts = text::split(rule, ' ');
    if (parts.front() == "easter") {
        return easter(year) + chr::days{to_int(parts.back())};
    }
    if (parts.size() == 1) {
        if (rule.size() != 5) {
            return std::nullopt;
        }
        const auto day = day_period(year, to_int(rule.substr(0, 2)), to_int(rule.substr(3)));
        return day ? std::optional{day->range.from} : std::nullopt;
    }
    const chr::month month{static_cast<unsigned>(to_int(parts[0]))};
    if (parts.size() < 3 || !month.ok()) {
        return std::nullopt;
    }
    const chr::weekday weekday = weekday_named(parts[1]);
    const int which = to_int(parts[2]);
    const Day day = which < 0
                        ? Day{chr::year{year} / month / weekday[chr::last]}
                        : Day{chr::year{year} / month / weekday[static_cast<unsigned>(which)]};
    return day + chr::days{parts.size() > 3 ? to_int(parts[3]) : 0};
}

} // namespace entente::dates
