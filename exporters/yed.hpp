// SPDX-License-Identifier: Apache-2.0
// GraphML as yEd draws it.
#pragma once

#include "exporters/exporter.hpp"

namespace entente::exporters {

/// Our GraphML, and in elements of yFiles what yEd shows of it: places, discs in the colour of kind
/// or region, names, and lines as in our pictures, parallel ones bent apart. The heaviest relations
/// carry their label; all have it as data, which yEd's Properties Mapper turns into labels too.
class YedExporter final : public Exporter {
public:
    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;
};

} // namespace entente::exporters
