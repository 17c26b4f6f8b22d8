// SPDX-License-Identifier: Apache-2.0
// JSON in the shapes that graph libraries read: node-link for NetworkX and D3, elements for
// Cytoscape.
#pragma once

#include "exporters/exporter.hpp"

namespace entente::exporters {

/// What networkx.node_link_graph() and d3.forceLink() read: `nodes` with `id`, `links` with
/// `source`, `target` and `key`; attributes as in GraphML, counts as objects of name and number.
class NodeLinkExporter final : public Exporter {
public:
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

/// What Cytoscape and Cytoscape.js read (.cyjs): `elements` with `nodes` and `edges`, each with its
/// `data`. Edge ids hold a blank, which no actor code does, so that no two elements share an id.
class CytoscapeExporter final : public Exporter {
public:
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
