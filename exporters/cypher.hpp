// SPDX-License-Identifier: Apache-2.0
// A script for cypher-shell that fills a Neo4j database, or brings it up to date.
#pragma once

#include "exporters/exporter.hpp"

#include <string>
#include <string_view>

namespace entente::exporters {

/// Constraints, then batches of rows that are merged by their ids: run twice, it does nothing the
/// second time. Source: Neo4j 5 Cypher manual.
class CypherExporter final : public Exporter {
public:
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

/// One statement a line: ids are unique, and are found by an index.
[[nodiscard]] std::string cypher_constraints();

/// A day as Neo4j reads it: as ISO 8601 says, with a sign before a year of more than four digits.
[[nodiscard]] std::string neo4j_day(Day day);

/// Appends what stands between the single quotes of a string literal. Controls are \uXXXX, but for
/// U+001D to U+001F, which separate values and become U+FFFD.
void append_cypher_text(std::string& literal, std::string_view utf8);

} // namespace entente::exporters
