// SPDX-License-Identifier: Apache-2.0
// Words that begin with a digit: numbers, dates, times, telephone numbers, and units behind them.
#pragma once

#include "extractors/language/code_points.hpp"

#include <cstddef>

namespace entente::language {

/// Where a number ends, and the unit that touches it: "5" and "kg" of "5kg".
struct NumberEnds {
    std::size_t number = 0; ///< 0: no number but a word, such as "3D"
    std::size_t unit = 0;   ///< the same as `number` where there is no unit
};

/// \param from  the place of a digit
/// \param opens the number opens a paragraph and may count it: "1."
[[nodiscard]] NumberEnds number_ends(const CodePoints& text, std::size_t from, bool opens);

} // namespace entente::language
