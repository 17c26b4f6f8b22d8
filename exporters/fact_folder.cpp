// SPDX-License-Identifier: Apache-2.0
#include "exporters/fact_folder.hpp"

#include "exporters/buffered_sink.hpp"
#include "exporters/folder_sink.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>

namespace entente::exporters {

namespace {

/// One CSV file: a sink of its own and its buffer.
struct Table {
    PartSink part;
    BufferedSink out;

    Table(Sink& sink, const FactTable& table)
        : part{sink, fmt::format("{}.csv", table.file)}
        , out{part}
    {}
};

class Folder final : public FactReceiver {
public:
    Folder(Sink& sink, const CsvDialect& dialect)
        : dialect_{dialect}
    {
        for (const FactTable& table : fact_tables()) {
            tables_.push_back(std::make_unique<Table>(sink, table));
            tables_.back()->out.write(dialect.header(table) + '\n');
        }
    }

    void node(const FactTable& table, std::span<const Value> values) override
    {
        row_.clear();
        write(table, values);
    }

    void link(const FactTable& table, std::string_view from, std::string_view to,
              std::span<const Value> values) override
    {
        row_.clear();
        append_quoted(row_, from);
        row_ += ',';
        append_quoted(row_, to);
        row_ += values.empty() ? "" : ",";
        write(table, values);
    }

    [[nodiscard]] bool good() const override
    {
        return std::all_of(tables_.begin(), tables_.end(),
                           [](const auto& table) { return table->out.good(); });
    }

    [[nodiscard]] Status finish()
    {
        // What failed first comes first: the rest is not tried in vain.
        std::stable_partition(tables_.begin(), tables_.end(),
                              [](const auto& table) { return !table->out.good(); });
        for (const auto& table : tables_) {
            if (Status done = table->out.finish(); !done) {
                return done;
            }
        }
        return {};
    }

private:
    void write(const FactTable& table, std::span<const Value> values)
    {
        for (std::size_t i = 0; i < values.size(); ++i) {
            row_ += i == 0 ? "" : ",";
            cell(values[i]);
        }
        row_ += '\n';
        tables_[static_cast<std::size_t>(table.kind)]->out.write(row_);
    }

    void cell(const Value& value)
    {
        if (const auto* words = std::get_if<std::string>(&value)) {
            append_quoted(row_, *words);
        } else if (const auto* items = std::get_if<std::vector<std::string>>(&value)) {
            std::string list;
            dialect_.list(list, *items);
            append_quoted(row_, list);
        } else if (const auto* day = std::get_if<Day>(&value)) {
            row_ += dialect_.day(*day);
        } else if (const auto* truth = std::get_if<bool>(&value)) {
            row_ += *truth ? "true" : "false";
        } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            fmt::format_to(std::back_inserter(row_), "{}", *integer);
        } else if (const auto* number = std::get_if<double>(&value);
                   number != nullptr && std::isfinite(*number)) {
            fmt::format_to(std::back_inserter(row_), "{}", *number);
        }
    }

    const CsvDialect& dialect_;
    std::vector<std::unique_ptr<Table>> tables_;
    std::string row_;
};

} // namespace

void append_quoted(std::string& row, std::string_view text)
{
    row += '"';
    for (std::size_t quote = text.find('"'); quote != std::string_view::npos;
         quote = text.find('"')) {
        row += text.substr(0, quote + 1);
        row += '"';
        text.remove_prefix(quote + 1);
    }
    row += text;
    row += '"';
}

Status write_fact_folder(const graph::Snapshot& graph, const ExportContext& context, Sink& sink,
                         const CsvDialect& dialect,
                         const std::vector<std::pair<std::string, std::string>>& further)
{
    Folder folder{sink, dialect};
    if (Status walked = walk_facts(graph, context, folder); !walked) {
        return walked;
    }
    if (Status done = folder.finish(); !done) {
        return done;
    }
    for (const auto& [file, content] : further) {
        if (Status done = sink.write_to(file, content); !done) {
            return done;
        }
    }
    return {};
}

} // namespace entente::exporters
