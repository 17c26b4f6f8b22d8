// SPDX-License-Identifier: Apache-2.0
// The graph as one interactive page that needs no network: sources in exporters/viewer.
#pragma once

#include "exporters/exporter.hpp"

namespace entente::exporters {

/// A page of more relations would be slow to open and to move in.
inline constexpr std::size_t kMostPageRelations = 20'000;

/// Writes a page that shows relations with all their evidence, and filters them by it.
///
/// The page holds no word of an article as code: its data is JSON whose angle brackets are escaped,
/// and its Content-Security-Policy lets nothing run or load but the viewer itself.
class HtmlExporter final : public Exporter {
public:
    /// Errors: those of the sink and of the evidence; unsupported_format where entente was built
    /// without the viewer; too_large for more than kMostPageRelations relations.
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
