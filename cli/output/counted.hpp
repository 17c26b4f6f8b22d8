// SPDX-License-Identifier: Apache-2.0
// "1 article", "2 articles".
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::cli {

/// A number with its noun, which takes a plain "s".
[[nodiscard]] inline std::string counted(std::size_t number, std::string_view noun)
{
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

} // namespace entente::cli
