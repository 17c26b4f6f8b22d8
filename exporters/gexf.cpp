// SPDX-License-Identifier: Apache-2.0
#include "exporters/gexf.hpp"

#include "exporters/attributes.hpp"
#include "exporters/buffered_sink.hpp"
#include "exporters/relation_pieces.hpp"
#include "exporters/text_pieces.hpp"
#include "exporters/xml.hpp"

#include <algorithm>

namespace entente::exporters {

namespace {

/// GEXF's edges have these as attributes of the element.
bool is_native(std::string_view scope, std::string_view name) noexcept
{
    return scope == "edge" && (name == "label" || name == "weight");
}

using Spells = std::vector<DateRange>;

/// Sorted, and those that overlap or touch joined.
void join(Spells& spells)
{
    std::sort(spells.begin(), spells.end());
    Spells joined;
    for (const DateRange& spell : spells) {
        if (!joined.empty() && spell.from <= joined.back().to) {
            joined.back().to = std::max(joined.back().to, spell.to);
        } else {
            joined.push_back(spell);
        }
    }
    spells = std::move(joined);
}

Result<Spells> spells_of(const graph::Relation& relation, const ExportContext& context)
{
    Spells spells;
    if (!context.evidence) {
        if (relation.period) {
            spells.push_back(*relation.period);
        }
        return spells;
    }
    for (const std::int64_t id : relation.evidence) {
        const auto found = context.evidence(id);
        if (!found) {
            return found.error();
        }
        if (const auto& date = found->mention.date; date && !date->range.empty()) {
            spells.push_back(date->range);
        }
    }
    join(spells);
    return spells;
}

/// What an edge says beside its relation.
struct DatedEvidence {
    Spells spells;
    Evidence strongest;
};

Result<DatedEvidence> dated_evidence(const graph::Relation& relation, const ExportContext& context)
{
    auto spells = spells_of(relation, context);
    if (!spells) {
        return spells.error();
    }
    auto strongest = strongest_evidence(relation, context);
    if (!strongest) {
        return strongest.error();
    }
    return DatedEvidence{std::move(*spells), std::move(*strongest)};
}

/// For each node the hull of its relations' periods; empty where one of them has none, since an
/// actor is there as long as any relation of its is.
std::vector<std::optional<DateRange>> node_periods(const graph::Snapshot& graph)
{
    std::vector<std::optional<DateRange>> periods(graph.nodes().size());
    std::vector<bool> undated(periods.size(), false);
    for (const graph::Relation& relation : graph.relations()) {
        for (const ActorCode* code : {&relation.source.code, &relation.target.code}) {
            const std::size_t node = *graph.find(*code);
            if (!relation.period || relation.period->empty()) {
                undated[node] = true;
            } else {
                periods[node] =
                    periods[node] ? periods[node]->hull(*relation.period) : relation.period;
            }
        }
    }
    for (std::size_t node = 0; node < periods.size(); ++node) {
        if (undated[node]) {
            periods[node].reset();
        }
    }
    return periods;
}

class Writer {
public:
    explicit Writer(Sink& sink)
        : out_{sink}
    {}

    void head(const ExportContext& context)
    {
        text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
                "  <meta>\n    <creator>entente</creator>\n    <description>";
        append_xml(text_, context.title); // the format has no title of its own
        if (!context.title.empty() && !context.description.empty()) {
            text_ += ": ";
        }
        append_xml(text_, context.description);
        text_ += "</description>\n  </meta>\n"
                 "  <graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" "
                 "timerepresentation=\"interval\">\n";
        declare("node", kNodeAttributes);
        declare("edge", kEdgeAttributes);
    }

    /// An opening or closing tag between elements.
    void tag(std::string_view name)
    {
        text_ += "    <";
        text_ += name;
        text_ += ">\n";
        pass_on();
    }

    void node(const graph::Node& node, const std::optional<DateRange>& period)
    {
        text_ += "      <node id=\"";
        append_xml(text_, node.actor.code.text());
        text_ += "\" label=\"";
        append_xml(text_, display_name(node.actor));
        text_ += "\">\n        <attvalues>\n";
        scope_ = "node";
        visit_attributes(node, *this);
        text_ += "        </attvalues>\n";
        spells(period ? Spells{*period} : Spells{});
        text_ += "      </node>\n";
        pass_on();
    }

