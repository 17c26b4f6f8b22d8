// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/pronouns.hpp"

#include "core/text.hpp"
#include "extractors/actors/descriptions.hpp"
#include "extractors/actors/word_list.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::is_relation;
using language::kRoot;
using language::Token;

constexpr std::size_t kDeepest = 12;        ///< words from a pronoun up to the clauses around it
constexpr std::size_t kMostCoordinated = 3; ///< besides the first

bool is_plural_pronoun(std::string_view form)
{
    return form == "they" || form == "their" || form == "them";
}

const ActorSighting* covering(std::size_t token, std::span<const ActorSighting> here)
{
    const auto found = std::find_if(here.begin(), here.end(), [token](const auto& one) {
        return one.first <= token && token < one.last;
    });
    return found == here.end() ? nullptr : &*found;
}

bool is_clause(const Token& word)
{
    static constexpr std::array<std::string_view, 8> kClauses{
        "root", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj"};
    return is_word(word.relation, kClauses) ||
           (word.relation == "conj" && (word.upos == "VERB" || word.upos == "AUX"));
}

} // namespace

bool is_person_pronoun(std::string_view form) noexcept
{
    return form == "he" || form == "she" || form == "him" || form == "her" || form == "his";
}

bool is_human(const ActorContext& context, const ActorSighting& sighting)
{
    const Token& head = context.tree.token(sighting.head);
    return sighting.is_person ||
           ((head.xpos == "NN" || head.xpos == "NNP") && sighting.last - sighting.first > 1 &&
            !sighting.actor.code.sector().empty() &&
            !context.gazetteer.sector_of_title(text::fold(head.lemma)).empty());
}

std::vector<ActorSighting> Pronouns::find(std::size_t token, Sightings here) const
{
    const std::string word = text::fold(tree_.token(token).form);
    const bool thing = word == "it" || word == "its";
    if (!thing && !is_person_pronoun(word) && !is_plural_pronoun(word)) {
        return {};
    }
    const Form form = thing ? Form::thing : (is_plural_pronoun(word) ? Form::plural : Form::person);
    if (is_empty(token, form)) {
        return {};
    }
    const bool possessor = tree_.token(token).xpos == "PRP$";
    if (!possessor && form == Form::thing && is_thing_handled(token, here)) {
        return {};
    }
    Antecedent found = by_clauses(token, form, here);
    if (found.sighting == nullptr && !found.closed) {
        found = by_order(token, form, here);
    }
    // "Chad met Mali. … signed it": what is handled was hardly a state.
    const bool handled = form != Form::person && !possessor &&
                         !is_relation(tree_.token(token).relation, "nsubj") &&
                         (form == Form::thing || !is_object_of_deed(token));
    const bool before = found.sighting == nullptr && !found.closed && !handled;
    if (before) {
        found.sighting = of_last_sentence(token, form);
    }
    if (found.sighting == nullptr) {
        return {};
    }
    const Argument to = found.sighting->actor;
    std::vector<ActorSighting> references{
        refer(to, token, token + 1,
              fmt::format("\"{}\" refers to {}{}", word, to.code.text(),
                          others(to.code, form, before ? Sightings{last_} : here, token)))};
    if (form == Form::plural) {
        const bool of_subject = subject_ && found.sighting == &*subject_;
        const std::vector<Argument> others =
            of_subject ? with_subject_ : coordinated_with(*found.sighting, before ? last_ : here);
        for (const Argument& other : others) {
            if (other.code != to.code) {
                references.push_back(references.front());
                references.back().actor = other;
            }
        }
    }
    return references;
}

