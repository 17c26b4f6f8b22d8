// SPDX-License-Identifier: Apache-2.0
// "1 article", "2 articles", "12 KiB".
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::cli {

/// A number with its noun, which takes a plain "s".
[[nodiscard]] inline std::string counted(std::size_t number, std::string_view noun)
{
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

/// A size for people: bytes below 1 KiB, then whole KiB up to 10 MiB, then whole MiB, rounded up.
[[nodiscard]] inline std::string counted_bytes(std::uint64_t bytes)
{
    constexpr std::uint64_t kKib = 1024;
    const auto whole = [bytes](std::uint64_t unit) {
        return (bytes + unit - 1) / unit;
    };
    if (bytes < kKib) {
        return counted(bytes, "byte");
    }
    return bytes <= 10 * kKib * kKib ? fmt::format("{} KiB", whole(kKib))
                                     : fmt::format("{} MiB", whole(kKib * kKib));
}

} // namespace entente::cli
