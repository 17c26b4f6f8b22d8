// SPDX-License-Identifier: Apache-2.0
// Who fills an argument place: from a slot of a frame to the actors that stand there.
#pragma once

#include "extractors/language/tree.hpp"
#include "extractors/relations/lexicon.hpp"
#include "extractors/relations/nominals.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::relations {

/// Reads argument places of one text.
/// Lifetime: refers to the nominals, the tree and the lexicon.
class Arguments {
public:
    Arguments(const Nominals& nominals, const language::Tree& tree, const Lexicon& lexicon)
        : nominals_{nominals}
        , tree_{tree}
        , lexicon_{lexicon}
    {}

    /// Actors in a verb's slot: "subj", "obj", "inner" (an argument of its infinitive), "clause"
    /// (the subject of its clause), "within" (anywhere in the object's phrases), "compound" (in
    /// front of its object) or a preposition.
    /// `particle` is one that the verb has taken, whose phrase counts as the object ("call on
    /// Iran").
    [[nodiscard]] std::vector<Filler> of_verb(std::size_t verb, std::string_view slot,
                                              std::string_view particle) const;

    /// Actors in a noun's slot: "poss", "compound", "clause", "inner" (an argument of its
    /// infinitive), "between", "self" (the noun itself names the actor) or a preposition.
    [[nodiscard]] std::vector<Filler> of_noun(std::size_t noun, std::string_view slot) const;

    /// Whom else the phrases of a verb name: its clause's subject, then its objects' phrases, then
    /// its own by one of the prepositions. For frames whose target stands in none of their places.
    /// Nearest first.
    [[nodiscard]] std::vector<std::vector<Filler>>
    around_verb(std::size_t verb, std::span<const std::string> prepositions) const;

    /// Whom else the phrases of a noun name.
    [[nodiscard]] std::vector<std::vector<Filler>>
    around_noun(std::size_t noun, std::span<const std::string> prepositions) const;

    /// Whom the infinitive behind a noun is about: "a visit to strengthen ties with Chad".
    [[nodiscard]] std::vector<Filler> purpose(std::size_t noun) const;

    /// Who acts in the clause whose object the noun is: "Chad stepped up its attacks".
    /// Also whom a nominal predicate or an apposition describes: "Chad is an ally of".
    [[nodiscard]] std::vector<Filler> carrier(std::size_t noun, std::size_t depth = 2) const;

    /// Who says what the predicate says: "Chad said the attack was a crime".
    [[nodiscard]] std::vector<Filler> speaker(std::size_t predicate) const;

    /// Whom the clauses name that tell what a protest is for: "demonstrated to demand reforms by
    /// Chad". Nearest first.
    [[nodiscard]] std::vector<std::vector<Filler>> aims(std::size_t predicate) const;

    /// The subject's actors of a predicate that is no verb.
    [[nodiscard]] std::vector<Filler> subjects(std::size_t predicate) const;

    /// "Chad's sanctions were lifted": whose what the passive's subject is, where no agent is
    /// named.
    [[nodiscard]] std::vector<Filler> owner_of_undergoer(std::size_t verb) const;

    /// Who gets what the noun says: "Chad received the help of Mali", "came under pressure from".
    [[nodiscard]] std::vector<Filler> receiver(std::size_t noun) const;

    /// "Chad is a member of", "Chad, an ally of": whom the noun describes, if anyone.
    [[nodiscard]] std::vector<Filler> described(std::size_t noun) const;

private:
    // One function a slot; those of verbs hear of the particle, whether they need it or not.
    [[nodiscard]] std::vector<Filler> verb_subject(std::size_t verb, std::string_view) const;
    [[nodiscard]] std::vector<Filler> verb_object(std::size_t verb,
                                                  std::string_view particle) const;
    [[nodiscard]] std::vector<Filler> behind_comma(std::size_t verb) const;
    [[nodiscard]] std::vector<Filler> verb_within(std::size_t verb,
                                                  std::string_view particle) const;
    [[nodiscard]] std::vector<Filler> verb_inner(std::size_t verb, std::string_view) const;
    [[nodiscard]] std::vector<Filler> verb_compound(std::size_t verb, std::string_view) const;
    [[nodiscard]] std::vector<Filler> verb_speaker(std::size_t verb, std::string_view) const;
    [[nodiscard]] std::vector<Filler> verb_clause(std::size_t verb, std::string_view) const;
    [[nodiscard]] std::vector<Filler> verb_phrase(std::size_t verb,
                                                  std::string_view preposition) const;
    [[nodiscard]] std::vector<Filler> noun_owner(std::size_t noun) const;
    [[nodiscard]] std::vector<Filler> noun_compound(std::size_t noun) const;
    [[nodiscard]] std::vector<Filler> noun_clause(std::size_t noun) const;
    [[nodiscard]] std::vector<Filler> noun_inner(std::size_t noun) const;
    [[nodiscard]] std::vector<Filler> noun_itself(std::size_t noun) const;
    [[nodiscard]] std::vector<Filler> grouped(std::size_t noun) const;
    [[nodiscard]] std::vector<Filler> shared_owner(std::size_t noun) const;
    [[nodiscard]] std::vector<Filler> shared_phrase(std::size_t noun,
                                                    std::string_view preposition) const;
    void add_leaders(std::size_t noun, std::vector<Filler>& into) const;
    [[nodiscard]] std::vector<Filler> noun_phrase(std::size_t noun,
                                                  std::string_view preposition) const;

    [[nodiscard]] std::vector<Filler> announcer(std::size_t verb) const;
    [[nodiscard]] std::vector<Filler> doers(std::size_t verb, std::size_t depth) const;
    [[nodiscard]] std::vector<Filler> carrier_by_relation(std::size_t noun,
                                                          std::size_t depth) const;
    [[nodiscard]] std::vector<Filler> light_verb(std::size_t noun, std::string_view slot) const;
    void add_inner(std::size_t clause, std::size_t depth, std::vector<Filler>& into) const;
    void add_clause_subject(std::size_t clause, std::vector<Filler>& into) const;
    void add_phrases(std::size_t head, std::string_view preposition,
                     std::vector<Filler>& into) const;
    void add_phrases_below(std::size_t head, std::string_view preposition, std::size_t depth,
                           std::vector<Filler>& into) const;
    [[nodiscard]] bool has_actor_beside(std::size_t noun) const;
    void add_clause_phrases(std::size_t noun, std::string_view preposition,
                            std::vector<Filler>& into) const;
    void add_within_objects(std::size_t verb, std::vector<Filler>& into) const;
    void add_within_phrases(std::size_t head, std::string_view preposition, std::size_t depth,
                            std::vector<Filler>& into) const;

    const Nominals& nominals_;
    const language::Tree& tree_;
    const Lexicon& lexicon_;
};

} // namespace entente::relations
