// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/descriptions.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::Token;

constexpr std::size_t kFarthest = 3;      ///< sentences from a name to what describes it
constexpr std::size_t kFarthestOrgan = 2; ///< the same for "the army", which has no name before
constexpr std::size_t kMostRecent = 24;   ///< mentions to look back on

constexpr std::array<std::string_view, 10> kPairNouns{
    "country",  "nation",    "side",       "state",     "leader",
    "neighbor", "neighbour", "government", "president", "premier"};
constexpr std::array<std::string_view, 7> kOrgans{"government", "army",       "military", "regime",
                                                  "junta",      "parliament", "cabinet"};
constexpr std::array<std::string_view, 4> kStateNouns{"country", "nation", "kingdom", "republic"};

template <std::size_t N>
bool is_word(std::string_view lemma, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), lemma) != words.end();
}

/// Counts a state, organisation or group once; a third makes the number wrong.
void add_member(std::vector<Argument>& members, const Argument& actor)
{
    if (actor.kind == ActorKind::region || actor.kind == ActorKind::company) {
        return;
    }
    const bool known = std::any_of(members.begin(), members.end(), [&](const Argument& one) {
        return one.code.principal() == actor.code.principal();
    });
    if (!known) {
        members.push_back(actor);
        members.back().code = actor.code.whole();
    }
}

} // namespace

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

std::vector<ActorSighting> Descriptions::find(std::size_t first, const language::Sentence& sentence,
                                              Sightings here) const
{
    if (auto both = pair(first, sentence, here); !both.empty()) {
        return both;
    }
    if (auto one = definite(first, sentence, here)) {
        return {std::move(*one)};
    }
    if (auto holder = bare_title(first, sentence)) {
        return {std::move(*holder)};
    }
    return {};
}

/// "the two countries", "both sides": the two actors of the sentence so far, else those of the last
/// sentence that had two.
std::vector<ActorSighting> Descriptions::pair(std::size_t first, const language::Sentence& sentence,
                                              Sightings here) const
{
    const language::Tree& tree = context_.tree;
    const std::string word = text::fold(tree.token(first).form);
    if (word != "two" && word != "both") {
        return {};
    }
    std::size_t noun = first + 1;
    if (noun < sentence.last && tree.token(noun).upos == "ADJ") {
        ++noun;
    }
    if (noun >= sentence.last || tree.token(noun).xpos != "NNS" ||
        !is_word(tree.token(noun).lemma, kPairNouns)) {
        return {};
    }
    // "the two countries", but not "painters of two countries" and "both sides of the leaf".
    const bool definite = word == "both" || (first > sentence.first &&
                                             text::fold(tree.token(first - 1).form) == "the");
    if (!definite || !tree.children(noun, "nmod").empty()) {
        return {};
    }
    std::vector<Argument> two;
    for (const ActorSighting& sighting : here) {
        if (sighting.last <= first) {
            add_member(two, sighting.actor);
        }
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
                  fmt::format("\"{} {}\" refers to {} and {}", word, tree.token(noun).form,
                              two.front().code.text(), two.back().code.text())));
    }
    return both;
}

/// "the regime", "the island", "the army", "the country".
std::optional<ActorSighting>
Descriptions::definite(std::size_t first, const language::Sentence& sentence, Sightings here) const
{
    const language::Tree& tree = context_.tree;
    const std::size_t noun = first + 1;
    if (noun >= sentence.last || text::fold(tree.token(first).form) != "the") {
        return std::nullopt;
    }
    // "the country that …", "the country of Chad" say themselves which; "the army base" is no army.
    const Token& head = tree.token(noun);
    const bool is_told = !tree.children(noun, "acl").empty() ||
                         !tree.children(noun, "nmod").empty() ||
                         !tree.children(noun, "appos").empty() || head.relation == "compound" ||
                         head.relation == "nmod:desc" || head.relation == "flat";
    if (is_told) {
        return std::nullopt;
    }
    const std::string word = text::fold(head.lemma);
    std::optional<Argument> bearer = described(word, first, here);
    if (!bearer && head.xpos == "NN" && is_word(word, kStateNouns)) {
        bearer = last_state(first, here);
    }
    if (!bearer) {
        return std::nullopt;
    }
    return refer(*bearer, noun, noun + 1,
                 fmt::format("\"the {}\" refers to {}", head.form, bearer->code.text()));
}

/// Whom the text has called so, else the only one of late who may be called so, else an organ of
/// the only state of late.
std::optional<Argument> Descriptions::described(const std::string& noun, std::size_t before,
                                                Sightings here) const
{
    const Gazetteer& gazetteer = context_.gazetteer;
    const auto called = by_noun_.find(noun);
    if (called != by_noun_.end() && called->second) {
        return called->second;
    }
    auto bearer = only_one(before, kFarthest, here, [&](const Argument& actor) {
        return gazetteer.may_be_called(noun, actor.code, actor.kind);
    });
    if (!bearer && called == by_noun_.end() && is_word(noun, kOrgans)) {
        bearer = only_one(before, kFarthestOrgan, here,
                          [](const Argument& actor) { return actor.kind == ActorKind::state; });
        if (bearer) {
            bearer->code = bearer->code.with_sector(gazetteer.sector_of_noun(noun));
            bearer->via.clear();
        }
    }
    return bearer;
}

