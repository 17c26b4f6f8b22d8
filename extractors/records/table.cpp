// SPDX-License-Identifier: Apache-2.0
#include "extractors/records/table.hpp"

#include "core/text.hpp"
#include "extractors/records/line_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente::records {

namespace {

/// Rows that may be rotten before the first good one.
constexpr std::size_t kPatience = 100;

constexpr std::array<std::string_view, 4> kNothing{"None", "NA", "NULL", "nan"};

std::string cell_of(std::string_view raw)
{
    raw = text::trim(raw);
    std::string cell;
    if (raw.size() > 1 && raw.front() == '"' && raw.back() == '"') {
        raw = raw.substr(1, raw.size() - 2);
        for (std::size_t i = 0; i < raw.size(); ++i) {
            cell += raw[i];
            i += raw.substr(i, 2) == "\"\"" ? 1U : 0U;
        }
    } else {
        cell = raw;
    }
    if (std::find(kNothing.begin(), kNothing.end(), cell) != kNothing.end()) {
        cell.clear();
    }
    return cell;
}

bool same_name(std::string_view left, std::string_view right)
{
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    };
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [&](char a, char b) { return lower(a) == lower(b); });
}

/// Keeps the first errors until it is clear whether the stream is such a table at all.
class Losses {
public:
    explicit Losses(Outlet& outlet)
        : outlet_{outlet}
    {}

    void add(Error error)
    {
        if (settled_) {
            outlet_.lose(std::move(error));
        } else {
            early_.push_back(std::move(error));
        }
    }

    void settle()
    {
        settled_ = true;
        for (Error& error : early_) {
            outlet_.lose(std::move(error));
        }
        early_.clear();
    }

    [[nodiscard]] bool hopeless() const { return early_.size() >= kPatience; }

    [[nodiscard]] const Error& first() const { return early_.front(); }

private:
    Outlet& outlet_;
    std::vector<Error> early_;
    bool settled_ = false;
};

} // namespace

void TableRow::assign(std::string_view line, std::size_t width)
{
    cells_.clear();
    for (const std::string_view cell : text::split(line, '\t')) {
        cells_.push_back(cell_of(cell));
    }
    written_ = cells_.size();
    while (cells_.size() > width && cells_.back().empty()) {
        cells_.pop_back();
    }
}

std::size_t TableColumns::find(std::initializer_list<std::string_view> names) const
{
    for (const std::string_view name : names) {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (same_name(names_[i], name)) {
                return i;
            }
        }
    }
    return kNoColumn;
}

Error bad_row(std::string what, std::string remedy)
{
    return Error{ErrorCode::bad_article, std::move(what)}.hint(std::move(remedy));
}

std::vector<std::pair<std::string, std::string>>
filled_columns(const TableRow& row, const TableColumns& columns,
               const std::function<bool(std::size_t)>& skip)
{
    std::vector<std::pair<std::string, std::string>> filled;
    const std::size_t count = std::min(row.size(), columns.names().size());
    for (std::size_t i = 0; i < count; ++i) {
        if (!row[i].empty() && !skip(i)) {
            filled.emplace_back(columns.names()[i], row[i]);
        }
    }
    return filled;
}

Status read_table(std::istream& in, const std::string& file, const ReadOptions& options,
                  TableLayout& layout, Outlet& outlet)
{
    LineReader lines{in, options.max_record_bytes};
    Losses losses{outlet};
    TableRow row;
    bool begun = false;
    while (lines.next()) {
        if (lines.line().empty()) {
            continue;
        }
        if (lines.too_long()) {
            losses.add(Error{ErrorCode::too_large, fmt::format("the row is longer than {} MiB",
                                                               options.max_record_bytes >> 20U)}
                           .at(file, lines.number())
                           .hint("one record belongs on a line"));
            continue;
        }
        const std::string_view line = lines.line();
        row.assign(text::is_valid_utf8(line) ? line : text::to_valid_utf8(line),
                   begun ? layout.width() : 0);
        if (!begun) {
            begun = true;
            const auto header = layout.begin(row);
            if (!header) {
                Error error = header.error();
                return std::move(error).at(file, lines.number());
            }
            if (*header) {
                continue;
            }
            row.assign(text::is_valid_utf8(line) ? line : text::to_valid_utf8(line),
                       layout.width());
        }
        const Status done = layout.row(row, outlet);
        if (done) {
            losses.settle();
        } else if (done.error().code() != ErrorCode::bad_article) {
            return done;
        } else {
            Error error = done.error();
            losses.add(std::move(error).at(file, lines.number()));
        }
        if (losses.hopeless()) {
            return Error{ErrorCode::unreadable_input, "none of the first rows can be read"}
                .at(file)
                .hint("name the right format with --format")
                .caused_by(losses.first());
        }
    }
    losses.settle();
    if (lines.failed()) {
        return Error{ErrorCode::unreadable_input, "reading failed"}
            .at(file, lines.number())
            .hint("check the disk, then run the command again: what is stored already is skipped");
    }
    return {};
}

} // namespace entente::records
