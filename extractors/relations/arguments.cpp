// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/arguments.hpp"

#include <algorithm>
#include <iterator>

namespace entente::relations {

namespace {

using language::kRoot;
using language::Token;

constexpr double kOwner = 0.75;          ///< certainty of "Russia's border" for Russia
constexpr std::size_t kDeepest = 4;      ///< levels of phrases in which "within" looks for actors
constexpr std::size_t kDeepestOwner = 1; ///< "the commander of Chad's army" for Chad
constexpr double kNear = 0.7;            ///< of an actor that stands in no place of the frame

/// Prepositions by which a verb carries a noun that says what its subject does: "spoke in favour
/// of", "arrived for talks". Others ("during the visit") only set the scene.
constexpr std::string_view kCarrying[] = {"in", "for", "on", "at", "into", "with", "through"};

/// Verbs whose subject gets what their object says.
constexpr std::string_view kReceiving[] = {
    "accept", "attract", "draw",   "earn",    "enjoy",   "face",   "gain",   "get",
    "have",   "lose",    "obtain", "provoke", "receive", "secure", "suffer", "win"};

constexpr double kLightVerb = 0.85; ///< of "Russia launched an attack on" for Russia

void merge(std::vector<Filler>& into, Filler filler)
{
    const bool known = std::any_of(into.begin(), into.end(),
                                   [&](const Filler& one) { return one.actor == filler.actor; });
    if (!known) {
        into.push_back(filler);
    }
}

/// "states such as Kenya", "neighbours like Chad", "its neighbour, Chad", "neighbour Chad".
bool is_naming(std::string_view relation, std::string_view preposition)
{
    return relation == "appos" || relation == "nmod:desc" || preposition == "like" ||
           preposition == "such as" || preposition == "including" || preposition == "as";
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
        const std::size_t known = actor_at_[actors[i].first];
        if (known != kRoot && actors[known].first == actors[i].first &&
            actors[known].last == actors[i].last) {
            companions_[known].push_back(i);
            continue;
        }
        for (std::size_t token = actors[i].first; token < actors[i].last; ++token) {
            actor_at_[token] = i;
        }
    }
}

/// Adds an actor with all that the same words stand for: "they", "the two countries".
void Arguments::merge_all(std::vector<Filler>& into, Filler filler) const
{
    merge(into, filler);
    const auto others = companions_.find(filler.actor);
    if (others != companions_.end()) {
        for (const std::size_t other : others->second) {
            merge(into, {other, filler.certainty});
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
    if (heads_actor(nominal)) {
        merge_all(into, {actor_at_[nominal], 1.0});
        // "US and Russian troops", of which the last holds the noun.
        // "the ministers of Chad and Mali", of which the first does.
        for (const std::size_t child : tree_.children(nominal)) {
            const std::string& relation = tree_.token(child).relation;
            const auto all = tree_.conjuncts(child);
            if (all.size() > 1 &&
                (relation == "amod" || relation == "compound" || relation == "nmod:poss" ||
                 (relation == "nmod" && tree_.preposition(child) == "of"))) {
                for (const std::size_t one : all) {
                    if (actor_at_[one] != kRoot) {
                        merge_all(into, {actor_at_[one], 1.0});
                    }
                }
            }
        }
        return;
    }
    const std::size_t before = into.size();
    add_owner(nominal, kDeepestOwner, 1.0, into);
    // "the M23, a group that fought Chad": the group is who it is put beside.
    const Token& word = tree_.token(nominal);
    if (into.size() == before && word.relation == "appos" && heads_actor(word.head)) {
        merge_all(into, {actor_at_[word.head], 1.0});
    }
}

/// Whether the token is the word by which an actor stands in its clause.
bool Arguments::heads_actor(std::size_t nominal) const
{
    const std::size_t actor = actor_at_[nominal];
    return actor != kRoot &&
           (actors_[actor].head == nominal || tree_.token(nominal).head == kRoot ||
            actor_at_[tree_.token(nominal).head] != actor);
}

/// "Russia's border", "the positions of Hezbollah's fighters": who owns what the nominal names.
/// "states such as Kenya", "the neighbour, Chad": who it names.
void Arguments::add_owner(std::size_t nominal, std::size_t depth, double certainty,
                          std::vector<Filler>& into) const
{
    std::vector<Filler> owners;
    const bool is_event = !lexicon_.nouns(tree_.token(nominal).lemma).empty();
    for (const std::size_t child : tree_.children(nominal)) {
        const std::string& relation = tree_.token(child).relation;
        const std::string preposition = relation == "nmod" ? tree_.preposition(child) : "";
        const bool names = is_naming(relation, preposition);
        // Of "the tour of Asia" Asia is no owner.
        const bool owns = language::is_relation(relation, "nmod:poss") || relation == "amod" ||
                          relation == "compound" || (preposition == "of" && !is_event) ||
                          (preposition == "by" && is_event);
        if (!names && !owns) {
            continue;
        }
        const double share = names ? certainty : certainty * kOwner;
        for (const std::size_t conjunct : tree_.conjuncts(tree_.antecedent(child))) {
            if (heads_actor(conjunct)) {
                merge_all(names ? into : owners, {actor_at_[conjunct], share});
            } else if (depth > 0) {
                add_owner(conjunct, depth - 1, share, names ? into : owners);
            }
        }
    }
    // "Chad's president and minister": the owner of the first owns the others.
    if (owners.empty() && language::is_relation(tree_.token(nominal).relation, "conj") &&
        depth > 0 && tree_.children(nominal, "det").empty()) {
        const std::size_t first = tree_.token(nominal).head;
        if (heads_actor(first) && actors_[actor_at_[first]].first < first &&
            !actors_[actor_at_[first]].is_person) {
            merge(owners, {actor_at_[first], certainty * kOwner});
        } else if (first < nominal) {
            for (const std::size_t child : tree_.children(first)) {
                const std::string& relation = tree_.token(child).relation;
                if (child < first && (relation == "nmod:poss" || relation == "amod") &&
                    heads_actor(child)) {
                    merge(owners, {actor_at_[child], certainty * kOwner});
                }
            }
        }
    }
    for (const Filler& owner : owners) {
        merge(into, owner);
    }
}

/// The actors of a nominal and of its phrases: "an end of the war between Chad and Libya".
void Arguments::add_within(std::size_t nominal, std::size_t depth, std::vector<Filler>& into) const
{
    if (actor_at_[nominal] != kRoot) {
        merge_all(into, {actor_at_[nominal], kOwner});
    }
    if (depth == 0) {
        return;
    }
    for (const std::size_t child : tree_.children(nominal)) {
        const std::string& relation = tree_.token(child).relation;
        const bool below = language::is_relation(relation, "nmod") || relation == "conj" ||
                           relation == "compound" || relation == "amod" || relation == "appos";
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

/// Who does it: the subject, in a passive the agent. For the infinitive of a noun without an owner
/// ("Chad made efforts to stop it") the subject of the verb that carries the noun.
std::vector<Filler> Arguments::doers(std::size_t verb, std::size_t depth) const
{
    std::vector<Filler> fillers;
    if (tree_.is_passive(verb)) {
        for (const std::size_t agent : tree_.agents(verb)) {
            for (const Filler& filler : of_nominal(agent)) {
                merge(fillers, filler);
            }
        }
        return fillers;
    }
    const std::size_t subject = tree_.subject(verb);
    if (subject == kRoot) {
        return fillers;
    }
    fillers = of_nominal(subject);
    if (fillers.empty() && tree_.token(subject).upos == "NOUN" && depth > 0 &&
        language::is_relation(tree_.token(verb).relation, "acl") &&
        tree_.token(verb).relation != "acl:relcl") {
        fillers = carrier(subject, depth - 1);
    }
    for (const std::size_t phrase : tree_.children(verb, "obl")) {
        if (!fillers.empty() && tree_.is_companion(phrase)) {
            add_nominal(phrase, fillers);
        }
    }
    return fillers;
}

/// Who has it done to them: the objects, in a passive the subject.
std::vector<Filler> Arguments::sufferers(std::size_t verb, std::string_view particle) const
{
    std::vector<Filler> fillers;
    const auto take = [&](std::size_t nominal) {
        for (const Filler& filler : of_nominal(nominal)) {
            merge(fillers, filler);
        }
    };
    if (tree_.is_passive(verb)) {
        if (const std::size_t subject = tree_.subject(verb); subject != kRoot) {
            take(subject);
        }
        return fillers;
    }
    for (const std::size_t object : tree_.objects(verb)) {
        take(object);
    }
    if (!particle.empty()) {
        add_phrases(verb, particle, fillers);
    }
    return fillers;
}

std::vector<Filler> Arguments::of_verb(std::size_t verb, std::string_view slot,
                                       std::string_view particle) const
{
    if (slot == "subj") {
        return doers(verb, kDeepest);
    }
    if (slot == "obj") {
        return sufferers(verb, particle);
    }
    std::vector<Filler> fillers;
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
            add_inner(clause, kDeepest, fillers);
        }
        return fillers;
    }
    if (slot == "compound") {
        // "strengthened US-China ties"
        for (const std::size_t object : tree_.is_passive(verb)
                                            ? std::vector<std::size_t>{tree_.subject(verb)}
                                            : tree_.objects(verb)) {
            if (object != kRoot && fillers.empty()) {
                fillers = of_noun(object, slot);
            }
        }
        return fillers;
    }
    if (slot == "clause") {
        for (const std::string_view relation : {"ccomp", "xcomp"}) {
            for (const std::size_t clause : tree_.children(verb, relation)) {
                add_clause_subject(clause, fillers);
            }
        }
        return fillers;
    }
    // In a passive "by" names the doer, but in "the attack by Chad was condemned" who attacked.
    const bool by_agent = slot == "by" && tree_.is_passive(verb);
    if (!by_agent) {
        add_phrases(verb, slot, fillers);
    }
    // "imposed sanctions on Iran": the phrase may hang from the object.
    for (const std::size_t object : tree_.objects(verb)) {
        add_phrases(object, slot, fillers);
        // "gave millions of dollars in aid to Chad"
        for (const std::size_t phrase : tree_.children(object, "nmod")) {
            if (fillers.empty() && !heads_actor(phrase)) {
                add_phrases(phrase, slot, fillers);
            }
        }
    }
    if (tree_.is_passive(verb)) {
        if (const std::size_t subject = tree_.subject(verb); subject != kRoot) {
            add_phrases(subject, slot, fillers);
        }
    }
    // "met and talked with Chad": UD hangs what is shared from the first.
    const Token& word = tree_.token(verb);
    if (fillers.empty() && language::is_relation(word.relation, "conj") && word.head != kRoot) {
        for (const std::size_t phrase : tree_.phrases(word.head, slot)) {
            if (phrase > verb) {
                add_nominal(phrase, fillers);
            }
        }
    }
    return fillers;
}

/// The arguments of an infinitive, and of one below it: "vowed to try to help Mali".
void Arguments::add_inner(std::size_t clause, std::size_t depth, std::vector<Filler>& into) const
{
    for (const std::size_t object : tree_.objects(clause)) {
        for (const Filler& filler : of_nominal(object)) {
            merge(into, filler);
        }
    }
    for (const std::size_t argument : tree_.children(clause, "obl")) {
        for (const Filler& filler : of_nominal(argument)) {
            merge(into, filler);
        }
    }
    if (into.empty()) {
        for (const std::size_t object : tree_.objects(clause)) {
            add_within(object, kDeepest, into);
        }
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
        for (const Filler& filler : of_nominal(subject)) {
            merge(into, filler);
        }
    }
}

std::vector<Filler> Arguments::of_noun(std::size_t noun, std::string_view slot) const
{
    std::vector<Filler> fillers;
    if (slot == "poss" || slot == "compound") {
        add_modifiers(noun, kDeepest, fillers);
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
    if (slot == "clause") {
        for (const std::string_view relation : {"acl", "ccomp"}) {
            for (const std::size_t clause : tree_.children(noun, relation)) {
                if (tree_.token(clause).relation != "acl:relcl") {
                    add_clause_subject(clause, fillers);
                }
            }
        }
        return fillers;
    }
    add_phrases(noun, slot, fillers);
    // "talks, held in Rome, with Chad", "the strike carried out by Chad"
    for (const std::size_t clause : tree_.children(noun, "acl")) {
        if (fillers.empty() && tree_.is_passive(clause)) {
            add_phrases(clause, slot, fillers);
        }
    }
    if (fillers.empty() && slot != "between" && slot != "of") {
        add_light_verb(noun, slot, fillers);
    }
    return fillers;
}

std::vector<Filler> Arguments::around_verb(std::size_t verb,
                                           std::span<const std::string_view> prepositions) const
{
    std::vector<Filler> fillers = sufferers(verb, {});
    if (fillers.empty()) {
        fillers = of_verb(verb, "clause", {});
    }
    if (fillers.empty()) {
        for (const std::size_t object : tree_.objects(verb)) {
            add_within(object, kDeepest, fillers);
        }
    }
    for (const std::string_view preposition : prepositions) {
        if (fillers.empty()) {
            add_phrases(verb, preposition, fillers);
        }
        if (fillers.empty()) {
            for (const std::size_t phrase : tree_.phrases(verb, preposition)) {
                add_within(phrase, 2, fillers);
            }
        }
    }
    for (Filler& filler : fillers) {
        filler.certainty *= kNear;
    }
    return fillers;
}

std::vector<Filler> Arguments::around_noun(std::size_t noun,
                                           std::span<const std::string_view> prepositions) const
{
    std::vector<Filler> fillers;
    // "its ally, Chad"
    for (const std::size_t other : tree_.children(noun, "appos")) {
        add_nominal(other, fillers);
    }
    for (const std::string_view preposition : prepositions) {
        if (fillers.empty()) {
            for (const std::size_t phrase : tree_.phrases(noun, preposition)) {
                add_within(phrase, 2, fillers);
            }
        }
    }
    for (Filler& filler : fillers) {
        filler.certainty *= kNear;
    }
    return fillers;
}

std::vector<Filler> Arguments::carrier(std::size_t noun, std::size_t depth) const
{
    const Token& word = tree_.token(noun);
    std::vector<Filler> fillers;
    if (const auto described = tree_.children(noun, "nsubj"); !described.empty()) {
        // "Chad is a supporter of": the subject of a nominal predicate.
        fillers = of_nominal(tree_.antecedent(described.front()));
    } else if (word.head == kRoot) {
        return fillers;
    } else if (word.relation == "appos") {
        fillers = of_nominal(word.head);
    } else if (word.relation == "xcomp") {
        // "Chad became a supporter", "they see Chad as a supporter"
        const auto objects = tree_.objects(word.head);
        fillers = objects.empty() ? doers(word.head, depth) : of_nominal(objects.front());
    } else if (language::is_relation(word.relation, "obj")) {
        fillers = doers(word.head, depth);
    } else if (word.relation == "nmod" && depth > 0 && tree_.preposition(noun) == "of") {
        // "Chad's wave of attacks on"
        add_modifiers(word.head, 1, fillers);
        if (fillers.empty()) {
            fillers = carrier(word.head, depth - 1);
        }
    } else if (word.relation == "obl") {
        const std::string preposition = tree_.preposition(noun);
        const auto objects = tree_.objects(word.head);
        if (preposition == "as") {
            fillers = objects.empty() ? sufferers(word.head, {}) : of_nominal(objects.front());
        } else if (std::find(std::begin(kCarrying), std::end(kCarrying), preposition) !=
                   std::end(kCarrying)) {
            fillers = doers(word.head, depth);
        }
    }
    for (Filler& filler : fillers) {
        filler.certainty *= kNear;
    }
    return fillers;
}

std::vector<Filler> Arguments::receiver(std::size_t noun) const
{
    const Token& word = tree_.token(noun);
    if (word.head == kRoot) {
        return {};
    }
    const std::string preposition = word.relation == "obl" ? tree_.preposition(noun) : "";
    const bool under = preposition == "under" || preposition == "upon" || preposition == "at";
    const bool received = language::is_relation(word.relation, "obj") &&
                          std::find(std::begin(kReceiving), std::end(kReceiving),
                                    tree_.token(word.head).lemma) != std::end(kReceiving);
    if (!under && !received) {
        return {};
    }
    std::vector<Filler> fillers = doers(word.head, 1);
    for (Filler& filler : fillers) {
        filler.certainty *= kNear;
    }
    return fillers;
}

/// Actors in front of a noun, from left to right: possessors, adjectives, "US-China".
void Arguments::add_modifiers(std::size_t noun, std::size_t depth, std::vector<Filler>& into) const
{
    for (const std::size_t child : tree_.children(noun)) {
        const std::string& relation = tree_.token(child).relation;
        const bool modifies = relation == "nmod:poss" || relation == "amod" ||
                              relation == "compound" || relation == "nmod:desc";
        if (!modifies || tree_.token(child).upos == "VERB") {
            continue;
        }
        const std::size_t first = tree_.antecedent(child);
        for (const std::size_t conjunct : tree_.conjuncts(first)) {
            if (depth > 0 && conjunct == child) {
                add_modifiers(conjunct, depth - 1, into);
            }
            if (actor_at_[conjunct] != kRoot) {
                merge_all(into, {actor_at_[conjunct], 1.0});
            } else if (relation == "nmod:poss") {
                add_owner(conjunct, kDeepestOwner, 1.0, into);
            }
        }
    }
}

/// "launched an attack on": the verb's subject and phrases belong to the noun it carries.
void Arguments::add_light_verb(std::size_t noun, std::string_view slot,
                               std::vector<Filler>& into) const
{
    const Token& word = tree_.token(noun);
    if (word.head == kRoot) {
        return;
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
        return;
    }
    if (!lexicon_.is_light_verb(tree_.token(verb).lemma)) {
        // "repeated its support for Chad": what follows the noun may belong to it or to the verb.
        for (const std::size_t phrase : tree_.phrases(verb, slot)) {
            if (slot != "subj" && phrase > noun && verb < noun) {
                for (Filler filler : of_nominal(phrase)) {
                    filler.certainty *= kLightVerb;
                    merge(into, filler);
                }
            }
        }
        return;
    }
    for (Filler filler : of_verb(verb, slot, {})) {
        filler.certainty *= kLightVerb;
        merge(into, filler);
    }
}

} // namespace entente::relations
