// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/references.hpp"

#include "core/text.hpp"
#include "extractors/actors/mention_widener.hpp"
#include "extractors/actors/word_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::Token;

constexpr std::size_t kDeepest = 12; ///< words from a pronoun up to the verb of saying

/// States whose people mostly write the family name first.
constexpr std::array<std::string_view, 8> kFamilyNameFirst{"CHN", "PRK", "KOR", "TWN",
                                                           "VNM", "KHM", "HKG", "MAC"};

} // namespace

std::vector<ActorSighting> References::resolve(const language::Sentence& sentence, Sightings names,
                                               Sightings before) const
{
    std::vector<ActorSighting> here{names.begin(), names.end()};
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        const auto covering = std::find_if(here.begin(), here.end(), [i](const auto& one) {
            return one.first <= i && i < one.last;
        });
        if (covering != here.end()) {
            i = covering->last - 1;
            continue;
        }
        for (ActorSighting& reference : reference_at(i, sentence, here, before)) {
            add(std::move(reference), sentence, here);
        }
    }
    return here;
}

std::vector<ActorSighting> References::reference_at(std::size_t i,
                                                    const language::Sentence& sentence,
                                                    Sightings here, Sightings before) const
{
    if (auto name = surname(i, sentence)) {
        return {std::move(*name)};
    }
    if (auto several = several_.find(i, sentence, here); !several.empty()) {
        return several;
    }
    if (auto described = descriptions_.find(i, sentence, here); !described.empty()) {
        return described;
    }
    if (tree_.token(i).upos != "PRON") {
        return {};
    }
    if (auto speaks = first_person(i, here, before)) {
        return {std::move(*speaks)};
    }
    return pronouns_.find(i, here);
}

/// Keeps the order of the text; "its envoy" is one mention.
void References::add(ActorSighting reference, const language::Sentence& sentence,
                     std::vector<ActorSighting>& here) const
{
    context_.describe(reference);
    if (tree_.token(reference.head).xpos == "PRP$") {
        if (is_own_country(reference)) {
            const std::size_t noun = tree_.token(reference.head).head;
            reference.head = noun;
            reference.last = noun + 1;
            reference.is_person = false;
            reference.actor.code = reference.actor.code.whole();
            reference.actor.via.clear();
            context_.describe(reference);
        } else if (has_organ(reference) || !reference.is_person) {
            widen_mention(context_, reference, sentence, here);
        }
    } else if (reference.actor.kind == ActorKind::state && !reference.is_person &&
               reference.actor.code.sector().empty()) {
        widen_mention(context_, reference, sentence, here); // "the kingdom's envoy"
    }
    const auto behind =
        std::upper_bound(here.begin(), here.end(), reference.first,
                         [](std::size_t first, const auto& one) { return first < one.first; });
    here.insert(behind, std::move(reference));
}

/// "his government", "her troops": what is a state's and no person's; so the reference becomes the
/// state.
bool References::has_organ(ActorSighting& reference) const
{
    static constexpr std::array<std::string_view, 12> kOrgans{
        "government", "army",  "military", "regime", "administration", "ministry",
        "cabinet",    "force", "troops",   "troop",  "soldier",        "forces"};
    const Token& word = tree_.token(reference.head);
    const bool organ = word.head != language::kRoot && word.head > reference.head &&
                       is_word(tree_.token(word.head).lemma, kOrgans);
    if (organ && reference.actor.kind == ActorKind::state) {
        reference.is_person = false;
        reference.actor.code = reference.actor.code.whole();
        reference.actor.via.clear();
        return true;
    }
    return false;
}

/// "his country", "their homeland"
bool References::is_own_country(const ActorSighting& reference) const
{
    static constexpr std::array<std::string_view, 4> kCountries{"country", "nation", "homeland",
                                                                "motherland"};
    const Token& word = tree_.token(reference.head);
    const bool possessor = word.head != language::kRoot && word.head > reference.head &&
                           reference.actor.kind == ActorKind::state;
    const bool country = possessor && tree_.token(word.head).xpos == "NN" &&
                         is_word(tree_.token(word.head).lemma, kCountries);
    return country && !reference.actor.code.sector().empty();
}