/// Who else agrees with the pronoun, for explain.
std::string Pronouns::others(const ActorCode& chosen, Form form, Sightings among,
                             std::size_t token) const
{
    constexpr std::size_t kMostShown = 3;
    std::vector<std::string> codes;
    for (const ActorSighting& one : among) {
        const std::string& code = one.actor.code.text();
        const bool fits = one.last <= token && !one.is_aside && agrees(one, form, false) &&
                          one.actor.code.principal() != chosen.principal();
        if (fits && codes.size() < kMostShown &&
            std::find(codes.begin(), codes.end(), code) == codes.end()) {
            codes.push_back(code);
        }
    }
    return codes.empty() ? std::string{} : fmt::format("; could be {}", fmt::join(codes, ", "));
}

/// "It is known that", "it rained", "it was dark", "he who" are about nobody.
bool Pronouns::is_empty(std::size_t token, Form form) const
{
    static constexpr std::array<std::string_view, 6> kWeather{"rain", "snow",    "hail",
                                                              "thaw", "drizzle", "freeze"};
    static constexpr std::array<std::string_view, 16> kKnown{
        "know",     "say",    "report",     "believe", "think", "expect",   "reveal", "understand",
        "announce", "assume", "understood", "seem",    "agree", "estimate", "appear", "clear"};
    static constexpr std::array<std::string_view, 18> kTimes{
        "night",  "day",      "morning", "evening", "afternoon", "winter",
        "summer", "spring",   "autumn",  "weekend", "year",      "hour",
        "time",   "carnival", "season",  "noon",    "dawn",      "dusk"};
    static constexpr std::array<std::string_view, 14> kStates{
        "dark",  "cold", "hot",     "warm",     "late",   "early",    "quiet",
        "clear", "true", "unclear", "possible", "likely", "unlikely", "important"};
    const Token& word = tree_.token(token);
    // "It is thought to have bombed …" is about someone.
    const bool raised = word.relation == "expl" && word.head != kRoot &&
                        tree_.is_passive(word.head) && !tree_.children(word.head, "xcomp").empty();
    if (word.relation == "expl") {
        return !raised;
    }
    const bool last = token + 1 >= context_.analysis.tokens.size();
    if (form != Form::thing) {
        const std::string next = last ? "" : text::fold(tree_.token(token + 1).form);
        return next == "who" || (next == "or" && form == Form::person) ||
               (token > 0 && text::fold(tree_.token(token - 1).form) == "or");
    }
    if (word.head == kRoot || word.xpos == "PRP$" || !is_relation(word.relation, "nsubj")) {
        return false;
    }
    const std::string lemma = text::fold(tree_.token(word.head).lemma);
    const bool about_clause =
        !tree_.children(word.head, "ccomp").empty() || !tree_.children(word.head, "csubj").empty();
    const bool impersonal = tree_.is_passive(word.head) && is_word(lemma, kKnown);
    return is_word(lemma, kWeather) || impersonal || is_word(lemma, kTimes) ||
           is_word(lemma, kStates) || ((lemma == "seem" || lemma == "appear") && !about_clause) ||
           (about_clause && !tree_.children(word.head, "cop").empty());
}

/// Whether number and kind fit: "it" is none of two that are named together, nor people; "they" are
/// no single state or person.
bool Pronouns::agrees(const ActorSighting& sighting, Form form, bool coordinated) const
{
    const bool human = is_human(context_, sighting);
    if (form == Form::person) {
        return human;
    }
    const Token& head = tree_.token(sighting.head);
    const bool many = head.xpos == "NNS" || head.xpos == "NNPS";
    const ActorKind kind = sighting.actor.kind;
    const bool whole_state = kind == ActorKind::state && sighting.actor.code.sector().empty();
    if (form == Form::thing) {
        const bool one =
            kind == ActorKind::state ? head.xpos == "NNPS" : kind == ActorKind::organisation;
        return !human && !coordinated && kind != ActorKind::population && (!many || one);
    }
    if (head.upos == "PRON" && text::fold(head.form) == "it") {
        return false;
    }
    return coordinated || (!human && (many || !whole_state));
}

