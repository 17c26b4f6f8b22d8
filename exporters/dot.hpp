// SPDX-License-Identifier: Apache-2.0
// The graph in Graphviz' DOT language, with the design of our pictures.
#pragma once

#include "exporters/exporter.hpp"

namespace entente::exporters {

/// One node an actor, named by its code; one edge a relation, keyed r1, r2, … by weight.
class DotExporter final : public Exporter {
public:
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
