// SPDX-License-Identifier: Apache-2.0
#include "core/graph/summary.hpp"

#include "core/graph/recorded.hpp"
#include "core/graph/relation_group.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace entente::graph {

namespace {

/// Key of the group of what is about no topic.
constexpr std::string_view kNoTopic = "other";

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
