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

    /// The token and all that is coordinated with it, "along with" and "together with" included.
    [[nodiscard]] std::vector<std::size_t> conjuncts(std::size_t i) const;

    /// "Chad, along with Niger": whether Niger is as good as coordinated.
    [[nodiscard]] bool is_companion(std::size_t nominal) const;

    /// The preposition of a nominal in lower case; for a later conjunct that of the first. Of
    /// several the last ("out of" is "of"); of a fixed one all words ("such as"). Empty where there
    /// is none.
    [[nodiscard]] std::string preposition(std::size_t i) const;

    /// The lemmas of the words that end with the token, in lower case: those of one word, of two,
    /// up to `most` words or the sentence's begin. "base", "air base", …
    [[nodiscard]] std::vector<std::string> phrases_to(std::size_t i, std::size_t most) const;

    /// Whether the verb is in the passive: by its auxiliary, or as a participle without one in
    /// "troops backed by", "US-backed troops" and "Backed by".
    [[nodiscard]] bool is_passive(std::size_t verb) const;

    /// What a relative pronoun stands for: the noun that its clause modifies. Any other token
    /// itself.
    [[nodiscard]] std::size_t antecedent(std::size_t i) const;

    /// The subject of a verb or of another predicate, its own or inherited: through coordination,
    /// control, participles and relative clauses. Of the infinitive of a noun ("attempts to") the
    /// noun, whose owner acts. kRoot where there is none.
    [[nodiscard]] std::size_t subject(std::size_t verb) const;

    /// Direct and indirect objects, the antecedent of an object relative included.
    [[nodiscard]] std::vector<std::size_t> objects(std::size_t verb) const;

    /// Infinitives that a verb takes: "agreed to help", also where trees call one an adjunct.
    [[nodiscard]] std::vector<std::size_t> infinitives(std::size_t verb) const;

    /// Infinitives and clauses that a verb takes.
    [[nodiscard]] std::vector<std::size_t> content_clauses(std::size_t verb) const;

    /// The noun to which it happens, as subject of a verb without object: "relations improved".
    /// kRoot where there is none.
    [[nodiscard]] std::size_t changed_subject(std::size_t verb) const;

    /// Nominals that hang from `head` by one of the prepositions. A relative pronoun gives its
    /// antecedent.
    [[nodiscard]] std::vector<std::size_t> phrases(std::size_t head,
                                                   std::string_view preposition) const;

    /// Who does it in a passive: "by Chad", and "Chad" in "Chad-backed".
    [[nodiscard]] std::vector<std::size_t> agents(std::size_t verb) const;

private:
    [[nodiscard]] std::size_t own_subject(std::size_t verb) const;
    [[nodiscard]] std::size_t mistaken_subject(std::size_t verb) const;
    [[nodiscard]] bool has_child(std::size_t i, std::string_view relation) const;
    [[nodiscard]] std::size_t charged(std::size_t gerund) const;
    [[nodiscard]] std::size_t controller(std::size_t clause) const;
    [[nodiscard]] std::size_t gap(std::size_t verb) const;

    const Analysis* analysis_;
    std::vector<std::vector<std::size_t>> children_;
    std::vector<std::size_t> sentence_of_;
};

/// "nsubj" matches "nsubj" and "nsubj:pass".
[[nodiscard]] bool is_relation(std::string_view label, std::string_view wanted) noexcept;

} // namespace entente::language
