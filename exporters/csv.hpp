// SPDX-License-Identifier: Apache-2.0
// The graph as two tables, for Gephi, i2, Excel and data frames: edges and nodes.
#pragma once

#include "exporters/exporter.hpp"

namespace entente::exporters {

/// A row a relation. The first columns are those that Gephi knows by name; what follows is all that
/// is known of the relation, its ends by name, and its most confident sentence.
class CsvEdgesExporter final : public Exporter {
public:
    /// Errors: those of the sink, and of ExportContext::evidence.
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

/// A row an actor.
class CsvNodesExporter final : public Exporter {
public:
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
