// SPDX-License-Identifier: Apache-2.0
#include "core/graph/relation_group.hpp"

#include <array>
#include <cmath>
#include <tuple>

namespace entente::graph {

namespace {

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

/// The weight of a whole relation, which may be any number of confidences.
Millionths weight_of(const Record& record)
{
    constexpr double kMillion = 1e6;
    return std::llround(record.relation.weight * kMillion);
}

/// Heaviest first; the order of arrival does not show.
bool comes_first(const Record& left, const Record& right)
{
    return left.relation.weight != right.relation.weight
               ? left.relation.weight > right.relation.weight
               : std::tie(left.graph, left.id) < std::tie(right.graph, right.id);
}

template <typename Value>
void add_counts(Counts<Value>& sum, const std::vector<std::pair<Value, std::size_t>>& counts)
{
    for (const auto& [value, count] : counts) {
        sum[value] += count;
    }
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
    for (const Record& record : group.records) {
        const Relation& one = record.relation;
        const Millionths weight = weight_of(record);
        by_category[one.category] += weight;
        by_quad[ontology.quad(one.category)] += weight;
        total += weight;
        scores += one.score * static_cast<double>(one.events);
        relation.events += one.events;
    }
    relation.weight = from_millionths(total);
    relation.score = relation.events == 0 ? 0.0 : scores / static_cast<double>(relation.events);
    relation.quad =
        std::max_element(by_quad.begin(), by_quad.end(), [](const auto& left, const auto& right) {
            return std::pair{left.second, severity(left.first)} <
                   std::pair{right.second, severity(right.first)};
        })->first;
    std::optional<std::tuple<Millionths, std::size_t>> best;
    for (const auto& [category, weight] : by_category) {
        const auto counted = group.categories.find(category);
        const std::tuple rank{weight, counted == group.categories.end() ? 0 : counted->second};
        if (ontology.quad(category) == relation.quad && (!best || rank > *best)) {
            best = rank;
            relation.category = category;
        }
    }
}

/// What an imported graph said of the relation, if nothing else is known of it.
Relation as_recorded(const Group& group)
{
    const Record& record = group.records.front();
    Relation relation = record.relation;
    for (const QuotedEvidence& quoted : group.quoted) {
        relation.evidence.push_back(quoted.id);
    }
    if (relation.evidence.empty()) {
        relation.evidence.push_back(record.id); // the record itself speaks for it
    }
    return relation;
}

/// Adds what graphs that were imported say to what the store's own mentions came to. Labels are
/// theirs where one of them weighs more than all that the store has seen itself.
void add_records(const GroupKey& key, const Group& group, Relation& relation)
{
    std::vector<Record> records = group.records;
    std::sort(records.begin(), records.end(), comes_first);
    Millionths own = 0;
    for (const auto& [event, worth_of_it] : group.events) {
        own += worth_of_it;
    }
    Counts<std::string> labels{relation.labels.begin(), relation.labels.end()};
    for (const Record& record : records) {
        relation.mentions += record.relation.mentions;
        relation.sources += record.relation.sources;
        add_counts(labels, record.relation.labels);
        if (group.quoted.empty()) {
            relation.evidence.push_back(record.id);
        }
    }
    relation.labels = most_first(labels);
    const Relation& heaviest = records.front().relation;
    if (weight_of(records.front()) > own) {
        relation.label = heaviest.label;
        relation.label_direction = heaviest.source.code == key.first
                                       ? heaviest.label_direction
                                       : reversed(heaviest.label_direction);
    }
    for (const QuotedEvidence& quoted : group.quoted) {
        relation.evidence.push_back(quoted.id);
    }
}

} // namespace

Direction reversed(Direction direction)
{
    return direction == Direction::forward    ? Direction::backward
           : direction == Direction::backward ? Direction::forward
                                              : Direction::none;
}

std::size_t Group::all_mentions() const
{
    std::size_t sum = mentions;
    for (const Record& record : records) {
        sum += record.relation.mentions;
    }
    return sum;
}

void Group::add(const GroupKey& key, Record record)
{
    const Relation& relation = record.relation;
    (!relation.directed                  ? symmetric
     : relation.source.code == key.first ? forward
                                         : backward) = true;
    if (relation.period) {
        period = period ? period->hull(*relation.period) : *relation.period;
    }
    add_counts(categories, relation.categories);
    add_counts(topics, relation.topics);
    add_counts(statuses, relation.statuses);
    records.push_back(std::move(record));
}

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

Relation to_relation(const GroupKey& key, const Group& group, const Ontology& ontology,
                     const LabelUse& use)
{
    if (group.mentions == 0 && group.records.size() == 1) {
        return as_recorded(group);
    }
    Relation relation;
    relation.source.code = key.first;
    relation.target.code = key.second;
    relation.key = key.key;
    relation.directed = !group.symmetric && group.forward != group.backward;
    weigh(group, ontology, relation);
    LabelTally::Choice choice = group.labels.choose(relation.quad, ontology, use);
    relation.label = std::move(choice.label);
    relation.label_direction = choice.direction;
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
    if (!group.records.empty()) {
        add_records(key, group, relation);
    }
    if (relation.directed && group.backward) {
        std::swap(relation.source, relation.target);
        relation.label_direction = reversed(relation.label_direction);
    }
    return relation;
}

} // namespace entente::graph
