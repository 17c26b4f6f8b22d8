// SPDX-License-Identifier: Apache-2.0
#include "exporters/cypher.hpp"

#include "exporters/buffered_sink.hpp"
#include "exporters/facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace entente::exporters {

namespace {

/// A batch is one statement, so one transaction. More rows load no faster; fewer parse faster.
constexpr std::size_t kBatchRows = 500;
constexpr std::size_t kBatchBytes = std::size_t{256} * 1024;

/// "date(row.from_day)"; all else is stored as its literal says.
std::string from_row(const Field& field)
{
    return field.type == FieldType::day ? fmt::format("date(row.{})", field.name)
                                        : fmt::format("row.{}", field.name);
}

/// What follows "UNWIND [...] AS row" for a table.
std::string statement_end(const FactTable& table)
{
    std::string set;
    for (const Field& field : table.fields) {
        if (field.name != "id") {
            set += fmt::format("{}x.{} = {}", set.empty() ? "\nSET " : ", ", field.name,
                               from_row(field));
        }
    }
    if (!table.is_link()) {
        return fmt::format("MERGE (x:{} {{id: row.id}}){};\n", table.name, set);
    }
    const FactTable& from = fact_table(*table.from);
    const FactTable& to = fact_table(*table.to);
    if (table.kind != FactKind::relation) {
        // An event is written after its sightings: until then its node has an id and no more.
        return fmt::format("MERGE (a:{} {{id: row.a}})\nMERGE (b:{} {{id: row.b}})\n"
                           "MERGE (a)-[:{}]->(b);\n",
                           from.name, to.name, table.name);
    }
    // As a graph grows, a relation may turn round.
    return fmt::format("MATCH (a:{0} {{id: row.a}})\nMATCH (b:{1} {{id: row.b}})\n"
                       "OPTIONAL MATCH (b)-[turned:{2} {{id: row.id}}]->(a)\nDELETE turned\n"
                       "MERGE (a)-[x:{2} {{id: row.id}}]->(b){3};\n",
                       from.name, to.name, table.name, set);
}

void append_value(std::string& row, const Value& value)
{
    if (const auto* words = std::get_if<std::string>(&value)) {
        append_cypher_string(row, *words);
    } else if (const auto* items = std::get_if<std::vector<std::string>>(&value)) {
        row += '[';
        for (std::size_t i = 0; i < items->size(); ++i) {
            row += i == 0 ? "" : ",";
            append_cypher_string(row, (*items)[i]);
        }
        row += ']';
    } else if (const auto* day = std::get_if<Day>(&value)) {
        row += fmt::format("'{}'", neo4j_day(*day));
    } else if (const auto* truth = std::get_if<bool>(&value)) {
        row += *truth ? "true" : "false";
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        fmt::format_to(std::back_inserter(row), "{}", *integer);
    } else if (const auto* number = std::get_if<double>(&value)) {
        const std::string text = fmt::format("{}", *number);
        row += text;
        // A literal without point or exponent would be an integer.
        row += text.find_first_of(".e") == std::string::npos ? ".0" : "";
    }
}

bool is_absent(const Value& value)
{
    const auto* number = std::get_if<double>(&value);
    return std::holds_alternative<std::monostate>(value) ||
           (number != nullptr && !std::isfinite(*number));
}

class Script final : public FactReceiver {
public:
    explicit Script(Sink& sink)
        : out_{sink}
    {}

    void head()
    {
        out_.write("// entente-cypher 1: cypher-shell -f FILE\n");
        out_.write(cypher_constraints());
    }

    void node(const FactTable& table, std::span<const Value> values) override
    {
        row_.clear();
        add(table, values);
    }

    void link(const FactTable& table, std::string_view from, std::string_view to,
              std::span<const Value> values) override
    {
        row_ = "a:";
        append_cypher_string(row_, from);
        row_ += ",b:";
        append_cypher_string(row_, to);
        add(table, values);
    }

    [[nodiscard]] bool good() const override { return out_.good(); }

    [[nodiscard]] Status finish()
    {
        flush();
        return out_.finish();
    }

private:
    struct Batch {
        std::string rows;
        std::size_t count = 0;
    };

    void add(const FactTable& table, std::span<const Value> values)
    {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!is_absent(values[i])) {
                fmt::format_to(std::back_inserter(row_), "{}{}:", row_.empty() ? "" : ",",
                               table.fields[i].name);
                append_value(row_, values[i]);
            }
        }
        Batch& batch = batches_[static_cast<std::size_t>(table.kind)];
        batch.rows += fmt::format("{}{{{}}}", batch.count == 0 ? "" : ",\n", row_);
        ++batch.count;
        if (batch.count >= kBatchRows || batch.rows.size() >= kBatchBytes) {
            flush();
        }
    }

    /// All tables, nodes first, so that a link never comes before what it links.
    void flush()
    {
        for (const FactTable& table : fact_tables()) {
            Batch& batch = batches_[static_cast<std::size_t>(table.kind)];
            if (batch.count > 0) {
                out_.write("UNWIND [\n");
                out_.write(batch.rows);
                out_.write("\n] AS row\n");
                out_.write(statement_end(table));
            }
            batch = {};
        }
    }

    BufferedSink out_;
    std::array<Batch, 9> batches_; ///< by FactKind
    std::string row_;
};

} // namespace

std::string cypher_constraints()
{
    std::string all;
    for (const FactTable& table : fact_tables()) {
        if (!table.is_link()) {
            all += fmt::format("CREATE CONSTRAINT {0}_id IF NOT EXISTS FOR (x:{1}) REQUIRE x.id IS "
                               "UNIQUE;\n",
                               table.file, table.name);
        } else if (!table.fields.empty()) {
            all += fmt::format("CREATE CONSTRAINT {0}_id IF NOT EXISTS FOR ()-[x:{1}]-() REQUIRE "
                               "x.id IS UNIQUE;\n",
                               table.file, table.name);
        }
    }
    return all;
}

std::string neo4j_day(Day day)
{
    std::string text = format_day(day);
    return text.size() > std::string_view{"YYYY-MM-DD"}.size() ? "+" + text : text;
}

void append_cypher_string(std::string& script, std::string_view utf8)
{
    script += '\'';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\'' || c == '\\') {
            script += '\\';
            script += c;
        } else if (c == '\n') {
            script += "\\n";
        } else if (byte < 0x20 || byte == 0x7F) {
            fmt::format_to(std::back_inserter(script), "\\u{:04X}", byte);
        } else {
            script += c;
        }
    }
    script += '\'';
}

Status CypherExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                             Sink& sink) const
{
    Script script{sink};
    script.head();
    if (Status walked = walk_facts(graph, context, script); !walked) {
        return walked;
    }
    return script.finish();
}

} // namespace entente::exporters
