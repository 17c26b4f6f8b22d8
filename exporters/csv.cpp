// SPDX-License-Identifier: Apache-2.0
#include "exporters/csv.hpp"

#include "exporters/attributes.hpp"
#include "exporters/relation_pieces.hpp"
#include "exporters/table.hpp"
#include "exporters/text_pieces.hpp"

namespace entente::exporters {

namespace {

constexpr char kSeparator = ',';

void write_counts(TableWriter& table, const Counts& counts)
{
    std::string text;
    append_counts(text, counts);
    table.text(text);
}

void write_evidence(TableWriter& table, const Evidence& evidence)
{
    if (!evidence) {
        for (int i = 0; i < 6; ++i) {
            table.empty();
        }
        return;
    }
    const store::ArticleRecord& article = evidence->article;
    table.number(evidence->mention.confidence);
    table.text(evidence->mention.sentence.text);
    table.text(article.title);
    table.text(article.publisher);
    table.word(article.date ? article.date->to_string() : std::string{});
    table.text(article.uri);
}

void write_row(TableWriter& table, const graph::Relation& relation, std::size_t number,
               const Evidence& evidence)
{
    std::string id{"r"};
    append_number(id, number + 1);
    table.text(relation.source.code.text());
    table.text(relation.target.code.text());
    table.word(relation.directed ? "Directed" : "Undirected");
    table.word(id);
    table.text(relation.label);
    table.number(relation.weight);
    table.text(relation_kind(relation));
    table.text(display_name(relation.source));
    table.word(to_string(relation.source.kind));
    table.text(display_name(relation.target));
    table.word(to_string(relation.target.kind));
    table.word(to_string(relation.label_direction));
    table.text(relation.category);
    table.word(to_string(relation.quad));
    table.number(relation.score);
    table.number(relation.mentions);
    table.number(relation.sources);
    table.number(relation.events);
    table.word(day_of(relation.period, &DateRange::from));
    table.word(day_of(relation.period, &DateRange::to));
    write_counts(table, relation.categories);
    write_counts(table, relation.topics);
    write_counts(table, status_counts(relation));
    write_evidence(table, evidence);
    table.end_row();
}

} // namespace

Status CsvEdgesExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const
{
    TableWriter table{sink, kSeparator};
    table.header(
        {"Source",   "Target",      "Type",        "Id",          "Label",       "Weight",
         "Kind",     "source_name", "source_kind", "target_name", "target_kind", "label_direction",
         "category", "quad",        "score",       "mentions",    "sources",     "events",
         "from",     "to",          "categories",  "topics",      "statuses",    "confidence",
         "sentence", "headline",    "publisher",   "published",   "uri"});
    if (Status written = table.finish(); !written) {
        return written;
    }
    const auto write_piece = [](RelationPiece piece, std::span<const Evidence> evidence, Sink& to) {
        TableWriter rows{to, kSeparator};
        for (std::size_t i = 0; i < piece.relations.size(); ++i) {
            write_row(rows, piece.relations[i], piece.first + i, evidence[i]);
        }
        return rows.finish();
    };
    return write_pieces(graph.relations(), context.threads, evidence_finder(context), write_piece,
                        sink);
}

Status CsvNodesExporter::write(const graph::Snapshot& graph, const ExportContext& /*context*/,
                               Sink& sink) const
{
    TableWriter table{sink, kSeparator};
    table.header({"Id", "Label", "kind", "principal", "sector", "weight", "relations", "mentions"});
    for (const graph::Node& node : graph.nodes()) {
        table.text(node.actor.code.text());
        table.text(display_name(node.actor));
        table.word(to_string(node.actor.kind));
        table.text(node.actor.code.principal());
        table.text(node.actor.code.sector());
        table.number(node.weight);
        table.number(node.relations);
        table.number(node.mentions);
        table.end_row();
    }
    return table.finish();
}

} // namespace entente::exporters
