// SPDX-License-Identifier: Apache-2.0
// A read-only query language based on openCypher: its grammar.
#pragma once

#include "core/ontology.hpp"
#include "core/query/ast.hpp"
#include "core/result.hpp"

#include <string_view>

namespace entente::query {

/// Reads
///
///     MATCH (a {code: 'PAK'})-[r:COOPERATE|AID]->(b:state)
///     WHERE r.mentions > 2 AND NOT b.name IN ['India'] AND r.label CONTAINS 'gas'
///     RETURN [DISTINCT] b.name AS partner, count(*) ORDER BY partner DESC SKIP 5 LIMIT 10
///
/// with one pattern of one node or two; `<-[r]-` and `-[r]-` too. Keywords are of any case.
///
/// Errors: bad_query with line and column, what was expected, and the nearest name for a category,
/// property or variable that does not exist. Clauses of the full language are refused by name.
/// Complexity: linear; nesting deeper than 100 is refused.
[[nodiscard]] Result<Query> parse(std::string_view query, const Ontology& ontology);

} // namespace entente::query
