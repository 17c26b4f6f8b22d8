// SPDX-License-Identifier: Apache-2.0
// Checks of option values, with messages that say what would be right.
#pragma once

#include <CLI/CLI.hpp>

#include <cstddef>

namespace entente::cli {

/// More than any list of ours is long.
inline constexpr std::size_t kLargestCount = 1'000'000'000;

/// Whole numbers from `least` to `most`. CLI11 itself would take "-1" for the largest number.
[[nodiscard]] CLI::Validator whole_number(std::size_t least, std::size_t most = kLargestCount);

/// Numbers from 0 to 1.
[[nodiscard]] CLI::Validator share_of_one();

} // namespace entente::cli
