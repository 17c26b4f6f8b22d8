// SPDX-License-Identifier: Apache-2.0
// What the readers of time expressions share: what they see, and what they give.
#pragma once

#include "extractors/dates/calendar.hpp"
#include "extractors/dates/discourse.hpp"
#include "extractors/dates/tenses.hpp"
#include "extractors/dates/words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::dates {

enum class Type : std::uint8_t { date, time, duration, set };

[[nodiscard]] std::string_view to_string(Type type) noexcept; ///< "DATE", …

/// A time expression: words [first, last).
struct Expression {
    std::size_t first = 0;
    std::size_t last = 0;
    Type type = Type::date;
    std::string value; ///< TIMEX3; empty where unknown
    std::optional<DateRange> range;
    DatePrecision precision = DatePrecision::day;
    DateBasis basis = DateBasis::relative;
    bool aside = false; ///< named to compare with: what follows does not count from it
};

/// All that may be known where an expression is read. Lifetime: refers to all of it.
struct Context {
    const Words& words;
    const Tenses& tenses;
    const Discourse& discourse;
    std::optional<Day> today; ///< the day of publication
};

/// A date of these words, without range and value where there is no such period.
[[nodiscard]] Expression dated(std::size_t first, std::size_t last,
                               const std::optional<Period>& period, DateBasis basis);

/// An expression that is no day of the calendar.
[[nodiscard]] Expression undated(std::size_t first, std::size_t last, Type type, std::string value);

/// Each reader sees whether an expression of its kind begins at the word, and takes as many words
/// as it can. All look at a bounded number of words.
using Found = std::optional<Expression>;

[[nodiscard]] Found read_calendar_date(const Context& context, std::size_t i); ///< "5 March 2014"
[[nodiscard]] Found read_number_date(const Context& context, std::size_t i);   ///< "2014-03-05"
[[nodiscard]] Found read_year(const Context& context, std::size_t i);          ///< "2014"
[[nodiscard]] Found read_years(const Context& context, std::size_t i);         ///< "the 1990s"
[[nodiscard]] Found read_year_part(const Context& context, std::size_t i);     ///< "the first half"
[[nodiscard]] Found read_weekday(const Context& context, std::size_t i);       ///< "last Friday"
[[nodiscard]] Found read_holiday(const Context& context, std::size_t i);       ///< "Christmas"
[[nodiscard]] Found read_neighbour(const Context& context, std::size_t i);     ///< "last month"
[[nodiscard]] Found read_distance(const Context& context, std::size_t i);      ///< "a week ago"
[[nodiscard]] Found read_duration(const Context& context, std::size_t i);      ///< "three years"
[[nodiscard]] Found read_clock(const Context& context, std::size_t i);         ///< "5 pm"
[[nodiscard]] Found read_set(const Context& context, std::size_t i);           ///< "every week"
[[nodiscard]] Found read_phrase(const Context& context, std::size_t i);        ///< "now"

/// A year, as a number or from here: "2014", "last year". For "the third quarter of …".
[[nodiscard]] Found read_any_year(const Context& context, std::size_t i);

/// The longest of what names days: "Friday", "5 March", "yesterday".
[[nodiscard]] Found read_day(const Context& context, std::size_t i);

/// The longest of all, with what stands around it: "early last month".
[[nodiscard]] Found read_time(const Context& context, std::size_t i);

} // namespace entente::dates
