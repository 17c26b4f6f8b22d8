// SPDX-License-Identifier: Apache-2.0
// The graph as one JSON document, with the evidence behind each relation.
#pragma once

#include "exporters/exporter.hpp"

namespace entente::exporters {

/// Version of the document's form; written as "format".
inline constexpr std::string_view kGraphFormat = "entente-graph 1";

/// How many sentences stand behind each relation, the most confident ones.
inline constexpr std::size_t kEvidencePerRelation = 5;

class JsonExporter final : public Exporter {
public:
    /// Errors: those of the sink, and of ExportContext::evidence.
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
