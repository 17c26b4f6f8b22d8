// SPDX-License-Identifier: Apache-2.0
// Where frames meet trees: predicates with the actors in their argument places.
#pragma once

#include "core/trace.hpp"
#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/lexicon.hpp"

#include <cstddef>
#include <vector>

namespace entente::relations {

/// A frame whose places are filled by two different actors.
struct Candidate {
    const Frame* frame = nullptr;
    std::size_t predicate = 0; ///< token
    std::size_t source = 0;    ///< index into the sightings
    std::size_t target = 0;
    double certainty = 1.0; ///< of the argument places: 1 where each actor is the argument itself
};

/// Tries the frames of every predicate of the text. A coordination gives one candidate a pair; a
/// symmetric frame every pair of up to four members. `trace` may be null; it hears of frames that
/// found a predicate but no two actors.
[[nodiscard]] std::vector<Candidate>
find_candidates(const language::Analysis& analysis, const language::Tree& tree,
                const std::vector<extractors::ActorSighting>& actors, const Lexicon& lexicon,
                Trace* trace);

} // namespace entente::relations
