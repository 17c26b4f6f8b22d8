// SPDX-License-Identifier: Apache-2.0
// Pictures of the graph, drawn in process by Graphviz.
#pragma once

#include "exporters/exporter.hpp"

#include <cstdint>

namespace entente::exporters {

enum class ImageFormat : std::uint8_t { svg, png, pdf };

/// Threads: pictures are drawn one at a time, whoever asks.
class ImageExporter final : public Exporter {
public:
    explicit ImageExporter(ImageFormat format) noexcept
        : format_{format}
    {}

    /// Errors: those of the sink; internal where Graphviz cannot draw, with its own words.
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;

private:
    ImageFormat format_;
};

} // namespace entente::exporters
