// SPDX-License-Identifier: Apache-2.0
// Relations as a person sees them: many mentions summarised into one edge.
#pragma once

#include "core/filter.hpp"
#include "core/graph/label.hpp"
#include "core/relation.hpp"
#include "core/store/store.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace entente::graph {

/// One relation: a group of mentions by pair, category or topic.
struct Relation {
    Actor source; ///< for an undirected relation the one with the smaller code
    Actor target;
    bool directed = false;      ///< every mention goes from source to target
    std::string key;            ///< the category or topic of the group; empty for a pair
    Quad quad = Quad::standing; ///< class with the largest weight, ties toward conflict
    std::string category;       ///< weightiest category of that class
    std::string label;          ///< what is written on the edge: see LabelTally::choose()
    Direction label_direction = Direction::none; ///< which way the label's own mentions go
    double score = 0.0;       ///< mean conflict–cooperation value of events, each counted once
    std::size_t mentions = 0; ///< sentences, near-copies included
    std::size_t sources = 0;  ///< independent articles: near-copies count as one
    std::size_t events = 0;   ///< same day, actors, category and mode count as one; an undated
                              ///< sighting is an event of its source
    double weight = 0.0;      ///< sum over events of the best sighting's worth(): what ranks
    std::optional<DateRange> period;                             ///< hull of event dates
    std::vector<std::pair<std::string, std::size_t>> categories; ///< with counts, most first
    std::vector<std::pair<std::string, std::size_t>> topics;
    std::vector<std::pair<std::string, std::size_t>> labels;
    std::vector<std::pair<Factuality, std::size_t>> statuses;
    std::vector<std::int64_t> evidence; ///< ids of stored mentions, most confident first
};

/// Groups mentions into relations, heaviest first; ties by actor codes and key. Deterministic: the
/// order in which mentions arrive does not show.
class Summarizer {
public:
    Summarizer(Filter filter, const Ontology& ontology);
    ~Summarizer();
    Summarizer(const Summarizer&) = delete;
    Summarizer& operator=(const Summarizer&) = delete;

    /// Takes the mention where the filter accepts it. Those it refuses still tell how common a
    /// label is, so give it all.
    void add(const store::StoredMention& stored);

    /// How many mentions the filter let through; a relation that was imported with its sums counts
    /// for all the mentions that it stands for.
    [[nodiscard]] std::size_t accepted() const noexcept;

    /// How many independent articles they are from: near-copies count as one, an imported graph for
    /// as many as it says.
    [[nodiscard]] std::size_t articles() const noexcept;

    /// The relations, with min_mentions and top applied. `total`, where given, gets their number
    /// before `top` cut it.
    [[nodiscard]] std::vector<Relation> relations(std::size_t* total = nullptr) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Reads a whole store through a filter.
[[nodiscard]] Result<std::vector<Relation>> summarize(const store::Store& store,
                                                      const Filter& filter,
                                                      const Ontology& ontology,
                                                      std::size_t* total = nullptr);

} // namespace entente::graph
