// SPDX-License-Identifier: Apache-2.0
// "Did you mean": the known name nearest to one that is not known.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How many letters must be added, left out, changed or swapped with their neighbour to make `b` of
/// `a` (optimal string alignment, in bytes). Time O(n · m), space O(m).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The name nearest to `word`, without regard to case and diacritics; none where even the nearest
/// differs in more than a third of its letters. Ties go to the first.
[[nodiscard]] std::optional<std::string> closest(std::string_view word,
                                                 const std::vector<std::string>& names);

/// A remedy for an unknown word: `did you mean "X"?` where a name is near, else `otherwise`.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& names,
                                       std::string_view otherwise);

} // namespace entente
