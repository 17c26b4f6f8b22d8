// SPDX-License-Identifier: Apache-2.0
// The events behind a graph in order of time, and the intervals of a timeline that count them.
#pragma once

#include "exporters/exporter.hpp"

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace entente::exporters {

/// Mentions of the same days, actors, category, mode and status.
struct TimelineEvent {
    DateRange days;
    DatePrecision precision = DatePrecision::day;
    ActorCode source;
    ActorCode target;
    bool symmetric = false;
    Quad quad = Quad::standing;
    std::string label; ///< of the most confident mention
    Factuality status = Factuality::actual;
    double confidence = 0.0;
    double score = 0.0;              ///< conflict–cooperation value
    std::set<std::int64_t> articles; ///< independent ones

    /// The middle of what is known of its date: where it stands on a timeline.
    [[nodiscard]] Day middle() const noexcept;

    /// What makes it worth naming: strength times confidence, more with every article.
    [[nodiscard]] double importance() const noexcept;
};

struct TimelineEvents {
    std::vector<TimelineEvent> events; ///< oldest first
    std::size_t undated = 0;           ///< mentions that no timeline can show
};

/// Reads the evidence of all relations; none where the context cannot look it up.
/// Errors: those of ExportContext::evidence.
[[nodiscard]] Result<TimelineEvents> read_events(const graph::Snapshot& graph,
                                                 const ExportContext& context);

enum class TimelineUnit : std::uint8_t { month, year };

/// Counts of one month or year.
struct TimelineBin {
    Day from;
    Day to;
    std::array<std::size_t, 5> done{};  ///< events by Quad that are said to have happened
    std::array<std::size_t, 5> other{}; ///< planned, possible or denied ones
    std::vector<std::size_t> events;    ///< numbers of the events
};

struct TimelineBins {
    TimelineUnit unit = TimelineUnit::month;
    std::vector<TimelineBin> bins; ///< without gaps; empty where there are no events
    std::size_t too_early = 0;     ///< events before the first bin
};

/// Months where the events span five years at most, else years; at most the last 250 of them, since
/// a wild date must not squeeze all others.
[[nodiscard]] TimelineBins make_bins(const std::vector<TimelineEvent>& events);

} // namespace entente::exporters
