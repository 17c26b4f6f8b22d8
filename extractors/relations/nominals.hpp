// SPDX-License-Identifier: Apache-2.0
// Whom a nominal stands for: itself, what is coordinated with it, or who owns it.
#pragma once

#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/lexicon.hpp"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace entente::relations {

/// An actor in an argument place.
struct Filler {
    std::size_t actor = 0;  ///< index into the sightings
    double certainty = 1.0; ///< below 1 where the actor only owns what fills the place
    bool of_thing = false;  ///< it only says whose or which a thing is: "Chad's cheese"
};

/// The actors of one text, by the nominals that name them. What adds to a list leaves out actors
/// that are in it.
/// Lifetime: refers to the tree, the sightings and the lexicon.
class Nominals {
public:
    Nominals(const language::Analysis& analysis, const language::Tree& tree,
             const std::vector<extractors::ActorSighting>& actors, const Lexicon& lexicon);

    /// Actors of a nominal: itself and what is coordinated with it; where it is no actor, the one
    /// that owns it ("Russia's border", "positions of Hezbollah").
    [[nodiscard]] std::vector<Filler> of(std::size_t nominal) const;

    /// Adds what of() gives.
    void add(std::size_t nominal, std::vector<Filler>& into) const;

    /// Adds the same without what is coordinated with the nominal.
    void add_alone(std::size_t nominal, std::vector<Filler>& into) const;

    /// Adds the actors of a nominal and of its phrases down to `depth` levels: "an end of the war
    /// between Chad and Libya".
    void add_within(std::size_t nominal, std::size_t depth, std::vector<Filler>& into) const;

    /// Adds the actors in front of a noun, from left to right: possessors, adjectives, "US-China".
    void add_modifiers(std::size_t noun, std::size_t depth, std::vector<Filler>& into) const;

    /// Whether the token is the word by which an actor stands in its clause.
    [[nodiscard]] bool heads_actor(std::size_t nominal) const;

private:
    [[nodiscard]] bool is_beside(std::size_t nominal) const;
    void merge_all(std::vector<Filler>& into, Filler filler) const;
    void add_owner(std::size_t nominal, std::size_t depth, double certainty,
                   std::vector<Filler>& into) const;
    void add_shared_owner(std::size_t nominal, double certainty, std::vector<Filler>& into) const;

    const language::Tree& tree_;
    const std::vector<extractors::ActorSighting>& actors_;
    const Lexicon& lexicon_;
    std::vector<std::size_t> actor_at_; ///< sighting that covers a token, or kRoot
    /// Sightings of the same words as another: "the two countries" is two.
    std::unordered_map<std::size_t, std::vector<std::size_t>> companions_;
};

} // namespace entente::relations
