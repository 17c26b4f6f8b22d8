// SPDX-License-Identifier: Apache-2.0
// Answers of queries as tables, JSON, CSV or Markdown.
#pragma once

#include "cli/session.hpp"
#include "core/query/value.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <string>

namespace entente::cli {

enum class RowFormat : std::uint8_t { table, json, jsonl, csv, markdown };

/// Errors: unsupported_format, with the nearest name.
[[nodiscard]] Result<RowFormat> parse_row_format(const std::string& name);

/// Prints all rows. JSON, JSON Lines and CSV keep every byte; table and Markdown make control
/// characters visible.
void print_rows(Session& session, const query::Rows& rows, RowFormat format);

} // namespace entente::cli
