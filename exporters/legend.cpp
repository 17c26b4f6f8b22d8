// SPDX-License-Identifier: Apache-2.0
#include "exporters/legend.hpp"

#include "exporters/caption.hpp"
#include "exporters/clusters.hpp"
#include "exporters/palette.hpp"
#include "exporters/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace entente::exporters {

namespace {

constexpr std::size_t kTitleLimit = 200;
// No wider than the legend below them, which Graphviz would stretch to their width.
constexpr std::size_t kTitleWidth = 48;
constexpr std::size_t kSubtitleWidth = 90;
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

std::string swatch(std::string_view colour, int height, int border, std::string_view border_colour)
{
    return fmt::format("<table border=\"0\" cellborder=\"{}\" cellspacing=\"0\" cellpadding=\"0\" "
                       "color=\"{}\"><tr><td fixedsize=\"true\" width=\"26\" height=\"{}\" "
                       "bgcolor=\"{}\"></td></tr></table>",
                       border, border_colour, height, colour);
}

std::vector<std::string> line_entries(const graph::Snapshot& graph, const Palette& colours)
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
    entries.reserve(quads.size() + 6);
    for (const Quad quad : quads) {
        entries.push_back(
            entry(swatch(line_colour(colours, quad), 5, 0, colours.page), to_string(quad)));
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
        entries.push_back(entry("– <b>━</b>", "wider: more articles say so"));
        entries.push_back(entry("7", "first number: mentions"));
        entries.push_back(entry("a <font point-size=\"15\">A</font>", "larger: more weight"));
    }
    return entries;
}

/// None where all actors are of one class: then there is nothing to tell apart.
std::vector<std::string> actor_entries(const graph::Snapshot& graph, const PictureOptions& options)
{
    std::map<std::size_t, ActorClass> classes;
    for (const graph::Node& node : graph.nodes()) {
        ActorClass one = actor_class(options, node.actor);
        classes.emplace(one.number, std::move(one));
    }
    std::vector<std::string> entries;
    entries.reserve(classes.size());
    for (const auto& [number, one] : classes) {
        entries.push_back(
            entry(swatch(one.colour, 10, 1, palette(options.theme).box_line), one.name));
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

/// "top 12 of 40 relations · 9 actors · 7 articles · 2014-04-02 to 2022-02-23".
std::string extent(const graph::Snapshot& graph, const ExportContext& context)
{
    const std::size_t shown = graph.relations().size();
    std::string text = context.relations_total > shown
                           ? fmt::format("top {} of {} relations", shown, context.relations_total)
                           : fmt::format("{} relation{}", shown, shown == 1 ? "" : "s");
    text +=
        fmt::format(" · {} actor{}", graph.nodes().size(), graph.nodes().size() == 1 ? "" : "s");
    if (context.articles > 0) {
        text += fmt::format(" · {} article{}", context.articles, context.articles == 1 ? "" : "s");
    }
    if (const auto period = period_of(graph)) {
        const Day last = period->to - std::chrono::days{1};
        text += " · " + format_day(period->from);
        text += last > period->from ? " to " + format_day(last) : "";
    }
    return text;
}

/// What was asked for, and what the picture leaves out; empty where neither is to be told.
std::string selection(const graph::Snapshot& graph, const ExportContext& context,
                      std::size_t labelled)
{
    std::string text = context.description.empty() ? "" : "only " + context.description;
    if (labelled < graph.relations().size()) {
        text += fmt::format("{}labels on the {} strongest", text.empty() ? "" : " · ", labelled);
    }
    return text;
}

} // namespace

std::string make_legend(const graph::Snapshot& graph, const ExportContext& context,
                        std::size_t labelled)
{
    const Palette& colours = palette(context.picture.theme);
    const std::string faint =
        fmt::format("<font point-size=\"12\" color=\"{}\">", colours.faint_ink);
    std::string html = "<table border=\"0\" cellborder=\"0\" cellspacing=\"3\" cellpadding=\"1\">";
    if (!context.title.empty()) {
        html +=
            row("<font point-size=\"22\">", "<b>" + text_cell(context.title, kTitleWidth) + "</b>");
    }
    html += row(faint, text_cell(extent(graph, context), kSubtitleWidth));
    if (const std::string words = selection(graph, context, labelled); !words.empty()) {
        html += row(faint, text_cell(words, kSubtitleWidth));
    }
    html += grid(line_entries(graph, colours), actor_entries(graph, context.picture));
    return html + "</table>";
}

} // namespace entente::exporters
