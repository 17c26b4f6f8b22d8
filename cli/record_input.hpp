// SPDX-License-Identifier: Apache-2.0
// From what a user names to streams of records.
#pragma once

#include "core/result.hpp"
#include "extractors/records/record_reader.hpp"

#include <istream>
#include <string>
#include <vector>

namespace entente::cli {

/// Files as they are, "-" too; of folders, recursively and by name, the files whose extension is
/// that of a table or a graph. Errors: missing_input, unreadable_input.
[[nodiscard]] Result<std::vector<std::string>>
expand_record_inputs(const std::vector<std::string>& inputs);

/// Reads one input. `format` may be null: then the first bytes tell.
/// Errors: those of the format; missing_input, unreadable_input; unsupported_format for bytes that
/// no format knows and for compressed files, with the command that unpacks them.
[[nodiscard]] Status read_records(const std::string& input, const records::RecordFormat* format,
                                  const records::ReadOptions& options, std::istream& standard_input,
                                  records::Outlet& outlet);

} // namespace entente::cli
