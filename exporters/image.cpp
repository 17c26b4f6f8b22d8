// SPDX-License-Identifier: Apache-2.0
#include "exporters/image.hpp"

#include "exporters/diagram.hpp"

#include <graphviz/gvc.h>

#include <memory>
#include <utility>

namespace entente::exporters {

namespace {

struct FreeContext {
    void operator()(GVC_t* context) const noexcept { gvFreeContext(context); }
};

/// A layout, taken off its graph again at the end of the scope.
class Layout {
public:
    Layout(GVC_t* context, Agraph_t* graph, const char* engine)
        : context_{context}, graph_{graph}, done_{gvLayout(context, graph, engine) == 0}
    {
    }
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;
    ~Layout() { gvFreeLayout(context_, graph_); }

    [[nodiscard]] bool done() const noexcept { return done_; }

private:
    GVC_t* context_;
    Agraph_t* graph_;
    bool done_;
};

Error failure(std::string_view what, const GraphvizMessages& messages)
{
    Error error{ErrorCode::internal, std::string{what}};
    const std::string words = messages.first();
    if (!words.empty()) {
        error = std::move(error).caused_by(Error{ErrorCode::internal, words});
    }
    return std::move(error).hint("export to DOT and draw it with another layout, or use --top");
}

Result<std::string> draw(const graph::Snapshot& graph, const ExportContext& context,
                         ImageFormat format)
{
    const auto lock = lock_graphviz();
    const GraphvizMessages messages;
    const std::unique_ptr<GVC_t, FreeContext> graphviz{gvContext()};
    DotGraph diagram = make_diagram(graph, context, DiagramForm::picture);
    if (format == ImageFormat::png) {
        diagram.set({{"dpi", "144"}});
    }
    const Layout layout{graphviz.get(), diagram.get(), layout_engine(graph)};
    if (!layout.done()) {
        return failure("graphviz could not lay out the picture", messages);
    }
    char* data = nullptr;
    unsigned int size = 0;
    const int status = gvRenderData(graphviz.get(), diagram.get(),
                                    format == ImageFormat::svg ? "svg" : "png", &data, &size);
    const std::unique_ptr<char, void (*)(char*)> owned{data, gvFreeRenderData};
    if (status != 0 || data == nullptr || size == 0) {
        return failure("graphviz could not draw the picture", messages);
    }
    return std::string{data, size};
}

} // namespace

Status ImageExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                            Sink& sink) const
{
    const auto image = draw(graph, context, format_);
    return image ? sink.write(*image) : Status{image.error()};
}

} // namespace entente::exporters
