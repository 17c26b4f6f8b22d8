// SPDX-License-Identifier: Apache-2.0
// What a relation is about, and what to call it.
#pragma once

#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/lexicon.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace entente::relations {

/// Up to three topics, heaviest first: the frame's own and those of the words around the predicate
/// (its modifiers, objects and the phrases below them), which weigh less the farther they hang.
[[nodiscard]] std::vector<std::string> find_topics(const language::Tree& tree,
                                                   std::size_t predicate, const Frame& frame,
                                                   const Lexicon& lexicon);

/// "energy cooperation" from a noun and its modifiers, without the actors; the frame's label
/// otherwise.
[[nodiscard]] std::string make_label(const language::Tree& tree, std::size_t predicate,
                                     const Frame& frame,
                                     const std::vector<extractors::ActorSighting>& actors);

} // namespace entente::relations
