// SPDX-License-Identifier: Apache-2.0
// All that is known of one relation while mentions arrive, and the relation it sums up to.
#pragma once

#include "core/graph/label.hpp"
#include "core/graph/summary.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace entente::graph {

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

/// Which pair, and which category or topic of it.
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

/// The same way, seen from the other end.
[[nodiscard]] Direction reversed(Direction direction);

/// What the group comes to. Its actors have their codes and no names yet; `use` tells how common a
/// label is in the whole store.
[[nodiscard]] Relation to_relation(const GroupKey& key, const Group& group,
                                   const Ontology& ontology, const LabelUse& use);

} // namespace entente::graph
