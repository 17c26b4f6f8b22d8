// SPDX-License-Identifier: Apache-2.0
// What an interactive page knows: the graph, where its actors stand, and every sighting.
#pragma once

#include "exporters/buffered_sink.hpp"

#include <cstddef>
#include <string_view>

namespace entente::exporters {

/// Version of the data inside a page: docs/file_formats.md.
inline constexpr std::string_view kPageFormat = "entente-page 1";

/// Of so many sightings of a relation, the most certain ones, a page can count under its filters.
inline constexpr std::size_t kSightingsPerRelation = 500;

/// Of so many of them it holds the sentence too.
inline constexpr std::size_t kSentencesPerRelation = 25;

/// Writes the data as JSON without `<`, `>`, `&`, U+2028 and U+2029, fit to stand inside a script
/// element. Errors: those of the evidence; those of the sink stay in `out`.
[[nodiscard]] Status write_page_data(const graph::Snapshot& graph, const ExportContext& context,
                                     BufferedSink& out);

} // namespace entente::exporters
