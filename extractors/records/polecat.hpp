// SPDX-License-Identifier: Apache-2.0
// The event table of POLECAT, 40 columns with a header, coded in PLOVER.
// Source of the layout: the header of the files of POLECAT, doi:10.7910/DVN/AJGVIT.
#pragma once

#include "extractors/records/record_reader.hpp"

namespace entente::records {

[[nodiscard]] bool looks_like_polecat(std::string_view head);

/// Columns are found by name, in any order; others are kept as they are. A side that is a list,
/// with semicolons, gives a mention for each pair.
[[nodiscard]] Status read_polecat(std::istream& in, const std::string& file,
                                  const ReadOptions& options, Outlet& outlet);

} // namespace entente::records
