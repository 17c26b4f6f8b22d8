// SPDX-License-Identifier: Apache-2.0
// The places of verbs: who does it, to whom, and what their clauses and phrases name.
#include "extractors/relations/argument_certainty.hpp"
#include "extractors/relations/arguments.hpp"
#include "extractors/relations/attribution.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace entente::relations {

using language::kRoot;
using language::Token;

namespace {

/// "in response to": a noun that is part of a preposition says nothing of the verb's arguments.
bool opens_preposition(std::string_view lemma)
{
    static constexpr std::string_view kNouns[] = {
        "accordance",  "addition", "answer",     "comparison", "connection",  "contrast",
        "opposition",  "order",    "proportion", "reaction",   "reference",   "regard",
        "relation",    "reply",    "reprisal",   "respect",    "retaliation", "response",
        "retribution", "return",   "revenge",    "violation"};
    return std::find(std::begin(kNouns), std::end(kNouns), lemma) != std::end(kNouns);
}

} // namespace

std::vector<Filler> Arguments::verb_subject(std::size_t verb, std::string_view /*particle*/) const
{
    return doers(verb, kDeepest);
}

/// Who does it: the subject, in a passive the agent. For the infinitive of a noun without an owner
/// ("Chad made efforts to stop it") the subject of the verb that carries the noun.
std::vector<Filler> Arguments::doers(std::size_t verb, std::size_t depth) const
{
    std::vector<Filler> fillers;
    if (tree_.is_passive(verb)) {
        for (const std::size_t agent : tree_.agents(verb)) {
            nominals_.add(agent, fillers);
        }
        return fillers.empty() ? announcer(verb) : fillers;
    }
    const std::size_t subject = tree_.subject(verb);
    if (subject == kRoot) {
        return fillers;
    }
    fillers = subjects(verb);
    // "a bomb planted by the group killed"
    for (const std::size_t clause : tree_.children(subject, "acl")) {
        if (fillers.empty() && tree_.is_passive(clause) &&
            lexicon_.is_instrument(tree_.token(subject).lemma)) {
            for (const std::size_t agent : tree_.agents(clause)) {
                nominals_.add(agent, fillers);
            }
            fillers = less_certain(std::move(fillers), kLightVerb);
        }
    }
    if (fillers.empty() && tree_.token(subject).upos == "NOUN" && depth > 0 &&
        language::is_relation(tree_.token(verb).relation, "acl") &&
        tree_.token(verb).relation != "acl:relcl") {
        // "signed a deal to build it", "made efforts to stop it"
        fillers = less_certain(carrier_by_relation(subject, depth - 1), kLightVerb);
        if (fillers.empty()) {
            fillers = carrier(subject, depth - 1);
        }
    }
    for (const std::size_t phrase : tree_.children(verb, "obl")) {
        if (!fillers.empty() && tree_.is_companion(phrase)) {
            nominals_.add_alone(phrase, fillers);
        }
    }
    return fillers;
}

/// "neighbours Chad and Niger met": trees may give two subjects, of which one names who it is.
std::vector<Filler> Arguments::subjects(std::size_t predicate) const
{
    const std::size_t subject = tree_.subject(predicate);
    if (subject == kRoot) {
        return {};
    }
    std::vector<Filler> fillers = nominals_.of(subject);
    for (const std::size_t other : tree_.children(predicate, "nsubj")) {
        if (fillers.empty()) {
            fillers = nominals_.of(other);
        }
    }
    return fillers;
}

/// "Chad announced that Niger would be invited": what is announced without a doer is done by who
/// announces it.
std::vector<Filler> Arguments::announcer(std::size_t verb) const
{
    const Token& word = tree_.token(verb);
    const bool told = language::is_relation(word.relation, "ccomp") && word.head != kRoot &&
                      lexicon_.announces(tree_.token(word.head).lemma);
    const auto auxiliaries = tree_.children(verb, "aux");
    const bool ahead = std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](std::size_t one) {
        const std::string& lemma = tree_.token(one).lemma;
        return lemma == "will" || lemma == "would" || lemma == "shall";
    });
    return told && ahead ? less_certain(subjects(word.head), kNear) : std::vector<Filler>{};
}

