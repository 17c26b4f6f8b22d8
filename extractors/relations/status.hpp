// SPDX-License-Identifier: Apache-2.0
// Did it happen: factuality of a predicate.
#pragma once

#include "core/relation.hpp"
#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/lexicon.hpp"

#include <cstddef>
#include <string>

namespace entente::relations {

struct FactualityReading {
    Factuality status = Factuality::actual;
    std::string reason; ///< the word that decided, for explain
};

/// Reads auxiliaries, negation, modifiers and governing words from the predicate up to the root.
/// The strongest effect wins: negated, then hypothetical, then planned.
[[nodiscard]] FactualityReading read_factuality(const language::Tree& tree, std::size_t predicate,
                                                const Lexicon& lexicon);

} // namespace entente::relations
