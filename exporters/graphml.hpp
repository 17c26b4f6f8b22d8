// SPDX-License-Identifier: Apache-2.0
// GraphML with typed attributes, for NetworkX, Gephi, yEd and igraph.
#pragma once

#include "exporters/exporter.hpp"

namespace entente::exporters {

/// Nodes are named by actor code, edges r1, r2, … by weight; parallel edges stay apart. All edges
/// are stored as directed ones, since NetworkX refuses a mixture: the edge attribute `directed`
/// says which of them are meant so.
class GraphmlExporter final : public Exporter {
public:
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
