// SPDX-License-Identifier: Apache-2.0
#include "core/query/lexer.hpp"
#include "core/query/parser.hpp"
#include "tests/core/query/query_fixture.hpp"
#include "tests/support/catch.hpp"

#include <random>

using entente::Error;
using entente::ErrorCode;
using entente::Ontology;

namespace {

std::string repeat(const std::string& text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

} // namespace

TEST_CASE("a query that is wrong says where and what was expected", "[core][query]")
{
    struct Row {
        const char* query;
        const char* message;
    };

    const auto row = GENERATE(values<Row>({
        {"", "query:1:1: expected MATCH, found the end"},
        {"FIND x", "query:1:1: expected MATCH, found \"FIND\""},
        {"MATCH a RETURN a", "query:1:7: expected \"(\" to begin an actor"},
        {"MATCH (a RETURN a", "query:1:10: expected \")\" to end the actor"},
        {"MATCH (a) RETURN", "query:1:17: expected a value, found the end"},
        {"MATCH (a)", "query:1:10: expected RETURN, found the end"},
        {"MATCH (a) RETURN b.name", "query:1:18: unknown variable b"},
        {"MATCH (actor) RETURN acto.name", "did you mean \"actor\"?"},
        {"MATCH (a) RETURN a.nam", "unknown property \"nam\"; did you mean \"name\"?"},
        {"MATCH (a)-[r]->(b) RETURN r.colour", "use one of: category, directed, events"},
        {"MATCH (a)-[r:COOPERAT]->(b) RETURN r.label", "did you mean \"COOPERATE\"?"},
        {"MATCH (a:stat) RETURN a", "did you mean \"state\"?"},
        {"MATCH (a {iso: 'PAK'}) RETURN a", "unknown property \"iso\""},
        {"MATCH (a) WHERE a.name = 'Pak RETURN a", "query:1:26: the quote is never closed"},
        {"MATCH (a) RETURN a.name LIMIT x", "expected a number after LIMIT, found \"x\""},
        {"MATCH (a) RETURN a.name LIMIT 99999999999999999999", "the number is too large"},
        {"MATCH (a) RETURN a ORDER a", "expected BY, found \"a\""},
        {"MATCH (a) RETURN total(a)", "unknown function total"},
        {"MATCH (a) WHERE count(a) > 1 RETURN a", "a function over groups cannot stand here"},
        {"MATCH (a) RETURN count(*) ORDER BY a.name", "cannot order by a.name"},
        {"MATCH (a) RETURN a extra", "expected the end of the query, found \"extra\""},
        {"MATCH (a) RETURN a ^ 2", "unexpected character ^"},
        {"MATCH (a)-[r]->(b)-[s]->(c) RETURN a", "only one pattern of two actors is supported"},
        {"MATCH (a)-[*1..3]->(b) RETURN a", "ways of several steps are not supported"},
        {"MATCH (a)-[a]->(b) RETURN a", "a variable stands for two things"},
        {"CREATE (a) RETURN a", "query:1:1: CREATE is not supported; queries only read"},
        {"MATCH (a) DELETE a", "query:1:11: DELETE is not supported"},
        {"MATCH (a) WITH a RETURN a", "WITH is not supported"},
        {"MATCH (a) RETURN a UNION MATCH (b) RETURN b", "UNION is not supported"},
        {"MATCH (a)\nWHERE\n  a.x = 1 RETURN a", "query:3:3: unknown property \"x\""},
        {"MATCH (é) RETURN é.nom", "query:1:18: unknown property \"nom\""},
    }));
    const auto parsed = entente::query::parse(row.query, Ontology::builtin());
    CAPTURE(row.query);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code() == ErrorCode::bad_query);
    CHECK_THAT(parsed.error().message(), Catch::Matchers::Contains(row.message));
}

TEST_CASE("the caret stands under the mistake, also behind wide letters", "[core][query]")
{
    const std::string query = "MATCH (é)\nWHERE é.nom = 'x' RETURN é";
    const auto parsed = entente::query::parse(query, Ontology::builtin());
    REQUIRE_FALSE(parsed);
    CHECK(entente::query::caret_lines(query, parsed.error()) ==
          "  WHERE é.nom = 'x' RETURN é\n        ^\n");
    CHECK(entente::query::caret_lines(query, Error{ErrorCode::bad_query, "no place"}).empty());
}

TEST_CASE("nesting without end is refused before the stack is", "[core][query][hostile]")
{
    const std::string deep = GENERATE(
        "MATCH (a) WHERE " + repeat("(", 200000) + "a.name" + repeat(")", 200000) + " RETURN a",
        "MATCH (a) RETURN " + repeat("[", 200000), "MATCH (a) RETURN " + repeat("size(", 100000));
    const auto parsed = entente::query::parse(deep, Ontology::builtin());
    REQUIRE_FALSE(parsed);
    CHECK_THAT(parsed.error().message(), Catch::Matchers::Contains("nested too deeply"));
}

TEST_CASE("long chains are no nesting", "[core][query][hostile]")
{
    const std::string query = "MATCH (a) WHERE " + repeat("NOT NOT ", 20000) + "a.code = 'RUS' " +
                              repeat("OR a.code = 'UKR' ", 20000) + "RETURN a.code";
    CHECK(entente::tests::ask(query) == std::vector<std::string>{"RUS", "UKR"});
}

TEST_CASE("a query over a megabyte is not read", "[core][query][hostile]")
{
    const auto parsed =
        entente::query::parse(std::string((1U << 20U) + 1, ' '), Ontology::builtin());
    REQUIRE_FALSE(parsed);
    CHECK_THAT(parsed.error().message(), Catch::Matchers::Contains("longer than a megabyte"));
}

TEST_CASE("any row of tokens gives an answer or an error with a place", "[core][query][property]")
{
    const std::vector<std::string> parts{
        "MATCH", "(", ")",      "a",    "-",        "[",        "]",      "->",   "<-",  "r",
        ":AID",  "|", "WHERE",  "AND",  "OR",       "NOT",      "a.name", "=",    "'x'", "1",
        "IN",    ",", "RETURN", "AS",   "count(*)", "ORDER",    "BY",     "SKIP", "3",   "LIMIT",
        "\"",    "{", "}",      "code", ":",        "DISTINCT", "IS",     "NULL", "é",   "\x01"};
    const unsigned seed = 20221124;
    CAPTURE(seed);
    std::mt19937 random{seed};
    for (int round = 0; round < 3000; ++round) {
        std::string query = round % 2 == 0 ? "MATCH (a)-[r]->(b) " : "";
        for (std::size_t i = random() % 24; i > 0; --i) {
            query += parts[random() % parts.size()] + " ";
        }
        CAPTURE(query);
        const auto rows =
            entente::query::run(query, entente::tests::query_graph(), Ontology::builtin());
        if (!rows) {
            CHECK(rows.error().where().line >= 1);
            CHECK(rows.error().where().column >= 1);
            CHECK_FALSE(rows.error().remedy().empty());
        }
    }
}
