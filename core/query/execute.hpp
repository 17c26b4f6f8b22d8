// SPDX-License-Identifier: Apache-2.0
// Answering a query from a snapshot of the graph.
#pragma once

#include "core/graph/snapshot.hpp"
#include "core/ontology.hpp"
#include "core/query/ast.hpp"
#include "core/query/value.hpp"
#include "core/result.hpp"

#include <string_view>

namespace entente::query {

/// Rows in the order asked for; where none is asked for, strongest relation first. A relation
/// without direction matches a pattern in both directions, so `(a)-[r]-(b)` gives two rows of it.
///
/// Comparisons with null or between values of different kinds are null, and WHERE keeps true only.
/// Complexity: O(relations · size of the query), and sorting.
[[nodiscard]] Rows execute(const Query& query, const graph::Snapshot& graph);

/// parse() and execute().
[[nodiscard]] Result<Rows> run(std::string_view query, const graph::Snapshot& graph,
                               const Ontology& ontology);

} // namespace entente::query
