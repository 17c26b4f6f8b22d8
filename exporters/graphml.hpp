// SPDX-License-Identifier: Apache-2.0
// GraphML with typed attributes, for NetworkX, Gephi, yEd and igraph.
#pragma once

#include "exporters/exporter.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::exporters {

/// What a program wants to find in a file beside the attributes, to draw the graph. Its functions
/// are called by several threads at once.
class GraphmlDrawing {
public:
    GraphmlDrawing() = default;
    GraphmlDrawing(const GraphmlDrawing&) = delete;
    GraphmlDrawing& operator=(const GraphmlDrawing&) = delete;
    virtual ~GraphmlDrawing() = default;

    /// Attributes of the root element, beginning with a blank.
    [[nodiscard]] virtual std::string_view namespaces() const = 0;
    /// Declarations, as whole elements.
    [[nodiscard]] virtual std::string_view keys() const = 0;
    /// Appends an element to a node, by its number in Snapshot::nodes().
    virtual void node(std::string& out, const graph::Node& node, std::size_t number) const = 0;
    /// Appends an element to an edge, by its number in Snapshot::relations().
    virtual void edge(std::string& out, const graph::Relation& relation,
                      std::size_t number) const = 0;
};

/// GraphML as GraphmlExporter writes it, with a drawing where one is given.
/// Errors: those of the sink and of look-ups.
[[nodiscard]] Status write_graphml(const graph::Snapshot& graph, const ExportContext& context,
                                   Sink& sink, const GraphmlDrawing* drawing);

/// Nodes are named by actor code, edges r1, r2, … by weight; parallel edges stay apart. All edges
/// are stored as directed ones, since NetworkX refuses a mixture: the edge attribute `directed`
/// says which of them are meant so.
class GraphmlExporter final : public Exporter {
public:
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
