// SPDX-License-Identifier: Apache-2.0
// Days, partial dates and half-open ranges of days in the proleptic Gregorian calendar, UTC.
#pragma once

#include "core/result.hpp"

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A calendar day; days since 1970-01-01.
using Day = std::chrono::sys_days;

/// ISO 8601 "YYYY-MM-DD".
[[nodiscard]] std::string format_day(Day day);

/// Reads "YYYY-MM-DD" and nothing else. Years 0001 to 9999; the day must exist.
[[nodiscard]] Result<Day> parse_day(std::string_view text);

/// A half-open range of days [from, to).
struct DateRange {
    Day from{};
    Day to{};

    [[nodiscard]] constexpr bool empty() const noexcept { return !(from < to); }

    [[nodiscard]] constexpr bool contains(Day day) const noexcept
    {
        return from <= day && day < to;
    }

    [[nodiscard]] constexpr bool overlaps(DateRange other) const noexcept
    {
        return from < other.to && other.from < to;
    }

    /// The smallest range that holds both.
    [[nodiscard]] DateRange hull(DateRange other) const noexcept;

    friend constexpr auto operator<=>(const DateRange&, const DateRange&) = default;
};

/// How exactly a date is known.
enum class DatePrecision : std::uint8_t { day, week, month, quarter, year, decade, interval };

/// Where a date comes from.
enum class DateBasis : std::uint8_t {
    /// A calendar date in the sentence: "on 23 February 2022".
    explicit_, // NOLINT(readability-identifier-naming): the plain word is C++'s
    relative,  ///< an expression resolved against another date: "on Tuesday", "last month"
    article,   ///< only the publication date speaks
};

[[nodiscard]] std::string_view to_string(DatePrecision precision) noexcept;
[[nodiscard]] std::string_view to_string(DateBasis basis) noexcept; ///< "explicit", …
[[nodiscard]] std::optional<DatePrecision> parse_date_precision(std::string_view text) noexcept;
[[nodiscard]] std::optional<DateBasis> parse_date_basis(std::string_view text) noexcept;

/// When an event happened.
struct EventDate {
    DateRange range;
    DatePrecision precision = DatePrecision::day;
    DateBasis basis = DateBasis::article;

    friend bool operator==(const EventDate&, const EventDate&) = default;
};

/// A year, a month of a year, or a day: as much of a date as is known.
class PartialDate {
public:
    /// Reads "YYYY", "YYYY-MM" or "YYYY-MM-DD", also with a time of day behind "T" or a blank,
    /// which is dropped after its zone has moved the date to UTC.
    /// Errors: bad_value where the text is no such date, or the day does not exist.
    [[nodiscard]] static Result<PartialDate> parse(std::string_view text);

    [[nodiscard]] static PartialDate of_year(std::chrono::year year);
    [[nodiscard]] static PartialDate of_month(std::chrono::year_month month);
    [[nodiscard]] static PartialDate of_day(Day day);

    /// All days the date may mean.
    [[nodiscard]] DateRange range() const noexcept { return range_; }

    [[nodiscard]] DatePrecision precision() const noexcept { return precision_; }

    /// ISO 8601 with as many parts as are known: "2022", "2022-02", "2022-02-23".
    [[nodiscard]] std::string to_string() const;

    friend auto operator<=>(const PartialDate&, const PartialDate&) = default;

private:
    PartialDate(DateRange range, DatePrecision precision)
        : range_{range}
        , precision_{precision}
    {}

    DateRange range_;
    DatePrecision precision_;
};

} // namespace entente
