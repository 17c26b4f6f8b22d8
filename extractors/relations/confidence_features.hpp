// SPDX-License-Identifier: Apache-2.0
// The names of what the confidence of a relation hangs on.
#pragma once

#include <array>
#include <string_view>

namespace entente::relations {

/// What the model looks at, in the order of ConfidenceEvidence::values.
/// `datasets/lexicon/confidence.tsv` has a weight for each.
inline constexpr std::array<std::string_view, 11> kConfidenceFeatures{
    "bias",           ///< always 1
    "prior",          ///< log odds of the frame's confidence and its argument places
    "symmetric",      ///< 1 where the frame is
    "actual",         ///< 1 where it is told as a fact
    "noun",           ///< 1 where a noun states it
    "length",         ///< tokens of the sentence by 30, at most 2
    "actors",         ///< different actors of the sentence by 4, at most 2
    "between-source", ///< mentions between the predicate and the source, at most 3
    "between-target", ///< the same for the target
    "pronoun-source", ///< 1 where the source is a pronoun
    "pronoun-target", ///< the same for the target
};

} // namespace entente::relations
