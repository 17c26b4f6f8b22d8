// SPDX-License-Identifier: Apache-2.0
// Coded events in the tables that scripts of political science read: POLECAT's and ICEWS'.
#pragma once

#include "exporters/exporter.hpp"

namespace entente::exporters {

/// POLECAT's 40 columns, tab-separated, with PLOVER categories and modes; behind them columns of
/// ours: codes of the actors, CAMEO, status, dates, evidence.
///
/// An event is all sightings of one day, pair, category and mode; of them the most confident one
/// speaks. What PLOVER does not code is left out: see plover_event(). Without a way to look up
/// evidence there are no events. Rows are in order of date, undated ones last.
/// Memory: an entry for each event, not for each mention.
class PolecatExporter final : public Exporter {
public:
    /// Errors: those of the sink, and of ExportContext::evidence.
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

/// ICEWS' 20 columns and no others, tab-separated, with CAMEO codes as text; events as above. What
/// two actors do to each other has a row in each direction, as in ICEWS.
class IcewsExporter final : public Exporter {
public:
    /// Errors: those of the sink, and of ExportContext::evidence.
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
