// SPDX-License-Identifier: Apache-2.0
// A folder for the bulk importer of Neo4j.
#pragma once

#include "exporters/exporter.hpp"

namespace entente::exporters {

/// CSV files with the importer's headers, import.args with its options, and constraints.cypher for
/// afterwards. Source: Neo4j 5 operations manual, "neo4j-admin database import".
class Neo4jCsvExporter final : public Exporter {
public:
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
