// SPDX-License-Identifier: Apache-2.0
// Where actors and labels go: a picture laid out in two steps, so that every label can be read.
#pragma once

#include "exporters/cgraph.hpp"
#include "exporters/exporter.hpp"

#include <string_view>

namespace entente::exporters {

/// Lays out and draws the graph in a format of Graphviz, "svg", "png" or "pdf".
///
/// Places come from lay_out(): no actor and no label covers another.
/// Errors: internal, with Graphviz' own words. Threads: one picture is drawn at a time.
/// Complexity: quadratic in the actors. Lines bend around boxes up to 80 actors and 300 relations,
/// which takes up to 3 s; beyond, they run straight, and 500 actors take less than a second.
[[nodiscard]] Result<std::string>
draw_picture(const graph::Snapshot& graph, const ExportContext& context, std::string_view format);

} // namespace entente::exporters