/// Who has it done to them: the objects, in a passive the subject.
std::vector<Filler> Arguments::verb_object(std::size_t verb, std::string_view particle) const
{
    std::vector<Filler> fillers;
    if (tree_.is_passive(verb)) {
        if (const std::size_t subject = tree_.subject(verb); subject != kRoot) {
            nominals_.add(subject, fillers);
        }
        return fillers.empty() ? behind_comma(verb) : fillers;
    }
    for (const std::size_t object : tree_.objects(verb)) {
        nominals_.add(object, fillers);
    }
    if (!particle.empty()) {
        add_phrases(verb, particle, fillers);
    }
    return fillers;
}

/// "Chad's forces pound the area, backed by Mali": a participle behind a comma is the subject's,
/// though trees hang it from the noun before it.
std::vector<Filler> Arguments::behind_comma(std::size_t verb) const
{
    const Token& word = tree_.token(verb);
    const bool participle = word.relation == "acl" && word.head != kRoot && verb > 0 &&
                            tree_.token(verb - 1).form == ",";
    if (!participle) {
        return {};
    }
    std::size_t above = tree_.token(word.head).head;
    for (std::size_t hops = 0; hops < kDeepest && above != kRoot; ++hops) {
        if (tree_.token(above).upos == "VERB" && !tree_.is_passive(above)) {
            return less_certain(doers(above, 1), kNear);
        }
        above = tree_.token(above).head;
    }
    return {};
}

std::vector<Filler> Arguments::owner_of_undergoer(std::size_t verb) const
{
    std::vector<Filler> fillers;
    if (!tree_.is_passive(verb) || !tree_.agents(verb).empty()) {
        return fillers;
    }
    const std::size_t subject = tree_.subject(verb);
    if (subject != kRoot && !nominals_.heads_actor(subject)) {
        nominals_.add_modifiers(subject, 1, fillers);
    }
    return less_certain(std::move(fillers), kNear);
}

std::vector<Filler> Arguments::verb_within(std::size_t verb, std::string_view particle) const
{
    std::vector<Filler> fillers;
    add_within_objects(verb, fillers);
    if (!particle.empty()) {
        add_within_phrases(verb, particle, kDeepest, fillers);
    }
    return fillers;
}

std::vector<Filler> Arguments::verb_inner(std::size_t verb, std::string_view /*particle*/) const
{
    std::vector<Filler> fillers;
    for (const std::size_t clause : tree_.content_clauses(verb)) {
        if (fillers.empty()) {
            add_inner(clause, kDeepest, fillers);
        }
    }
    // "signed a contract to build it for Chad"
    for (const std::size_t object : tree_.objects(verb)) {
        if (fillers.empty()) {
            fillers = noun_inner(object);
        }
    }
    return fillers;
}

/// "strengthened US-China ties"
std::vector<Filler> Arguments::verb_compound(std::size_t verb, std::string_view /*particle*/) const
{
    std::vector<Filler> fillers;
    std::vector<std::size_t> objects = tree_.is_passive(verb)
                                           ? std::vector<std::size_t>{tree_.subject(verb)}
                                           : tree_.objects(verb);
    if (const std::size_t undergoer = tree_.changed_subject(verb); undergoer != kRoot) {
        objects.push_back(undergoer);
    }
    for (const std::size_t object : objects) {
        if (object != kRoot && fillers.empty()) {
            fillers = noun_compound(object);
        }
    }
    return fillers;
}

std::vector<Filler> Arguments::verb_speaker(std::size_t verb, std::string_view /*particle*/) const
{
    return speaker(verb);
}

