// SPDX-License-Identifier: Apache-2.0
// From a slot to its place, and whom else the words around a predicate name.
#include "extractors/relations/arguments.hpp"

#include "extractors/relations/argument_certainty.hpp"

#include <algorithm>
#include <utility>

namespace entente::relations {

using language::kRoot;
using language::Token;

namespace {

std::vector<std::vector<Filler>> near(std::vector<std::vector<Filler>> found)
{
    for (std::vector<Filler>& fillers : found) {
        fillers = less_certain(std::move(fillers), kNear);
    }
    return found;
}

} // namespace

std::vector<Filler> Arguments::of_verb(std::size_t verb, std::string_view slot,
                                       std::string_view particle) const
{
    struct Slot {
        std::string_view name;
        std::vector<Filler> (Arguments::*find)(std::size_t, std::string_view) const;
    };

    static constexpr Slot kSlots[] = {
        {"subj", &Arguments::verb_subject},      {"obj", &Arguments::verb_object},
        {"within", &Arguments::verb_within},     {"inner", &Arguments::verb_inner},
        {"compound", &Arguments::verb_compound}, {"clause", &Arguments::verb_clause},
        {"speaker", &Arguments::verb_speaker},
    };
    for (const Slot& one : kSlots) {
        if (one.name == slot) {
            return (this->*one.find)(verb, particle);
        }
    }
    return verb_phrase(verb, slot);
}

std::vector<Filler> Arguments::of_noun(std::size_t noun, std::string_view slot) const
{
    struct Slot {
        std::string_view name;
        std::vector<Filler> (Arguments::*find)(std::size_t) const;
    };

    static constexpr Slot kSlots[] = {
        {"poss", &Arguments::noun_owner},    {"compound", &Arguments::noun_compound},
        {"clause", &Arguments::noun_clause}, {"inner", &Arguments::noun_inner},
        {"self", &Arguments::noun_itself},   {"described", &Arguments::described},
        {"speaker", &Arguments::speaker},
    };
    for (const Slot& one : kSlots) {
        if (one.name == slot) {
            return (this->*one.find)(noun);
        }
    }
    return noun_phrase(noun, slot);
}

std::vector<std::vector<Filler>>
Arguments::around_verb(std::size_t verb, std::span<const std::string> prepositions) const
{
    std::vector<std::vector<Filler>> found{verb_object(verb, {}), verb_clause(verb, {}), {}};
    add_within_objects(verb, found.back());
    for (const std::string& preposition : prepositions) {
        found.emplace_back();
        add_phrases(verb, preposition, found.back());
        found.emplace_back();
        add_within_phrases(verb, preposition, kDeepestNear, found.back());
    }
    return near(std::move(found));
}

std::vector<std::vector<Filler>> Arguments::aims(std::size_t predicate) const
{
    std::vector<std::size_t> heads{predicate};
    const auto objects = tree_.objects(predicate);
    heads.insert(heads.end(), objects.begin(), objects.end());
    std::vector<std::vector<Filler>> found;
    for (const std::size_t head : heads) {
        for (const std::size_t clause : tree_.children(head)) {
            const Token& word = tree_.token(clause);
            const bool aim =
                (word.relation == "advcl" || word.relation == "acl" || word.relation == "xcomp") &&
                word.upos == "VERB" && clause > head;
            if (!aim) {
                continue;
            }
            found.push_back(verb_object(clause, {}));
            found.emplace_back();
            add_within_objects(clause, found.back());
            for (const std::size_t phrase : tree_.children(clause, "obl")) {
                nominals_.add_within(phrase, kDeepest, found.back());
            }
            found.push_back(verb_clause(clause, {}));
        }
        for (const std::size_t protest : tree_.phrases(head, "in")) {
            if (tree_.token(protest).lemma == "protest") {
                found.emplace_back();
                nominals_.add_within(protest, kDeepest, found.back());
            }
        }
    }
    return near(std::move(found));
}

std::vector<std::vector<Filler>>
Arguments::around_noun(std::size_t noun, std::span<const std::string> prepositions) const
{
    // "its ally, Chad"
    std::vector<std::vector<Filler>> found(1);
    for (const std::size_t other : tree_.children(noun, "appos")) {
        nominals_.add_alone(other, found.front());
    }
    for (const std::string& preposition : prepositions) {
        found.emplace_back();
        add_within_phrases(noun, preposition, kDeepestNear, found.back());
    }
    return near(std::move(found));
}

std::vector<Filler> Arguments::purpose(std::size_t noun) const
{
    std::vector<Filler> fillers = noun_inner(noun);
    for (const std::size_t clause : tree_.children(noun, "acl")) {
        if (fillers.empty() && tree_.token(clause).xpos == "VB") {
            add_within_objects(clause, fillers);
        }
    }
    return less_certain(std::move(fillers), kNear);
}

std::vector<Filler> Arguments::carrier(std::size_t noun, std::size_t depth) const
{
    const auto described = tree_.children(noun, "nsubj");
    if (described.empty()) {
        return less_certain(carrier_by_relation(noun, depth), kNear);
    }
    // "Chad is a supporter of": the subject of a nominal predicate.
    return less_certain(nominals_.of(tree_.antecedent(described.front())), kNear);
}

std::vector<Filler> Arguments::carrier_by_relation(std::size_t noun, std::size_t depth) const
{
    const Token& word = tree_.token(noun);
    if (word.head == kRoot) {
        return {};
    }
    if (word.relation == "appos") {
        return nominals_.of(word.head);
    }
    if (word.relation == "xcomp") {
        // "Chad became a supporter", "they see Chad as a supporter"
        const auto objects = tree_.objects(word.head);
        return objects.empty() ? doers(word.head, depth) : nominals_.of(objects.front());
    }
    if (language::is_relation(word.relation, "obj")) {
        return doers(word.head, depth);
    }
    if (word.relation == "nmod" && depth > 0 && tree_.preposition(noun) == "of") {
        // "Chad's wave of attacks on"
        std::vector<Filler> fillers;
        nominals_.add_modifiers(word.head, 1, fillers);
        return fillers.empty() ? carrier(word.head, depth - 1) : fillers;
    }
    if (word.relation == "obl") {
        const std::string preposition = tree_.preposition(noun);
        if (preposition == "as") {
            const auto objects = tree_.objects(word.head);
            return objects.empty() ? verb_object(word.head, {}) : nominals_.of(objects.front());
        }
        if (lexicon_.subject_acts_by(preposition)) {
            return doers(word.head, depth);
        }
    }
    return {};
}

std::vector<Filler> Arguments::receiver(std::size_t noun) const
{
    const Token& word = tree_.token(noun);
    if (word.head == kRoot) {
        return {};
    }
    const bool under = word.relation == "obl" && lexicon_.subject_gains_by(tree_.preposition(noun));
    const bool received = language::is_relation(word.relation, "obj") &&
                          lexicon_.is_receiving_verb(tree_.token(word.head).lemma);
    if (!under && !received) {
        return {};
    }
    return less_certain(doers(word.head, 1), kNear);
}

void Arguments::add_phrases(std::size_t head, std::string_view preposition,
                            std::vector<Filler>& into) const
{
    for (const std::size_t phrase : tree_.phrases(head, preposition)) {
        nominals_.add(phrase, into);
    }
    if (preposition == "in" && into.empty()) {
        for (const std::string_view inside : {"inside", "within", "across", "throughout"}) {
            for (const std::size_t phrase : tree_.phrases(head, inside)) {
                nominals_.add(phrase, into);
            }
        }
    }
}

/// "dissatisfaction with Chad's remarks about Niger": whose phrases name an actor needs none below.
bool Arguments::has_actor_beside(std::size_t noun) const
{
    const auto phrases = tree_.children(noun, "nmod");
    return std::any_of(phrases.begin(), phrases.end(), [&](std::size_t phrase) {
        return tree_.token(phrase).relation == "nmod" && tree_.preposition(phrase) != "of" &&
               !nominals_.of(phrase).empty();
    });
}

/// "refuted the claims made by Chad", "eased the sanctions it imposed on Chad"
void Arguments::add_clause_phrases(std::size_t noun, std::string_view preposition,
                                   std::vector<Filler>& into) const
{
    for (const std::size_t clause : tree_.children(noun, "acl")) {
        const Token& word = tree_.token(clause);
        const bool relative = word.relation == "acl:relcl" && word.upos == "VERB" &&
                              preposition != "by" && preposition != "in" && preposition != "at";
        const bool told = relative || (word.relation != "acl:relcl" && tree_.is_passive(clause));
        if (into.empty() && told) {
            add_phrases(clause, preposition, into);
        }
    }
}

/// "gave millions of dollars in aid to Chad", "a dispute of this kind between": the phrase hangs
/// from one before it that is no actor.
void Arguments::add_phrases_below(std::size_t head, std::string_view preposition, std::size_t depth,
                                  std::vector<Filler>& into) const
{
    for (const std::size_t phrase : tree_.children(head, "nmod")) {
        if (!into.empty() || nominals_.heads_actor(phrase)) {
            continue;
        }
        add_phrases(phrase, preposition, into);
        if (into.empty() && depth > 0) {
            add_phrases_below(phrase, preposition, depth - 1, into);
        }
    }
}

void Arguments::add_within_objects(std::size_t verb, std::vector<Filler>& into) const
{
    for (const std::size_t object : tree_.objects(verb)) {
        nominals_.add_within(object, kDeepest, into);
    }
}

void Arguments::add_within_phrases(std::size_t head, std::string_view preposition,
                                   std::size_t depth, std::vector<Filler>& into) const
{
    for (const std::size_t phrase : tree_.phrases(head, preposition)) {
        nominals_.add_within(phrase, depth, into);
    }
}

} // namespace entente::relations