    void edge(const graph::Relation& relation, std::size_t number, const DatedEvidence& evidence)
    {
        text_ += "      <edge id=\"r";
        append_number(text_, number + 1);
        text_ += "\" source=\"";
        append_xml(text_, relation.source.code.text());
        text_ += "\" target=\"";
        append_xml(text_, relation.target.code.text());
        text_ += "\" label=\"";
        append_xml(text_, relation.label);
        if (const std::string kind = relation_kind(relation); !kind.empty()) {
            text_ += "\" kind=\"";
            append_xml(text_, kind);
        }
        text_ += "\" weight=\"";
        append_number(text_, relation.weight);
        text_ += "\">\n        <attvalues>\n";
        scope_ = "edge";
        visit_attributes(relation, evidence.strongest, *this);
        text_ += "        </attvalues>\n";
        spells(evidence.spells);
        text_ += "      </edge>\n";
        pass_on();
    }

    void foot()
    {
        text_ += "  </graph>\n</gexf>\n";
        pass_on();
    }

    [[nodiscard]] Status finish() { return out_.finish(); }

    void operator()(std::string_view name, std::string_view text)
    {
        if (!text.empty() && !is_native(scope_, name)) {
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
    template <std::size_t count>
    void declare(std::string_view scope, const std::array<AttributeName, count>& attributes)
    {
        text_ += "    <attributes class=\"";
        text_ += scope;
        text_ += "\" mode=\"static\">\n";
        for (const AttributeName& attribute : attributes) {
            if (is_native(scope, attribute.name)) {
                continue;
            }
            text_ += "      <attribute id=\"";
            text_ += attribute.name;
            text_ += "\" title=\"";
            text_ += attribute.name;
            text_ += "\" type=\"";
            text_ += type_name(attribute.type);
            text_ += "\"/>\n";
        }
        text_ += "    </attributes>\n";
    }

    /// Ends are inclusive in GEXF 1.3, ours are not.
    void spells(const Spells& when)
    {
        if (when.empty()) {
            return;
        }
        text_ += "        <spells>\n";
        for (const DateRange& spell : when) {
            text_ += "          <spell start=\"";
            append_day(text_, spell.from);
            text_ += "\" end=\"";
            append_day(text_, spell.to - std::chrono::days{1});
            text_ += "\"/>\n";
        }
        text_ += "        </spells>\n";
    }

    template <typename Number>
    void number(std::string_view name, Number value)
    {
        if (!is_native(scope_, name)) {
            open(name);
            append_number(text_, value);
            close();
        }
    }

    void open(std::string_view name)
    {
        text_ += "          <attvalue for=\"";
        text_ += name;
        text_ += "\" value=\"";
    }

    void close() { text_ += "\"/>\n"; }

    void pass_on()
    {
        out_.write(text_);
        text_.clear();
    }

    BufferedSink out_;
    std::string text_; ///< the element at hand
    std::string counts_;
    std::string_view scope_; ///< node or edge
};

} // namespace

Status GexfExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                           Sink& sink) const
{
    Writer writer{sink};
    writer.head(context);
    const auto periods = node_periods(graph);
    writer.tag("nodes");
    for (std::size_t node = 0; node < periods.size(); ++node) {
        writer.node(graph.nodes()[node], periods[node]);
    }
    writer.tag("/nodes");
    writer.tag("edges");
    if (Status written = writer.finish(); !written) {
        return written;
    }
    const auto look_up = [&context](const graph::Relation& relation) {
        return dated_evidence(relation, context);
    };
    const auto write_piece = [](RelationPiece piece, std::span<const DatedEvidence> evidence,
                                Sink& to) {
        Writer edges{to};
        for (std::size_t i = 0; i < piece.relations.size(); ++i) {
            edges.edge(piece.relations[i], piece.first + i, evidence[i]);
        }
        return edges.finish();
    };
    if (Status written =
            write_pieces(graph.relations(), context.threads, look_up, write_piece, sink);
        !written) {
        return written;
    }
    writer.tag("/edges");
    writer.foot();
    return writer.finish();
}

} // namespace entente::exporters
