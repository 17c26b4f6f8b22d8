// SPDX-License-Identifier: Apache-2.0
// Tables of others, tab-separated, row by row: a rotten row costs itself alone.
#pragma once

#include "extractors/records/record_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace entente::records {

/// Place of a column that a table does not have; its cells are empty.
inline constexpr std::size_t kNoColumn = std::numeric_limits<std::size_t>::max();

/// One row. Cells are trimmed and unquoted, "" within quotes made one; what stands for nothing
/// ("None", "NA", "NULL") is empty.
class TableRow {
public:
    [[nodiscard]] std::string_view operator[](std::size_t column) const noexcept
    {
        return column < cells_.size() ? std::string_view{cells_[column]} : std::string_view{};
    }

    [[nodiscard]] std::size_t size() const noexcept { return cells_.size(); }

    /// Cells as they stand in the file, before any were dropped.
    [[nodiscard]] std::size_t written() const noexcept { return written_; }

    /// Cuts a line. Empty cells behind `width` are dropped: some files end their rows in tabs.
    void assign(std::string_view line, std::size_t width);

private:
    std::vector<std::string> cells_;
    std::size_t written_ = 0;
};

/// The names of columns, as a header gives them or as the layout lays down.
class TableColumns {
public:
    TableColumns() = default;

    explicit TableColumns(std::vector<std::string> names)
        : names_{std::move(names)}
    {}

    /// The first column of one of these names, whatever their case; else kNoColumn.
    [[nodiscard]] std::size_t find(std::initializer_list<std::string_view> names) const;

    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }

private:
    std::vector<std::string> names_;
};

/// What a layout makes of lines.
class TableLayout {
public:
    TableLayout() = default;
    TableLayout(const TableLayout&) = delete;
    TableLayout& operator=(const TableLayout&) = delete;
    virtual ~TableLayout() = default;

    /// Looks at the first line. True where it is a header, false where it is a row already.
    /// Errors: unreadable_input where it is neither.
    [[nodiscard]] virtual Result<bool> begin(const TableRow& first) = 0;

    /// How many cells a row has, for TableRow::assign().
    [[nodiscard]] virtual std::size_t width() const = 0;

    /// Hands over what a row says. Errors: bad_article where the row is rotten, any other to end
    /// the reading.
    [[nodiscard]] virtual Status row(const TableRow& row, Outlet& outlet) = 0;
};

/// Reads a whole table. Lines are made well-formed UTF-8. Where the first 100 rows are all rotten,
/// the stream is something else and the reading ends.
[[nodiscard]] Status read_table(std::istream& in, const std::string& file,
                                const ReadOptions& options, TableLayout& layout, Outlet& outlet);

/// A rotten row, for TableLayout::row().
[[nodiscard]] Error bad_row(std::string what, std::string remedy);

/// The columns that have a value, by name, for CodedEvent::columns; `skip` says which not to keep.
[[nodiscard]] std::vector<std::pair<std::string, std::string>>
filled_columns(const TableRow& row, const TableColumns& columns,
               const std::function<bool(std::size_t)>& skip);

} // namespace entente::records
