// SPDX-License-Identifier: Apache-2.0
// The value of an expression for one match of the pattern.
#pragma once

#include "core/graph/snapshot.hpp"
#include "core/query/ast.hpp"

#include <vector>

namespace entente::query {

/// What the variables of a query stand for in one match; `relation` is null for actors alone.
struct Match {
    const graph::Node* left = nullptr;
    const graph::Relation* relation = nullptr;
    const graph::Node* right = nullptr;
};

/// Value of an expression that is_aggregate() denies.
[[nodiscard]] Value evaluate(const Expression& expression, const Query& query, const Match& match);

/// Value of a function over the matches of a group.
[[nodiscard]] Value aggregate(const Expression& expression, const Query& query,
                              const std::vector<Match>& group);

} // namespace entente::query
