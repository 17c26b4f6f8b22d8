// SPDX-License-Identifier: Apache-2.0
#include "core/graph/summary.hpp"

#include "core/graph/recorded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

namespace entente::graph {

namespace {

/// Key of the group of what is about no topic.
constexpr std::string_view kNoTopic = "other";

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

/// A sentence that an imported graph quotes: strongest first, as the graph had them.
struct QuotedEvidence {
    Millionths confidence = 0; ///< negative
    std::size_t rank = 0;
    std::int64_t id = 0;

    friend auto operator<=>(const QuotedEvidence&, const QuotedEvidence&) = default;
};

/// A relation that came summed up, with its ends as the level of the question has them.
struct Record {
    Relation relation;
    std::string graph;
    std::int64_t id = 0; ///< of the mention that stands for it
};

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
    std::vector<Record> records;
    std::set<QuotedEvidence> quoted;

    void add(const GroupKey& key, const Sighting& sighting);
    void add(const GroupKey& key, Record record);

    /// Sightings behind it, those of other graphs included.
    [[nodiscard]] std::size_t all_mentions() const;
};

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

Direction reversed(Direction direction)
{
    return direction == Direction::forward    ? Direction::backward
           : direction == Direction::backward ? Direction::forward
                                              : Direction::none;
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
    std::set<SourceKey> articles;
    std::map<std::string, std::size_t> recorded_articles; ///< of imported graphs, by their names
    std::map<GroupKey, std::set<QuotedEvidence>> quoted;

    void add_record(const store::StoredMention& stored, RecordedRelation recorded);
    void add_quote(const store::StoredMention& stored, const RecordedEvidence& evidence);
    [[nodiscard]] GroupKey group_of(const Mention& mention, const std::string& recorded_key) const;
    ActorCode see(const Argument& argument);
    [[nodiscard]] ActorCode code_of(const Argument& argument) const;
    [[nodiscard]] Actor actor(const ActorCode& code) const;
    [[nodiscard]] std::vector<std::string> keys(const Mention& mention) const;
};

/// Notes what the actor is called, and gives the code it goes under.
ActorCode Summarizer::State::see(const Argument& argument)
{
    const bool collapse = filter.level == Level::state;
    ActorCode code = code_of(argument);
    Sightings& seen = actors[code];
    ++seen.names[collapse ? principal_name(argument) : argument.name];
    ++seen.kinds[argument.kind];
    return code;
}

ActorCode Summarizer::State::code_of(const Argument& argument) const
{
    return filter.level == Level::state ? argument.code.whole() : argument.code;
}

/// The group of a relation that came summed up: that of its own key, where it was grouped as the
/// question groups, else that of its weightiest category or first topic.
GroupKey Summarizer::State::group_of(const Mention& mention, const std::string& recorded_key) const
{
    std::string key;
    if (filter.grouping == Grouping::category) {
        key = ontology->category(recorded_key) == nullptr ? mention.category : recorded_key;
    } else if (filter.grouping == Grouping::topic) {
        const bool is_topic = recorded_key == kNoTopic || ontology->has_topic(recorded_key);
        key = is_topic                 ? recorded_key
              : mention.topics.empty() ? std::string{kNoTopic}
                                       : mention.topics.front();
    }
    ActorCode source = code_of(mention.source);
    ActorCode target = code_of(mention.target);
    const bool keep_direction = filter.grouping == Grouping::category && !mention.symmetric;
    if (!keep_direction && target < source) {
        std::swap(source, target);
    }
    return {std::move(source), std::move(target), std::move(key), keep_direction};
}

void Summarizer::State::add_record(const store::StoredMention& stored, RecordedRelation recorded)
{
    const Mention& mention = stored.mention;
    accepted += recorded.relation.mentions;
    std::size_t& behind = recorded_articles[recorded.origin.name];
    behind = std::max(behind, recorded.origin.articles);
    Relation& relation = recorded.relation;
    relation.source.code = see(mention.source);
    relation.target.code = see(mention.target);
    if (relation.source.code == relation.target.code) {
        return;
    }
    if (!relation.directed && relation.target.code < relation.source.code) {
        std::swap(relation.source, relation.target);
        relation.label_direction = reversed(relation.label_direction);
    }
    const GroupKey key = group_of(mention, relation.key);
    relation.key = key.key;
    groups[key].add(key, {std::move(relation), recorded.origin.name, stored.id});
}

/// Counts for nothing: the record has counted it.
void Summarizer::State::add_quote(const store::StoredMention& stored,
                                  const RecordedEvidence& evidence)
{
    quoted[group_of(evidence.relation, evidence.key)].insert(
        {-to_millionths(stored.mention.confidence), evidence.rank, stored.id});
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
        return topics.empty() ? std::vector<std::string>{std::string{kNoTopic}}
                              : std::vector<std::string>{topics.begin(), topics.end()};
    }
    }
    return {std::string{}};
}

Summarizer::Summarizer(Filter filter, const Ontology& ontology)
    : state_{
          std::make_unique<State>(State{std::move(filter), &ontology, 0, {}, {}, {}, {}, {}, {}})}
{}

Summarizer::~Summarizer() = default;

void Summarizer::add(const store::StoredMention& stored)
{
    const Mention& mention = stored.mention;
    if (const auto quoted = recorded_evidence(mention)) {
        state_->add_quote(stored, *quoted);
        return;
    }
    state_->label_use.see(mention);
    if (!state_->filter.accepts(mention, *state_->ontology, stored.article.date)) {
        return;
    }
    if (auto recorded = recorded_relation(mention)) {
        state_->add_record(stored, std::move(*recorded));
        return;
    }
    ++state_->accepted;
    state_->articles.insert(source_key(stored.article));
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

std::size_t Summarizer::articles() const noexcept
{
    std::size_t sum = state_->articles.size();
    for (const auto& [graph, count] : state_->recorded_articles) {
        sum += count;
    }
    return sum;
}

std::vector<Relation> Summarizer::relations(std::size_t* total) const
{
    std::vector<Relation> relations;
    for (auto& [key, group] : state_->groups) {
        if (group.all_mentions() >= state_->filter.min_mentions) {
            if (const auto quoted = state_->quoted.find(key);
                quoted != state_->quoted.end() && !group.records.empty()) {
                group.quoted = quoted->second;
            }
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
