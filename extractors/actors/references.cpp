// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/references.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::Token;

constexpr std::size_t kDeepest = 12;            ///< words from a pronoun up to the verb of saying
constexpr std::size_t kMostCoordinated = 3;     ///< besides the first
constexpr std::size_t kFarthestDescription = 3; ///< sentences from a name to what describes it
constexpr std::size_t kMostRecent = 24;         ///< mentions that descriptions look back on

constexpr std::array<std::string_view, 10> kPairNouns{
    "country",  "nation",    "side",       "state",     "leader",
    "neighbor", "neighbour", "government", "president", "premier"};
constexpr std::array<std::string_view, 7> kOrgans{"government", "army",       "military", "regime",
                                                  "junta",      "parliament", "cabinet"};
constexpr std::array<std::string_view, 6> kWeather{"rain", "snow",    "hail",
                                                   "thaw", "drizzle", "freeze"};
constexpr std::array<std::string_view, 4> kStateNouns{"country", "nation", "kingdom", "republic"};

template <std::size_t N>
bool is_word(std::string_view lemma, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), lemma) != words.end();
}

bool is_person_pronoun(std::string_view form)
{
    return form == "he" || form == "she" || form == "him" || form == "her" || form == "his";
}

bool is_thing_pronoun(std::string_view form)
{
    return form == "it" || form == "its" || form == "they" || form == "their" || form == "them";
}

ActorSighting refer(const Argument& to, std::size_t first, std::size_t last, std::string reason)
{
    ActorSighting sighting;
    sighting.actor = to;
    sighting.first = first;
    sighting.last = last;
    sighting.head = last - 1;
    sighting.reason = std::move(reason);
    return sighting;
}

} // namespace

std::vector<ActorSighting> References::resolve(const language::Sentence& sentence,
                                               const std::vector<ActorSighting>& found,
                                               std::size_t from) const
{
    std::vector<ActorSighting> references;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        const bool covered =
            std::any_of(found.begin() + static_cast<std::ptrdiff_t>(from), found.end(),
                        [i](const auto& one) { return one.first <= i && i < one.last; });
        if (covered) {
            continue;
        }
        if (auto name = surname(i)) {
            references.push_back(std::move(*name));
        } else if (auto both = pair(i, sentence, found, from); !both.empty()) {
            i = both.front().last - 1;
            std::move(both.begin(), both.end(), std::back_inserter(references));
        } else if (auto country = definite(i, sentence, found, from)) {
            i = country->last - 1;
            references.push_back(std::move(*country));
        } else if (auto title = bare_title(i, sentence)) {
            i = title->last - 1;
            references.push_back(std::move(*title));
        } else if (tree_.token(i).upos == "PRON") {
            if (auto speaker = first_person(i, found, from)) {
                references.push_back(std::move(*speaker));
            } else if (auto reference = pronoun(i, found, from)) {
                add_with_conjuncts(std::move(*reference), found, from, references);
            }
        }
    }
    return references;
}

