// SPDX-License-Identifier: Apache-2.0
// Learns the network of tags, trees and entity labels from treebanks.
#pragma once

#include "extractors/language/network_shape.hpp"
#include "extractors/language/training/example.hpp"
#include "extractors/language/training/word_vectors.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language::training {

struct TrainingOptions {
    NetworkShape shape;
    std::uint64_t seed = 1;
    unsigned epochs = 20;
    std::size_t batch_words = 1200;
    float rate = 2.5e-3F;
    float dropout = 0.2F;
    float entity_weight = 0.5F; ///< of the entity labels' loss
    unsigned least_count = 3;   ///< occurrences of a feature to be learned
    Variation variation;        ///< of the examples
    unsigned measure_every = 1; ///< epochs
};

struct NamedExamples {
    std::string name;
    std::vector<Example> examples;
};

/// The bytes of the sections "words" and "network".
struct NetworkSections {
    std::string words;
    std::string network;
};

/// Called before and while training.
struct TrainingHooks {
    std::function<void(std::string_view)> report;       ///< gets a line an epoch
    std::function<std::vector<Example>()> made_up = {}; ///< further examples, anew for each epoch
};

/// Deterministic: the same input and options give the same bytes.
[[nodiscard]] NetworkSections train_network(const std::vector<Example>& train,
                                            const std::vector<NamedExamples>& measured,
                                            const WordVectors& vectors,
                                            const TrainingOptions& options,
                                            const TrainingHooks& hooks);

} // namespace entente::language::training
