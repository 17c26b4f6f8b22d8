// SPDX-License-Identifier: Apache-2.0
#include "exporters/mermaid.hpp"

#include "exporters/buffered_sink.hpp"
#include "exporters/caption.hpp"
#include "exporters/palette.hpp"
#include "exporters/text_pieces.hpp"

#include <map>

namespace entente::exporters {

namespace {

constexpr std::size_t kNameLimit = 40;
constexpr std::size_t kLabelLimit = 40;
constexpr std::size_t kTitleLimit = 120;

/// Mermaid ends strings at quotes, takes "#" for the begin of an entity, backticks for Markdown,
/// "<" for HTML and "%%{" for a directive, even in a comment; entities of its own hold them all.
void append_escaped(std::string& out, std::string_view clean)
{
    constexpr std::string_view kEscaped = "\"#&<>`|\\;{}[]()%*_~$";
    for (const char c : clean) {
        if (kEscaped.find(c) == std::string_view::npos) {
            out += c;
            continue;
        }
        out += '#';
        append_number(out, static_cast<std::size_t>(static_cast<unsigned char>(c)));
        out += ';';
    }
}

void append_quoted(std::string& out, std::string_view clean)
{
    out += '"';
    append_escaped(out, clean);
    out += '"';
}

void append_arrow(std::string& out, const graph::Relation& relation)
{
    const bool arrow = arrow_kind(relation) != ArrowKind::none;
    out += is_dashed(relation) ? (arrow ? " -.->|" : " -.-|") : (arrow ? " -->|" : " ---|");
}

std::string label_of(const graph::Relation& relation)
{
    std::string label = clean_line(relation.label, kLabelLimit);
    if (label.empty()) {
        label = clean_line(relation.category, kLabelLimit);
    }
    label += " · ";
    append_number(label, relation.mentions);
    if (const std::string years = period_years(relation.period); !years.empty()) {
        label += " · " + years;
    }
    return label;
}

void append_comment(std::string& out, std::string_view text)
{
    out += "%% ";
    append_escaped(out, clean_line(text, kTitleLimit));
    out += '\n';
}

} // namespace

Status MermaidExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                              Sink& sink) const
{
    BufferedSink out{sink};
    const auto relations = graph.relations();
    const std::size_t shown = std::min(relations.size(), kMermaidRelations);
    std::string text;
    append_comment(text, context.title);
    if (!context.description.empty()) {
        append_comment(text, context.description);
    }
    if (const std::size_t total = std::max(context.relations_total, relations.size());
        shown < total) {
        text += "%% top ";
        append_number(text, shown);
        text += " of ";
        append_number(text, total);
        text += " relations\n";
    }
    text += "flowchart LR\n";
    std::map<std::string, std::size_t> numbers; // of actors, in order of their first relation
    const auto number_of = [&](const Actor& actor) {
        const auto [found, fresh] = numbers.emplace(actor.code.text(), numbers.size());
        if (fresh) {
            std::string name = clean_line(display_name(actor), kNameLimit);
            text += "  n";
            append_number(text, found->second);
            text += '[';
            append_quoted(text, name.empty() ? actor.code.text() : name);
            text += "]\n";
        }
        return found->second;
    };
    std::string styles;
    for (std::size_t i = 0; i < shown; ++i) {
        const graph::Relation& relation = relations[i];
        // What the label says goes from the first to the second.
        const bool backward =
            !relation.directed && relation.label_direction == graph::Direction::backward;
        const std::size_t first = number_of(backward ? relation.target : relation.source);
        const std::size_t second = number_of(backward ? relation.source : relation.target);
        text += "  n";
        append_number(text, first);
        append_arrow(text, relation);
        append_quoted(text, label_of(relation));
        text += "| n";
        append_number(text, second);
        text += '\n';
        styles += "  linkStyle ";
        append_number(styles, i);
        styles += " stroke:";
        styles += line_colour(palette(context.picture.theme), relation.quad);
        styles += '\n';
        out.write(text);
        text.clear();
    }
    out.write(text);
    out.write(styles);
    return out.finish();
}

} // namespace entente::exporters
