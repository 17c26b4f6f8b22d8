// SPDX-License-Identifier: Apache-2.0
#include "core/graph/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace entente::graph {

namespace {

template <typename Value>
using Counts = std::map<Value, std::size_t>;

/// Most frequent first; ties in the values' own order.
template <typename Value>
std::vector<std::pair<Value, std::size_t>> most_first(const Counts<Value>& counts)
{
    std::vector<std::pair<Value, std::size_t>> sorted{counts.begin(), counts.end()};
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& left, const auto& right) {
        return left.second > right.second;
    });
    return sorted;
}

template <typename Value>
Value most_frequent(const Counts<Value>& counts)
{
    return counts.empty() ? Value{} : most_first(counts).front().first;
}

/// What sightings of an actor call it.
struct Sightings {
    Counts<std::string> names;
    Counts<ActorKind> kinds;
};

struct GroupKey {
    ActorCode first;
    ActorCode second;
    std::string key;
    bool directed = false; ///< only where the grouping itself keeps directions apart

    friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
};

/// Sightings with an equal key are one event. An undated sighting is an event of its source's own:
/// nothing says that two articles without a date speak of the same day.
struct EventKey {
    std::string category;
    std::string mode;
    ActorCode source;
    ActorCode target;
    std::optional<DateRange> days;
    SourceKey undated_in;

    friend auto operator<=>(const EventKey&, const EventKey&) = default;
};

struct Sighting {
    ActorCode source;
    ActorCode target;
    const store::StoredMention* stored;
};

EventKey event_key(const Sighting& sighting)
{
    const Mention& mention = sighting.stored->mention;
    EventKey key{mention.category, mention.mode, sighting.source, sighting.target, {}, {}};
    if (mention.symmetric && key.target < key.source) {
        std::swap(key.source, key.target);
    }
    if (mention.date) {
        key.days = mention.date->range;
    } else {
        key.undated_in = source_key(sighting.stored->article);
    }
    return key;
}

/// All that is known of one relation while mentions arrive; each member grows the same in any
/// order.
struct Group {
    std::size_t mentions = 0;
    bool forward = false; ///< some mention goes from first to second
    bool backward = false;
    bool symmetric = false; ///< some mention goes both ways
    std::set<SourceKey> sources;
    std::map<EventKey, Millionths> events; ///< worth of the best sighting of each
    std::optional<DateRange> period;
    Counts<std::string> categories;
    Counts<std::string> topics;
    LabelTally labels;
    Counts<Factuality> statuses;
    std::set<std::pair<Millionths, std::int64_t>> evidence; ///< most confident first

    void add(const GroupKey& key, const Sighting& sighting);
};

void Group::add(const GroupKey& key, const Sighting& sighting)
{
    const Mention& mention = sighting.stored->mention;
    const Millionths confidence = to_millionths(mention.confidence);
    ++mentions;
    const Direction direction = mention.symmetric              ? Direction::none
                                : sighting.source == key.first ? Direction::forward
                                                               : Direction::backward;
    (direction == Direction::none      ? symmetric
     : direction == Direction::forward ? forward
                                       : backward) = true;
    const SourceKey source = source_key(sighting.stored->article);
    sources.insert(source);
    Millionths& best = events[event_key(sighting)];
    best = std::max(best, worth(confidence, mention.status));
    if (mention.date) {
        period = period ? period->hull(mention.date->range) : mention.date->range;
    }
    ++categories[mention.category];
    for (const std::string& topic :
         std::set<std::string>{mention.topics.begin(), mention.topics.end()}) {
        ++topics[topic];
    }
    labels.add(mention, source, direction);
    ++statuses[mention.status];
    evidence.emplace(-confidence, sighting.stored->id);
}

