// SPDX-License-Identifier: Apache-2.0
// Who fills an argument place: from a slot of a frame to the actors that stand there.
#pragma once

#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/lexicon.hpp"

#include <cstddef>
#include <string_view>
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

    /// Actors in a verb's slot: "subj", "obj", "inner" (an argument of its infinitive),
    /// "within" (anywhere in the object's phrases) or a preposition. `particle` is one that
    /// the verb has taken, whose phrase counts as the object ("call on Iran").
    [[nodiscard]] std::vector<Filler> of_verb(std::size_t verb, std::string_view slot,
                                              std::string_view particle) const;

    /// Actors in a noun's slot: "poss", "compound", "between" or a preposition.
    [[nodiscard]] std::vector<Filler> of_noun(std::size_t noun, std::string_view slot) const;

    /// Actors of a nominal: itself and what is coordinated with it; where it is no actor, the one
    /// that owns it ("Russia's border", "positions of Hezbollah").
    [[nodiscard]] std::vector<Filler> of_nominal(std::size_t nominal) const;

private:
    void add_nominal(std::size_t nominal, std::vector<Filler>& into) const;
    void add_owner(std::size_t nominal, std::vector<Filler>& into) const;
    void add_within(std::size_t nominal, std::size_t depth, std::vector<Filler>& into) const;
    void add_phrases(std::size_t head, std::string_view preposition,
                     std::vector<Filler>& into) const;
    void add_light_verb(std::size_t noun, std::string_view slot, std::vector<Filler>& into) const;

    const language::Tree& tree_;
    const Lexicon& lexicon_;
    std::vector<std::size_t> actor_at_; ///< sighting that covers a token, or kRoot
    const std::vector<extractors::ActorSighting>& actors_;
};

} // namespace entente::relations
