// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/arguments.hpp"

#include <algorithm>
#include <iterator>

namespace entente::relations {

namespace {

using language::kRoot;
using language::Token;

constexpr double kOwner = 0.75;     ///< certainty of "Russia's border" for Russia
constexpr std::size_t kDeepest = 4; ///< levels of phrases in which "within" looks for actors
constexpr double kLightVerb = 0.85; ///< of "Russia launched an attack on" for Russia

void merge(std::vector<Filler>& into, Filler filler)
{
    const bool known = std::any_of(into.begin(), into.end(),
                                   [&](const Filler& one) { return one.actor == filler.actor; });
    if (!known) {
        into.push_back(filler);
    }
}

} // namespace

Arguments::Arguments(const language::Analysis& analysis, const language::Tree& tree,
                     const std::vector<extractors::ActorSighting>& actors, const Lexicon& lexicon)
    : tree_{tree}
    , lexicon_{lexicon}
    , actor_at_(analysis.tokens.size(), kRoot)
    , actors_{actors}
{
    for (std::size_t i = 0; i < actors.size(); ++i) {
        for (std::size_t token = actors[i].first; token < actors[i].last; ++token) {
            actor_at_[token] = i;
        }
    }
}

std::vector<Filler> Arguments::of_nominal(std::size_t nominal) const
{
    std::vector<Filler> fillers;
    for (const std::size_t conjunct : tree_.conjuncts(nominal)) {
        add_nominal(conjunct, fillers);
    }
    return fillers;
}

void Arguments::add_nominal(std::size_t nominal, std::vector<Filler>& into) const
{
    const std::size_t actor = actor_at_[nominal];
    if (actor != kRoot && actors_[actor].first <= nominal && nominal < actors_[actor].last) {
        const bool heads = actors_[actor].head == nominal || tree_.token(nominal).head == kRoot ||
                           actor_at_[tree_.token(nominal).head] != actor;
        merge(into, {actor, heads ? 1.0 : kOwner});
        return;
    }
    add_owner(nominal, into);
}

void Arguments::add_owner(std::size_t nominal, std::vector<Filler>& into) const
{
    for (const std::size_t child : tree_.children(nominal)) {
        const std::string& relation = tree_.token(child).relation;
        const std::string preposition = relation == "nmod" ? tree_.preposition(child) : "";
        // "states such as Kenya and Ghana", "neighbours like Chad": the names are who is meant.
        const bool names = relation == "appos" || preposition == "like" || preposition == "as" ||
                           preposition == "including";
        const bool owns = relation == "nmod:poss" || relation == "amod" || relation == "compound" ||
                          preposition == "of";
        if (!names && !owns) {
            continue;
        }
        const double certainty = names ? 1.0 : kOwner;
        for (const std::size_t conjunct : tree_.conjuncts(child)) {
            if (actor_at_[conjunct] != kRoot) {
                merge(into, {actor_at_[conjunct], certainty});
            }
        }
    }
}

/// "an end of the war between Chad and Libya": the actors of a nominal's phrases.
void Arguments::add_within(std::size_t nominal, std::size_t depth, std::vector<Filler>& into) const
{
    if (actor_at_[nominal] != kRoot) {
        merge(into, {actor_at_[nominal], kOwner});
    }
    if (depth == 0) {
        return;
    }
    for (const std::size_t child : tree_.children(nominal)) {
        const std::string& relation = tree_.token(child).relation;
        const bool below = language::is_relation(relation, "nmod") || relation == "conj" ||
                           relation == "compound" || relation == "amod";
        if (below) {
            add_within(child, depth - 1, into);
        }
    }
}

void Arguments::add_phrases(std::size_t head, std::string_view preposition,
                            std::vector<Filler>& into) const
{
    for (const std::size_t phrase : tree_.phrases(head, preposition)) {
        for (const Filler& filler : of_nominal(phrase)) {
            merge(into, filler);
        }
    }
}

std::vector<Filler> Arguments::of_verb(std::size_t verb, std::string_view slot,
                                       std::string_view particle) const
{
    std::vector<Filler> fillers;
    const bool passive = tree_.is_passive(verb);
    if (slot == "subj") {
        if (passive) {
            add_phrases(verb, "by", fillers);
        } else if (const std::size_t subject = tree_.subject(verb); subject != kRoot) {
            fillers = of_nominal(subject);
        }
        return fillers;
    }
    if (slot == "obj") {
        if (passive) {
            if (const std::size_t subject = tree_.subject(verb); subject != kRoot) {
                fillers = of_nominal(subject);
            }
            return fillers;
        }
        for (const std::size_t object : tree_.objects(verb)) {
            for (const Filler& filler : of_nominal(object)) {
                merge(fillers, filler);
            }
        }
        if (!particle.empty()) {
            add_phrases(verb, particle, fillers);
        }
        return fillers;
    }
    if (slot == "within") {
        for (const std::size_t object : tree_.objects(verb)) {
            add_within(object, kDeepest, fillers);
        }
        if (!particle.empty()) {
            for (const std::size_t phrase : tree_.phrases(verb, particle)) {
                add_within(phrase, kDeepest, fillers);
            }
        }
        return fillers;
    }
    if (slot == "inner") {
        for (const std::size_t clause : tree_.children(verb, "xcomp")) {
            for (const std::size_t argument : tree_.children(clause)) {
                const std::string& relation = tree_.token(argument).relation;
                if (language::is_relation(relation, "obj") ||
                    language::is_relation(relation, "obl")) {
                    for (const Filler& filler : of_nominal(argument)) {
                        merge(fillers, filler);
                    }
                }
            }
        }
        return fillers;
    }
    add_phrases(verb, slot, fillers);
    // "imposed sanctions on Iran": the phrase may hang from the object.
    for (const std::size_t object : tree_.objects(verb)) {
        add_phrases(object, slot, fillers);
    }
    if (passive) {
        if (const std::size_t subject = tree_.subject(verb); subject != kRoot) {
            add_phrases(subject, slot, fillers);
        }
    }
    return fillers;
}

std::vector<Filler> Arguments::of_noun(std::size_t noun, std::string_view slot) const
{
    std::vector<Filler> fillers;
    if (slot == "poss" || slot == "compound") {
        for (const std::size_t child : tree_.children(noun)) {
            const std::string& relation = tree_.token(child).relation;
            const bool modifies =
                relation == "nmod:poss" || relation == "amod" || relation == "compound";
            if (!modifies) {
                continue;
            }
            for (const std::size_t conjunct : tree_.conjuncts(child)) {
                if (actor_at_[conjunct] != kRoot) {
                    merge(fillers, {actor_at_[conjunct], 1.0});
                }
            }
        }
        // In "Russia's support" Russia has it, in "Pakistan–Russia ties" both do.
        if (slot == "compound" && fillers.size() < 2) {
            fillers.clear();
        }
        if (slot == "poss" && fillers.size() > 1) {
            fillers.resize(1);
        }
        if (slot == "poss" && fillers.empty()) {
            add_light_verb(noun, "subj", fillers);
        }
        return fillers;
    }
    add_phrases(noun, slot, fillers);
    if (fillers.empty() && slot != "between" && slot != "of") {
        add_light_verb(noun, slot, fillers);
    }
    return fillers;
}

/// "launched an attack on": the verb's subject and phrases belong to the noun it carries.
void Arguments::add_light_verb(std::size_t noun, std::string_view slot,
                               std::vector<Filler>& into) const
{
    const Token& word = tree_.token(noun);
    const bool carried = (word.relation == "obj" || word.relation == "nsubj:pass") &&
                         word.head != kRoot && lexicon_.is_light_verb(tree_.token(word.head).lemma);
    if (!carried) {
        return;
    }
    for (Filler filler : of_verb(word.head, slot, {})) {
        filler.certainty *= kLightVerb;
        merge(into, filler);
    }
}

} // namespace entente::relations
