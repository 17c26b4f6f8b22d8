// SPDX-License-Identifier: Apache-2.0
// What exports say of actors and relations: one list of names, types and values, which GraphML,
// GEXF, node-link and Cytoscape files share.
#pragma once

#include "core/graph/snapshot.hpp"
#include "exporters/exporter.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::exporters {

enum class ValueType : std::uint8_t { text, real, whole, truth };

/// What GraphML and GEXF call it. Only types that every reader has: igraph refuses a file with any
/// other.
[[nodiscard]] std::string_view type_name(ValueType type) noexcept;

struct AttributeName {
    std::string_view name;
    ValueType type;
};

using Counts = std::vector<std::pair<std::string, std::size_t>>;

/// No name is "id", "key", "source" or "target": readers have these of their own.
inline constexpr std::array kNodeAttributes{
    AttributeName{"name", ValueType::text}, AttributeName{"kind", ValueType::text},
    AttributeName{"weight", ValueType::real}, AttributeName{"relations", ValueType::whole},
    AttributeName{"mentions", ValueType::whole}};

inline constexpr std::array kEdgeAttributes{
    AttributeName{"label", ValueType::text},      AttributeName{"label_direction", ValueType::text},
    AttributeName{"category", ValueType::text},   AttributeName{"quad", ValueType::text},
    AttributeName{"group", ValueType::text},      AttributeName{"directed", ValueType::truth},
    AttributeName{"weight", ValueType::real},     AttributeName{"score", ValueType::real},
    AttributeName{"mentions", ValueType::whole},  AttributeName{"sources", ValueType::whole},
    AttributeName{"events", ValueType::whole},    AttributeName{"from", ValueType::text},
    AttributeName{"to", ValueType::text},         AttributeName{"categories", ValueType::text},
    AttributeName{"topics", ValueType::text},     AttributeName{"statuses", ValueType::text},
    AttributeName{"confidence", ValueType::real}, AttributeName{"sentence", ValueType::text},
    AttributeName{"headline", ValueType::text},   AttributeName{"publisher", ValueType::text},
    AttributeName{"published", ValueType::text},  AttributeName{"uri", ValueType::text}};

/// The most confident evidence of a relation; null where evidence cannot be looked up.
using Evidence = std::shared_ptr<const store::StoredMention>;

/// Errors: those of the look-up.
[[nodiscard]] Result<Evidence> strongest_evidence(const graph::Relation& relation,
                                                  const ExportContext& context);

/// strongest_evidence() in one context, which must outlive it.
[[nodiscard]] inline auto evidence_finder(const ExportContext& context)
{
    return [&context](const graph::Relation& relation) {
        return strongest_evidence(relation, context);
    };
}

/// "CONSULT 3; AID 1".
void append_counts(std::string& out, const Counts& counts);

/// Statuses by name.
[[nodiscard]] Counts status_counts(const graph::Relation& relation);

/// What makes a relation one of several between two actors in one direction: the group, and
/// whether it is mutual, as in "CONSULT (mutual)"; unique for each pair of ends. Empty where the
/// graph has one relation a pair.
[[nodiscard]] std::string relation_kind(const graph::Relation& relation);

/// One end of a period; empty where there is none.
[[nodiscard]] std::string day_of(const std::optional<DateRange>& period, Day DateRange::*end);

/// Calls visit(name, value) for each of kNodeAttributes in order; a value is a std::string_view,
/// double or std::size_t.
template <typename Visit>
void visit_attributes(const graph::Node& node, Visit&& visit)
{
    visit("name", std::string_view{display_name(node.actor)});
    visit("kind", to_string(node.actor.kind));
    visit("weight", node.weight);
    visit("relations", node.relations);
    visit("mentions", node.mentions);
}

/// Calls visit(name, value) for each of kEdgeAttributes in order; a value is a std::string_view,
/// double, std::size_t, bool or Counts. Text may be empty; attributes of the evidence are left out
/// where there is none.
template <typename Visit>
void visit_attributes(const graph::Relation& relation, const Evidence& evidence, Visit&& visit)
{
    visit("label", std::string_view{relation.label});
    visit("label_direction", to_string(relation.label_direction));
    visit("category", std::string_view{relation.category});
    visit("quad", to_string(relation.quad));
    visit("group", std::string_view{relation.key});
    visit("directed", relation.directed);
    visit("weight", relation.weight);
    visit("score", relation.score);
    visit("mentions", relation.mentions);
    visit("sources", relation.sources);
    visit("events", relation.events);
    visit("from", std::string_view{day_of(relation.period, &DateRange::from)});
    visit("to", std::string_view{day_of(relation.period, &DateRange::to)});
    visit("categories", relation.categories);
    visit("topics", relation.topics);
    visit("statuses", status_counts(relation));
    if (evidence) {
        const store::ArticleRecord& article = evidence->article;
        visit("confidence", evidence->mention.confidence);
        visit("sentence", std::string_view{evidence->mention.sentence.text});
        visit("headline", std::string_view{article.title});
        visit("publisher", std::string_view{article.publisher});
        visit("published",
              std::string_view{article.date ? article.date->to_string() : std::string{}});
        visit("uri", std::string_view{article.uri});
    }
}

} // namespace entente::exporters
