// SPDX-License-Identifier: Apache-2.0
#include "exporters/graphml.hpp"

#include "exporters/attributes.hpp"
#include "exporters/buffered_sink.hpp"
#include "exporters/relation_pieces.hpp"
#include "exporters/text_pieces.hpp"
#include "exporters/xml.hpp"

#include <array>

namespace entente::exporters {

namespace {

constexpr std::string_view kFormat = "entente-graphml 1";

constexpr std::array kGraphAttributes{
    AttributeName{"format", ValueType::text}, AttributeName{"title", ValueType::text},
    AttributeName{"description", ValueType::text}, AttributeName{"articles", ValueType::whole},
    AttributeName{"relations_total", ValueType::whole}};

class Writer {
public:
    Writer(Sink& sink, const GraphmlDrawing* drawing)
        : out_{sink}
        , drawing_{drawing}
    {}

    void head(const ExportContext& context)
    {
        text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"";
        text_ += drawing_ == nullptr ? std::string_view{} : drawing_->namespaces();
        text_ += ">\n";
        declare("graph", kGraphAttributes);
        declare("node", std::array{AttributeName{"label", ValueType::text}});
        declare("node", kNodeAttributes);
        declare("edge", kEdgeAttributes);
        text_ += drawing_ == nullptr ? std::string_view{} : drawing_->keys();
        text_ += "  <graph id=\"entente\" edgedefault=\"directed\">\n";
        scope_ = 'g';
        (*this)("format", kFormat);
        (*this)("title", std::string_view{context.title});
        (*this)("description", std::string_view{context.description});
        (*this)("articles", context.articles);
        (*this)("relations_total", context.relations_total);
        pass_on();
    }

    void node(const graph::Node& node, std::size_t number)
    {
        text_ += "    <node id=\"";
        append_xml(text_, node.actor.code.text());
        text_ += "\">\n";
        scope_ = 'n';
        (*this)("label", std::string_view{display_name(node.actor)}); // where Gephi looks for it
        visit_attributes(node, *this);
        if (drawing_ != nullptr) {
            drawing_->node(text_, node, number);
        }
        text_ += "    </node>\n";
        pass_on();
    }

    void edge(const graph::Relation& relation, std::size_t number, const Evidence& evidence)
    {
        text_ += "    <edge id=\"r";
        append_number(text_, number + 1);
        text_ += "\" source=\"";
        append_xml(text_, relation.source.code.text());
        text_ += "\" target=\"";
        append_xml(text_, relation.target.code.text());
        if (const std::string kind = relation_kind(relation); !kind.empty()) {
            text_ += "\" label=\""; // Gephi's kind: without it, parallel edges become one
            append_xml(text_, kind);
        }
        text_ += "\">\n";
        scope_ = 'e';
        visit_attributes(relation, evidence, *this);
        if (drawing_ != nullptr) {
            drawing_->edge(text_, relation, number);
        }
        text_ += "    </edge>\n";
        pass_on();
    }

    void foot()
    {
        text_ += "  </graph>\n</graphml>\n";
        pass_on();
    }

    [[nodiscard]] Status finish() { return out_.finish(); }

    /// Empty text is left out.
    void operator()(std::string_view name, std::string_view text)
    {
        if (!text.empty()) {
            open(name);
            append_xml(text_, text);
            close();
        }
    }

    void operator()(std::string_view name, double value) { number(name, value); }

    void operator()(std::string_view name, std::size_t value) { number(name, value); }

    void operator()(std::string_view name, bool value)
    {
        (*this)(name, std::string_view{value ? "true" : "false"});
    }

    void operator()(std::string_view name, const Counts& counts)
    {
        counts_.clear();
        append_counts(counts_, counts);
        (*this)(name, std::string_view{counts_});
    }

private:
    /// The id of a key is its scope's first letter and its name: "n_kind". Keys are never shared by
    /// nodes and edges: some readers drop those "for all".
    template <std::size_t count>
    void declare(std::string_view scope, const std::array<AttributeName, count>& attributes)
    {
        for (const AttributeName& attribute : attributes) {
            text_ += "  <key id=\"";
            text_ += scope.front();
            text_ += '_';
            text_ += attribute.name;
            text_ += "\" for=\"";
            text_ += scope;
            text_ += "\" attr.name=\"";
            text_ += attribute.name;
            text_ += "\" attr.type=\"";
            text_ += type_name(attribute.type);
            text_ += "\"/>\n";
        }
    }

    template <typename Number>
    void number(std::string_view name, Number value)
    {
        open(name);
        append_number(text_, value);
        close();
    }

    void open(std::string_view name)
    {
        text_ += "      <data key=\"";
        text_ += scope_;
        text_ += '_';
        text_ += name;
        text_ += "\">";
    }

    void close() { text_ += "</data>\n"; }

    void pass_on()
    {
        out_.write(text_);
        text_.clear();
    }

    BufferedSink out_;
    const GraphmlDrawing* drawing_; ///< may be null
    std::string text_;              ///< the element at hand
    std::string counts_;
    char scope_ = 'g';
};

} // namespace

Status write_graphml(const graph::Snapshot& graph, const ExportContext& context, Sink& sink,
                     const GraphmlDrawing* drawing)
{
    Writer writer{sink, drawing};
    writer.head(context);
    const auto nodes = graph.nodes();
    for (std::size_t number = 0; number < nodes.size(); ++number) {
        writer.node(nodes[number], number);
    }
    if (Status written = writer.finish(); !written) {
        return written;
    }
    const auto write_piece = [drawing](RelationPiece piece, std::span<const Evidence> evidence,
                                       Sink& to) {
        Writer edges{to, drawing};
        for (std::size_t i = 0; i < piece.relations.size(); ++i) {
            edges.edge(piece.relations[i], piece.first + i, evidence[i]);
        }
        return edges.finish();
    };
    if (Status written = write_pieces(graph.relations(), context.threads, evidence_finder(context),
                                      write_piece, sink);
        !written) {
        return written;
    }
    writer.foot();
    return writer.finish();
}

Status GraphmlExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                              Sink& sink) const
{
    return write_graphml(graph, context, sink, nullptr);
}

} // namespace entente::exporters
