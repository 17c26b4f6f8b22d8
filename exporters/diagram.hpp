// SPDX-License-Identifier: Apache-2.0
// The design of a picture, shared by DOT files and images.
#pragma once

#include "exporters/cgraph.hpp"
#include "exporters/exporter.hpp"

namespace entente::exporters {

enum class DiagramForm : std::uint8_t {
    data,    ///< one edge a relation, with its label: to be read and edited
    picture, ///< labels are small boxes on their lines, so that layouts keep them apart
};

/// How many relations carry a label in a picture: the heaviest.
inline constexpr std::size_t kLabelledRelations = 60;

/// The graph with title, legend, colours and labels, ready for a layout.
/// Threads: only under lock_graphviz().
[[nodiscard]] DotGraph make_diagram(const graph::Snapshot& graph, const ExportContext& context,
                                    DiagramForm form);

/// The layout engine that suits a graph of this size.
[[nodiscard]] const char* layout_engine(const graph::Snapshot& graph) noexcept;

} // namespace entente::exporters
