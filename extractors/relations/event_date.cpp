// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/event_date.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente::relations {

namespace {

using extractors::DateSighting;
using language::is_relation;
using language::kRoot;
using language::Token;

constexpr int kNone = 9;    ///< rank of a date that belongs to something else
constexpr int kHighest = 4; ///< words from a time up to the noun or verb that it is of

std::size_t head_of(const language::Tree& tree, const DateSighting& sighting)
{
    std::size_t found = kRoot;
    for (std::size_t i = sighting.first; i < sighting.last; ++i) {
        const std::size_t head = tree.token(i).head;
        const bool outside = head == kRoot || head < sighting.first || head >= sighting.last;
        // Of "this August" the month, though the tree may give "this" to a later noun.
        const bool better = found == kRoot || tree.token(found).upos == "DET";
        found = outside && better ? i : found;
    }
    return found == kRoot ? sighting.first : found;
}

bool is_verb(const Token& token)
{
    return token.upos == "VERB" || token.upos == "AUX";
}

} // namespace

EventDates::EventDates(const Article& article, const extractors::Reading& reading,
                       const language::Tree& tree, const Lexicon& lexicon,
                       std::span<const Candidate> candidates)
    : article_{article}
    , reading_{reading}
    , tree_{tree}
    , lexicon_{lexicon}
{
    for (const Candidate& candidate : candidates) {
        predicates_.insert(candidate.predicate);
    }
}

std::optional<EventDate> EventDates::of(std::size_t predicate) const
{
    const std::size_t sentence = tree_.sentence_of(predicate);
    const std::size_t first = reading_.analysis.sentences[sentence].first;
    const DateSighting* best = nullptr;
    int best_rank = kNone;
    auto at = first_date_from(first);
    for (; at != reading_.dates.end() && tree_.sentence_of(at->first) == sentence; ++at) {
        const int found = at->date ? rank(*at, predicate) : kNone;
        if (found < best_rank) {
            best = &*at;
            best_rank = found;
        }
    }
    if (best != nullptr) {
        return as_event(*best);
    }
    if (article_.date) {
        return EventDate{article_.date->range(), article_.date->precision(), DateBasis::article};
    }
    return std::nullopt;
}

std::vector<DateSighting>::const_iterator EventDates::first_date_from(std::size_t word) const
{
    return std::lower_bound(reading_.dates.begin(), reading_.dates.end(), word,
                            [](const DateSighting& s, std::size_t at) { return s.first < at; });
}

/// How closely the date belongs to the predicate; kNone where it does not.
int EventDates::rank(const DateSighting& sighting, std::size_t predicate) const
{
    constexpr std::array<std::string_view, 6> kBounds{"by",    "until",  "till",
                                                      "after", "before", "ahead"};
    if (std::find(kBounds.begin(), kBounds.end(), led_by(sighting)) != kBounds.end()) {
        return kNone;
    }
    const std::size_t owner = host(sighting);
    if (owner == predicate) {
        return 0;
    }
    const bool when = is_told_by_when(predicate, head_of(tree_, sighting), owner);
    if (owner == kRoot || when) {
        return when ? 1 : kNone;
    }
    if (!is_verb(tree_.token(owner))) {
        return is_object_of(owner, predicate) && !led_by(sighting).empty() ? 1 : kNone;
    }
    if (is_carried_by(predicate, owner)) {
        return 1;
    }
    return follows_from(predicate, owner) && !is_dated_between(sighting, predicate) ? 2 : kNone;
}

/// "in 2003, when Turkey refused", "fell out in 2016 when protesters attacked".
bool EventDates::is_told_by_when(std::size_t predicate, std::size_t time, std::size_t owner) const
{
    const std::size_t head = tree_.token(predicate).head;
    if (!is_verb(tree_.token(predicate)) || (head != time && head != owner) || head == kRoot) {
        return false;
    }
    const auto& children = tree_.children(predicate);
    return std::any_of(children.begin(), children.end(),
                       [&](std::size_t child) { return tree_.token(child).lemma == "when"; });
}

/// "signed a pact on Friday": the tree may hang the day from the pact.
bool EventDates::is_object_of(std::size_t noun, std::size_t verb) const
{
    const Token& token = tree_.token(noun);
    return token.head == verb && is_relation(token.relation, "obj") && is_verb(tree_.token(verb)) &&
           !predicates_.contains(noun);
}

/// Another date stands nearer to the predicate.
bool EventDates::is_dated_between(const DateSighting& sighting, std::size_t predicate) const
{
    auto other = first_date_from(sighting.last);
    while (other != reading_.dates.end() && other->last <= predicate && !other->date) {
        ++other;
    }
    return other != reading_.dates.end() && other->last <= predicate;
}

/// The noun or verb that the time is of. Names between are places: "talks in Geneva on Tuesday".
std::size_t EventDates::host(const DateSighting& sighting) const
{
    std::size_t at = tree_.token(head_of(tree_, sighting)).head;
    for (int step = 0; step < kHighest && at != kRoot; ++step) {
        const Token& token = tree_.token(at);
        const bool passes = token.upos == "PROPN" || token.upos == "NUM" || token.upos == "ADV" ||
                            token.upos == "ADP";
        if (!passes || predicates_.contains(at)) {
            return at;
        }
        at = token.head;
    }
    return at;
}

/// "held talks on Tuesday", "the visit began on Monday": the verb is no event beside its noun.
bool EventDates::is_carried_by(std::size_t predicate, std::size_t verb) const
{
    const Token& noun = tree_.token(predicate);
    const bool argument = is_relation(noun.relation, "obj") ||
                          is_relation(noun.relation, "nsubj") || is_relation(noun.relation, "obl");
    return !is_verb(noun) && noun.head == verb && argument && !predicates_.contains(verb) &&
           !lexicon_.reports(tree_.token(verb).lemma);
}

/// "met on Friday and signed a pact", "attacked on Friday, killing ten", "had to leave on Friday".
bool EventDates::follows_from(std::size_t predicate, std::size_t verb) const
{
    const Token& token = tree_.token(predicate);
    const bool coordinated = is_relation(token.relation, "conj");
    const bool participle = is_relation(token.relation, "advcl") && token.xpos == "VBG";
    const bool controlled = is_relation(token.relation, "xcomp") && !predicates_.contains(verb) &&
                            lexicon_.effect_of(tree_.token(verb).lemma) == Factuality::actual;
    return is_verb(token) && token.head == verb && predicate > verb &&
           (coordinated || participle || controlled) && !lexicon_.reports(tree_.token(verb).lemma);
}

/// The preposition before the expression in lower case; empty where there is none.
std::string_view EventDates::led_by(const DateSighting& sighting) const
{
    const std::size_t head = head_of(tree_, sighting);
    for (const std::size_t child : tree_.children(head)) {
        const Token& token = tree_.token(child);
        if (token.relation == "case" && child < sighting.first) {
            return token.lemma;
        }
    }
    return {};
}

std::optional<EventDate> EventDates::as_event(const DateSighting& sighting) const
{
    EventDate out = *sighting.date;
    if (led_by(sighting) == "since" && article_.date &&
        out.range.from < article_.date->range().to) {
        out.range.to = article_.date->range().to;
        out.precision = DatePrecision::interval;
    }
    return out;
}

} // namespace entente::relations
