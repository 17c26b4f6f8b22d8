// SPDX-License-Identifier: Apache-2.0
#include "exporters/attributes.hpp"

#include "exporters/text_pieces.hpp"

namespace entente::exporters {

std::string_view type_name(ValueType type) noexcept
{
    switch (type) {
    case ValueType::text:
        return "string";
    case ValueType::real:
        return "double";
    case ValueType::whole:
        return "long";
    case ValueType::truth:
        return "boolean";
    }
    return "string";
}

Result<Evidence> strongest_evidence(const graph::Relation& relation, const ExportContext& context)
{
    Evidence strongest;
    if (context.evidence && !relation.evidence.empty()) {
        auto found = context.evidence(relation.evidence.front());
        if (!found) {
            return found.error();
        }
        strongest = std::make_shared<const store::StoredMention>(std::move(*found));
    }
    return strongest;
}

void append_counts(std::string& out, const Counts& counts)
{
    for (std::size_t i = 0; i < counts.size(); ++i) {
        out += i == 0 ? "" : "; ";
        out += counts[i].first;
        out += ' ';
        append_number(out, counts[i].second);
    }
}

Counts status_counts(const graph::Relation& relation)
{
    Counts counts;
    counts.reserve(relation.statuses.size());
    for (const auto& [status, count] : relation.statuses) {
        counts.emplace_back(to_string(status), count);
    }
    return counts;
}

std::string day_of(const std::optional<DateRange>& period, Day DateRange::*end)
{
    std::string text;
    if (period) {
        append_day(text, (*period).*end);
    }
    return text;
}

std::string relation_kind(const graph::Relation& relation)
{
    return relation.key.empty() || relation.directed ? relation.key : relation.key + " (mutual)";
}

} // namespace entente::exporters