/// The subject of the same sentence before the pronoun, else that of the sentence before: English
/// news keeps its centre in the subject (Grosz, Joshi and Weinstein 1995).
std::optional<ActorSighting> References::pronoun(std::size_t token,
                                                 const std::vector<ActorSighting>& found,
                                                 std::size_t from) const
{
    const std::string form = text::fold(tree_.token(token).form);
    const bool person = is_person_pronoun(form);
    if (!person && !is_thing_pronoun(form)) {
        return std::nullopt;
    }
    // "It is known that", "it rained" are about nobody.
    const Token& word = tree_.token(token);
    const bool empty = word.relation == "expl" || (form == "it" && word.head != language::kRoot &&
                                                   is_word(tree_.token(word.head).lemma, kWeather));
    if (empty ||
        (person ? follows_stranger(token, found, from) : follows_thing(token, found, from))) {
        return std::nullopt;
    }
    const bool plural = form == "they" || form == "their" || form == "them";
    // "it" is none of two that are named together, nor people.
    const auto agrees = [&](const ActorSighting& sighting, bool coordinated) {
        const std::string& tag = tree_.token(sighting.head).xpos;
        return plural || (!coordinated && tag != "NNS" && tag != "NNPS") ||
               (tag == "NNPS" && sighting.actor.kind == ActorKind::state && !coordinated);
    };
    const Argument* best = nullptr;
    for (std::size_t i = from; i < found.size() && found[i].first < token; ++i) {
        const bool subject = language::is_relation(tree_.token(found[i].head).relation, "nsubj");
        // "Islamabad denounced it" is never about Islamabad (principle B of binding theory).
        const bool same_clause = tree_.token(token).xpos != "PRP$" &&
                                 tree_.token(token).head == tree_.token(found[i].head).head;
        if (subject && !same_clause && person == is_human(found[i]) &&
            agrees(found[i], is_coordinated_before(found[i].head, token))) {
            best = &found[i].actor;
        }
    }
    if (best == nullptr && subject_ && person == is_human(*subject_) &&
        agrees(*subject_, !with_subject_.empty())) {
        best = &subject_->actor;
    }
    if (best == nullptr || (!person && best->kind == ActorKind::population)) {
        return std::nullopt;
    }
    return refer(*best, token, token + 1,
                 fmt::format("\"{}\" refers to the subject {}", form, best->code.text()));
}

/// Whether a nominal is coordinated with another before the token: in "Chad and its neighbour" it
/// is not yet.
bool References::is_coordinated_before(std::size_t nominal, std::size_t token) const
{
    const std::vector<std::size_t> conjuncts = tree_.conjuncts(nominal);
    return std::any_of(conjuncts.begin(), conjuncts.end(),
                       [&](std::size_t other) { return other != nominal && other < token; });
}

/// Someone who is "he" or "she": a person, or "the Russian president".
bool References::is_human(const ActorSighting& sighting) const
{
    const Token& head = tree_.token(sighting.head);
    return sighting.is_person ||
           ((head.xpos == "NN" || head.xpos == "NNP") && sighting.last - sighting.first > 1 &&
            !sighting.actor.code.sector().empty() &&
            !gazetteer_.sector_of_title(text::fold(head.lemma)).empty());
}

/// "they" for "Chad and Niger": the others that are coordinated with whom the pronoun refers to.
void References::add_with_conjuncts(ActorSighting reference,
                                    const std::vector<ActorSighting>& found, std::size_t from,
                                    std::vector<ActorSighting>& into) const
{
    const std::string form = text::fold(tree_.token(reference.first).form);
    const bool plural = form == "they" || form == "their" || form == "them";
    const Argument to = reference.actor;
    into.push_back(reference);
    if (!plural) {
        return;
    }
    const auto add = [&](const Argument& other) {
        if (other.code != to.code) {
            ActorSighting companion = reference;
            companion.actor = other;
            into.push_back(std::move(companion));
        }
    };
    const auto here = std::find_if(
        found.begin() + static_cast<std::ptrdiff_t>(from), found.end(), [&](const auto& one) {
            return one.first < reference.first && one.actor.mention == to.mention;
        });
    if (here == found.end()) {
        if (subject_ && subject_->actor.mention == to.mention) {
            std::for_each(with_subject_.begin(), with_subject_.end(), add);
        }
        return;
    }
    for (const Argument& other : coordinated_with(*here, found, from)) {
        add(other);
    }
}

std::vector<Argument> References::coordinated_with(const ActorSighting& sighting,
                                                   const std::vector<ActorSighting>& found,
                                                   std::size_t from) const
{
    std::vector<Argument> others;
    for (const std::size_t conjunct : tree_.conjuncts(sighting.head)) {
        for (std::size_t i = from; i < found.size() && others.size() < kMostCoordinated; ++i) {
            if (found[i].head == conjunct && conjunct != sighting.head) {
                others.push_back(found[i].actor);
            }
        }
    }
    return others;
}