/// Whether a clause is introduced by a word: "for abusing".
bool Pronouns::has_mark(std::size_t clause, std::string_view word) const
{
    const auto marks = tree_.children(clause, "mark");
    return std::any_of(marks.begin(), marks.end(), [&](std::size_t mark) {
        return text::fold(tree_.token(mark).form) == word;
    });
}

std::size_t Pronouns::clause_of(std::size_t token) const
{
    std::size_t at = token;
    for (std::size_t hops = 0; hops < kDeepest && at != kRoot; ++hops) {
        if (is_clause(tree_.token(at))) {
            return at;
        }
        at = tree_.token(at).head;
    }
    return at;
}

/// What a subject or object makes of the pronoun: it is an actor that fits, or something else that
/// fits, or does not matter.
Pronouns::Antecedent Pronouns::judge(std::size_t nominal, std::size_t token, Form form,
                                     Sightings here) const
{
    if (nominal == kRoot || nominal >= token) {
        return {};
    }
    if (const ActorSighting* actor = covering(nominal, here)) {
        const bool fits = agrees(*actor, form, is_coordinated_before(actor->head, token));
        return {fits && !actor->is_aside ? actor : nullptr, false};
    }
    const Token& word = tree_.token(nominal);
    if (form == Form::person) {
        const bool person = word.upos == "PROPN" ||
                            (word.xpos == "NN" &&
                             !context_.gazetteer.sector_of_noun(std::string{word.lemma}).empty());
        return {nullptr, person};
    }
    const bool thing = word.upos == "NOUN" && (word.xpos == "NNS") == (form == Form::plural);
    return {nullptr, thing};
}

/// The subjects of the clauses around the pronoun, from inside out, and the objects of verbs such
/// as "tell" and "urge", which act in the clause below. The pronoun's own subject only where the
/// pronoun is a possessor (principle B of binding theory).
Pronouns::Antecedent Pronouns::by_clauses(std::size_t token, Form form, Sightings here) const
{
    std::size_t clause = clause_of(token);
    bool own = true;
    for (std::size_t hops = 0; hops < kDeepest && clause != kRoot; ++hops) {
        const std::size_t subject = tree_.subject(clause);
        const bool possessor = tree_.token(token).xpos == "PRP$";
        if (possessor && own) {
            if (const ActorSighting* owner = owner_of(token, form, here)) {
                return {owner, false};
            }
            if (const ActorSighting* judged = thanked(token, here)) {
                return {agrees(*judged, form, false) ? judged : nullptr, false};
            }
        }
        const bool others = own && possessor && is_in_honour(token);
        if ((!own || possessor) && subject != token && !others) {
            const Antecedent found = judge(subject, token, form, here);
            if (found.closed && possessor && is_of_actors_only(token)) {
                return {beneath(subject, token, form, here), true};
            }
            if (found.sighting != nullptr || found.closed) {
                return found;
            }
        }
        // "told the Taliban to hand over their guests"
        for (const std::size_t object :
             possessor ? tree_.objects(clause) : std::vector<std::size_t>{}) {
            const ActorSighting* actor = object < token ? covering(object, here) : nullptr;
            if (actor != nullptr && form == Form::plural &&
                agrees(*actor, form, is_coordinated_before(actor->head, token))) {
                return {actor, false};
            }
        }
        own = false;
        const std::size_t above = tree_.token(clause).head;
        clause = above == kRoot ? kRoot : clause_of(above);
    }
    return {};
}

/// "its ties", "its dynamics of ties": what no thing has.
bool Pronouns::is_of_actors_only(std::size_t token) const
{
    static constexpr std::array<std::string_view, 24> kOwned{
        "ally",         "army",     "border",   "citizen",   "diplomacy", "diplomat",
        "embassy",      "enemy",    "envoy",    "foe",       "force",     "government",
        "military",     "minister", "neighbor", "neighbour", "president", "relation",
        "relationship", "rival",    "soldier",  "territory", "tie",       "troop"};
    const std::size_t noun = tree_.token(token).head;
    if (noun == kRoot) {
        return false;
    }
    const auto phrases = tree_.phrases(noun, "of");
    return is_word(std::string_view{tree_.token(noun).lemma}, kOwned) ||
           std::any_of(phrases.begin(), phrases.end(), [&](std::size_t phrase) {
               return is_word(std::string_view{tree_.token(phrase).lemma}, kOwned);
           });
}

