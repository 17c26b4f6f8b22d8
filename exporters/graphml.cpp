// SPDX-License-Identifier: Apache-2.0
#include "exporters/graphml.hpp"

#include "exporters/buffered_sink.hpp"
#include "exporters/xml.hpp"

#include <fmt/format.h>

#include <array>

namespace entente::exporters {

namespace {

constexpr std::string_view kFormat = "entente-graphml 1";

struct Key {
    std::string_view scope; ///< graph, node or edge
    std::string_view name;
    std::string_view type;
};

// The id of a key is its scope's first letter and its name: "n_kind".
constexpr std::array kKeys{
    Key{"graph", "format", "string"},        Key{"graph", "title", "string"},
    Key{"graph", "description", "string"},   Key{"graph", "articles", "long"},
    Key{"graph", "relations_total", "long"}, Key{"node", "name", "string"},
    Key{"node", "kind", "string"},           Key{"node", "weight", "double"},
    Key{"node", "relations", "long"},        Key{"node", "mentions", "long"},
    Key{"edge", "label", "string"},          Key{"edge", "category", "string"},
    Key{"edge", "quad", "string"},           Key{"edge", "group", "string"},
    Key{"edge", "directed", "boolean"},      Key{"edge", "weight", "double"},
    Key{"edge", "score", "double"},          Key{"edge", "mentions", "long"},
    Key{"edge", "sources", "long"},          Key{"edge", "events", "long"},
    Key{"edge", "from", "string"},           Key{"edge", "to", "string"},
    Key{"edge", "categories", "string"},     Key{"edge", "topics", "string"},
    Key{"edge", "statuses", "string"},       Key{"edge", "label_direction", "string"},
};

/// "CONSULT 3; AID 1".
template <typename Value>
std::string counts(const std::vector<std::pair<Value, std::size_t>>& values)
{
    std::string text;
    for (const auto& [value, count] : values) {
        if constexpr (std::is_same_v<Value, Factuality>) {
            text += fmt::format("{}{} {}", text.empty() ? "" : "; ", to_string(value), count);
        } else {
            text += fmt::format("{}{} {}", text.empty() ? "" : "; ", value, count);
        }
    }
    return text;
}

class Writer {
public:
    explicit Writer(Sink& sink)
        : out_{sink}
    {}

    void head(const ExportContext& context)
    {
        out_.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        for (const Key& key : kKeys) {
            out_.write(fmt::format("  <key id=\"{0}_{1}\" for=\"{2}\" attr.name=\"{1}\" "
                                   "attr.type=\"{3}\"/>\n",
                                   key.scope[0], key.name, key.scope, key.type));
        }
        out_.write("  <graph id=\"entente\" edgedefault=\"directed\">\n");
        scope_ = 'g';
        data("format", kFormat);
        data("title", context.title);
        data("description", context.description);
        data("articles", context.articles);
        data("relations_total", context.relations_total);
    }

    void node(const graph::Node& node)
    {
        out_.write(fmt::format("    <node id=\"{}\">\n", escape_xml(node.actor.code.text())));
        scope_ = 'n';
        data("name", display_name(node.actor));
        data("kind", to_string(node.actor.kind));
        data("weight", node.weight);
        data("relations", node.relations);
        data("mentions", node.mentions);
        out_.write("    </node>\n");
    }

    void edge(const graph::Relation& relation, std::size_t number)
    {
        out_.write(fmt::format("    <edge id=\"r{}\" source=\"{}\" target=\"{}\">\n", number + 1,
                               escape_xml(relation.source.code.text()),
                               escape_xml(relation.target.code.text())));
        scope_ = 'e';
        data("label", relation.label);
        data("label_direction", to_string(relation.label_direction));
        data("category", relation.category);
        data("quad", to_string(relation.quad));
        data("group", relation.key); // "key" is a word of NetworkX' own
        data("directed", relation.directed ? "true" : "false");
        data("weight", relation.weight);
        data("score", relation.score);
        data("mentions", relation.mentions);
        data("sources", relation.sources);
        data("events", relation.events);
        if (relation.period) {
            data("from", format_day(relation.period->from));
            data("to", format_day(relation.period->to));
        }
        data("categories", counts(relation.categories));
        data("topics", counts(relation.topics));
        data("statuses", counts(relation.statuses));
        out_.write("    </edge>\n");
    }

    [[nodiscard]] Status finish()
    {
        out_.write("  </graph>\n</graphml>\n");
        return out_.finish();
    }

private:
    /// Empty text is left out.
    void data(std::string_view name, std::string_view text)
    {
        if (!text.empty()) {
            raw(name, escape_xml(text));
        }
    }

    void data(std::string_view name, std::size_t value) { raw(name, fmt::format("{}", value)); }

    void data(std::string_view name, double value) { raw(name, fmt::format("{}", value)); }

    void data(std::string_view name, const char* text) { data(name, std::string_view{text}); }

    void data(std::string_view name, const std::string& text)
    {
        data(name, std::string_view{text});
    }

    void raw(std::string_view name, std::string_view value)
    {
        out_.write(fmt::format("      <data key=\"{}_{}\">{}</data>\n", scope_, name, value));
    }

    BufferedSink out_;
    char scope_ = 'g';
};

} // namespace

Status GraphmlExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                              Sink& sink) const
{
    Writer writer{sink};
    writer.head(context);
    for (const graph::Node& node : graph.nodes()) {
        writer.node(node);
    }
    const auto relations = graph.relations();
    for (std::size_t number = 0; number < relations.size(); ++number) {
        writer.edge(relations[number], number);
    }
    return writer.finish();
}

} // namespace entente::exporters
