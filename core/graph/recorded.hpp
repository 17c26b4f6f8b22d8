// SPDX-License-Identifier: Apache-2.0
// Relations that another graph had summed up already, on their way through a store.
//
// A graph file holds sums, not the sightings behind them, so it cannot be taken apart into
// mentions again. What it says of one relation is stored as one mention that stands for all of
// them, with the relation in Mention::extra, and the sentences that the file quotes as mentions
// beside it that count for nothing. A Summarizer gives such a relation back as it was.
#pragma once

#include "core/graph/summary.hpp"
#include "core/store/store.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace entente::graph {

/// The graph that a recorded relation comes from.
struct GraphOrigin {
    std::string name;         ///< tells graphs apart; a second import of the same name replaces
    std::string title;        ///< headline, for people
    std::size_t articles = 0; ///< independent articles behind the whole graph
};

struct RecordedRelation {
    Relation relation; ///< without evidence
    GraphOrigin origin;
};

/// The relation as the store takes it: one article without text, "graph/NAME/SOURCE/TARGET/…".
/// `evidence` is in order, the strongest first, and each with its ends and category.
[[nodiscard]] store::Extracted record_relation(const RecordedRelation& recorded,
                                               const std::vector<store::StoredMention>& evidence);

/// What a mention stands for; none for an ordinary one, and for one whose record makes no sense.
[[nodiscard]] std::optional<RecordedRelation> recorded_relation(const Mention& mention);

/// Whose evidence a quoted sentence is; none for any other mention.
struct RecordedEvidence {
    /// Ends, category, first topic and symmetry of the relation, as its own mention has them. What
    /// the sentence says itself may be more exact, such as the sector of a state.
    Mention relation;
    std::string key;      ///< Relation::key
    std::size_t rank = 0; ///< place among the evidence of the relation, from 0
};

[[nodiscard]] std::optional<RecordedEvidence> recorded_evidence(const Mention& mention);

} // namespace entente::graph
