// SPDX-License-Identifier: Apache-2.0
// Idioms that hold a predicate word but state no relation: "war on drugs".
#pragma once

#include "extractors/language/analysis.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::relations {

/// Phrases of lemmas or word forms, found wherever they stand in a sentence.
class Exclusions {
public:
    /// `phrase` is words with a blank between; `*` stands for one or two words of any kind. False,
    /// and nothing is added, where it is empty or begins or ends with `*`.
    [[nodiscard]] bool add(std::string_view phrase);

    /// For each token whether it lies inside an excluded phrase.
    /// Complexity: linear in the tokens, times the phrases that share a first word.
    [[nodiscard]] std::vector<bool> mark(const language::Analysis& analysis) const;

private:
    using Phrase = std::vector<std::string>;

    std::unordered_map<std::string, std::vector<Phrase>> by_first_word_;
};

} // namespace entente::relations
