// SPDX-License-Identifier: Apache-2.0
// Dependency trees by phrases and clauses: the first parser, behind the interface of the later one.
#pragma once

#include "extractors/language/analysis.hpp"

namespace entente::language {

/// Fills head and relation of every token from its tags: phrases are found first, then verb groups,
/// then the subjects, objects, obliques and clauses around them (UD v2 labels). Each sentence gets
/// one root; heads never form a cycle. Linear in the number of tokens for sentences of bounded
/// length.
void parse_clauses(Analysis& analysis);

} // namespace entente::language
