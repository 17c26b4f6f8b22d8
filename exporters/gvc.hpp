// SPDX-License-Identifier: Apache-2.0
// libgvc behind a C++ face: layouts and drawings, in process.
#pragma once

#include "exporters/cgraph.hpp"

#include <string>
#include <vector>

namespace entente::exporters {

/// A place on the page; points, 72 an inch, y upward.
struct Point {
    double x = 0.0;
    double y = 0.0;
};

/// Draws with Graphviz. Nothing is printed; what Graphviz says ends up in the errors.
/// Threads: only under lock_graphviz().
class Graphviz {
public:
    /// Lays out the graph and tells where these nodes came to lie. Errors: internal.
    [[nodiscard]] Result<std::vector<Point>>
    positions(DotGraph& graph, const std::vector<DotGraph::Node>& nodes, const char* engine);

    /// Lays out the graph and draws it. Errors: internal.
    [[nodiscard]] Result<std::string> render(DotGraph& graph, const char* engine,
                                             const std::string& format);

private:
    GraphvizMessages messages_;
};

} // namespace entente::exporters
