// SPDX-License-Identifier: Apache-2.0
#include "exporters/markdown.hpp"

#include "exporters/attributes.hpp"
#include "exporters/buffered_sink.hpp"
#include "exporters/caption.hpp"
#include "exporters/json.hpp"
#include "exporters/text_pieces.hpp"

#include <algorithm>
#include <limits>

namespace entente::exporters {

namespace {

constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

/// A link's target in angle brackets; empty where it is no web address.
std::string link_target(std::string_view uri)
{
    if (!uri.starts_with("http://") && !uri.starts_with("https://")) {
        return {};
    }
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string target;
    for (const char c : uri) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7F ||
            std::string_view{"<>\\\"`|"}.find(c) != std::string_view::npos) {
            target += '%';
            target += kDigits[byte >> 4U];
            target += kDigits[byte & 0xFU];
        } else {
            target += c;
        }
    }
    return target;
}

std::string_view link_word(const graph::Relation& relation)
{
    return relation.directed ? " → " : " – ";
}

std::string name_of(const Actor& actor)
{
    const std::string name = escape_markdown(display_name(actor));
    return name.empty() ? escape_markdown(actor.code.text()) : name;
}

std::string period_of(const graph::Relation& relation)
{
    std::string text;
    if (relation.period && !relation.period->empty()) {
        append_day(text, relation.period->from);
        const Day last = relation.period->to - std::chrono::days{1};
        if (last != relation.period->from) {
            text += " to ";
            append_day(text, last);
        }
    }
    return text;
}

/// "1 article", "2 articles".
void append_counted(std::string& out, std::size_t number, std::string_view noun)
{
    append_number(out, number);
    out += ' ';
    out += noun;
    out += number == 1 ? "" : "s";
}

void append_row(std::string& out, std::size_t number, const graph::Relation& relation)
{
    out += "| ";
    append_number(out, number + 1);
    out += " | " + name_of(relation.source) + std::string{link_word(relation)} +
           name_of(relation.target);
    out += " | " + std::string{to_string(relation.quad)};
    out += " | " + escape_markdown(relation.label.empty() ? relation.category : relation.label);
    out += " | " + period_of(relation) + " | ";
    append_number(out, relation.mentions);
    out += " | ";
    append_number(out, relation.sources);
    out += " |\n";
}

void append_sentence(std::string& out, const store::StoredMention& stored)
{
    const Mention& mention = stored.mention;
    out += "> " + escape_markdown(mention.sentence.text) + "\n>\n> — ";
    out += escape_markdown(mention.label.empty() ? mention.category : mention.label) + ", " +
           escape_markdown(mention.source.name) + (mention.symmetric ? " – " : " → ") +
           escape_markdown(mention.target.name) + ". ";
    std::string title = escape_markdown(stored.article.title);
    if (title.empty()) {
        title = escape_markdown(mention.article);
    }
    const std::string target = link_target(stored.article.uri);
    out += target.empty() ? title : "[" + title + "](<" + target + ">)";
    if (!stored.article.publisher.empty()) {
        out += ", " + escape_markdown(stored.article.publisher);
    }
    if (stored.article.date) {
        out += ", " + stored.article.date->to_string();
    }
    out += "; " + std::string{to_string(mention.status)} + ", confidence ";
    append_number(out, mention.confidence);
    out += "\n\n";
}

} // namespace

std::string escape_markdown(std::string_view text)
{
    constexpr std::string_view kMarkup = "\\`*_{}[]()#+-.!|~>$^=:@\"'";
    std::string escaped;
    for (const char c : clean_line(text, kNoLimit)) {
        if (c == '<') {
            escaped += "&lt;";
        } else if (c == '&') {
            escaped += "&amp;";
        } else {
            if (kMarkup.find(c) != std::string_view::npos) {
                escaped += '\\';
            }
            escaped += c;
        }
    }
    return escaped;
}

Status MarkdownExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const
{
    BufferedSink out{sink};
    const auto relations = graph.relations();
    std::string text = "# " + escape_markdown(context.title) + "\n\n";
    if (!context.description.empty()) {
        text += escape_markdown(context.description) + "\n\n";
    }
    append_number(text, relations.size());
    text += " of ";
    append_counted(text, std::max(context.relations_total, relations.size()), "relation");
    text += " between ";
    append_counted(text, graph.nodes().size(), "actor");
    text += ", from ";
    append_counted(text, context.articles, "article");
    text += ".\n\n"
            "| | actors | class | relation | dates | mentions | sources |\n"
            "| ---: | --- | --- | --- | --- | ---: | ---: |\n";
    for (std::size_t number = 0; number < relations.size(); ++number) {
        append_row(text, number, relations[number]);
        out.write(text);
        text.clear();
    }
    out.write(text);
    for (std::size_t number = 0; context.evidence && number < relations.size(); ++number) {
        const graph::Relation& relation = relations[number];
        text = "\n## ";
        append_number(text, number + 1);
        text += " " + name_of(relation.source) + std::string{link_word(relation)} +
                name_of(relation.target) + "\n\n";
        const std::size_t count = std::min(relation.evidence.size(), kEvidencePerRelation);
        for (std::size_t i = 0; i < count; ++i) {
            const auto stored = context.evidence(relation.evidence[i]);
            if (!stored) {
                return stored.error();
            }
            append_sentence(text, *stored);
        }
        text.pop_back(); // one empty line between sections, not two
        out.write(text);
    }
    return out.finish();
}

} // namespace entente::exporters
