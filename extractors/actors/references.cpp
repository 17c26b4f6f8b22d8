// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/references.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::Token;

constexpr std::size_t kDeepest = 12;        ///< words from a pronoun up to the verb of saying
constexpr std::size_t kMostCoordinated = 3; ///< besides the first

constexpr std::array<std::string_view, 6> kWeather{"rain", "snow",    "hail",
                                                   "thaw", "drizzle", "freeze"};

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

} // namespace

std::vector<ActorSighting> References::resolve(const language::Sentence& sentence,
                                               const std::vector<ActorSighting>& found,
                                               std::size_t from) const
{
    const auto here = std::span{found}.subspan(from);
    std::vector<ActorSighting> references;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        const bool covered = std::any_of(here.begin(), here.end(), [i](const auto& one) {
            return one.first <= i && i < one.last;
        });
        if (covered) {
            continue;
        }
        if (auto name = surname(i)) {
            references.push_back(std::move(*name));
        } else if (auto described = descriptions_.find(i, sentence, here); !described.empty()) {
            i = described.front().last - 1;
            std::move(described.begin(), described.end(), std::back_inserter(references));
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

void References::learn(const std::vector<ActorSighting>& found, std::size_t from)
{
    std::optional<ActorSighting> subject;
    for (std::size_t i = from; i < found.size(); ++i) {
        const ActorSighting& sighting = found[i];
        if (!subject && language::is_relation(tree_.token(sighting.head).relation, "nsubj")) {
            subject = sighting;
        }
        if (sighting.is_person && sighting.last - sighting.first > 1) {
            by_surname_[tree_.token(sighting.last - 1).form] = sighting.actor;
        }
    }
    if (subject) {
        with_subject_ = coordinated_with(*subject, found, from);
        subject_ = subject;
    }
    descriptions_.learn(std::span{found}.subspan(from));
}

} // namespace entente::actors
