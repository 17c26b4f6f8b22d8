// SPDX-License-Identifier: Apache-2.0
// Names of months and weekdays, and which year or week a bare one means.
#pragma once

#include "extractors/dates/reading.hpp"

namespace entente::dates {

/// A month written out or short; a word such as "may" only where a capital and the words around
/// make it one. `beside_number`: a day or year stands next to it.
[[nodiscard]] Match month_at(const Words& words, std::size_t i, bool beside_number);

/// A day of the week, written out, or short with its full stop.
[[nodiscard]] Match weekday_at(const Words& words, std::size_t i);

/// The year of a month without one: the last that has begun, or by tense the next to come.
[[nodiscard]] std::optional<Period> nearest_month(const Context& context, std::size_t word,
                                                  int month);

/// A day of a month without a year: by tense before or after publication, else what is nearer.
[[nodiscard]] std::optional<Period> nearest_day(const Context& context, std::size_t word, int month,
                                                int day);

} // namespace entente::dates
