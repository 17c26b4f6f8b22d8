// SPDX-License-Identifier: Apache-2.0
#include "cli/output/rows.hpp"

#include "cli/output/json.hpp"
#include "cli/output/table.hpp"
#include "core/suggest.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <variant>

namespace entente::cli {

namespace {

void write_value(Json& json, const query::Value& value)
{
    if (const auto* truth = std::get_if<bool>(&value.data)) {
        json.boolean(*truth);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value.data)) {
        json.integer(*integer);
    } else if (const auto* real = std::get_if<double>(&value.data)) {
        json.real(*real);
    } else if (const auto* text = std::get_if<std::string>(&value.data)) {
        json.text(*text);
    } else if (const auto* list = std::get_if<query::Value::List>(&value.data)) {
        json.begin_array();
        for (const query::Value& item : *list) {
            write_value(json, item);
        }
        json.end_array();
    } else {
        json.null();
    }
}

void write_row(Json& json, const query::Rows& rows, const std::vector<query::Value>& row)
{
    json.begin_object();
    for (std::size_t i = 0; i < rows.columns.size(); ++i) {
        json.key(rows.columns[i]);
        write_value(json, row[i]);
    }
    json.end_object();
}

/// A CSV field by RFC 4180.
std::string csv_field(const std::string& value)
{
    if (value.find_first_of(",\"\r\n") == std::string::npos) {
        return value;
    }
    std::string quoted = "\"";
    for (const char c : value) {
        quoted += c;
        if (c == '"') {
            quoted += '"';
        }
    }
    return quoted + '"';
}

std::string markdown_cell(const std::string& value)
{
    std::string out;
    for (const char c : text::printable(value)) {
        out += c == '|' ? "\\|" : std::string(1, c);
    }
    return out;
}

/// Prints titles and rows with `begin` before, `between` among and `end` behind the cells.
template <typename Cell>
void print_lines(Session& session, const query::Rows& rows, std::string_view begin,
                 std::string_view between, std::string_view end, const Cell& cell)
{
    const auto print = [&](const auto& values, const auto& text_of) {
        std::string line{begin};
        for (std::size_t i = 0; i < values.size(); ++i) {
            line += i == 0 ? std::string_view{} : between;
            line += cell(text_of(values[i]));
        }
        session.out << line << end;
    };
    print(rows.columns, [](const std::string& title) { return title; });
    if (begin == "| ") {
        for (std::size_t i = 0; i < rows.columns.size(); ++i) {
            session.out << "|---";
        }
        session.out << "|\n";
    }
    for (const auto& row : rows.rows) {
        print(row, [](const query::Value& value) { return query::to_string(value); });
    }
}

void print_table(Session& session, const query::Rows& rows)
{
    std::vector<Column> columns;
    columns.reserve(rows.columns.size());
    for (std::size_t i = 0; i < rows.columns.size(); ++i) {
        bool numbers = !rows.rows.empty();
        for (const auto& row : rows.rows) {
            numbers = numbers && (row[i].is_number() || row[i].is_null());
        }
        columns.push_back({text::printable(rows.columns[i]), numbers ? Align::right : Align::left});
    }
    Table table{std::move(columns)};
    for (const auto& row : rows.rows) {
        std::vector<std::string> cells;
        for (const query::Value& value : row) {
            cells.push_back(query::to_string(value));
        }
        table.add(std::move(cells));
    }
    table.print(session);
}

} // namespace

Result<RowFormat> parse_row_format(const std::string& name)
{
    const std::vector<std::string> names{"table", "json", "jsonl", "csv", "markdown"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            return static_cast<RowFormat>(i);
        }
    }
    return Error{ErrorCode::unsupported_format,
                 fmt::format("--format: unknown format \"{}\"", name)}
        .hint(did_you_mean(name, names, "write table, json, jsonl, csv or markdown"));
}

void print_rows(Session& session, const query::Rows& rows, RowFormat format)
{
    switch (format) {
    case RowFormat::table:
        print_table(session, rows);
        break;
    case RowFormat::json: {
        Json json;
        json.begin_array();
        for (const auto& row : rows.rows) {
            write_row(json, rows, row);
        }
        json.end_array();
        session.out << json.line() << '\n';
        break;
    }
    case RowFormat::jsonl:
        for (const auto& row : rows.rows) {
            Json json;
            write_row(json, rows, row);
            session.out << json.line() << '\n';
        }
        break;
    case RowFormat::csv:
        print_lines(session, rows, "", ",", "\r\n", csv_field);
        break;
    case RowFormat::markdown:
        print_lines(session, rows, "| ", " | ", " |\n", markdown_cell);
        break;
    }
}

} // namespace entente::cli
