// SPDX-License-Identifier: Apache-2.0
// What actors and relations are made of, as queries see them.
#pragma once

#include "core/graph/snapshot.hpp"
#include "core/query/value.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::query {

/// code, kind, mentions, name, relations, weight.
[[nodiscard]] const std::vector<std::string>& node_properties();

/// category, directed, events, label, mentions, quad, score, since, sources, topics, until, weight.
/// `since` and `until` are ISO 8601 texts, half-open, null where no date is known.
[[nodiscard]] const std::vector<std::string>& relation_properties();

/// The value of a property; null for one that does not exist.
[[nodiscard]] Value property_of(const graph::Node& node, std::string_view name);
[[nodiscard]] Value property_of(const graph::Relation& relation, std::string_view name);

} // namespace entente::query
