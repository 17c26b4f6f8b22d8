// SPDX-License-Identifier: Apache-2.0
// The graph as a report in Markdown: a table of relations, then the sentences behind each.
#pragma once

#include "exporters/exporter.hpp"

#include <string>
#include <string_view>

namespace entente::exporters {

/// Text from outside made inert in Markdown (CommonMark and GitHub's tables): one line, every
/// character that could begin markup behind a backslash, < and & as entities.
[[nodiscard]] std::string escape_markdown(std::string_view text);

/// Links only to http and https; an address of any other kind is left out.
class MarkdownExporter final : public Exporter {
public:
    /// Errors: those of the sink, and of ExportContext::evidence.
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
