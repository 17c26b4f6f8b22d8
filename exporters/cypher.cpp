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

/// A batch is one statement, so one transaction.
constexpr std::size_t kBatchRows = 1000;
constexpr std::size_t kBatchBytes = std::size_t{512} * 1024;

// Rows travel in one string literal that the statement takes apart. As a list of maps, as one
// would write it by hand, a batch is thousands of literals: Neo4j 5.26 needs 4 ms to compile each
// row, and the same again the next time. So the statement is compiled once for all batches.
constexpr std::string_view kItemEnd = "\\u001D";
constexpr std::string_view kFieldEnd = "\\u001F";
constexpr std::string_view kRowEnd = "\\u001E\n";

/// How the n-th field of a row becomes a value; what is absent is null, and so unset.
std::string from_row(FieldType type, std::size_t place)
{
    const std::string field = fmt::format("f[{}]", place);
    std::string made = field;
    switch (type) {
    case FieldType::integer:
        return fmt::format("toInteger({})", field);
    case FieldType::number:
        return fmt::format("toFloat({})", field);
    case FieldType::truth:
        return fmt::format("toBoolean({})", field);
    case FieldType::day:
        made = fmt::format("date({})", field);
        break;
    case FieldType::texts:
        made = fmt::format("split({}, '{}')", field, kItemEnd);
        break;
    case FieldType::text:
        break;
    }
    return fmt::format("CASE {} WHEN '' THEN null ELSE {} END", field, made);
}

/// What follows the rows of a table.
std::string statement_end(const FactTable& table)
{
    // The ends of a link stand before its fields.
    const std::size_t ends = table.is_link() ? 2 : 0;
    std::string set;
    for (std::size_t i = 1; i < table.fields.size(); ++i) {
        set += fmt::format("{}x.{} = {}", set.empty() ? "\nSET " : ",\n    ", table.fields[i].name,
                           from_row(table.fields[i].type, i + ends));
    }
    std::string text =
        fmt::format("', '{}') AS row\nWITH split(row, '{}') AS f\n", kRowEnd, kFieldEnd);
    if (!table.is_link()) {
        return text + fmt::format("MERGE (x:{} {{id: f[0]}}){};\n", table.name, set);
    }
    const std::string_view from = fact_table(*table.from).name;
    const std::string_view to = fact_table(*table.to).name;
    if (table.kind != FactKind::relation) {
        // An event is written after its sightings: until then its node has an id and no more.
        return text + fmt::format("MERGE (a:{} {{id: f[0]}})\nMERGE (b:{} {{id: f[1]}})\n"
                                  "MERGE (a)-[:{}]->(b);\n",
                                  from, to, table.name);
    }
    // As a graph grows, a relation may turn round.
    return text + fmt::format("MATCH (a:{0} {{id: f[0]}})\nMATCH (b:{1} {{id: f[1]}})\n"
                              "OPTIONAL MATCH (b)-[turned:{2} {{id: f[2]}}]->(a)\nDELETE turned\n"
                              "MERGE (a)-[x:{2} {{id: f[2]}}]->(b){3};\n",
                              from, to, table.name, set);
}

void append_value(std::string& row, const Value& value)
{
    if (const auto* words = std::get_if<std::string>(&value)) {
        append_cypher_text(row, *words);
    } else if (const auto* items = std::get_if<std::vector<std::string>>(&value)) {
        for (std::size_t i = 0; i < items->size(); ++i) {
            row += i == 0 ? "" : kItemEnd;
            append_cypher_text(row, (*items)[i]);
        }
    } else if (const auto* day = std::get_if<Day>(&value)) {
        row += neo4j_day(*day);
    } else if (const auto* truth = std::get_if<bool>(&value)) {
        row += *truth ? "true" : "false";
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        fmt::format_to(std::back_inserter(row), "{}", *integer);
    } else if (const auto* number = std::get_if<double>(&value);
               number != nullptr && std::isfinite(*number)) {
        fmt::format_to(std::back_inserter(row), "{}", *number);
    }
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
        row_.clear();
        append_cypher_text(row_, from);
        row_ += kFieldEnd;
        append_cypher_text(row_, to);
        row_ += values.empty() ? std::string_view{} : kFieldEnd;
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
            row_ += i == 0 ? std::string_view{} : kFieldEnd;
            append_value(row_, values[i]);
        }
        Batch& batch = batches_[static_cast<std::size_t>(table.kind)];
        batch.rows += batch.count == 0 ? std::string_view{} : kRowEnd;
        batch.rows += row_;
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
                out_.write("UNWIND split('");
                out_.write(batch.rows);
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

void append_cypher_text(std::string& literal, std::string_view utf8)
{
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\'' || c == '\\') {
            literal += '\\';
            literal += c;
        } else if (c == '\n') {
            literal += "\\n";
        } else if (byte >= 0x1D && byte <= 0x1F) {
            literal += "\xEF\xBF\xBD"; // what separates items, rows and fields
        } else if (byte < 0x20 || byte == 0x7F) {
            fmt::format_to(std::back_inserter(literal), "\\u{:04X}", byte);
        } else {
            literal += c;
        }
    }
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
