// SPDX-License-Identifier: Apache-2.0
// The event table of ICEWS, 20 columns with a header.
// Source of the layout: the header of the files of ICEWS Coded Event Data, doi:10.7910/DVN/28075.
#pragma once

#include "extractors/records/record_reader.hpp"

namespace entente::records {

[[nodiscard]] bool looks_like_icews(std::string_view head);

/// Columns are found by name, in any order; others are kept as they are.
[[nodiscard]] Status read_icews(std::istream& in, const std::string& file,
                                const ReadOptions& options, Outlet& outlet);

} // namespace entente::records
