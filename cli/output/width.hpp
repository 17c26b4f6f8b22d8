// SPDX-License-Identifier: Apache-2.0
// How many columns of a terminal a text takes, and fitting texts into columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// Columns of the text: two for wide East Asian characters and emoji, none for combining marks.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

/// The text cut to at most `columns`, with "…" in place of what is lost.
[[nodiscard]] std::string shorten(std::string_view utf8, std::size_t columns);

/// The same, but the beginning is what is lost.
[[nodiscard]] std::string shorten_front(std::string_view utf8, std::size_t columns);

/// The text with blanks behind it (or before it) up to `columns`.
[[nodiscard]] std::string pad_right(std::string_view utf8, std::size_t columns);
[[nodiscard]] std::string pad_left(std::string_view utf8, std::size_t columns);

/// A bar of `share` (0 to 1) of `columns`, in eighths of a column; never empty for a share above 0.
[[nodiscard]] std::string bar(double share, std::size_t columns);

/// One block character for each value, scaled between `low` and `high`; "·" for no value (NaN).
[[nodiscard]] std::string sparkline(const std::vector<double>& values, double low, double high);

} // namespace entente::cli
