// SPDX-License-Identifier: Apache-2.0
// Which two actors may be the two sides of a relation.
#pragma once

#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/lexicon.hpp"
#include "extractors/relations/nominals.hpp"

#include <vector>

namespace entente::relations {

/// Judges pairs of one text.
/// Lifetime: refers to the tree and the sightings.
class Pairing {
public:
    Pairing(const language::Tree& tree, const std::vector<extractors::ActorSighting>& actors)
        : tree_{tree}
        , actors_{actors}
    {}

    /// By the codebook two different actors, within one state only between its sectors; of the
    /// kinds that the frame asks for; none that is a part of the other or is named with it in one
    /// breath.
    [[nodiscard]] bool may_relate(const Frame& frame, const Filler& source,
                                  const Filler& target) const;

private:
    [[nodiscard]] bool are_joined(const Filler& source, const Filler& target) const;
    [[nodiscard]] bool is_own_part(const Filler& source, const Filler& target) const;

    const language::Tree& tree_;
    const std::vector<extractors::ActorSighting>& actors_;
};

} // namespace entente::relations