/// "the two countries", "both sides": the two actors of the sentence so far, else those of the last
/// sentence that had two.
std::vector<ActorSighting> References::pair(std::size_t first, const language::Sentence& sentence,
                                            const std::vector<ActorSighting>& found,
                                            std::size_t from) const
{
    const std::string word = text::fold(tree_.token(first).form);
    if (word != "two" && word != "both") {
        return {};
    }
    std::size_t noun = first + 1;
    if (noun < sentence.last && tree_.token(noun).upos == "ADJ") {
        ++noun;
    }
    if (noun >= sentence.last || tree_.token(noun).xpos != "NNS" ||
        !is_word(tree_.token(noun).lemma, kPairNouns)) {
        return {};
    }
    // "the two countries", but not "painters of two countries" and "both sides of the leaf".
    const bool definite = word == "both" || (first > sentence.first &&
                                             text::fold(tree_.token(first - 1).form) == "the");
    if (!definite || !tree_.children(noun, "nmod").empty()) {
        return {};
    }
    std::vector<Argument> two;
    for (std::size_t i = from; i < found.size() && found[i].last <= first; ++i) {
        add_member(two, found[i]);
    }
    if (two.size() < 2) {
        two = pair_;
    }
    if (two.size() != 2) {
        return {};
    }
    std::vector<ActorSighting> both;
    for (const Argument& one : two) {
        both.push_back(
            refer(one, first, noun + 1,
                  fmt::format("\"{} {}\" refers to {} and {}", word, tree_.token(noun).form,
                              two.front().code.text(), two.back().code.text())));
    }
    return both;
}

/// Counts a state, organisation or group once; a third makes the number wrong.
void References::add_member(std::vector<Argument>& members, const ActorSighting& sighting)
{
    const ActorKind kind = sighting.actor.kind;
    if (kind == ActorKind::region || kind == ActorKind::company) {
        return;
    }
    const bool known = std::any_of(members.begin(), members.end(), [&](const Argument& one) {
        return one.code.principal() == sighting.actor.code.principal();
    });
    if (!known) {
        members.push_back(sighting.actor);
        members.back().code = members.back().code.whole();
    }
}

/// "the country", "the nation's": the state that the text last spoke of, by preference as a
/// subject.
std::optional<ActorSighting> References::definite(std::size_t first,
                                                  const language::Sentence& sentence,
                                                  const std::vector<ActorSighting>& found,
                                                  std::size_t from) const
{
    const bool article = text::fold(tree_.token(first).form) == "the";
    const std::size_t noun = first + 1;
    if (!article || noun >= sentence.last) {
        return std::nullopt;
    }
    const std::string word = text::fold(tree_.token(noun).lemma);
    const auto described_before = by_noun_.find(word);
    const bool known = described_before != by_noun_.end() && described_before->second;
    const bool state_noun = tree_.token(noun).xpos == "NN" && is_word(word, kStateNouns);
    std::optional<Argument> described_now =
        known ? std::nullopt : bearer_of(word, found, from, first);
    if (!described_now && described_before == by_noun_.end() && is_word(word, kOrgans)) {
        described_now = organ_of_only_state(word, found, from, first);
    }
    if (!known && !described_now && !state_noun) {
        return std::nullopt;
    }
    // "the country that …", "the country of Chad" say themselves which; "the army base" is no army.
    const Token& head = tree_.token(noun);
    const bool described = !tree_.children(noun, "acl").empty() ||
                           !tree_.children(noun, "nmod").empty() ||
                           !tree_.children(noun, "appos").empty() || head.relation == "compound" ||
                           head.relation == "nmod:desc" || head.relation == "flat";
    if (described) {
        return std::nullopt;
    }
    if (known || described_now) {
        const Argument& bearer = known ? *described_before->second : *described_now;
        return refer(bearer, noun, noun + 1,
                     fmt::format("\"the {}\" refers to {}", head.form, bearer.code.text()));
    }
    const Argument* best = nullptr;
    for (std::size_t i = from; i < found.size() && found[i].last <= first; ++i) {
        if (found[i].actor.kind == ActorKind::state) {
            best = &found[i].actor;
        }
    }
    if (best == nullptr && state_) {
        best = &*state_;
    }
    if (best == nullptr) {
        return std::nullopt;
    }
    Argument state = *best;
    state.code = state.code.whole();
    return refer(state, noun, noun + 1,
                 fmt::format("\"the {}\" refers to {}", tree_.token(noun).form, state.code.text()));
}

