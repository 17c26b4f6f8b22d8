// SPDX-License-Identifier: Apache-2.0
// Questions that later stages ask of a dependency tree: subjects, objects, phrases, coordination.
#pragma once

#include "extractors/language/analysis.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language {

/// A read-only view of all trees of a text.
/// Lifetime: refers to the analysis. Complexity: built in linear time; answers cost the children
/// they look at, and inherited subjects at most the depth of the tree.
class Tree {
public:
    explicit Tree(const Analysis& analysis);

    [[nodiscard]] const Token& token(std::size_t i) const { return analysis_->tokens[i]; }

    [[nodiscard]] const std::vector<std::size_t>& children(std::size_t i) const
    {
        return children_[i];
    }

    /// Number of the sentence that holds the token.
    [[nodiscard]] std::size_t sentence_of(std::size_t i) const { return sentence_of_[i]; }

    [[nodiscard]] std::vector<std::size_t> children(std::size_t i, std::string_view relation) const;

    /// The token and all that is coordinated with it.
    [[nodiscard]] std::vector<std::size_t> conjuncts(std::size_t i) const;

    /// The preposition of a nominal in lower case; for a later conjunct that of the first. Empty
    /// where there is none.
    [[nodiscard]] std::string preposition(std::size_t i) const;

    [[nodiscard]] bool is_passive(std::size_t verb) const;

    /// The subject of a verb, its own or inherited: through coordination, control, participles and
    /// relative clauses. kRoot where there is none.
    [[nodiscard]] std::size_t subject(std::size_t verb) const;

    /// Direct objects, the antecedent of an object relative included.
    [[nodiscard]] std::vector<std::size_t> objects(std::size_t verb) const;

    /// Nominals that hang from `head` by one of the prepositions.
    [[nodiscard]] std::vector<std::size_t> phrases(std::size_t head,
                                                   std::string_view preposition) const;

private:
    [[nodiscard]] std::size_t own_subject(std::size_t verb) const;
    [[nodiscard]] bool is_blame(std::size_t verb) const;

    const Analysis* analysis_;
    std::vector<std::vector<std::size_t>> children_;
    std::vector<std::size_t> sentence_of_;
};

/// "nsubj" matches "nsubj" and "nsubj:pass".
[[nodiscard]] bool is_relation(std::string_view label, std::string_view wanted) noexcept;

} // namespace entente::language
