// SPDX-License-Identifier: Apache-2.0
#include "exporters/neo4j_csv.hpp"

#include "exporters/cypher.hpp"
#include "exporters/fact_folder.hpp"

#include <fmt/format.h>

namespace entente::exporters {

namespace {

/// The unit separator: what stands between the items of a list has no escape.
constexpr std::string_view kListDelimiter = "\x1F";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string_view type_name(FieldType type) noexcept
{
    switch (type) {
    case FieldType::text:
        return "string";
    case FieldType::integer:
        return "long";
    case FieldType::number:
        return "double";
    case FieldType::truth:
        return "boolean";
    case FieldType::day:
        return "date";
    case FieldType::texts:
        return "string[]";
    }
    return "string";
}

class Dialect final : public CsvDialect {
public:
    [[nodiscard]] std::string header(const FactTable& table) const override
    {
        std::string line;
        if (table.is_link()) {
            line = fmt::format(":START_ID({}),:END_ID({})", fact_table(*table.from).name,
                               fact_table(*table.to).name);
        }
        for (const Field& field : table.fields) {
            const bool is_id = line.empty();
            line += is_id ? fmt::format("{}:ID({})", field.name, table.name)
                          : fmt::format(",{}:{}", field.name, type_name(field.type));
        }
        return line;
    }

    [[nodiscard]] std::string day(Day value) const override { return neo4j_day(value); }

    void list(std::string& cell, const std::vector<std::string>& items) const override
    {
        for (std::size_t i = 0; i < items.size(); ++i) {
            cell += i == 0 ? "" : kListDelimiter;
            for (const char c : items[i]) {
                if (c == kListDelimiter.front()) {
                    cell += kReplacement;
                } else {
                    cell += c;
                }
            }
        }
    }
};

/// `neo4j-admin database import full neo4j @import.args`, called in the folder.
std::string import_arguments()
{
    std::string all;
    for (const FactTable& table : fact_tables()) {
        all += fmt::format("--{}={}={}.csv\n", table.is_link() ? "relationships" : "nodes",
                           table.name, table.file);
    }
    all += "--array-delimiter=U+001F\n"
           "--multiline-fields=true\n"
           "--bad-tolerance=0\n"
           "--strict=true\n";
    return all;
}

} // namespace

Status Neo4jCsvExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const
{
    return write_fact_folder(
        graph, context, sink, Dialect{},
        {{"import.args", import_arguments()}, {"constraints.cypher", cypher_constraints()}});
}

} // namespace entente::exporters
