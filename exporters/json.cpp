// SPDX-License-Identifier: Apache-2.0
#include "exporters/json.hpp"

#include "exporters/attributes.hpp"
#include "exporters/json_writer.hpp"
#include "exporters/relation_pieces.hpp"
#include "exporters/text_pieces.hpp"

#include <algorithm>

namespace entente::exporters {

namespace {

/// The document and its two arrays spread over lines: one node or relation a line.
constexpr std::size_t kOpenLevels = 2;

class Document {
public:
    explicit Document(Sink& sink)
        : json_{sink, kOpenLevels}
    {}

    void head(const ExportContext& context)
    {
        json_.begin_object();
        json_.field("format", kGraphFormat);
        json_.field("title", context.title);
        json_.field("description", context.description);
        json_.field("articles", context.articles);
        json_.field("relations_total", context.relations_total);
    }

    void nodes(std::span<const graph::Node> nodes)
    {
        json_.key("nodes");
        json_.begin_array();
        for (const graph::Node& node : nodes) {
            json_.begin_object();
            json_.field("code", node.actor.code.text());
            json_.field("name", display_name(node.actor));
            json_.field("kind", to_string(node.actor.kind));
            json_.field("weight", node.weight);
            json_.field("relations", node.relations);
            json_.field("mentions", node.mentions);
            json_.end_object();
        }
        json_.end_array();
    }

    /// The array of relations is open afterwards, and others write what is in it.
    [[nodiscard]] Status begin_relations(bool any)
    {
        json_.key("relations");
        json_.begin_array();
        return json_.suspend(any);
    }

    [[nodiscard]] Status finish()
    {
        json_.end_array();
        json_.end_object();
        return json_.finish();
    }

private:
    JsonWriter json_;
};

/// Nothing where evidence cannot be looked up.
using AllEvidence = std::optional<std::vector<store::StoredMention>>;

Result<AllEvidence> evidence_of(const graph::Relation& relation, const ExportContext& context)
{
    if (!context.evidence) {
        return AllEvidence{};
    }
    const std::size_t count = std::min(relation.evidence.size(), kEvidencePerRelation);
    std::vector<store::StoredMention> evidence;
    evidence.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto found = context.evidence(relation.evidence[i]);
        if (!found) {
            return found.error();
        }
        evidence.push_back(std::move(*found));
    }
    return AllEvidence{std::move(evidence)};
}

/// Writes some members of the array of relations.
class Relations {
public:
    Relations(Sink& sink, bool first)
        : json_{JsonWriter::inside(sink, kOpenLevels, kOpenLevels, first)}
    {}

    void write(const graph::Relation& relation, std::size_t number, const AllEvidence& all)
    {
        json_.begin_object();
        attributes(relation, number);
        if (all) {
            evidence(*all);
        }
        json_.end_object();
    }

    [[nodiscard]] Status finish() { return json_.suspend(true); }

private:
    void attributes(const graph::Relation& relation, std::size_t number)
    {
        text_ = "r";
        append_number(text_, number + 1);
        json_.field("id", text_);
        json_.field("source", relation.source.code.text());
        json_.field("target", relation.target.code.text());
        json_.field("directed", relation.directed);
        json_.field("key", relation.key);
        json_.field("quad", to_string(relation.quad));
        json_.field("category", relation.category);
        json_.field("label", relation.label);
        json_.field("label_direction", to_string(relation.label_direction));
        json_.field("score", relation.score);
        json_.field("weight", relation.weight);
        json_.field("mentions", relation.mentions);
        json_.field("sources", relation.sources);
        json_.field("events", relation.events);
        json_.key("period");
        if (relation.period) {
            json_.begin_object();
            days(*relation.period);
            json_.end_object();
        } else {
            json_.null();
        }
        counts("categories", relation.categories);
        counts("topics", relation.topics);
        counts("labels", relation.labels);
        counts("statuses", status_counts(relation));
    }

    /// Half-open, like all ranges of days.
    void days(const DateRange& range)
    {
        day("from", range.from);
        day("to", range.to);
    }

    void day(std::string_view name, Day value)
    {
        text_.clear();
        append_day(text_, value);
        json_.field(name, text_);
    }

    void counts(std::string_view name, const Counts& all)
    {
        json_.key(name);
        json_.begin_array();
        for (const auto& [value, count] : all) {
            json_.begin_object();
            json_.field("name", value);
            json_.field("mentions", count);
            json_.end_object();
        }
        json_.end_array();
    }

    void evidence(const std::vector<store::StoredMention>& all)
    {
        json_.key("evidence");
        json_.begin_array();
        for (const store::StoredMention& one : all) {
            sentence(one);
        }
        json_.end_array();
    }

    void sentence(const store::StoredMention& stored)
    {
        const Mention& mention = stored.mention;
        json_.begin_object();
        json_.field("id", stored.id);
        json_.field("doc", mention.article);
        json_.field("title", stored.article.title);
        json_.field("uri", stored.article.uri);
        json_.field("publisher", stored.article.publisher);
        json_.key("date");
        if (stored.article.date) {
            json_.value(stored.article.date->to_string());
        } else {
            json_.null();
        }
        json_.field("begin", mention.sentence.code_points.begin);
        json_.field("end", mention.sentence.code_points.end);
        json_.field("text", mention.sentence.text);
        says(mention);
        json_.field("status", to_string(mention.status));
        json_.field("alleged", mention.alleged);
        json_.field("attributed_to", mention.attributed_to);
        json_.field("confidence", mention.confidence);
        json_.end_object();
    }

    /// What the sentence says: who, what, whom and when.
    void says(const Mention& mention)
    {
        json_.field("source", mention.source.code.text());
        json_.field("target", mention.target.code.text());
        json_.field("symmetric", mention.symmetric);
        json_.field("category", mention.category);
        json_.field("mode", mention.mode);
        json_.field("label", mention.label);
        json_.key("happened");
        if (mention.date) {
            json_.begin_object();
            days(mention.date->range);
            json_.field("precision", to_string(mention.date->precision));
            json_.field("basis", to_string(mention.date->basis));
            json_.end_object();
        } else {
            json_.null();
        }
    }

    JsonWriter json_;
    std::string text_; ///< of one value, reused
};

} // namespace

Status JsonExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                           Sink& sink) const
{
    Document document{sink};
    document.head(context);
    document.nodes(graph.nodes());
    const auto relations = graph.relations();
    if (Status written = document.begin_relations(!relations.empty()); !written) {
        return written;
    }
    const auto look_up = [&context](const graph::Relation& relation) {
        return evidence_of(relation, context);
    };
    const auto write_piece = [](RelationPiece piece, std::span<const AllEvidence> evidence,
                                Sink& to) {
        Relations out{to, piece.first == 0};
        for (std::size_t i = 0; i < piece.relations.size(); ++i) {
            out.write(piece.relations[i], piece.first + i, evidence[i]);
        }
        return out.finish();
    };
    if (Status written = write_pieces(relations, context.threads, look_up, write_piece, sink);
        !written) {
        return written;
    }
    return document.finish();
}

} // namespace entente::exporters
