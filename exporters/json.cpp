// SPDX-License-Identifier: Apache-2.0
#include "exporters/json.hpp"

#include "core/text.hpp"
#include "exporters/buffered_sink.hpp"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>

#include <algorithm>

namespace entente::exporters {

namespace {

class Document {
public:
    explicit Document(Sink& sink)
        : out_{sink}
        , json_{out_}
    {
        json_.SetIndent(' ', 1);
    }

    void head(const ExportContext& context)
    {
        json_.StartObject();
        field("format", kGraphFormat);
        field("title", context.title);
        field("description", context.description);
        field("articles", context.articles);
        field("relations_total", context.relations_total);
    }

    void nodes(std::span<const graph::Node> nodes)
    {
        key("nodes");
        json_.StartArray();
        for (const graph::Node& node : nodes) {
            json_.StartObject();
            field("code", node.actor.code.text());
            field("name", display_name(node.actor));
            field("kind", to_string(node.actor.kind));
            field("weight", node.weight);
            field("relations", node.relations);
            field("mentions", node.mentions);
            json_.EndObject();
        }
        json_.EndArray();
    }

    [[nodiscard]] Status relations(std::span<const graph::Relation> relations,
                                   const ExportContext& context)
    {
        key("relations");
        json_.StartArray();
        for (std::size_t number = 0; number < relations.size(); ++number) {
            json_.StartObject();
            relation(relations[number], number);
            Status written = evidence(relations[number], context);
            if (!written) {
                return written;
            }
            json_.EndObject();
        }
        json_.EndArray();
        return {};
    }

    [[nodiscard]] Status finish()
    {
        json_.EndObject();
        out_.write("\n");
        return out_.finish();
    }

private:
    void relation(const graph::Relation& relation, std::size_t number)
    {
        field("id", fmt::format("r{}", number + 1));
        field("source", relation.source.code.text());
        field("target", relation.target.code.text());
        key("directed");
        json_.Bool(relation.directed);
        field("key", relation.key);
        field("quad", to_string(relation.quad));
        field("category", relation.category);
        field("label", relation.label);
        field("label_direction", to_string(relation.label_direction));
        field("score", relation.score);
        field("weight", relation.weight);
        field("mentions", relation.mentions);
        field("sources", relation.sources);
        field("events", relation.events);
        period(relation.period);
        counts("categories", relation.categories);
        counts("topics", relation.topics);
        counts("labels", relation.labels);
        std::vector<std::pair<std::string, std::size_t>> statuses;
        for (const auto& [status, count] : relation.statuses) {
            statuses.emplace_back(to_string(status), count);
        }
        counts("statuses", statuses);
    }

    /// Half-open, like all ranges of days.
    void period(const std::optional<DateRange>& period)
    {
        key("period");
        if (!period) {
            json_.Null();
            return;
        }
        json_.StartObject();
        field("from", format_day(period->from));
        field("to", format_day(period->to));
        json_.EndObject();
    }

    void counts(std::string_view name, const std::vector<std::pair<std::string, std::size_t>>& all)
    {
        key(name);
        json_.StartArray();
        for (const auto& [value, count] : all) {
            json_.StartObject();
            field("name", value);
            field("mentions", count);
            json_.EndObject();
        }
        json_.EndArray();
    }

    [[nodiscard]] Status evidence(const graph::Relation& relation, const ExportContext& context)
    {
        if (!context.evidence) {
            return {};
        }
        key("evidence");
        json_.StartArray();
        const std::size_t count = std::min(relation.evidence.size(), kEvidencePerRelation);
        for (std::size_t i = 0; i < count; ++i) {
            const auto found = context.evidence(relation.evidence[i]);
            if (!found) {
                return found.error();
            }
            sentence(*found);
        }
        json_.EndArray();
        return {};
    }

    void sentence(const store::StoredMention& stored)
    {
        const Mention& mention = stored.mention;
        json_.StartObject();
        key("id");
        json_.Int64(stored.id);
        field("doc", mention.article);
        field("title", stored.article.title);
        field("uri", stored.article.uri);
        field("publisher", stored.article.publisher);
        key("date");
        if (stored.article.date) {
            string(stored.article.date->to_string());
        } else {
            json_.Null();
        }
        field("begin", mention.sentence.code_points.begin);
        field("end", mention.sentence.code_points.end);
        field("text", mention.sentence.text);
        field("status", to_string(mention.status));
        field("confidence", mention.confidence);
        json_.EndObject();
    }

    void key(std::string_view name)
    {
        json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    }

    void string(std::string_view text)
    {
        const std::string valid = text::to_valid_utf8(text);
        json_.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
    }

    void field(std::string_view name, std::string_view text) { key(name), string(text); }

    void field(std::string_view name, std::size_t value) { key(name), json_.Uint64(value); }

    void field(std::string_view name, double value) { key(name), json_.Double(value); }

    BufferedSink out_;
    rapidjson::PrettyWriter<BufferedSink> json_;
};

} // namespace

Status JsonExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                           Sink& sink) const
{
    Document document{sink};
    document.head(context);
    document.nodes(graph.nodes());
    const Status written = document.relations(graph.relations(), context);
    return written ? document.finish() : written;
}

} // namespace entente::exporters
