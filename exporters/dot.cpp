// SPDX-License-Identifier: Apache-2.0
#include "exporters/dot.hpp"

#include "exporters/diagram.hpp"

namespace entente::exporters {

Status DotExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                          Sink& sink) const
{
    const auto dot = [&] {
        const auto lock = lock_graphviz();
        const GraphvizMessages messages;
        return make_diagram(graph, context, DiagramForm::data).to_dot();
    }();
    return dot ? sink.write(*dot) : Status{dot.error()};
}

} // namespace entente::exporters
