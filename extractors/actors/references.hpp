// SPDX-License-Identifier: Apache-2.0
// Pronouns, surnames and descriptions that refer to an actor named before.
#pragma once

#include "extractors/actors/actor_context.hpp"
#include "extractors/actors/descriptions.hpp"
#include "extractors/actors/name_checks.hpp"
#include "extractors/actors/pronouns.hpp"
#include "extractors/actors/quotations.hpp"
#include "extractors/actors/several.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace entente::actors {

/// What a text has said so far about who is who. Sentences are given in order.
class References {
public:
    using Sightings = std::span<const extractors::ActorSighting>;

    /// \param names of all sentences, read for those that are still to come
    References(const ActorContext& context,
               const std::vector<std::vector<extractors::ActorSighting>>& names)
        : context_{context}
        , tree_{context.tree}
        , names_{names}
        , checks_{context}
        , quotations_{context.analysis, context.tree}
        , pronouns_{context, quotations_}
        , descriptions_{context, names}
        , several_{context}
    {}

    /// All mentions of a sentence in order: its names and what refers.
    /// \param before the mentions of earlier sentences, in order
    [[nodiscard]] std::vector<extractors::ActorSighting>
    resolve(const language::Sentence& sentence, Sightings names, Sightings before) const;

    /// Takes note of a sentence's mentions, after resolve().
    void learn(Sightings here);

private:
    [[nodiscard]] std::vector<extractors::ActorSighting>
    reference_at(std::size_t token, const language::Sentence& sentence, Sightings here,
                 Sightings before) const;
    void add(extractors::ActorSighting reference, const language::Sentence& sentence,
             std::vector<extractors::ActorSighting>& here) const;
    [[nodiscard]] bool has_organ(extractors::ActorSighting& reference) const;
    [[nodiscard]] bool is_own_country(const extractors::ActorSighting& reference) const;
    [[nodiscard]] std::optional<extractors::ActorSighting>
    first_person(std::size_t token, Sightings here, Sightings before) const;
    [[nodiscard]] std::optional<Argument> speaker(std::size_t token, Sightings here,
                                                  Sightings before) const;
    [[nodiscard]] std::optional<Argument> actor_at(std::size_t token, Sightings here,
                                                   Sightings before) const;
    [[nodiscard]] std::optional<extractors::ActorSighting>
    surname(std::size_t token, const language::Sentence& sentence) const;

    const ActorContext& context_;
    const language::Tree& tree_;
    const std::vector<std::vector<extractors::ActorSighting>>& names_; ///< by sentence
    NameChecks checks_;
    Quotations quotations_;
    Pronouns pronouns_;
    Descriptions descriptions_;
    Several several_;
    std::unordered_map<std::string, Argument> by_surname_; ///< "Khan" → Imran Khan's actor
};

} // namespace entente::actors