/// "the success of Chad's plan … its ties": the first actor within a thing that fits.
const ActorSighting* Pronouns::beneath(std::size_t nominal, std::size_t token, Form form,
                                       Sightings here) const
{
    for (const ActorSighting& one : here) {
        if (one.last > token) {
            break;
        }
        std::size_t at = one.head;
        for (std::size_t hops = 0; hops < kDeepest && at != kRoot && at != nominal; ++hops) {
            at = tree_.token(at).head;
        }
        if (at == nominal && !one.is_aside && agrees(one, form, false)) {
            return &one;
        }
    }
    return nullptr;
}

/// "an appeal by Denmark for an inquiry into the death of its consul", "Denmark's inquiry into …":
/// whose doing the noun is that the pronoun stands under.
const ActorSighting* Pronouns::owner_of(std::size_t token, Form form, Sightings here) const
{
    std::size_t noun = tree_.token(token).head;
    for (std::size_t hops = 0; hops < kDeepest && noun != kRoot; ++hops) {
        const Token& word = tree_.token(noun);
        if (word.relation != "nmod" || word.head == kRoot) {
            return nullptr;
        }
        noun = word.head;
        for (const std::size_t child : tree_.children(noun)) {
            const bool owns =
                tree_.token(child).relation == "nmod:poss" ||
                (tree_.token(child).relation == "nmod" && tree_.preposition(child) == "by");
            const ActorSighting* owner = owns && child < token ? covering(child, here) : nullptr;
            if (owner != nullptr &&
                agrees(*owner, form, is_coordinated_before(owner->head, token))) {
                return owner;
            }
        }
    }
    return nullptr;
}

/// "issued a stamp in its honour": never that of who does it.
bool Pronouns::is_in_honour(std::size_t token) const
{
    static constexpr std::array<std::string_view, 5> kHonours{"honour", "honor", "memory", "stead",
                                                              "absence"};
    const std::size_t noun = tree_.token(token).head;
    return noun != kRoot && tree_.preposition(noun) == "in" &&
           is_word(std::string_view{tree_.token(noun).lemma}, kHonours);
}

/// "thanked Ethiopia for its soldiers": whose deeds are judged.
const ActorSighting* Pronouns::thanked(std::size_t token, Sightings here) const
{
    static constexpr std::array<std::string_view, 18> kJudging{
        "fine",      "jail",         "thank",    "praise",    "blame",  "criticise",
        "criticize", "condemn",      "applaud",  "commend",   "rebuke", "punish",
        "sanction",  "congratulate", "denounce", "reprimand", "hail",   "laud"};
    std::size_t phrase = tree_.token(token).head;
    while (phrase != kRoot &&
           (tree_.token(phrase).relation == "conj" || tree_.token(phrase).relation == "nmod")) {
        phrase = tree_.token(phrase).head;
    }
    // "fined Amazon for abusing its power"
    if (phrase != kRoot && tree_.token(phrase).relation == "obj" &&
        tree_.token(phrase).head != kRoot &&
        tree_.token(tree_.token(phrase).head).relation == "advcl") {
        phrase = tree_.token(phrase).head;
    }
    const bool is_for =
        phrase != kRoot && (tree_.preposition(phrase) == "for" || has_mark(phrase, "for"));
    if (!is_for || tree_.token(phrase).head == kRoot ||
        !is_word(std::string_view{tree_.token(tree_.token(phrase).head).lemma}, kJudging)) {
        return nullptr;
    }
    // Of "Ethiopia for its soldiers and Norway for its patience" the nearer.
    const ActorSighting* nearest = nullptr;
    for (const std::size_t object : tree_.objects(tree_.token(phrase).head)) {
        for (const std::size_t one : tree_.conjuncts(object)) {
            const ActorSighting* actor = one < token ? covering(one, here) : nullptr;
            const bool nearer =
                actor != nullptr && (nearest == nullptr || nearest->first < actor->first);
            nearest = nearer ? actor : nearest;
        }
    }
    // The one right before "for", whatever the tree makes of it.
    const auto cases = tree_.children(phrase, "case");
    if (!cases.empty() && cases.front() > 0) {
        if (const ActorSighting* actor = covering(cases.front() - 1, here)) {
            nearest = actor;
        }
    }
    return nearest;
}

