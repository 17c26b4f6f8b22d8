// SPDX-License-Identifier: Apache-2.0
// libgvc behind a C++ face: layouts and drawings, in process.
#pragma once

#include "exporters/cgraph.hpp"

#include <memory>
#include <string>
#include <vector>

struct GVC_s;

namespace entente::exporters {

/// A place on the page; points, 72 an inch, y upward.
struct Point {
    double x = 0.0;
    double y = 0.0;
};

/// A context of Graphviz. Nothing is printed; what Graphviz says ends up in the errors.
/// Threads: only under lock_graphviz().
class Graphviz {
public:
    Graphviz();

    /// Lays out the graph and tells where these nodes came to lie. Errors: internal.
    [[nodiscard]] Result<std::vector<Point>>
    positions(DotGraph& graph, const std::vector<DotGraph::Node>& nodes, const char* engine);

    /// Lays out the graph and draws it. Errors: internal.
    [[nodiscard]] Result<std::string> render(DotGraph& graph, const char* engine,
                                             const std::string& format);

private:
    struct Free {
        void operator()(GVC_s* context) const noexcept;
    };

    GraphvizMessages messages_;
    std::unique_ptr<GVC_s, Free> context_;
};

} // namespace entente::exporters