/// How a quad class ranks among classes of equal weight: conflict first.
int severity(Quad quad)
{
    constexpr std::array kMildestFirst{Quad::standing, Quad::verbal_cooperation,
                                       Quad::material_cooperation, Quad::verbal_conflict,
                                       Quad::material_conflict};
    return static_cast<int>(std::find(kMildestFirst.begin(), kMildestFirst.end(), quad) -
                            kMildestFirst.begin());
}

/// Sets what the events decide: weight, score, quad class and category.
void weigh(const Group& group, const Ontology& ontology, Relation& relation)
{
    std::map<std::string, Millionths> by_category;
    std::map<Quad, Millionths> by_quad;
    Millionths total = 0;
    double scores = 0.0;
    for (const auto& [event, confidence] : group.events) {
        by_category[event.category] += confidence;
        by_quad[ontology.quad(event.category)] += confidence;
        total += confidence;
        scores += ontology.score(event.category, event.mode);
    }
    relation.events = group.events.size();
    relation.weight = from_millionths(total);
    relation.score = scores / static_cast<double>(group.events.size());
    relation.quad =
        std::max_element(by_quad.begin(), by_quad.end(), [](const auto& left, const auto& right) {
            return std::pair{left.second, severity(left.first)} <
                   std::pair{right.second, severity(right.first)};
        })->first;
    std::optional<std::tuple<Millionths, std::size_t>> best;
    for (const auto& [category, weight] : by_category) {
        const std::tuple rank{weight, group.categories.at(category)};
        if (ontology.quad(category) == relation.quad && (!best || rank > *best)) {
            best = rank;
            relation.category = category;
        }
    }
}

Direction reversed(Direction direction)
{
    return direction == Direction::forward    ? Direction::backward
           : direction == Direction::backward ? Direction::forward
                                              : Direction::none;
}

Relation to_relation(const GroupKey& key, const Group& group, const Ontology& ontology,
                     const LabelUse& use)
{
    Relation relation;
    relation.source.code = key.first;
    relation.target.code = key.second;
    relation.key = key.key;
    relation.directed = !group.symmetric && group.forward != group.backward;
    weigh(group, ontology, relation);
    LabelTally::Choice choice = group.labels.choose(relation.quad, ontology, use);
    relation.label = std::move(choice.label);
    relation.label_direction = choice.direction;
    if (relation.directed && group.backward) {
        std::swap(relation.source, relation.target);
        relation.label_direction = reversed(choice.direction);
    }
    relation.mentions = group.mentions;
    relation.sources = group.sources.size();
    relation.period = group.period;
    relation.categories = most_first(group.categories);
    relation.topics = most_first(group.topics);
    relation.statuses = most_first(group.statuses);
    relation.labels = most_first(group.labels.counts());
    for (const auto& [confidence, id] : group.evidence) {
        relation.evidence.push_back(id);
    }
    return relation;
}

bool heavier(const Relation& left, const Relation& right)
{
    const auto rest = [](const Relation& one) {
        return std::tie(one.source.code, one.target.code, one.key, one.directed);
    };
    return left.weight != right.weight ? left.weight > right.weight : rest(left) < rest(right);
}

/// The name of the principal behind a sectored actor: "Pakistan" of "Pakistan (armed forces)".
std::string principal_name(const Argument& argument)
{
    const std::string suffix = fmt::format(" ({})", sector_meaning(argument.code.sector()));
    std::string name = argument.name;
    if (name.size() > suffix.size() && name.ends_with(suffix)) {
        name.resize(name.size() - suffix.size());
    }
    return name;
}

} // namespace

struct Summarizer::State {
    Filter filter;
    const Ontology* ontology;
    std::size_t accepted = 0;
    std::map<GroupKey, Group> groups;
    std::map<ActorCode, Sightings> actors;
    LabelUse label_use;

    ActorCode see(const Argument& argument);
    [[nodiscard]] Actor actor(const ActorCode& code) const;
    [[nodiscard]] std::vector<std::string> keys(const Mention& mention) const;
};

