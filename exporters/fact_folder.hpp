// SPDX-License-Identifier: Apache-2.0
// Facts as CSV files in a folder, one a table, in the dialect of the database that loads them.
#pragma once

#include "exporters/facts.hpp"

#include <string>
#include <string_view>

namespace entente::exporters {

/// What databases do differently in CSV. Common to all: RFC 4180, UTF-8, LF; text is always in
/// quotes, and what is absent is an empty field without quotes.
class CsvDialect {
public:
    CsvDialect() = default;
    CsvDialect(const CsvDialect&) = delete;
    CsvDialect& operator=(const CsvDialect&) = delete;
    virtual ~CsvDialect() = default;

    /// The first line. In the rows below, the ends of a link stand before its fields.
    [[nodiscard]] virtual std::string header(const FactTable& table) const = 0;
    /// Appends the text of a cell that holds several; it is put in quotes afterwards.
    virtual void list(std::string& cell, const std::vector<std::string>& items) const = 0;

    /// YYYY-MM-DD, unless a dialect has it otherwise.
    [[nodiscard]] virtual std::string day(Day value) const { return format_day(value); }
};

/// Appends RFC 4180 text.
void append_quoted(std::string& row, std::string_view text);

/// Writes "FILE.csv" for each table; then `further` files, name and content.
/// Errors: those of the walk and the sink.
[[nodiscard]] Status
write_fact_folder(const graph::Snapshot& graph, const ExportContext& context, Sink& sink,
                  const CsvDialect& dialect,
                  const std::vector<std::pair<std::string, std::string>>& further);

} // namespace entente::exporters
