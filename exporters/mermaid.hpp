// SPDX-License-Identifier: Apache-2.0
// The graph as a Mermaid flowchart, for reports and wikis that draw it themselves.
#pragma once

#include "exporters/exporter.hpp"

namespace entente::exporters {

/// Mermaid draws at most 500 edges and 50,000 characters: the heaviest relations that surely fit
/// are written, and a comment says how many are left out.
inline constexpr std::size_t kMermaidRelations = 120;

class MermaidExporter final : public Exporter {
public:
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