/// Notes what the actor is called, and gives the code it goes under.
ActorCode Summarizer::State::see(const Argument& argument)
{
    const bool collapse = filter.level == Level::state;
    ActorCode code = collapse ? argument.code.whole() : argument.code;
    Sightings& seen = actors[code];
    ++seen.names[collapse ? principal_name(argument) : argument.name];
    ++seen.kinds[argument.kind];
    return code;
}

Actor Summarizer::State::actor(const ActorCode& code) const
{
    const Sightings& seen = actors.at(code);
    Actor actor{code, most_frequent(seen.names), most_frequent(seen.kinds)};
    if (actor.name.empty()) {
        actor.name = code.text();
    }
    return actor;
}

/// The keys of the groups a mention belongs to, without its actors.
std::vector<std::string> Summarizer::State::keys(const Mention& mention) const
{
    switch (filter.grouping) {
    case Grouping::pair:
        break;
    case Grouping::category:
        return {mention.category};
    case Grouping::topic: {
        std::set<std::string> topics;
        for (const std::string& topic : mention.topics) {
            const bool wanted =
                filter.topics.empty() ||
                std::find(filter.topics.begin(), filter.topics.end(), topic) != filter.topics.end();
            if (wanted) {
                topics.insert(topic);
            }
        }
        return topics.empty() ? std::vector<std::string>{"other"}
                              : std::vector<std::string>{topics.begin(), topics.end()};
    }
    }
    return {std::string{}};
}

Summarizer::Summarizer(Filter filter, const Ontology& ontology)
    : state_{std::make_unique<State>(State{std::move(filter), &ontology, 0, {}, {}, {}})}
{}

Summarizer::~Summarizer() = default;

void Summarizer::add(const store::StoredMention& stored)
{
    const Mention& mention = stored.mention;
    state_->label_use.see(mention);
    if (!state_->filter.accepts(mention, *state_->ontology, stored.article.date)) {
        return;
    }
    ++state_->accepted;
    const Sighting sighting{state_->see(mention.source), state_->see(mention.target), &stored};
    if (sighting.source == sighting.target) {
        return;
    }
    const bool keep_direction = state_->filter.grouping == Grouping::category && !mention.symmetric;
    const bool in_order = keep_direction || sighting.source < sighting.target;
    for (std::string& key : state_->keys(mention)) {
        const GroupKey group{in_order ? sighting.source : sighting.target,
                             in_order ? sighting.target : sighting.source, std::move(key),
                             keep_direction};
        state_->groups[group].add(group, sighting);
    }
}

std::size_t Summarizer::accepted() const noexcept
{
    return state_->accepted;
}

std::vector<Relation> Summarizer::relations(std::size_t* total) const
{
    std::vector<Relation> relations;
    for (const auto& [key, group] : state_->groups) {
        if (group.mentions >= state_->filter.min_mentions) {
            Relation relation = to_relation(key, group, *state_->ontology, state_->label_use);
            relation.source = state_->actor(relation.source.code);
            relation.target = state_->actor(relation.target.code);
            relations.push_back(std::move(relation));
        }
    }
    std::sort(relations.begin(), relations.end(), heavier);
    if (total != nullptr) {
        *total = relations.size();
    }
    const std::size_t top = state_->filter.top;
    if (top != 0 && relations.size() > top) {
        relations.erase(relations.begin() + static_cast<std::ptrdiff_t>(top), relations.end());
    }
    return relations;
}

Result<std::vector<Relation>> summarize(const store::Store& store, const Filter& filter,
                                        const Ontology& ontology, std::size_t* total)
{
    Summarizer summarizer{filter, ontology};
    const Status walked = store.for_each_mention([&](const store::StoredMention& stored) -> Status {
        summarizer.add(stored);
        return {};
    });
    if (!walked) {
        return walked.error();
    }
    return summarizer.relations(total);
}

} // namespace entente::graph
