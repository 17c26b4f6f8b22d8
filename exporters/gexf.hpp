// SPDX-License-Identifier: Apache-2.0
// GEXF 1.3 with time, for Gephi's timeline.
#pragma once

#include "exporters/exporter.hpp"

namespace entente::exporters {

/// A dynamic graph of intervals in days. A relation has a spell for each stretch of days that its
/// mentions speak of, its last day included, as GEXF 1.3 counts; where evidence cannot be looked
/// up, its period is one spell. An actor has the hull of its relations. What has no date has no
/// spell, and so is always there. Parallel relations differ in `kind`, else Gephi joins them.
class GexfExporter final : public Exporter {
public:
    /// Errors: those of the sink, and of ExportContext::evidence.
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
