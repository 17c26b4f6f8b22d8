// SPDX-License-Identifier: Apache-2.0
// How far arguments are looked for, and how much less sure they are there.
#pragma once

#include "extractors/relations/nominals.hpp"

#include <cstddef>
#include <vector>

namespace entente::relations {

inline constexpr std::size_t kDeepest = 4;     ///< levels of phrases in which "within" looks
inline constexpr std::size_t kDeepestNear = 2; ///< the same in a phrase that is no place of a frame
inline constexpr double kNear = 0.7;           ///< of an actor that stands in no place of the frame
inline constexpr double kLightVerb = 0.85;     ///< of "Russia launched an attack on" for Russia

/// The fillers with a share of their certainty.
[[nodiscard]] inline std::vector<Filler> less_certain(std::vector<Filler> fillers, double share)
{
    for (Filler& filler : fillers) {
        filler.certainty *= share;
    }
    return fillers;
}

} // namespace entente::relations
