// SPDX-License-Identifier: Apache-2.0
// How sure a relation is: a logistic model over what the frame promises and how it was found.
#pragma once

#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/candidates.hpp"
#include "extractors/relations/confidence_features.hpp"
#include "extractors/relations/lexicon.hpp"

#include <array>
#include <string>

namespace entente::relations {

/// Of one candidate.
struct ConfidenceEvidence {
    std::array<double, kConfidenceFeatures.size()> values{};
};

[[nodiscard]] ConfidenceEvidence confidence_evidence(const language::Tree& tree,
                                                     const extractors::Reading& reading,
                                                     const Candidate& candidate, Factuality status);

/// The probability, from 0 to 1 in thousandths, that a reader would code the same actors and
/// category.
[[nodiscard]] double confidence_of(const ConfidenceEvidence& evidence, const Lexicon& lexicon);

/// "prior=1.386*0.81 length=0.800*-0.49": each feature's value and weight, for explain and for
/// training.
[[nodiscard]] std::string describe(const ConfidenceEvidence& evidence, const Lexicon& lexicon);

} // namespace entente::relations