/// "I", "we", "our" in what someone says: who says it.
std::optional<ActorSighting> References::first_person(std::size_t token, Sightings here,
                                                      Sightings before) const
{
    const std::string form = text::fold(tree_.token(token).form);
    const bool alone = form == "i" || form == "my" || form == "me";
    if (!alone && form != "we" && form != "our" && form != "us") {
        return std::nullopt;
    }
    const auto said_by = speaker(token, here, before);
    if (!said_by) {
        return std::nullopt;
    }
    Argument speaker_or_state = *said_by;
    if (!alone) { // "we" are more than who says so
        speaker_or_state.code = said_by->code.whole();
    }
    return refer(speaker_or_state, token, token + 1,
                 fmt::format("\"{}\" is said by {}", form, said_by->code.text()));
}

/// Whoever says the word: the subject of the verb of saying above it, else of the quotation.
std::optional<Argument> References::speaker(std::size_t token, Sightings here,
                                            Sightings before) const
{
    const auto speaker_of = [&](std::size_t verb) -> const ActorSighting* {
        if (!is_verb_of_saying(tree_.token(verb).lemma)) {
            return nullptr;
        }
        for (const std::size_t subject : tree_.children(verb, "nsubj")) {
            for (const ActorSighting& one : here) {
                if (one.first <= subject && subject < one.last && subject != token) {
                    return &one;
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
    return quoted == language::kRoot ? std::nullopt : actor_at(quoted, here, before);
}

/// Whom a token of this sentence, an earlier or a later one names.
std::optional<Argument> References::actor_at(std::size_t token, Sightings here,
                                             Sightings before) const
{
    const auto covering = [token](Sightings in_order) {
        const auto next =
            std::upper_bound(in_order.begin(), in_order.end(), token,
                             [](std::size_t i, const auto& one) { return i < one.first; });
        return next != in_order.begin() && token < std::prev(next)->last ? &*std::prev(next)
                                                                         : nullptr;
    };
    for (const Sightings list : {here, before, Sightings{names_[tree_.sentence_of(token)]}}) {
        if (const ActorSighting* named = covering(list)) {
            return named->actor;
        }
    }
    const std::size_t sentence = tree_.sentence_of(token);
    if (const auto named = surname(token, context_.analysis.sentences[sentence])) {
        return named->actor;
    }
    // "…," he said.
    return is_person_pronoun(text::fold(tree_.token(token).form)) ? pronouns_.last_person()
                                                                  : std::nullopt;
}

/// "Khan" after "Imran Khan": a person's last name, once the article has given the whole of it.
std::optional<ActorSighting> References::surname(std::size_t token,
                                                 const language::Sentence& sentence) const
{
    const Token& word = tree_.token(token);
    const auto bearer = word.upos == "PROPN" ? by_surname_.find(word.form) : by_surname_.end();
    // "Wang, a cook in Hue" is introduced, so he is another.
    const auto beside = tree_.children(token, "appos");
    const bool introduced = std::any_of(beside.begin(), beside.end(), [this](std::size_t noun) {
        const auto articles = tree_.children(noun, "det");
        return std::any_of(articles.begin(), articles.end(), [this](std::size_t article) {
            return tree_.token(article).lemma == "a";
        });
    });
    if (bearer == by_surname_.end() || introduced || checks_.goes_on(token + 1, sentence) ||
        checks_.is_part_of_landmark(token, token + 1, sentence)) {
        return std::nullopt;
    }
    // "Kaisa Rautala" is not Antti Rautala.
    const bool named =
        language::is_relation(word.relation, "flat") && word.head != language::kRoot &&
        tree_.token(word.head).upos == "PROPN" &&
        context_.gazetteer.sector_of_title(text::fold(tree_.token(word.head).form)).empty();
    if (named && bearer->second.via.find(tree_.token(word.head).form) == std::string::npos) {
        return std::nullopt;
    }
    ActorSighting sighting = refer(bearer->second, token, token + 1,
                                   fmt::format("\"{}\" is {}", word.form, bearer->second.via));
    sighting.is_person = true;
    return sighting;
}

void References::learn(Sightings here)
{
    for (const ActorSighting& sighting : here) {
        if (!sighting.is_person || sighting.last - sighting.first < 2) {
            continue;
        }
        by_surname_[tree_.token(sighting.last - 1).form] = sighting.actor;
        const std::string_view via = sighting.actor.via;
        const std::size_t blank = via.find(' ');
        if (blank != std::string_view::npos &&
            is_word(sighting.actor.code.principal(), kFamilyNameFirst)) {
            by_surname_[std::string{via.substr(0, blank)}] = sighting.actor;
        }
    }
    pronouns_.learn(here);
    several_.learn(here);
    descriptions_.learn(here);
}

} // namespace entente::actors