std::vector<Filler> Arguments::speaker(std::size_t predicate) const
{
    const std::size_t who = read_attribution(tree_, predicate, lexicon_).speaker;
    return who == kRoot ? std::vector<Filler>{} : nominals_.of(tree_.antecedent(who));
}

std::vector<Filler> Arguments::verb_clause(std::size_t verb, std::string_view /*particle*/) const
{
    std::vector<Filler> fillers;
    for (const std::string_view relation : {"ccomp", "xcomp"}) {
        for (const std::size_t clause : tree_.children(verb, relation)) {
            add_clause_subject(clause, fillers);
        }
    }
    return fillers;
}

std::vector<Filler> Arguments::verb_phrase(std::size_t verb, std::string_view preposition) const
{
    std::vector<Filler> fillers;
    const bool passive = tree_.is_passive(verb);
    // In a passive "by" names the doer, but in "the attack by Chad was condemned" who attacked.
    if (!passive || preposition != "by") {
        add_phrases(verb, preposition, fillers);
    }
    // "imposed sanctions on Iran": the phrase may hang from the object.
    std::vector<std::size_t> objects = tree_.objects(verb);
    if (const std::size_t undergoer = tree_.changed_subject(verb); undergoer != kRoot) {
        objects.push_back(undergoer);
    }
    for (const std::size_t object : objects) {
        add_phrases(object, preposition, fillers);
        if (fillers.empty() && !has_actor_beside(object)) {
            add_phrases_below(object, preposition, kDeepestNear, fillers);
        }
        if (fillers.empty()) {
            add_clause_phrases(object, preposition, fillers);
        }
    }
    if (passive) {
        if (const std::size_t subject = tree_.subject(verb); subject != kRoot) {
            add_phrases(subject, preposition, fillers);
        }
    }
    // "exported millions in goods to Chad"
    for (const std::size_t phrase : tree_.children(verb, "obl")) {
        if (fillers.empty() && !nominals_.heads_actor(phrase) &&
            tree_.preposition(phrase) == "in" && !opens_preposition(tree_.token(phrase).lemma)) {
            add_phrases(phrase, preposition, fillers);
        }
    }
    // "met and talked with Chad": UD hangs what is shared from the first.
    const Token& word = tree_.token(verb);
    if (fillers.empty() && language::is_relation(word.relation, "conj") && word.head != kRoot) {
        for (const std::size_t phrase : tree_.phrases(word.head, preposition)) {
            if (phrase > verb) {
                nominals_.add_alone(phrase, fillers);
            }
        }
    }
    return fillers;
}

/// The arguments of an infinitive, and of one below it: "vowed to try to help Mali".
void Arguments::add_inner(std::size_t clause, std::size_t depth, std::vector<Filler>& into) const
{
    std::vector<Filler> objects;
    for (const std::size_t object : tree_.objects(clause)) {
        nominals_.add(object, objects);
    }
    std::vector<Filler> phrases;
    bool addressed = false; // "extradite Kurdish exiles to Chad" is told Chad
    for (const std::size_t argument : tree_.children(clause, "obl")) {
        const std::size_t before = phrases.size();
        nominals_.add(argument, phrases);
        const std::string by = tree_.preposition(argument);
        addressed = addressed || (phrases.size() > before && (by == "to" || by == "with"));
    }
    for (const Filler& object : objects) {
        if (!addressed || object.certainty >= 1.0) {
            into.push_back(object);
        }
    }
    into.insert(into.end(), phrases.begin(), phrases.end());
    if (into.empty()) {
        add_within_objects(clause, into);
    }
    if (into.empty() && depth > 0) {
        for (const std::size_t deeper : tree_.children(clause, "xcomp")) {
            add_inner(deeper, depth - 1, into);
        }
    }
}

/// "demanded that Chad withdraw": the clause's own subject, also that of a passive.
void Arguments::add_clause_subject(std::size_t clause, std::vector<Filler>& into) const
{
    for (const std::size_t subject : tree_.children(clause, "nsubj")) {
        nominals_.add(subject, into);
    }
}

} // namespace entente::relations
