// SPDX-License-Identifier: Apache-2.0
// Learns where sentences end from texts whose sentences are known.
#pragma once

#include "core/span.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace entente::language {

/// One text, a paragraph a line, and its sentences.
struct SentenceDocument {
    std::string text;
    std::vector<Span> sentences; ///< in code points, ascending
};

struct SentenceTrainingOptions {
    std::uint64_t seed = 1;
    std::size_t epochs = 12;
    float rate = 0.1F;       ///< of the first step
    float shrinkage = 2e-6F; ///< weight of the squared norm
};

/// The bytes of the model section that SentenceSplitter::load() reads. The same for the same
/// documents and options.
/// Complexity: linear in the texts, for each epoch.
[[nodiscard]] std::string train_sentences(std::span<const SentenceDocument> documents,
                                          const SentenceTrainingOptions& options = {});

} // namespace entente::language