/// The one that fits among the sentence's mentions before a word and those of the last sentences;
/// none where two fit.
template <typename Fits>
std::optional<Argument> Descriptions::only_one(std::size_t before, std::size_t sentences,
                                               Sightings here, const Fits& fits) const
{
    std::optional<Argument> only;
    bool unique = true;
    const auto consider = [&](const Argument& actor) {
        if (fits(actor)) {
            unique = unique && (!only || only->code.principal() == actor.code.principal());
            only = actor;
            only->code = actor.code.whole();
        }
    };
    const std::size_t sentence = context_.tree.sentence_of(before);
    for (const auto& [actor, said_in] : recent_) {
        if (said_in + sentences >= sentence) {
            consider(actor);
        }
    }
    for (const ActorSighting& sighting : here) {
        if (sighting.last <= before) {
            consider(sighting.actor);
        }
    }
    return unique ? only : std::nullopt;
}

/// The state that the text last spoke of, by preference as a subject.
std::optional<Argument> Descriptions::last_state(std::size_t before, Sightings here) const
{
    std::optional<Argument> state = state_;
    for (const ActorSighting& sighting : here) {
        if (sighting.last <= before && sighting.actor.kind == ActorKind::state) {
            state = sighting.actor;
        }
    }
    if (state) {
        state->code = state->code.whole();
    }
    return state;
}

/// "the Prime Minister": whoever bore the title last, where its words stand alone.
std::optional<ActorSighting> Descriptions::bare_title(std::size_t first,
                                                      const language::Sentence& sentence) const
{
    const language::Tree& tree = context_.tree;
    for (std::size_t n = std::min(kLongestTitle, sentence.last - first); n > 0; --n) {
        const auto holder = by_title_.find(context_.words(first, first + n));
        if (holder == by_title_.end()) {
            continue;
        }
        // "the hotel Ambassador": a title of one word has an article or a possessor before it.
        const bool definite =
            first > sentence.first &&
            (tree.token(first - 1).upos == "DET" || tree.token(first - 1).xpos == "POS" ||
             tree.token(first - 1).xpos == "PRP$" || n > 1);
        // A name behind the title makes it someone else's.
        const bool named = first + n < sentence.last && tree.token(first + n).upos == "PROPN";
        if (definite && !named) {
            const Argument& who = holder->second;
            return refer(who, first, first + n,
                         fmt::format("\"{}\" refers to {}", holder->first,
                                     who.via.empty() ? who.name : who.via));
        }
    }
    return std::nullopt;
}

void Descriptions::learn(Sightings here)
{
    std::vector<Argument> members;
    bool state_is_subject = false;
    for (const ActorSighting& sighting : here) {
        add_member(members, sighting.actor);
        recent_.emplace_back(sighting.actor, context_.tree.sentence_of(sighting.first));
        if (recent_.size() > kMostRecent) {
            recent_.pop_front();
        }
        if (sighting.actor.kind == ActorKind::state && !state_is_subject) {
            state_ = sighting.actor;
            state_is_subject =
                language::is_relation(context_.tree.token(sighting.head).relation, "nsubj");
        }
        learn_noun(sighting);
        learn_titles(sighting);
    }
    if (members.size() >= 2) {
        pair_ = std::move(members);
    }
}

/// "the Syrian regime", for "the regime" later.
void Descriptions::learn_noun(const ActorSighting& sighting)
{
    const std::string noun = text::fold(context_.tree.token(sighting.head).lemma);
    if (sighting.is_person || sighting.last - sighting.first < 2 ||
        context_.gazetteer.sector_of_noun(noun).empty()) {
        return;
    }
    const auto [known, fresh] = by_noun_.try_emplace(noun, sighting.actor);
    if (!fresh && known->second && known->second->code != sighting.actor.code) {
        known->second.reset();
    }
}

/// "Prime Minister Imran Khan", for "the Prime Minister" later.
void Descriptions::learn_titles(const ActorSighting& sighting)
{
    if (sighting.actor.code.sector() != "GOV") {
        return;
    }
    for (std::size_t at = sighting.first; at < sighting.last; ++at) {
        for (std::size_t n = std::min(kLongestTitle, sighting.last - at); n > 0; --n) {
            std::string title = context_.words(at, at + n);
            if (!context_.gazetteer.sector_of_title(title).empty()) {
                by_title_[std::move(title)] = sighting.actor;
            }
        }
    }
}

} // namespace entente::actors