/// "the island" after Taiwan: the only one of late who may be called so.
std::optional<Argument> References::bearer_of(const std::string& noun,
                                              const std::vector<ActorSighting>& found,
                                              std::size_t from, std::size_t before) const
{
    std::optional<Argument> bearer;
    bool unique = true;
    const auto consider = [&](const Argument& actor) {
        if (!gazetteer_.may_be_called(noun, actor.code, actor.kind)) {
            return;
        }
        unique = unique && (!bearer || bearer->code.principal() == actor.code.principal());
        bearer = actor;
        bearer->code = actor.code.whole();
    };
    for (const auto& [actor, sentence] : recent_) {
        if (sentence + kFarthestDescription >= tree_.sentence_of(before)) {
            consider(actor);
        }
    }
    for (std::size_t i = from; i < found.size() && found[i].last <= before; ++i) {
        consider(found[i].actor);
    }
    return unique ? bearer : std::nullopt;
}

/// "the army" where the last sentences speak of one state only.
std::optional<Argument> References::organ_of_only_state(const std::string& noun,
                                                        const std::vector<ActorSighting>& found,
                                                        std::size_t from, std::size_t before) const
{
    std::optional<Argument> state;
    bool unique = true;
    const auto consider = [&](const Argument& actor) {
        if (actor.kind == ActorKind::state) {
            unique = unique && (!state || state->code.principal() == actor.code.principal());
            state = actor;
        }
    };
    for (const auto& [actor, sentence] : recent_) {
        if (sentence + kFarthestDescription > tree_.sentence_of(before)) {
            consider(actor);
        }
    }
    for (std::size_t i = from; i < found.size() && found[i].last <= before; ++i) {
        consider(found[i].actor);
    }
    if (!state || !unique) {
        return std::nullopt;
    }
    state->code = state->code.whole().with_sector(gazetteer_.sector_of_noun(noun));
    state->via.clear();
    return state;
}

/// "I", "we", "our" in what someone says: who says it.
std::optional<ActorSighting> References::first_person(std::size_t token,
                                                      const std::vector<ActorSighting>& found,
                                                      std::size_t from) const
{
    const std::string form = text::fold(tree_.token(token).form);
    if (form != "i" && form != "we" && form != "our" && form != "us" && form != "my" &&
        form != "me") {
        return std::nullopt;
    }
    const auto said_by = speaker(token, found, from);
    if (!said_by) {
        return std::nullopt;
    }
    Argument speaker_or_state = *said_by;
    if (form != "i" && form != "my" && form != "me") { // "we" are more than who says so
        speaker_or_state.code = said_by->code.whole();
    }
    return refer(speaker_or_state, token, token + 1,
                 fmt::format("\"{}\" is said by {}", form, said_by->code.text()));
}

/// Whoever says the word: the subject of the verb of saying above it, else of the quotation.
std::optional<Argument> References::speaker(std::size_t token,
                                            const std::vector<ActorSighting>& found,
                                            std::size_t from) const
{
    const auto speaker_of = [&](std::size_t verb) -> const ActorSighting* {
        if (!is_verb_of_saying(tree_.token(verb).lemma)) {
            return nullptr;
        }
        for (const std::size_t subject : tree_.children(verb, "nsubj")) {
            for (std::size_t i = from; i < found.size(); ++i) {
                if (found[i].first <= subject && subject < found[i].last && subject != token) {
                    return &found[i];
                }
            }
        }
        return nullptr;
    };
    std::size_t at = token;
    for (std::size_t hops = 0; hops < kDeepest && at != language::kRoot; ++hops) {
        const ActorSighting* speaker = at == token ? nullptr : speaker_of(at);
        for (const std::size_t aside : tree_.children(at, "parataxis")) {
            speaker = speaker != nullptr ? speaker : speaker_of(aside);
        }
        if (speaker != nullptr) {
            return speaker->actor;
        }
        at = tree_.token(at).head;
    }
    const std::size_t quoted = quotations_.speaker(token);
    return quoted == language::kRoot ? std::nullopt : actor_at(quoted, found);
}

