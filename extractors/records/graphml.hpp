// SPDX-License-Identifier: Apache-2.0
// Graphs that `entente export` wrote as GraphML.
#pragma once

#include "extractors/records/record_reader.hpp"

namespace entente::records {

[[nodiscard]] bool looks_like_graphml(std::string_view head);

/// Streams: one node or edge is in memory at a time. A document type with entities is refused.
[[nodiscard]] Status read_graphml(std::istream& in, const std::string& file,
                                  const ReadOptions& options, Outlet& outlet);

} // namespace entente::records
