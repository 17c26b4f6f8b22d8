// SPDX-License-Identifier: Apache-2.0
#include "exporters/kuzu.hpp"

#include "exporters/fact_folder.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::exporters {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string_view type_name(FieldType type) noexcept
{
    switch (type) {
    case FieldType::text:
        return "STRING";
    case FieldType::integer:
        return "INT64";
    case FieldType::number:
        return "DOUBLE";
    case FieldType::truth:
        return "BOOL";
    case FieldType::day:
        return "DATE";
    case FieldType::texts:
        return "STRING[]";
    }
    return "STRING";
}

/// Kùzu reads a list as "[a,b]": it knows no escape in it, and trims its items.
void append_list_item(std::string& cell, std::string_view item)
{
    constexpr std::string_view kBlank = " \t\n\v\f\r";
    const std::size_t begin = std::min(item.find_first_not_of(kBlank), item.size());
    item = item.substr(begin, item.find_last_not_of(kBlank) + 1 - begin);
    if (item.empty()) {
        cell += kReplacement;
    }
    for (const char c : item) {
        if (std::string_view{",[]{}\"'\\"}.find(c) == std::string_view::npos) {
            cell += c;
        } else {
            cell += kReplacement;
        }
    }
}

class Dialect final : public CsvDialect {
public:
    /// Columns are matched by place; the names are for people.
    [[nodiscard]] std::string header(const FactTable& table) const override
    {
        std::string line = table.is_link() ? "from,to" : "";
        for (const Field& field : table.fields) {
            line += fmt::format("{}{}", line.empty() ? "" : ",", field.name);
        }
        return line;
    }

    void list(std::string& cell, const std::vector<std::string>& items) const override
    {
        cell += '[';
        for (std::size_t i = 0; i < items.size(); ++i) {
            cell += i == 0 ? "" : ",";
            append_list_item(cell, items[i]);
        }
        cell += ']';
    }
};

std::string schema()
{
    std::string all;
    for (const FactTable& table : fact_tables()) {
        std::string columns = table.is_link()
                                  ? fmt::format("FROM {} TO {}", fact_table(*table.from).name,
                                                fact_table(*table.to).name)
                                  : "";
        for (const Field& field : table.fields) {
            columns += fmt::format("{}{} {}", columns.empty() ? "" : ", ", field.name,
                                   type_name(field.type));
        }
        all += fmt::format(
            "CREATE {} TABLE {}({}{});\n", table.is_link() ? "REL" : "NODE", table.name, columns,
            table.is_link() ? std::string{}
                            : fmt::format(", PRIMARY KEY({})", table.fields.front().name));
    }
    return all;
}

/// Without PARALLEL=false a line end in a quoted field ends the row. QUOTE and ESCAPE are `"` by
/// default; IMPORT DATABASE cannot read them where they are given.
std::string copy()
{
    std::string all;
    for (const FactTable& table : fact_tables()) {
        all += fmt::format("COPY {} FROM \"{}.csv\" (HEADER=true, AUTO_DETECT=false, "
                           "PARALLEL=false);\n",
                           table.name, table.file);
    }
    return all;
}

} // namespace

Status KuzuExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                           Sink& sink) const
{
    return write_fact_folder(graph, context, sink, Dialect{},
                             {{"schema.cypher", schema()}, {"copy.cypher", copy()}});
}

} // namespace entente::exporters