/// The nearest subject before the pronoun in its sentence that is not its own.
Pronouns::Antecedent Pronouns::by_order(std::size_t token, Form form, Sightings here) const
{
    if (form == Form::person ? follows_stranger(token, here) : follows_thing(token, here)) {
        return {nullptr, true};
    }
    const bool possessor = tree_.token(token).xpos == "PRP$";
    const std::size_t clause = clause_of(token);
    const ActorSighting* best = nullptr;
    for (const ActorSighting& one : here) {
        if (one.last > token) {
            break;
        }
        const Token& head = tree_.token(one.head);
        const bool own = !possessor && clause_of(one.head) == clause;
        if (is_relation(head.relation, "nsubj") && !own && !one.is_aside &&
            agrees(one, form, is_coordinated_before(one.head, token))) {
            best = &one;
        }
    }
    return {best, false};
}

/// The subject of the sentence before, else the only mention there that fits.
const ActorSighting* Pronouns::of_last_sentence(std::size_t token, Form form) const
{
    const std::size_t speaker = quotations_.speaker(token);
    const ActorSighting* speaks = speaker == kRoot ? nullptr : covering(speaker, last_);
    const auto fits = [&](const ActorSighting& one, bool coordinated) {
        return agrees(one, form, coordinated) && !one.is_aside &&
               (speaks == nullptr || speaks->actor.code != one.actor.code);
    };
    if (subject_ && fits(*subject_, !with_subject_.empty())) {
        // "David Cameron lost and Barack Obama hesitated. He …"
        const bool rivalled =
            form == Form::person &&
            std::any_of(last_.begin(), last_.end(), [&](const ActorSighting& one) {
                return one.actor.code.principal() != subject_->actor.code.principal() &&
                       is_relation(tree_.token(one.head).relation, "nsubj") && fits(one, false) &&
                       clause_of(one.head) != clause_of(subject_->head);
            });
        return rivalled ? nullptr : &*subject_;
    }
    const bool near =
        !last_.empty() && tree_.sentence_of(last_.front().first) + 1 == tree_.sentence_of(token);
    if (!near || form == Form::thing) {
        return nullptr;
    }
    const ActorSighting* only = nullptr;
    for (const ActorSighting& one : last_) {
        if (!fits(one, false)) {
            continue;
        }
        if (only != nullptr && only->actor.code != one.actor.code) {
            return nullptr;
        }
        only = &one;
    }
    return only;
}

std::optional<Argument> Pronouns::last_person() const
{
    return subject_ && is_human(context_, *subject_) ? std::optional{subject_->actor}
                                                     : std::nullopt;
}

/// Whether a nominal is coordinated with another before the token: in "Chad and its neighbour" it
/// is not yet.
bool Pronouns::is_coordinated_before(std::size_t nominal, std::size_t token) const
{
    const std::vector<std::size_t> conjuncts = tree_.conjuncts(nominal);
    return std::any_of(conjuncts.begin(), conjuncts.end(),
                       [&](std::size_t other) { return other != nominal && other < token; });
}

