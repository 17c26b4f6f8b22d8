// SPDX-License-Identifier: Apache-2.0
#include "core/tsv.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

Status check_header(const std::vector<std::string_view>& columns, std::string_view file,
                    std::uint64_t line, const std::vector<std::string_view>& required)
{
    for (const std::string_view name : required) {
        if (std::find(columns.begin(), columns.end(), name) == columns.end()) {
            return Error{ErrorCode::bad_dataset, fmt::format("column \"{}\" is missing", name)}
                .at(std::string{file}, line)
                .hint("name the columns in the first line, separated by tabs");
        }
    }
    return {};
}

} // namespace

std::string_view TsvRow::operator[](std::string_view column) const noexcept
{
    const auto at = std::find(columns_->begin(), columns_->end(), column);
    const auto index = static_cast<std::size_t>(at - columns_->begin());
    return index < cells_.size() ? cells_[index] : std::string_view{};
}

std::vector<std::string_view> TsvRow::list(std::string_view column) const
{
    const std::string_view cell = (*this)[column];
    std::vector<std::string_view> values;
    if (!cell.empty()) {
        for (const std::string_view value : text::split(cell, '|')) {
            const std::string_view bare = text::trim(value);
            if (!bare.empty()) {
                values.push_back(bare);
            }
        }
    }
    return values;
}

Status read_tsv(std::string_view text, std::string_view file,
                const std::vector<std::string_view>& required,
                const std::function<Status(const TsvRow&)>& row)
{
    if (text.substr(0, 3) == "\xEF\xBB\xBF") {
        text.remove_prefix(3);
    }
    std::vector<std::string_view> columns;
    std::uint64_t number = 0;
    for (std::string_view line : text::split(text, '\n')) {
        ++number;
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::vector<std::string_view> cells = text::split(line, '\t');
        if (columns.empty()) {
            columns = std::move(cells);
            if (Status good = check_header(columns, file, number, required); !good) {
                return good;
            }
            continue;
        }
        if (cells.size() > columns.size()) {
            return Error{ErrorCode::bad_dataset,
                         fmt::format("{} cells under {} columns", cells.size(), columns.size())}
                .at(std::string{file}, number)
                .hint("separate cells by single tabs and values within a cell by '|'");
        }
        Status done = row(TsvRow{columns, std::move(cells), number});
        if (!done) {
            const Error& error = done.error();
            if (!error.where().file.empty()) {
                return error;
            }
            // Whatever is wrong with a value, the table is: no fault of the command line.
            return Error{ErrorCode::bad_dataset, error.what()}
                .at(std::string{file}, number)
                .hint(error.remedy());
        }
    }
    return {};
}

} // namespace entente
