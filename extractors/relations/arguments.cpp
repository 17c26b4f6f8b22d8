// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/arguments.hpp"

#include "extractors/relations/attribution.hpp"

#include <algorithm>
#include <utility>

namespace entente::relations {

namespace {

using language::kRoot;
using language::Token;

constexpr std::size_t kDeepest = 4;     ///< levels of phrases in which "within" looks for actors
constexpr std::size_t kDeepestNear = 2; ///< the same in a phrase that is no place of the frame
constexpr double kNear = 0.7;           ///< of an actor that stands in no place of the frame
constexpr double kLightVerb = 0.85;     ///< of "Russia launched an attack on" for Russia

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

std::vector<Filler> less_certain(std::vector<Filler> fillers, double share)
{
    for (Filler& filler : fillers) {
        filler.certainty *= share;
    }
    return fillers;
}

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
        fillers = carrier(subject, depth - 1);
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
