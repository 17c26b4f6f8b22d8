// SPDX-License-Identifier: Apache-2.0
// Numbers of years, and whether a number is one where it stands.
#pragma once

#include "extractors/dates/words.hpp"

#include <optional>

namespace entente::dates {

struct YearNumber {
    int year = 0;
    std::size_t length = 0; ///< in words
};

/// "2014", "'98", "nineteen ninety-four", whatever stands around.
[[nodiscard]] std::optional<YearNumber> year_number(const Words& words, std::size_t i);

/// The same, unless the words around say that it counts or names something else: "2000 troops".
[[nodiscard]] std::optional<YearNumber> lone_year(const Words& words, std::size_t i);

} // namespace entente::dates
