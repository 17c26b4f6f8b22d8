// SPDX-License-Identifier: Apache-2.0
// Periods of the calendar with their TIMEX3 values, and counting from one to another.
#pragma once

#include "core/date.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace entente::dates {

/// Days that the calendar has a name for: a day, a week, a quarter, a decade.
struct Period {
    DateRange range;
    DatePrecision precision = DatePrecision::day;
    std::string value; ///< TIMEX3: "2022-W08", "2022-Q1", "199"
};

/// All of these are empty outside the years 1 to 9999, and where there is no such day or month.
[[nodiscard]] std::optional<Period> day_period(Day day);
[[nodiscard]] std::optional<Period> day_period(int year, int month, int day);
[[nodiscard]] std::optional<Period> week_of(Day day);    ///< Monday to Sunday
[[nodiscard]] std::optional<Period> weekend_of(Day day); ///< Saturday and Sunday of that week
[[nodiscard]] std::optional<Period> month_period(int year, int month);
[[nodiscard]] std::optional<Period> quarter_period(int year, int quarter);
[[nodiscard]] std::optional<Period> half_period(int year, int half);
[[nodiscard]] std::optional<Period> year_period(int year);
[[nodiscard]] std::optional<Period> decade_period(int first_year);
[[nodiscard]] std::optional<Period> century_period(int number); ///< 19 is 1801 to 1900 in name
                                                                ///< only: the years 18XX
/// By the months of the northern half of the Earth: SP from March, SU, FA, WI from December on.
[[nodiscard]] std::optional<Period> season_period(int year, std::string_view season);

/// A unit as the table of units writes it: "D", "2W", "10Y", "TH".
struct Unit {
    char letter = 'D'; ///< D W E(weekend) M Q Y, or H M S where `clock`
    int times = 1;
    bool clock = false;
};

[[nodiscard]] Unit parse_unit(std::string_view text);

/// The day, week, month … that lies `shift` such units from the one with the day.
[[nodiscard]] std::optional<Period> period_at(Unit unit, Day day, int shift);

/// The day that lies so many units later: the same day of the month, or the month's last.
[[nodiscard]] std::optional<Day> moved(Day day, Unit unit, int count);

/// Of what last year, this year and the next have, the period nearest to `day` that fits.
[[nodiscard]] std::optional<Period>
nearest_in_years(Day day, const std::function<std::optional<Period>(int year)>& in_year,
                 const std::function<bool(const Period&)>& fits);

[[nodiscard]] int year_of(Day day);
[[nodiscard]] int month_of(Day day);
[[nodiscard]] int quarter_of(Day day);

/// The day of a holiday's rule in a year: "12-25", "11 thu 4", "11 thu 4 +1", "easter -2".
[[nodiscard]] std::optional<Day> holiday_in(int year, std::string_view rule);

} // namespace entente::dates
