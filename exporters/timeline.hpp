// SPDX-License-Identifier: Apache-2.0
// What happened between actors over time, as a picture: cooperation above, conflict below.
#pragma once

#include "exporters/exporter.hpp"

namespace entente::exporters {

/// A self-contained SVG. Bars count events of a month or year, each event once however often it was
/// told; the events that matter most are named. Meant for a pair (`--between`), but any graph will
/// do.
class TimelineExporter final : public Exporter {
public:
    /// Errors: those of the sink and of ExportContext::evidence.
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