std::vector<Argument> Pronouns::coordinated_with(const ActorSighting& sighting,
                                                 Sightings here) const
{
    std::vector<Argument> others;
    for (const std::size_t conjunct : tree_.conjuncts(sighting.head)) {
        for (const ActorSighting& one : here) {
            if (one.head == conjunct && conjunct != sighting.head &&
                others.size() < kMostCoordinated) {
                others.push_back(one.actor);
            }
        }
    }
    // "both countries … they": the same words for each.
    for (const ActorSighting& one : here) {
        if (one.first == sighting.first && one.last == sighting.last &&
            one.actor.code != sighting.actor.code && others.size() < kMostCoordinated) {
            others.push_back(one.actor);
        }
    }
    return others;
}

/// Whether a full name that no table knows stands before the pronoun in its sentence: "his" may be
/// that person's.
bool Pronouns::follows_stranger(std::size_t token, Sightings here) const
{
    const std::size_t first = context_.analysis.sentences[tree_.sentence_of(token)].first;
    std::size_t names = 0; ///< in a row
    for (std::size_t i = first; i < token; ++i) {
        const bool known = covering(i, here) != nullptr;
        names = tree_.token(i).upos == "PROPN" && !known ? names + 1 : 0;
        if (names == 2) {
            return true;
        }
    }
    return false;
}

/// Whether the subject nearest before the pronoun in its sentence is a thing and no actor: in "the
/// visit matters to Chad, as it …" the visit is meant.
bool Pronouns::follows_thing(std::size_t token, Sightings here) const
{
    const std::size_t first = context_.analysis.sentences[tree_.sentence_of(token)].first;
    for (std::size_t i = token; i-- > first;) {
        if (is_relation(tree_.token(i).relation, "nsubj")) {
            return covering(i, here) == nullptr && tree_.token(i).upos == "NOUN";
        }
    }
    return false;
}

/// Whether the verb does what one does to actors: "accused it", "protect them".
bool Pronouns::is_object_of_deed(std::size_t token) const
{
    static constexpr std::array<std::string_view, 41> kDeeds{
        "accuse",    "urge",   "warn",     "tell",     "ask",    "invade",    "criticise",
        "criticize", "blame",  "condemn",  "threaten", "attack", "join",      "help",
        "support",   "press",  "pressure", "allow",    "force",  "persuade",  "convince",
        "invite",    "remind", "assure",   "sanction", "punish", "praise",    "thank",
        "isolate",   "arm",    "defeat",   "fight",    "bomb",   "recognise", "protect",
        "recognize", "expel",  "suspend",  "fund",     "compel", "meet"};
    const Token& word = tree_.token(token);
    return word.head != kRoot && is_word(std::string_view{tree_.token(word.head).lemma}, kDeeds);
}

/// Whether the clause before handles a thing that "it" may be: "Caracas sent a plane; it was not
/// given leave", "Rabat planted a flag and Madrid removed it".
bool Pronouns::is_thing_handled(std::size_t token, Sightings here) const
{
    const Token& word = tree_.token(token);
    const bool handled = word.relation == "obj" || word.relation == "obl" ||
                         word.relation == "nmod" || word.relation == "nsubj:pass";
    if (!handled || is_object_of_deed(token)) {
        return false;
    }
    const std::size_t first = context_.analysis.sentences[tree_.sentence_of(token)].first;
    for (std::size_t i = token; i-- > first;) {
        const Token& other = tree_.token(i);
        if (other.relation == "obj" && other.upos == "NOUN" && covering(i, here) == nullptr) {
            return true;
        }
    }
    return false;
}

void Pronouns::learn(Sightings here)
{
    if (!here.empty()) {
        last_.assign(here.begin(), here.end());
    }
    const auto subject = std::find_if(here.begin(), here.end(), [this](const auto& one) {
        return !one.is_aside && is_relation(tree_.token(one.head).relation, "nsubj");
    });
    if (subject != here.end()) {
        with_subject_ = coordinated_with(*subject, here);
        subject_ = *subject;
    }
}

} // namespace entente::actors
