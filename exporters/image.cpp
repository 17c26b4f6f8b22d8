// SPDX-License-Identifier: Apache-2.0
#include "exporters/image.hpp"

#include "exporters/picture.hpp"

namespace entente::exporters {

Status ImageExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                            Sink& sink) const
{
    const auto image = draw_picture(graph, context, format_ == ImageFormat::svg ? "svg" : "png");
    return image ? sink.write(*image) : Status{image.error()};
}

} // namespace entente::exporters
