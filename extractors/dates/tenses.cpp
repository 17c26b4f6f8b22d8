// SPDX-License-Identifier: Apache-2.0
#include "extractors/dates/tenses.hpp"

#include <array>
#include <string_view>

namespace entente::dates {

namespace {

using language::kRoot;
using language::Token;

constexpr int kDeepest = 8; ///< words from a time up to the verb that tells its tense

constexpr std::uint8_t kAhead = 1;       ///< "will"
constexpr std::uint8_t kPerfect = 2;     ///< "have", "had"
constexpr std::uint8_t kPast = 4;        ///< "was", "did"
constexpr std::uint8_t kPresent = 8;     ///< "is", "are"
constexpr std::uint8_t kInfinitive = 16; ///< "to"

std::uint8_t helper_named(std::string_view word)
{
    if (word == "have" || word == "has" || word == "had" || word == "'ve") {
        return kPerfect;
    }
    if (word == "was" || word == "were" || word == "did" || word == "been") {
        return kPast;
    }
    return word == "is" || word == "are" || word == "'s" || word == "'re" ? kPresent : 0;
}

bool is_verb(const Token& token)
{
    return token.upos == "VERB" || token.upos == "AUX";
}

} // namespace

Tenses::Tenses(const language::Analysis& analysis, const Words& words)
    : analysis_{analysis}
    , words_{words}
    , helpers_(analysis.tokens.size(), 0)
{
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
        note(i);
    }
}

void Tenses::note(std::size_t word)
{
    const Token& token = analysis_.tokens[word];
    if (token.head == kRoot) {
        return;
    }
    const bool helps = token.relation.starts_with("aux") || token.relation == "cop";
    if (helps) {
        const bool ahead = static_cast<bool>(words_.match(word, Kind::ahead_aux));
        helpers_[token.head] |= ahead ? kAhead : helper_named(words_.at(word));
    }
    if (token.relation == "mark" && words_.at(word) == "to") {
        helpers_[token.head] |= kInfinitive;
    }
}

Direction Tenses::around(std::size_t word) const
{
    const Match led = words_.match_before(word, Kind::ahead_before);
    if (led && led.entry->number == 1) {
        return Direction::ahead;
    }
    const Direction clause = of_clause(word);
    return led && clause == Direction::unknown ? Direction::ahead : clause;
}

Direction Tenses::of_clause(std::size_t word) const
{
    std::size_t at = word;
    for (int step = 0; step < kDeepest && at != kRoot; ++step) {
        if (helpers_[at] != 0 || is_verb(analysis_.tokens[at]) || listed(at, Kind::ahead)) {
            const Direction direction = of_verb(at, step <= 1);
            if (direction != Direction::unknown) {
                return direction;
            }
        }
        at = analysis_.tokens[at].head;
    }
    return Direction::unknown;
}

Direction Tenses::of_verb(std::size_t verb, bool direct) const
{
    const Token& token = analysis_.tokens[verb];
    const std::uint8_t helpers = helpers_[verb];
    if ((helpers & kAhead) != 0) {
        return (helpers & kPerfect) != 0 ? Direction::back : Direction::ahead;
    }
    if ((helpers & kInfinitive) != 0) {
        return of_infinitive(verb);
    }
    const Match due = listed(verb, Kind::ahead);
    if (due && due.entry->number == 2 && token.xpos != "VBG") {
        return Direction::ahead;
    }
    if ((helpers & (kPerfect | kPast)) != 0 || token.xpos == "VBD") {
        return Direction::back;
    }
    if (token.xpos == "VBN") {
        return Direction::back;
    }
    const bool now = token.xpos == "VBZ" || token.xpos == "VBP" || (helpers & kPresent) != 0;
    return now && direct && !listed(verb, Kind::no_plan) ? Direction::ahead : Direction::unknown;
}

/// "agreed to meet", "the plan to meet" look ahead; "began to meet" says nothing yet.
Direction Tenses::of_infinitive(std::size_t verb) const
{
    const Token& token = analysis_.tokens[verb];
    if ((helpers_[verb] & kPresent) != 0) {
        return Direction::ahead; // "are to meet"
    }
    if (token.head == kRoot || listed(token.head, Kind::no_plan)) {
        return Direction::unknown;
    }
    const bool of_plan = listed(token.head, Kind::ahead) || token.relation.starts_with("acl") ||
                         (helpers_[token.head] & kPresent) != 0;
    return of_plan ? Direction::ahead : Direction::unknown;
}

Match Tenses::listed(std::size_t word, Kind kind) const
{
    return words_.match_lemma(word, kind);
}

} // namespace entente::dates
