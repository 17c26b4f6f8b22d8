// SPDX-License-Identifier: Apache-2.0
// What happened between actors, in order of time, and how tense it was.
#pragma once

#include "core/ontology.hpp"
#include "core/store/store.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace entente::cli {

/// Mentions of the same days, actors, category, mode and status.
struct TimelineEvent {
    std::optional<EventDate> date;
    ActorCode source;
    ActorCode target;
    bool symmetric = false;
    std::string category;
    std::string mode;
    std::string label;
    Factuality status = Factuality::actual;
    bool alleged = false;
    double confidence = 0.0; ///< of the most certain mention
    double score = 0.0;      ///< conflict–cooperation value
    std::size_t mentions = 0;
    std::int64_t evidence = 0; ///< the most certain mention
};

/// The events of these mentions, oldest first; undated ones come last.
[[nodiscard]] std::vector<TimelineEvent>
make_timeline(const std::vector<store::StoredMention>& mentions, const Ontology& ontology);

/// How tense a year was: the mean of what happened, from -10 (cooperation) to 10 (war).
struct YearTension {
    int year = 0;
    std::size_t events = 0;
    double tension = 0.0; ///< not a number in a year without events
};

/// One row for each year from the first to the last; only what is said to have happened counts.
[[nodiscard]] std::vector<YearTension> tension_by_year(const std::vector<TimelineEvent>& events);

/// "2022-02-23", "2022-02", "2022", or "2022-02-23 to 2022-02-25"; "undated" for none.
[[nodiscard]] std::string format_event_date(const std::optional<EventDate>& date);

/// "PAK → RUS", or "PAK – RUS" where both do it.
[[nodiscard]] std::string format_pair(const ActorCode& source, const ActorCode& target,
                                      bool symmetric);

} // namespace entente::cli