/// Whom a token of this sentence, an earlier or a later one names.
std::optional<Argument> References::actor_at(std::size_t token,
                                             const std::vector<ActorSighting>& found) const
{
    const auto covering = [token](const std::vector<ActorSighting>& in_order) {
        const auto next =
            std::upper_bound(in_order.begin(), in_order.end(), token,
                             [](std::size_t i, const auto& one) { return i < one.first; });
        return next != in_order.begin() && token < std::prev(next)->last ? &*std::prev(next)
                                                                         : nullptr;
    };
    if (const ActorSighting* here = covering(found)) {
        return here->actor;
    }
    if (const ActorSighting* later = covering(names_[tree_.sentence_of(token)])) {
        return later->actor;
    }
    if (const auto named = surname(token)) {
        return named->actor;
    }
    // "…," he said.
    const bool person = is_person_pronoun(text::fold(tree_.token(token).form));
    return person && subject_ && is_human(*subject_) ? std::optional{subject_->actor}
                                                     : std::nullopt;
}

/// Whether a full name that no table knows stands before the pronoun in its sentence: "his" may be
/// that person's.
bool References::follows_stranger(std::size_t token, const std::vector<ActorSighting>& found,
                                  std::size_t from) const
{
    const std::size_t first = analysis_.sentences[tree_.sentence_of(token)].first;
    std::size_t names = 0; ///< in a row
    for (std::size_t i = first; i < token; ++i) {
        const bool known =
            std::any_of(found.begin() + static_cast<std::ptrdiff_t>(from), found.end(),
                        [i](const auto& one) { return one.first <= i && i < one.last; });
        names = tree_.token(i).upos == "PROPN" && !known ? names + 1 : 0;
        if (names == 2) {
            return true;
        }
    }
    return false;
}

/// Whether the subject nearest before the pronoun in its sentence is a thing and no actor: in "the
/// visit matters to Chad, as it …" the visit is meant.
bool References::follows_thing(std::size_t token, const std::vector<ActorSighting>& found,
                               std::size_t from) const
{
    const std::size_t first = analysis_.sentences[tree_.sentence_of(token)].first;
    for (std::size_t i = token; i-- > first;) {
        if (!language::is_relation(tree_.token(i).relation, "nsubj")) {
            continue;
        }
        const bool actor =
            std::any_of(found.begin() + static_cast<std::ptrdiff_t>(from), found.end(),
                        [i](const auto& one) { return one.first <= i && i < one.last; });
        return !actor && tree_.token(i).upos == "NOUN";
    }
    return false;
}

/// "Khan" after "Imran Khan": a person's last name, once the article has given the whole of it.
std::optional<ActorSighting> References::surname(std::size_t token) const
{
    const Token& word = tree_.token(token);
    const auto bearer = word.upos == "PROPN" ? by_surname_.find(word.form) : by_surname_.end();
    if (bearer == by_surname_.end()) {
        return std::nullopt;
    }
    // "Kaisa Rautala" is not Antti Rautala.
    const bool named = language::is_relation(word.relation, "flat") &&
                       word.head != language::kRoot && tree_.token(word.head).upos == "PROPN" &&
                       gazetteer_.sector_of_title(text::fold(tree_.token(word.head).form)).empty();
    if (named && bearer->second.via.find(tree_.token(word.head).form) == std::string::npos) {
        return std::nullopt;
    }
    ActorSighting sighting = refer(bearer->second, token, token + 1,
                                   fmt::format("\"{}\" is {}", word.form, bearer->second.via));
    sighting.is_person = true;
    return sighting;
}

