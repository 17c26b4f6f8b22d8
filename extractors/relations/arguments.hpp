// SPDX-License-Identifier: Apache-2.0
// Who fills an argument place: from a slot of a frame to the actors that stand there.
#pragma once

#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/lexicon.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::relations {

/// An actor in an argument place.
struct Filler {
    std::size_t actor = 0;  ///< index into the sightings
    double certainty = 1.0; ///< below 1 where the actor only owns what fills the place
};

/// Reads argument places of one text.
/// Lifetime: refers to the tree, the sightings and the lexicon.
class Arguments {
public:
    Arguments(const language::Analysis& analysis, const language::Tree& tree,
              const std::vector<extractors::ActorSighting>& actors, const Lexicon& lexicon);

    /// Actors in a verb's slot: "subj", "obj", "inner" (an argument of its infinitive), "clause"
    /// (the subject of its clause), "within" (anywhere in the object's phrases) or a preposition.
    /// `particle` is one that the verb has taken, whose phrase counts as the object ("call on
    /// Iran").
    [[nodiscard]] std::vector<Filler> of_verb(std::size_t verb, std::string_view slot,
                                              std::string_view particle) const;

    /// Actors in a noun's slot: "poss", "compound", "clause", "between" or a preposition.
    [[nodiscard]] std::vector<Filler> of_noun(std::size_t noun, std::string_view slot) const;

    /// Whom else the phrases of a verb name: its clause's subject, then its objects' phrases, then
    /// its own by one of the prepositions. For frames whose target stands in none of their places.
    [[nodiscard]] std::vector<Filler>
    around_verb(std::size_t verb, std::span<const std::string_view> prepositions) const;

    /// Whom else the phrases of a noun name.
    [[nodiscard]] std::vector<Filler>
    around_noun(std::size_t noun, std::span<const std::string_view> prepositions) const;

    /// Who acts in the clause whose object the noun is: "Chad stepped up its attacks".
    /// Also whom a nominal predicate or an apposition describes: "Chad is an ally of".
    [[nodiscard]] std::vector<Filler> carrier(std::size_t noun, std::size_t depth = 2) const;

    /// Who gets what the noun says: "Chad received the help of Mali", "came under pressure from".
    [[nodiscard]] std::vector<Filler> receiver(std::size_t noun) const;

    /// Actors of a nominal: itself and what is coordinated with it; where it is no actor, the one
    /// that owns it ("Russia's border", "positions of Hezbollah").
    [[nodiscard]] std::vector<Filler> of_nominal(std::size_t nominal) const;

private:
    void add_nominal(std::size_t nominal, std::vector<Filler>& into) const;
    void merge_all(std::vector<Filler>& into, Filler filler) const;
    [[nodiscard]] bool heads_actor(std::size_t nominal) const;
    [[nodiscard]] std::vector<Filler> doers(std::size_t verb, std::size_t depth) const;
    [[nodiscard]] std::vector<Filler> sufferers(std::size_t verb, std::string_view particle) const;
    void add_owner(std::size_t nominal, std::size_t depth, double certainty,
                   std::vector<Filler>& into) const;
    void add_modifiers(std::size_t noun, std::size_t depth, std::vector<Filler>& into) const;
    void add_inner(std::size_t clause, std::size_t depth, std::vector<Filler>& into) const;
    void add_clause_subject(std::size_t clause, std::vector<Filler>& into) const;
    void add_within(std::size_t nominal, std::size_t depth, std::vector<Filler>& into) const;
    void add_phrases(std::size_t head, std::string_view preposition,
                     std::vector<Filler>& into) const;
    void add_light_verb(std::size_t noun, std::string_view slot, std::vector<Filler>& into) const;

    const language::Tree& tree_;
    const Lexicon& lexicon_;
    std::vector<std::size_t> actor_at_; ///< sighting that covers a token, or kRoot
    /// Sightings of the same words as another: "the two countries" is two.
    std::unordered_map<std::size_t, std::vector<std::size_t>> companions_;
    const std::vector<extractors::ActorSighting>& actors_;
};

} // namespace entente::relations
