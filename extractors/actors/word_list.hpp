// SPDX-License-Identifier: Apache-2.0
// Short lists of words that rules ask for. Longer ones are tables of datasets/.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace entente::actors {

/// Whether a lemma, or a word in lower case, is one of a few.
template <std::size_t N>
[[nodiscard]] constexpr bool is_word(std::string_view lemma,
                                     const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), lemma) != words.end();
}

} // namespace entente::actors
