// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::relations {

namespace {

/// The values of a key; none for an unknown one.
template <typename Value>
const std::vector<Value>& values_in(const std::unordered_map<std::string, std::vector<Value>>& map,
                                    std::string_view key)
{
    static const std::vector<Value> kNone;
    const auto found = map.find(std::string{key});
    return found == map.end() ? kNone : found->second;
}

} // namespace

void Lexicon::for_each_frame(const std::function<void(const Frame&)>& use) const
{
    for (const FrameMap* frames : {&verbs_, &nouns_, &adjectives_}) {
        for (const auto& [word, senses] : *frames) {
            std::for_each(senses.begin(), senses.end(), use);
        }
    }
}

const std::vector<Frame>& Lexicon::verbs(std::string_view lemma) const
{
    return values_in(verbs_, lemma);
}

const std::vector<Frame>& Lexicon::nouns(std::string_view lemma) const
{
    return values_in(nouns_, lemma);
}

const std::vector<Frame>& Lexicon::adjectives(std::string_view first_word) const
{
    return values_in(adjectives_, first_word);
}

Factuality Lexicon::effect_of(std::string_view lemma) const
{
    const auto found = effects_.find(std::string{lemma});
    return found == effects_.end() ? Factuality::actual : found->second;
}

bool Lexicon::keeps_actual(std::string_view lemma) const
{
    const auto found = effects_.find(std::string{lemma});
    return found != effects_.end() && found->second == Factuality::actual;
}

bool Lexicon::reports(std::string_view lemma) const
{
    return reporting_.count(std::string{lemma}) != 0;
}

bool Lexicon::alleges(std::string_view lemma) const
{
    const auto found = reporting_.find(std::string{lemma});
    return found != reporting_.end() && found->second == Saying::alleging;
}

bool Lexicon::announces(std::string_view lemma) const
{
    const auto found = reporting_.find(std::string{lemma});
    return found != reporting_.end() && found->second == Saying::announcing;
}

const TopicWord* Lexicon::topic_of(std::string_view phrase) const
{
    const auto found = topics_.find(std::string{phrase});
    return found == topics_.end() ? nullptr : &found->second;
}

double Lexicon::sport_weight(std::string_view phrase) const
{
    const auto found = sport_.find(std::string{phrase});
    return found == sport_.end() ? 0.0 : found->second;
}

bool Lexicon::is_light_verb(std::string_view lemma) const
{
    return light_verbs_.count(std::string{lemma}) != 0;
}

bool Lexicon::is_occurrence(std::string_view lemma) const
{
    return occurring_.count(std::string{lemma}) != 0;
}

bool Lexicon::is_receiving_verb(std::string_view lemma) const
{
    return receiving_verbs_.count(std::string{lemma}) != 0;
}

bool Lexicon::subject_acts_by(std::string_view preposition) const
{
    const auto found = carrying_.find(std::string{preposition});
    return found != carrying_.end() && found->second.acts;
}

bool Lexicon::subject_gains_by(std::string_view preposition) const
{
    const auto found = carrying_.find(std::string{preposition});
    return found != carrying_.end() && found->second.gains;
}

double Lexicon::confidence_weight(std::string_view feature) const
{
    const auto found = confidence_.find(std::string{feature});
    return found == confidence_.end() ? 0.0 : found->second;
}

bool Lexicon::is_instrument(const std::string& lemma) const
{
    const TopicWord* topic = topic_of(lemma);
    const std::vector<Frame>& events = nouns(lemma);
    return (topic != nullptr && topic->topic == "arms") ||
           (!events.empty() && events.front().quad == Quad::material_conflict);
}

std::string Lexicon::mode_of_content(std::string_view act, const Frame& content) const
{
    for (const std::string& key : {fmt::format("{} {}/{}", act, content.category, content.mode),
                                   fmt::format("{} {}", act, content.category)}) {
        const auto found = content_modes_.find(key);
        if (found != content_modes_.end()) {
            return found->second;
        }
    }
    return {};
}

const std::vector<std::string>& Lexicon::leading_to_target(std::string_view category) const
{
    return values_in(reach_, category);
}

} // namespace entente::relations
