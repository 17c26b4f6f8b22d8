// SPDX-License-Identifier: Apache-2.0
// Graphs that `entente export` wrote as JSON: our own form, and node-link as NetworkX and D3 have
// it. docs/file_formats.md describes both.
#pragma once

#include "extractors/records/record_reader.hpp"

namespace entente::records {

[[nodiscard]] bool looks_like_graph_json(std::string_view head);
[[nodiscard]] Status read_graph_json(std::istream& in, const std::string& file,
                                     const ReadOptions& options, Outlet& outlet);

[[nodiscard]] bool looks_like_node_link(std::string_view head);
/// Takes "links" and "edges" for the same.
[[nodiscard]] Status read_node_link(std::istream& in, const std::string& file,
                                    const ReadOptions& options, Outlet& outlet);

} // namespace entente::records
