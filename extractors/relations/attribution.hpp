// SPDX-License-Identifier: Apache-2.0
// Who says that it happened, and whether anybody doubts it.
#pragma once

#include "extractors/language/tree.hpp"
#include "extractors/relations/lexicon.hpp"

#include <cstddef>

namespace entente::relations {

struct Attribution {
    bool alleged = false; ///< claimed, suspected or unconfirmed
    /// The word that names who says so; kRoot where the article itself does.
    std::size_t speaker = language::kRoot;
};

/// Looks from the predicate up to the root: the nearest speaker counts.
[[nodiscard]] Attribution read_attribution(const language::Tree& tree, std::size_t predicate,
                                           const Lexicon& lexicon);

/// Tokens [first, last) that name a speaker, without article: "president of Chad", "Sergei Lavrov".
struct SpeakerName {
    std::size_t first = 0;
    std::size_t last = 0;
};

[[nodiscard]] SpeakerName speaker_name(const language::Tree& tree, std::size_t speaker);

} // namespace entente::relations
