// SPDX-License-Identifier: Apache-2.0
// Writes what training found as the sections of a model file that Network::load() reads.
#pragma once

#include "extractors/language/training/network_model.hpp"
#include "extractors/language/training/quantised.hpp"
#include "extractors/language/training/vocabulary.hpp"
#include "extractors/language/training/word_vectors.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace entente::language::training {

/// The section "words": the vectors and the learned features, each with its table of keys.
/// \param features  keys of the rows of model.features
/// \param quantised the numbers of `vectors`
[[nodiscard]] std::string words_section(const NetworkModel& model,
                                        const std::vector<std::uint64_t>& features,
                                        const WordVectors& vectors, const Quantised& quantised);

/// The section "network": shape, labels and dense weights.
[[nodiscard]] std::string network_section(const NetworkModel& model, const Labels& labels);

} // namespace entente::language::training
