// SPDX-License-Identifier: Apache-2.0
// The places of nouns: owners, phrases, what the verb that carries them has.
#include "extractors/relations/argument_certainty.hpp"
#include "extractors/relations/arguments.hpp"

#include <algorithm>
#include <utility>

namespace entente::relations {

using language::kRoot;
using language::Token;

/// In "Russia's support" Russia has it, in "Pakistan–Russia ties" the first of both. Without either
/// the subject of a light verb.
std::vector<Filler> Arguments::noun_owner(std::size_t noun) const
{
    std::vector<Filler> fillers;
    nominals_.add_modifiers(noun, kDeepest, fillers);
    if (fillers.empty()) {
        add_leaders(noun, fillers);
    }
    if (fillers.empty()) {
        fillers = light_verb(noun, "subj");
        return fillers.empty() ? shared_owner(noun) : fillers;
    }
    fillers.resize(1);
    return fillers;
}

/// "Chad's support and praise": the owner of the first owns the others.
std::vector<Filler> Arguments::shared_owner(std::size_t noun) const
{
    const Token& word = tree_.token(noun);
    const bool joined = language::is_relation(word.relation, "conj") && word.head != kRoot &&
                        word.head < noun && tree_.token(word.head).upos == "NOUN";
    if (!joined || !tree_.children(noun, "det").empty()) {
        return {};
    }
    std::vector<Filler> fillers;
    nominals_.add_modifiers(word.head, kDeepest, fillers);
    if (!fillers.empty()) {
        fillers.resize(1);
    }
    return less_certain(std::move(fillers), kLightVerb);
}

/// "Chad's threat to attack Mali"
std::vector<Filler> Arguments::noun_inner(std::size_t noun) const
{
    std::vector<Filler> fillers;
    for (const std::size_t clause : tree_.children(noun, "acl")) {
        const Token& word = tree_.token(clause);
        if (fillers.empty() && word.relation != "acl:relcl" && word.xpos == "VB") {
            add_inner(clause, kDeepest, fillers);
        }
    }
    return fillers;
}

/// "Chad's troops in Mali": the actor that the noun itself names.
std::vector<Filler> Arguments::noun_itself(std::size_t noun) const
{
    return nominals_.heads_actor(noun) ? nominals_.of(noun) : std::vector<Filler>{};
}

/// "the US-led invasion": who leads it does it.
void Arguments::add_leaders(std::size_t noun, std::vector<Filler>& into) const
{
    for (const std::size_t participle : tree_.children(noun, "amod")) {
        if (tree_.token(participle).lemma == "lead") {
            for (const std::size_t agent : tree_.agents(participle)) {
                nominals_.add(agent, into);
            }
        }
    }
}

/// "Chad is a member of", "Chad, an ally of": whom the noun describes.
std::vector<Filler> Arguments::described(std::size_t noun) const
{
    const auto subjects = tree_.children(noun, "nsubj");
    if (!subjects.empty()) {
        const std::size_t subject = tree_.antecedent(subjects.front());
        std::vector<Filler> fillers = nominals_.of(subject);
        // "the attacks of Chad are a breach"
        for (const std::string_view preposition : {"by", "of"}) {
            if (fillers.empty()) {
                add_phrases(subject, preposition, fillers);
            }
        }
        return fillers;
    }
    const Token& word = tree_.token(noun);
    if (word.head == kRoot) {
        return {};
    }
    if (word.relation == "appos") {
        return nominals_.of(word.head);
    }
    // "sees Chad as a rival", "calls Chad a friend", "became a partner"
    if (word.relation == "xcomp" || (word.relation == "obl" && tree_.preposition(noun) == "as")) {
        const auto objects = tree_.objects(word.head);
        if (!objects.empty()) {
            return nominals_.of(objects.front());
        }
        return tree_.is_passive(word.head) ? verb_object(word.head, {}) : doers(word.head, 1);
    }
    return grouped(noun);
}

/// "Chad and Niger, both members of": trees take the noun for one more of the group.
std::vector<Filler> Arguments::grouped(std::size_t noun) const
{
    const Token& word = tree_.token(noun);
    const bool joined = language::is_relation(word.relation, "conj") && word.head < noun &&
                        word.xpos == "NNS" && tree_.children(noun, "cc").empty();
    if (!joined) {
        return {};
    }
    std::vector<Filler> fillers;
    for (const std::size_t one : tree_.conjuncts(word.head)) {
        if (one < noun) {
            nominals_.add_alone(one, fillers);
        }
    }
    return fillers;
}

/// "Pakistan–Russia ties": none where there is only one.
std::vector<Filler> Arguments::noun_compound(std::size_t noun) const
{
    std::vector<Filler> fillers;
    nominals_.add_modifiers(noun, kDeepest, fillers);
    if (fillers.size() < 2) {
        fillers.clear();
    }
    return fillers;
}

std::vector<Filler> Arguments::noun_clause(std::size_t noun) const
{
    std::vector<Filler> fillers;
    for (const std::string_view relation : {"acl", "ccomp"}) {
        for (const std::size_t clause : tree_.children(noun, relation)) {
            if (tree_.token(clause).relation != "acl:relcl") {
                add_clause_subject(clause, fillers);
            }
        }
    }
    return fillers;
}

std::vector<Filler> Arguments::noun_phrase(std::size_t noun, std::string_view preposition) const
{
    std::vector<Filler> fillers;
    add_phrases(noun, preposition, fillers);
    if (fillers.empty() && preposition == "between") {
        add_phrases_below(noun, preposition, 1, fillers);
    }
    // "the praise and support of Chad", "the first of its kind by Chad": what is said at the end.
    if (fillers.empty()) {
        fillers = shared_phrase(noun, preposition);
    }
    // "talks, held in Rome, with Chad", "the strike carried out by Chad"
    for (const std::size_t clause : tree_.children(noun, "acl")) {
        if (fillers.empty() && tree_.is_passive(clause)) {
            add_phrases(clause, preposition, fillers);
        }
    }
    if (fillers.empty() && preposition != "between" && preposition != "of") {
        fillers = light_verb(noun, preposition);
    }
    // "Tensions are high between Chad and Mali", "relations worsened with Chad"
    const Token& word = tree_.token(noun);
    const bool subject = language::is_relation(word.relation, "nsubj") && word.head != kRoot;
    if (fillers.empty() && subject && (preposition == "between" || preposition == "with")) {
        add_phrases(word.head, preposition, fillers);
        fillers = less_certain(std::move(fillers), kLightVerb);
    }
    return fillers;
}

/// The phrases of a later noun that is coordinated with this one; of the ordinal or superlative
/// that it is said to be ("the strike was the latest by Chad"); of its doer ("by Chad on Niger").
std::vector<Filler> Arguments::shared_phrase(std::size_t noun, std::string_view preposition) const
{
    std::vector<Filler> fillers;
    for (const std::size_t other : tree_.children(noun, "conj")) {
        const bool plain = tree_.token(other).upos == "NOUN" && other > noun &&
                           tree_.children(other, "det").empty() &&
                           tree_.children(other, "nmod:poss").empty();
        if (plain && fillers.empty()) {
            add_phrases(other, preposition, fillers);
        }
    }
    const Token& word = tree_.token(noun);
    std::vector<std::size_t> heads{noun};
    if (language::is_relation(word.relation, "nsubj") && word.head != kRoot &&
        !tree_.children(word.head, "cop").empty() &&
        (tree_.token(word.head).upos == "ADJ" || tree_.token(word.head).upos == "NUM")) {
        heads.push_back(word.head);
        if (fillers.empty()) {
            add_phrases(word.head, preposition, fillers);
        }
    }
    for (const std::size_t head : heads) {
        for (const std::string_view before : {"by", "of"}) {
            for (const std::size_t phrase : tree_.phrases(head, before)) {
                // "the withdrawal of French forces from Chad", "an attack by Chad on Niger"
                if (fillers.empty() && preposition != "of" &&
                    (before == "of" || preposition != "in")) {
                    add_phrases(phrase, preposition, fillers);
                }
            }
        }
    }
    return less_certain(std::move(fillers), kLightVerb);
}

/// "launched an attack on": the verb's subject and phrases belong to the noun it carries.
std::vector<Filler> Arguments::light_verb(std::size_t noun, std::string_view slot) const
{
    const Token& word = tree_.token(noun);
    if (word.head == kRoot) {
        return {};
    }
    // "an attack that Chad launched"
    std::size_t verb = word.head;
    bool carried = word.relation == "obj" || word.relation == "nsubj:pass";
    for (const std::size_t clause : tree_.children(noun, "acl")) {
        const auto objects = tree_.objects(clause);
        if (std::find(objects.begin(), objects.end(), noun) != objects.end()) {
            verb = clause;
            carried = true;
        }
    }
    if (!carried) {
        return {};
    }
    if (lexicon_.is_light_verb(tree_.token(verb).lemma)) {
        return less_certain(of_verb(verb, slot, {}), kLightVerb);
    }
    // "repeated its support for Chad": what follows the noun may belong to it or to the verb.
    std::vector<Filler> fillers;
    if (slot != "subj" && verb < noun) {
        for (const std::size_t phrase : tree_.phrases(verb, slot)) {
            if (phrase > noun) {
                nominals_.add(phrase, fillers);
            }
        }
    }
    return less_certain(std::move(fillers), kLightVerb);
}

} // namespace entente::relations
