// SPDX-License-Identifier: Apache-2.0
// The names that exports declare are the names that they write, with values of the declared type.
#include "exporters/attributes.hpp"
#include "exporters/json_writer.hpp"
#include "exporters/text_pieces.hpp"
#include "tests/support/exported.hpp"

#include <limits>
#include <set>

namespace entente::tests {

namespace {

using exporters::AttributeName;
using exporters::ValueType;

/// Notes what is visited.
struct Visited {
    std::vector<AttributeName> all;

    void operator()(std::string_view name, std::string_view)
    {
        all.push_back({name, ValueType::text});
    }

    void operator()(std::string_view name, double) { all.push_back({name, ValueType::real}); }

    void operator()(std::string_view name, std::size_t) { all.push_back({name, ValueType::whole}); }

    void operator()(std::string_view name, bool) { all.push_back({name, ValueType::truth}); }

    void operator()(std::string_view name, const exporters::Counts&)
    {
        all.push_back({name, ValueType::text});
    }
};

template <typename Declared>
void check_names(const Declared& declared, const std::vector<AttributeName>& visited)
{
    REQUIRE(visited.size() == declared.size());
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < declared.size(); ++i) {
        CAPTURE(i, declared[i].name);
        CHECK(visited[i].name == declared[i].name);
        CHECK(visited[i].type == declared[i].type);
        CHECK(seen.insert(declared[i].name).second);
        // Readers have attributes of these names themselves.
        CHECK(declared[i].name != "id");
        CHECK(declared[i].name != "key");
        CHECK(declared[i].name != "source");
        CHECK(declared[i].name != "target");
    }
}

} // namespace

TEST_CASE("attributes are written as they are declared", "[exporters][attributes]")
{
    const auto mentions = pakistan_and_russia();
    const auto graph = snapshot_of(mentions);
    Visited nodes;
    exporters::visit_attributes(graph.nodes().front(), nodes);
    check_names(exporters::kNodeAttributes, nodes.all);
    Visited edges;
    const auto evidence =
        exporters::strongest_evidence(graph.relations().front(), context_of(mentions));
    REQUIRE(evidence.ok());
    exporters::visit_attributes(graph.relations().front(), *evidence, edges);
    check_names(exporters::kEdgeAttributes, edges.all);
}

TEST_CASE("relations between two actors differ in kind", "[exporters][attributes]")
{
    for (const Grouping grouping : {Grouping::pair, Grouping::category, Grouping::topic}) {
        Filter filter;
        filter.grouping = grouping;
        std::set<std::tuple<std::string, std::string, std::string>> seen;
        auto mentions = pakistan_and_russia();
        mentions.push_back(sighting(9, "PAK", "COOPERATE", "RUS").about({"energy"}));
        mentions.push_back(sighting(10, "RUS", "COOPERATE", "PAK").about({"energy"}));
        for (const graph::Relation& one : summarize(mentions, filter)) {
            CHECK(seen.insert({one.source.code.text(), one.target.code.text(),
                               exporters::relation_kind(one)})
                      .second);
        }
    }
}

TEST_CASE("numbers and days are written as every reader takes them", "[exporters][attributes]")
{
    const auto number = [](double value) {
        std::string text;
        exporters::append_number(text, value);
        return text;
    };
    CHECK(number(0.1) == "0.1");
    CHECK(number(2.0) == "2");
    CHECK(number(-7.2) == "-7.2");
    CHECK(number(1e300) == "1e+300");
    CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "0");
    CHECK(number(std::numeric_limits<double>::infinity()) == "0");
    for (const char* day : {"0001-01-01", "1969-12-31", "2022-02-23", "9999-12-31"}) {
        std::string text;
        exporters::append_day(text, parse_day(day).value());
        CHECK(text == day);
    }
    std::string text;
    exporters::append_day(text, parse_day("9999-12-31").value() + std::chrono::days{1});
    CHECK(text == "10000-01-01");
}

TEST_CASE("a JSON string is safe in a script and on a terminal", "[exporters][json]")
{
    struct Row {
        std::string text;
        const char* want;
    };

    const auto row = GENERATE(values<Row>({
        {"plain", "\"plain\""},
        {"", "\"\""},
        {"a\"b\\c", "\"a\\\"b\\\\c\""},
        {"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
        {std::string{"\0\x1F\x7F", 3}, "\"\\u0000\\u001f\\u007f\""},
        {"\xE2\x80\xA8\xE2\x80\xA9\xE2\x80\xA7", "\"\\u2028\\u2029\xE2\x80\xA7\""},
        {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\xF0\x9F\x98\x80", "\"\xF0\x9F\x98\x80\""},
    }));
    std::string text;
    exporters::append_json_string(text, row.text);
    CHECK(text == row.want);
}

TEST_CASE("JSON spreads over lines down to a depth", "[exporters][json]")
{
    exporters::StringSink sink;
    exporters::JsonWriter json{sink, 2};
    json.begin_object();
    json.field("a", true);
    json.key("list");
    json.begin_array();
    json.begin_object();
    json.field("x", 1.5);
    json.key("none");
    json.null();
    json.key("empty");
    json.begin_array();
    json.end_array();
    json.end_object();
    json.value(std::size_t{2});
    json.end_array();
    json.end_object();
    REQUIRE(json.finish().ok());
    CHECK(sink.text() == "{\n \"a\": true,\n \"list\": [\n  {\"x\": 1.5, \"none\": null, "
                         "\"empty\": []},\n  2\n ]\n}\n");
}

} // namespace entente::tests
