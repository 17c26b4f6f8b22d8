// SPDX-License-Identifier: Apache-2.0
// Word vectors in text form, as GloVe and others give them.
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language::training {

/// Vectors of words, the most frequent first.
struct WordVectors {
    std::size_t size = 0; ///< numbers a word
    std::vector<std::string> words;
    std::vector<float> values;
};

/// Reads lines "word v1 … vn". Of words that differ in case alone the first counts.
/// Errors: bad_dataset with the line.
[[nodiscard]] Result<WordVectors> read_vectors(std::istream& in, std::string_view name,
                                               std::size_t most_words);

} // namespace entente::language::training
