// SPDX-License-Identifier: Apache-2.0
// libgvc behind a C++ face: layouts and drawings, in process.
#pragma once

#include "exporters/cgraph.hpp"
#include "exporters/placement.hpp"

#include <string>
#include <vector>

namespace entente::exporters {

/// Draws with Graphviz. Nothing is printed; what Graphviz says ends up in the errors.
/// Threads: only under lock_graphviz().
class Graphviz {
public:
    /// Lays out the graph and tells where these nodes came to lie, and how large they are.
    /// Errors: internal.
    [[nodiscard]] Result<std::vector<Box>>
    positions(DotGraph& graph, const std::vector<DotGraph::Node>& nodes, const char* engine);

    /// Lays out the graph and draws it. Errors: internal.
    [[nodiscard]] Result<std::string> render(DotGraph& graph, const char* engine,
                                             const std::string& format);

private:
    GraphvizMessages messages_;
};

} // namespace entente::exporters
