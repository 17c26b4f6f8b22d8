// SPDX-License-Identifier: Apache-2.0
#include "exporters/gvc.hpp"

#include <graphviz/gvc.h>

#include <memory>
#include <utility>

namespace entente::exporters {

namespace {

/// One context serves all pictures: Graphviz' text plugin remembers the last font by a pointer into
/// its context, so that a context freed between two pictures would be read after its end.
GVC_t* shared_context()
{
    static const std::unique_ptr<GVC_t, int (*)(GVC_t*)> context{gvContext(), gvFreeContext};
    return context.get();
}

/// A layout, taken off its graph again at the end of the scope.
class Layout {
public:
    Layout(Agraph_t* graph, const char* engine)
        : graph_{graph}
        , done_{gvLayout(shared_context(), graph, engine) == 0}
    {}

    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;

    ~Layout() { gvFreeLayout(shared_context(), graph_); }

    [[nodiscard]] bool done() const noexcept { return done_; }

private:
    Agraph_t* graph_;
    bool done_;
};

Error failure(std::string what, const GraphvizMessages& messages)
{
    Error error{ErrorCode::internal, std::move(what)};
    const std::string words = messages.first();
    if (!words.empty()) {
        error = std::move(error).caused_by(Error{ErrorCode::internal, words});
    }
    return std::move(error).hint("export to DOT and draw it with another layout, or use --top");
}

} // namespace

Result<std::vector<Box>>
Graphviz::positions(DotGraph& graph, const std::vector<DotGraph::Node>& nodes, const char* engine)
{
    const Layout layout{graph.get(), engine};
    if (!layout.done()) {
        return failure("graphviz could not lay out the actors", messages_);
    }
    constexpr double kPointsPerInch = 72.0;
    std::vector<Box> boxes;
    boxes.reserve(nodes.size());
    for (const DotGraph::Node node : nodes) {
        const pointf place = ND_coord(node);
        boxes.push_back({{place.x, place.y},
                         ND_width(node) * kPointsPerInch,
                         ND_height(node) * kPointsPerInch});
    }
    return boxes;
}

Result<std::string> Graphviz::render(DotGraph& graph, const char* engine, const std::string& format)
{
    const Layout layout{graph.get(), engine};
    if (!layout.done()) {
        return failure("graphviz could not lay out the picture", messages_);
    }
    char* data = nullptr;
    unsigned int size = 0;
    const int status = gvRenderData(shared_context(), graph.get(), format.c_str(), &data, &size);
    const std::unique_ptr<char, void (*)(char*)> owned{data, gvFreeRenderData};
    if (status != 0 || data == nullptr || size == 0) {
        return failure("graphviz could not draw the picture", messages_);
    }
    return std::string{data, size};
}

} // namespace entente::exporters
