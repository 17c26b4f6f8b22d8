// SPDX-License-Identifier: Apache-2.0
// Tab-separated tables with a header, the form of every dataset of ours.
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// One row; cells are addressed by column name.
/// Lifetime: views point into the table's text and are valid during the callback.
class TsvRow {
public:
    TsvRow(const std::vector<std::string_view>& columns, std::vector<std::string_view> cells,
           std::uint64_t line)
        : columns_{&columns}
        , cells_{std::move(cells)}
        , line_{line}
    {}

    /// The cell, empty where the table has no such column.
    [[nodiscard]] std::string_view operator[](std::string_view column) const noexcept;
    /// The cell's values, separated by '|'; none for an empty cell.
    [[nodiscard]] std::vector<std::string_view> list(std::string_view column) const;

    [[nodiscard]] std::uint64_t line() const noexcept { return line_; }

private:
    const std::vector<std::string_view>* columns_;
    std::vector<std::string_view> cells_;
    std::uint64_t line_;
};

/// Calls `row` for each row of a table. Lines that begin with '#' and empty lines are passed over;
/// the first other line names the columns. Windows line ends and a byte order mark are accepted.
///
/// \param file name for messages only
/// \param required columns that must be there
/// Errors: bad_dataset where the header lacks a column or a row has too many cells; the first error
/// of the callback, with file and line added where it names none.
[[nodiscard]] Status read_tsv(std::string_view text, std::string_view file,
                              const std::vector<std::string_view>& required,
                              const std::function<Status(const TsvRow&)>& row);

} // namespace entente
