// SPDX-License-Identifier: Apache-2.0
// Relations and timelines as tables.
#pragma once

#include "cli/session.hpp"
#include "cli/timeline.hpp"
#include "core/graph/summary.hpp"
#include "core/store/store.hpp"

#include <vector>

namespace entente::cli {

/// Numbered from 1: strength as a bar, actors, class, label, years, mentions.
void print_relations(Session& session, const std::vector<graph::Relation>& relations);

/// The same, and under each relation, on one line, the most certain sentence that says
/// what its label says.
/// Errors: those of the store.
[[nodiscard]] Status print_relations_with_evidence(Session& session, const store::Store& store,
                                                   const std::vector<graph::Relation>& relations);

/// Date, actors, what, status and number of mentions of each event.
void print_timeline(Session& session, const std::vector<TimelineEvent>& events);

/// One line with a sparkline over the years; nothing where no year is known.
void print_tension(Session& session, const std::vector<YearTension>& years);

} // namespace entente::cli
