// SPDX-License-Identifier: Apache-2.0
// Example: an exporter of one's own, here for Markdown lists.
//
//   custom_exporter GRAPH.kg
#include "exporters/caption.hpp"
#include "exporters/exporter.hpp"

#include <iostream>

using namespace entente; // NOLINT(google-build-using-namespace)

namespace {

/// One line for each relation, strongest first.
class MarkdownExporter final : public exporters::Exporter {
public:
    [[nodiscard]] Status write(const graph::Snapshot& graph,
                               const exporters::ExportContext& context,
                               exporters::Sink& sink) const override
    {
        if (Status written = sink.write("# " + context.title + "\n\n"); !written) {
            return written;
        }
        for (const graph::Relation& relation : graph.relations()) {
            const std::string line = "- **" + relation.source.name + "** and **" +
                                     relation.target.name + "**: " + relation.label + " (" +
                                     std::to_string(relation.mentions) + ")\n";
            if (Status written = sink.write(line); !written) {
                return written;
            }
        }
        return {};
    }
};

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: custom_exporter GRAPH.kg\n";
        return 2;
    }
    const auto store = store::Store::open(argv[1], store::OpenMode::read);
    if (!store) {
        std::cerr << store.error().message() << '\n';
        return 3;
    }
    auto relations = graph::summarize(*store, Filter{}, Ontology::builtin());
    if (!relations) {
        std::cerr << relations.error().message() << '\n';
        return 3;
    }
    exporters::ExportContext context;
    const auto graph = graph::Snapshot::build(std::move(*relations));
    context.title = exporters::make_title(graph);
    exporters::StringSink sink;
    const Status written = MarkdownExporter{}.write(graph, context, sink);
    if (!written) {
        std::cerr << written.error().message() << '\n';
        return 3;
    }
    std::cout << sink.text();
    return 0;
}
