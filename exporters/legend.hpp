// SPDX-License-Identifier: Apache-2.0
// The head of a picture: title, what was selected, and what colours and strokes mean.
#pragma once

#include "exporters/exporter.hpp"

#include <string>

namespace entente::exporters {

/// \param labelled how many relations carry a label
/// An HTML-like label for the whole graph. Only what the picture shows is explained.
[[nodiscard]] std::string make_legend(const graph::Snapshot& graph, const ExportContext& context,
                                      std::size_t labelled);

} // namespace entente::exporters
