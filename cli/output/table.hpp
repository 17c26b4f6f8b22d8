// SPDX-License-Identifier: Apache-2.0
// Tables for people: aligned columns that fit the terminal.
#pragma once

#include "cli/session.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace entente::cli {

enum class Align : std::uint8_t { left, right };

struct Column {
    std::string title;
    Align align = Align::left;
};

/// Collects rows, then prints them. Cells may hold anything: they are made printable here.
class Table {
public:
    explicit Table(std::vector<Column> columns)
        : columns_{std::move(columns)}
    {}

    /// Missing cells are empty, cells past the last column are dropped.
    void add(std::vector<std::string> cells);

    /// Puts a finished line under the last row, as it is.
    void add_line(std::string line);

    [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }

    /// Prints the titles, unless all are empty, and the rows. On a terminal the widest columns
    /// shrink until a row fits.
    void print(Session& session) const;

private:
    [[nodiscard]] std::vector<std::size_t> fit(std::size_t terminal_columns) const;

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
    std::map<std::size_t, std::string> lines_; ///< by the number of rows above
};

} // namespace entente::cli
