// SPDX-License-Identifier: Apache-2.0
#include "exporters/legend.hpp"

#include "exporters/caption.hpp"
#include "exporters/palette.hpp"
#include "exporters/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

namespace entente::exporters {

namespace {

constexpr std::size_t kTitleLimit = 200;
// No wider than the legend below them, which Graphviz would stretch to their width.
constexpr std::size_t kTitleWidth = 40;
constexpr std::size_t kSubtitleWidth = 80;
constexpr std::size_t kColumns = 3;

/// Lines of text in one cell, left-aligned.
std::string text_cell(std::string_view text, std::size_t width)
{
    std::string cell;
    for (const std::string& line : wrap(clean_line(text, kTitleLimit), width)) {
        cell += escape_xml(line) + "<br align=\"left\"/>";
    }
    return cell;
}

std::string row(std::string_view attributes, std::string_view content)
{
    return fmt::format("<tr><td align=\"left\" balign=\"left\">{}{}</font></td></tr>", attributes,
                       content);
}

/// A sample beside its meaning: two cells of the legend's table.
std::string entry(std::string_view sample, std::string_view meaning)
{
    return fmt::format("<td>{}</td><td align=\"left\">{}  </td>", sample, meaning);
}

std::string swatch(std::string_view colour, int height, int border)
{
    return fmt::format("<table border=\"0\" cellborder=\"{}\" cellspacing=\"0\" cellpadding=\"0\" "
                       "color=\"#777777\"><tr><td fixedsize=\"true\" width=\"26\" height=\"{}\" "
                       "bgcolor=\"{}\"></td></tr></table>",
                       border, height, colour);
}

std::vector<std::string> line_entries(const graph::Snapshot& graph)
{
    std::set<Quad> quads;
    std::set<ArrowKind> arrows;
    bool dashed = false;
    for (const graph::Relation& relation : graph.relations()) {
        quads.insert(relation.quad);
        arrows.insert(arrow_kind(relation));
        dashed = dashed || is_dashed(relation);
    }
    std::vector<std::string> entries;
    entries.reserve(quads.size() + 4);
    for (const Quad quad : quads) {
        entries.push_back(entry(swatch(line_colour(quad), 5, 0), to_string(quad)));
    }
    if (dashed) {
        entries.push_back(entry("– – –", "planned, possible or denied"));
    }
    if (arrows.count(ArrowKind::full) != 0) {
        entries.push_back(entry("─▶", "all acts go this way"));
    }
    if (arrows.count(ArrowKind::open) != 0) {
        entries.push_back(entry("─▷", "the label's act goes this way"));
    }
    if (!quads.empty()) {
        entries.push_back(entry("– <b>━</b>", "width, first number: mentions"));
    }
    return entries;
}

/// None where all actors are of one kind: then there is nothing to tell apart.
std::vector<std::string> kind_entries(const graph::Snapshot& graph)
{
    std::set<ActorKind> kinds;
    for (const graph::Node& node : graph.nodes()) {
        kinds.insert(node.actor.kind);
    }
    std::vector<std::string> entries;
    entries.reserve(kinds.size());
    for (const ActorKind kind : kinds) {
        entries.push_back(entry(swatch(fill_colour(kind), 10, 1), to_string(kind)));
    }
    return entries.size() > 1 ? entries : std::vector<std::string>{};
}

/// The entries as a row of the head: lines first, kinds of actors from a new line on.
std::string grid(std::vector<std::string> entries, const std::vector<std::string>& kinds)
{
    while (!kinds.empty() && entries.size() % kColumns != 0) {
        entries.emplace_back("<td></td><td></td>");
    }
    entries.insert(entries.end(), kinds.begin(), kinds.end());
    if (entries.empty()) {
        return {};
    }
    std::string html = "<tr><td align=\"left\"><table border=\"0\" cellborder=\"0\" "
                       "cellspacing=\"2\" cellpadding=\"1\">";
    for (std::size_t i = 0; i < entries.size(); ++i) {
        html += i % kColumns == 0 ? (i == 0 ? "<tr>" : "</tr><tr>") : "";
        html += entries[i];
    }
    return html + "</tr></table></td></tr>";
}

/// "the 12 strongest of 40 relations · 7 articles · what was selected".
std::string subtitle(const graph::Snapshot& graph, const ExportContext& context)
{
    const std::size_t shown = graph.relations().size();
    std::string text =
        context.relations_total > shown
            ? fmt::format("the {} strongest of {} relations", shown, context.relations_total)
            : fmt::format("{} relation{}", shown, shown == 1 ? "" : "s");
    if (context.articles > 0) {
        text += fmt::format(" · {} article{}", context.articles, context.articles == 1 ? "" : "s");
    }
    if (!context.description.empty()) {
        text += " · " + context.description;
    }
    return text;
}

} // namespace

std::string make_legend(const graph::Snapshot& graph, const ExportContext& context)
{
    std::string html = "<table border=\"0\" cellborder=\"0\" cellspacing=\"3\" cellpadding=\"1\">";
    if (!context.title.empty()) {
        html +=
            row("<font point-size=\"22\">", "<b>" + text_cell(context.title, kTitleWidth) + "</b>");
    }
    html += row("<font point-size=\"12\" color=\"#555555\">",
                text_cell(subtitle(graph, context), kSubtitleWidth));
    html += grid(line_entries(graph), kind_entries(graph));
    return html + "</table>";
}

} // namespace entente::exporters
