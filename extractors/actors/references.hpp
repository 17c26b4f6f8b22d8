// SPDX-License-Identifier: Apache-2.0
// Pronouns, surnames and descriptions that refer to an actor named before.
#pragma once

#include "extractors/actors/actor_context.hpp"
#include "extractors/actors/descriptions.hpp"
#include "extractors/actors/quotations.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace entente::actors {

/// What a text has said so far about who is who. Sentences are given in order.
class References {
public:
    /// \param names of all sentences, read for those that are still to come
    References(const ActorContext& context,
               const std::vector<std::vector<extractors::ActorSighting>>& names)
        : gazetteer_{context.gazetteer}
        , analysis_{context.analysis}
        , tree_{context.tree}
        , names_{names}
        , quotations_{context.analysis, context.tree}
        , descriptions_{context}
    {}

    /// References in a sentence; `found` from `from` on are its names, in order.
    [[nodiscard]] std::vector<extractors::ActorSighting>
    resolve(const language::Sentence& sentence, const std::vector<extractors::ActorSighting>& found,
            std::size_t from) const;

    /// Takes note of a sentence's actors, after resolve().
    void learn(const std::vector<extractors::ActorSighting>& found, std::size_t from);

private:
    [[nodiscard]] std::optional<extractors::ActorSighting>
    pronoun(std::size_t token, const std::vector<extractors::ActorSighting>& found,
            std::size_t from) const;
    [[nodiscard]] bool follows_stranger(std::size_t token,
                                        const std::vector<extractors::ActorSighting>& found,
                                        std::size_t from) const;
    [[nodiscard]] bool follows_thing(std::size_t token,
                                     const std::vector<extractors::ActorSighting>& found,
                                     std::size_t from) const;
    void add_with_conjuncts(extractors::ActorSighting reference,
                            const std::vector<extractors::ActorSighting>& found, std::size_t from,
                            std::vector<extractors::ActorSighting>& into) const;
    [[nodiscard]] std::vector<Argument>
    coordinated_with(const extractors::ActorSighting& sighting,
                     const std::vector<extractors::ActorSighting>& found, std::size_t from) const;
    [[nodiscard]] bool is_coordinated_before(std::size_t nominal, std::size_t token) const;
    [[nodiscard]] bool is_human(const extractors::ActorSighting& sighting) const;
    [[nodiscard]] std::optional<extractors::ActorSighting>
    first_person(std::size_t token, const std::vector<extractors::ActorSighting>& found,
                 std::size_t from) const;
    [[nodiscard]] std::optional<Argument>
    speaker(std::size_t token, const std::vector<extractors::ActorSighting>& found,
            std::size_t from) const;
    [[nodiscard]] std::optional<Argument>
    actor_at(std::size_t token, const std::vector<extractors::ActorSighting>& found) const;
    [[nodiscard]] std::optional<extractors::ActorSighting> surname(std::size_t token) const;
    const Gazetteer& gazetteer_;
    const language::Analysis& analysis_;
    const language::Tree& tree_;
    const std::vector<std::vector<extractors::ActorSighting>>& names_; ///< by sentence
    Quotations quotations_;
    Descriptions descriptions_;
    std::unordered_map<std::string, Argument> by_surname_; ///< "Khan" → Imran Khan's actor
    std::optional<extractors::ActorSighting> subject_;     ///< of the last sentence that had one
    std::vector<Argument> with_subject_;                   ///< coordinated with it
};

} // namespace entente::actors