/// "the Prime Minister": whoever bore the title last, where its words stand alone.
std::optional<ActorSighting> References::bare_title(std::size_t first,
                                                    const language::Sentence& sentence) const
{
    for (std::size_t n = kLongestTitle; n > 0; --n) {
        if (first + n > sentence.last) {
            continue;
        }
        std::string title;
        for (std::size_t i = first; i < first + n; ++i) {
            title += (title.empty() ? "" : " ") + text::fold(tree_.token(i).form);
        }
        const auto holder = by_title_.find(title);
        if (holder == by_title_.end()) {
            continue;
        }
        // "the hotel Ambassador": a title with an article or a possessor before it.
        const bool definite =
            first > sentence.first &&
            (tree_.token(first - 1).upos == "DET" || tree_.token(first - 1).xpos == "POS" ||
             tree_.token(first - 1).xpos == "PRP$" || n > 1);
        if (!definite) {
            continue;
        }
        // A name behind the title makes it someone else's.
        const bool named = first + n < sentence.last && tree_.token(first + n).upos == "PROPN";
        if (!named) {
            return refer(
                holder->second, first, first + n,
                fmt::format("\"{}\" refers to {}", title,
                            holder->second.via.empty() ? holder->second.name : holder->second.via));
        }
    }
    return std::nullopt;
}

/// "the Kenyan defence adviser, Paul Mills" and "Paul Mills, the Kenyan adviser": whose name it
/// is, for the surname later.
void References::learn_name(const ActorSighting& sighting)
{
    const Token& title = tree_.token(sighting.head);
    std::vector<std::size_t> names = tree_.children(sighting.head, "appos");
    if (title.relation == "appos" && title.head != language::kRoot) {
        names.push_back(title.head);
    }
    for (const std::size_t name : names) {
        const std::vector<std::size_t> rest = tree_.children(name, "flat");
        if (tree_.token(name).upos != "PROPN" || rest.empty() || title.xpos == "NNS") {
            continue;
        }
        const std::size_t last = rest.back();
        Argument bearer = sighting.actor;
        bearer.via.clear();
        for (std::size_t i = name; i <= last; ++i) {
            bearer.via += (i == name ? "" : " ") + tree_.token(i).form;
        }
        by_surname_.try_emplace(tree_.token(last).form, std::move(bearer));
    }
}

/// "the Syrian regime", for "the regime" later.
void References::learn_noun(const ActorSighting& sighting)
{
    const std::string noun = text::fold(tree_.token(sighting.head).lemma);
    if (sighting.is_person || sighting.last - sighting.first < 2 ||
        gazetteer_.sector_of_noun(noun).empty()) {
        return;
    }
    const auto [known, fresh] = by_noun_.try_emplace(noun, sighting.actor);
    if (!fresh && known->second && known->second->code != sighting.actor.code) {
        known->second.reset();
    }
}

void References::learn(const std::vector<ActorSighting>& found, std::size_t from)
{
    std::optional<ActorSighting> subject;
    std::vector<Argument> members;
    bool state_is_subject = false;
    for (std::size_t i = from; i < found.size(); ++i) {
        const ActorSighting& sighting = found[i];
        add_member(members, sighting);
        recent_.emplace_back(sighting.actor, tree_.sentence_of(sighting.first));
        if (recent_.size() > kMostRecent) {
            recent_.pop_front();
        }
        if (sighting.actor.kind == ActorKind::state && !state_is_subject) {
            state_ = sighting.actor;
            state_is_subject = language::is_relation(tree_.token(sighting.head).relation, "nsubj");
        }
        if (!subject && language::is_relation(tree_.token(sighting.head).relation, "nsubj")) {
            subject = sighting;
        }
        learn_noun(sighting);
        if (sighting.is_person && sighting.last - sighting.first > 1) {
            by_surname_[tree_.token(sighting.last - 1).form] = sighting.actor;
        } else if (!sighting.is_person && !sighting.actor.code.sector().empty()) {
            learn_name(sighting);
        }
        if (sighting.actor.code.sector() != "GOV") {
            continue;
        }
        for (std::size_t at = sighting.first; at < sighting.last; ++at) {
            std::string title;
            for (std::size_t k = at; k < sighting.last && k < at + kLongestTitle; ++k) {
                title += (title.empty() ? "" : " ") + text::fold(tree_.token(k).form);
                if (!gazetteer_.sector_of_title(title).empty()) {
                    by_title_[title] = sighting.actor;
                }
            }
        }
    }
    if (subject) {
        with_subject_ = coordinated_with(*subject, found, from);
        subject_ = subject;
    }
    if (members.size() >= 2) {
        pair_ = std::move(members);
    }
}

} // namespace entente::actors
