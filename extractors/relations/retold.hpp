// SPDX-License-Identifier: Apache-2.0
// What is told twice: relations that another predicate of the sentence tells already.
#pragma once

#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/candidates.hpp"

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente::relations {

/// Collects the candidates of one text and leaves out what is told twice.
/// Lifetime: refers to the tree and the sightings. Complexity: linear in the candidates.
class Retold {
public:
    Retold(const language::Tree& tree, const std::vector<extractors::ActorSighting>& actors)
        : tree_{tree}
        , actors_{actors}
    {}

    /// Notes that the frame of a verb holds the noun: "sign" the "deal".
    void hold(std::size_t noun, std::size_t verb) { held_by_[noun] = verb; }

    /// Adds candidates behind those that are there.
    void add(const std::vector<Candidate>& candidates);

    /// Adds candidates of a noun but for those that the verb that holds it has told. "Signed a
    /// deal" is told by the verb; "condemned Chad's attack on Mali" also tells the attack.
    /// The verb's own must have been added.
    void add_of_noun(std::size_t noun, const std::vector<Candidate>& candidates);

    /// All candidates in order but for the content of speech acts. By the codebook "Iran urged
    /// Syria to ship oil" is a request and nothing for the shipment; and "agreed with Chad to
    /// trade" is told once.
    [[nodiscard]] std::vector<Candidate> without_content() const;

private:
    using Pair = std::pair<std::string_view, std::string_view>;

    void append(const Candidate& candidate);
    [[nodiscard]] Pair principals(const Candidate& candidate) const;
    [[nodiscard]] const std::vector<std::size_t>& of_predicate(std::size_t predicate) const;
    [[nodiscard]] bool is_content(const Candidate& candidate) const;
    [[nodiscard]] bool says(const Candidate& act, const Candidate& content) const;

    const language::Tree& tree_;
    const std::vector<extractors::ActorSighting>& actors_;
    std::vector<Candidate> candidates_;
    std::unordered_map<std::size_t, std::vector<std::size_t>> by_predicate_; ///< → candidates
    std::unordered_map<std::size_t, std::size_t> held_by_; ///< noun → verb whose frame holds it
};

} // namespace entente::relations
