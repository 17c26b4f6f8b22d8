// SPDX-License-Identifier: Apache-2.0
// A folder that Kùzu loads with IMPORT DATABASE.
#pragma once

#include "exporters/exporter.hpp"

namespace entente::exporters {

/// The layout is that of Kùzu's own EXPORT DATABASE: schema.cypher, copy.cypher, and CSV files that
/// copy.cypher names. Source: Kùzu 0.11, "Import and export database", and its CSV reader.
class KuzuExporter final : public Exporter {
public:
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
