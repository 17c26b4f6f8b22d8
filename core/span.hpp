// SPDX-License-Identifier: Apache-2.0
// Half-open ranges of text.
#pragma once

#include <compare>
#include <cstddef>

namespace entente {

/// The range [begin, end). The unit, code points or bytes, is said by the member that holds it.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }

    [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }

    [[nodiscard]] constexpr bool contains(Span other) const noexcept
    {
        return begin <= other.begin && other.end <= end;
    }

    [[nodiscard]] constexpr bool overlaps(Span other) const noexcept
    {
        return begin < other.end && other.begin < end;
    }

    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

} // namespace entente
