// SPDX-License-Identifier: Apache-2.0
#include "cli/output/table.hpp"

#include "cli/output/width.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <numeric>

namespace entente::cli {

namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 6;

} // namespace

void Table::add(std::vector<std::string> cells)
{
    cells.resize(columns_.size());
    for (std::string& cell : cells) {
        cell = text::printable(cell);
    }
    rows_.push_back(std::move(cells));
}

void Table::add_line(std::string line)
{
    lines_[rows_.size()] += std::move(line) + '\n';
}

std::vector<std::size_t> Table::fit(std::size_t terminal_columns) const
{
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::size_t width = display_width(columns_[i].title);
        for (const auto& row : rows_) {
            width = std::max(width, display_width(row[i]));
        }
        widths.push_back(width);
    }
    if (terminal_columns == 0 || widths.empty()) {
        return widths;
    }
    const std::size_t gaps = kGap * (widths.size() - 1);
    while (std::accumulate(widths.begin(), widths.end(), gaps) > terminal_columns) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= kNarrowest) {
            break;
        }
        --*widest;
    }
    return widths;
}

void Table::print(Session& session) const
{
    const std::vector<std::size_t> widths = fit(session.terminal.columns);
    const auto print_row = [&](const auto& cell_of, bool heading) {
        std::string line;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::string cell = shorten(cell_of(i), widths[i]);
            line += i == 0 ? "" : std::string(kGap, ' ');
            line += columns_[i].align == Align::right ? pad_left(cell, widths[i])
                                                      : pad_right(cell, widths[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        session.out << (heading ? session.palette.paint(Style::bold, line) : line) << '\n';
    };
    if (std::any_of(columns_.begin(), columns_.end(),
                    [](const Column& column) { return !column.title.empty(); })) {
        print_row([&](std::size_t i) { return columns_[i].title; }, true);
    }
    for (std::size_t number = 0; number < rows_.size(); ++number) {
        print_row([&](std::size_t i) { return rows_[number][i]; }, false);
        if (const auto line = lines_.find(number + 1); line != lines_.end()) {
            session.out << line->second;
        }
    }
}

} // namespace entente::cli
