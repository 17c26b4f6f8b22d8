// SPDX-License-Identifier: Apache-2.0
// The event table of GDELT 2.0, 61 columns without a header, and of 1.0 with 57 or 58.
// Source of the layout: GDELT's "Event Codebook V2.0" and "Data Format Codebook V1.03".
#pragma once

#include "extractors/records/record_reader.hpp"

namespace entente::records {

[[nodiscard]] bool looks_like_gdelt(std::string_view head);

/// A file with a header, such as a query of BigQuery gives, is read by the names of its columns.
[[nodiscard]] Status read_gdelt(std::istream& in, const std::string& file,
                                const ReadOptions& options, Outlet& outlet);

} // namespace entente::records
