// SPDX-License-Identifier: Apache-2.0
#include "tests/core/query/query_fixture.hpp"
#include "tests/support/catch.hpp"

using entente::tests::ask;
using Lines = std::vector<std::string>;

TEST_CASE("queries answer what was asked", "[core][query]")
{
    struct Row {
        const char* name;
        const char* query;
        Lines answer;
    };

    const auto row = GENERATE(values<Row>({
        {"direction counts", "MATCH (a)-[r:ASSAULT]->(b) RETURN a.code, b.code", {"RUS | UKR"}},
        {"backwards", "MATCH (a)<-[r:ASSAULT]-(b) RETURN a.code, b.code", {"UKR | RUS"}},
        {"an arrow does not match against the direction",
         "MATCH (a {code: 'UKR'})-[r]->(b) RETURN b.code",
         {}},
        {"either direction", "MATCH (a {code: 'UKR'})-[r]-(b) RETURN b.code", {"RUS"}},
        {"an undirected relation matches both ways",
         "MATCH (a)-[r:COOPERATE]->(b) RETURN a.code, b.code",
         {"PAK | RUS", "RUS | PAK"}},
        {"strongest first without ORDER BY",
         "MATCH (a {code: 'PAK'})-[r]-(b) RETURN b.name, r.label",
         {"Russia | gas pipeline", "United States | military aid"}},
        {"alternatives of categories, in any case",
         "match (a)-[r:aid|ASSAULT]->(b) return r.category order by r.category",
         {"AID", "ASSAULT"}},
        {"node by name", "MATCH (a {name: 'NATO'})-[r]->(b) RETURN b.name", {"Russia"}},
        {"kind of actor as label", "MATCH (a:organisation) RETURN a.code", {"NATO"}},
        {"actors alone", "MATCH (a) RETURN count(*)", {"5"}},
        {"and binds stronger than or",
         "MATCH (a)-[r]->(b) WHERE r.label = 'invasion' OR r.mentions = 2 AND b.code = 'IND' "
         "RETURN r.label",
         {"invasion"}},
        {"not",
         "MATCH (a)-[r]->(b) WHERE NOT r.directed RETURN DISTINCT r.label",
         {"gas pipeline"}},
        {"in a list",
         "MATCH (a) WHERE a.code IN ['RUS', 'UKR'] RETURN a.code ORDER BY a.code",
         {"RUS", "UKR"}},
        {"contains on text",
         "MATCH (a)-[r]->(b) WHERE r.label CONTAINS 'aid' RETURN r.label",
         {"military aid"}},
        {"contains on a list",
         "MATCH (a {code: 'PAK'})-[r]-(b) WHERE r.topics CONTAINS 'energy' RETURN b.code",
         {"RUS"}},
        {"starts with", "MATCH (a) WHERE a.name STARTS WITH 'United' RETURN a.code", {"USA"}},
        {"ends with", "MATCH (a) WHERE a.name ENDS WITH 'ine' RETURN a.code", {"UKR"}},
        {"dates compare as texts",
         "MATCH (a)-[r]->(b) WHERE r.since >= '2022' RETURN r.label",
         {"invasion"}},
        {"a comparison with null is not true",
         "MATCH (a)-[r]->(b) WHERE r.since < '9999' OR NOT r.since < '9999' RETURN r.label "
         "ORDER BY r.label",
         {"gas pipeline", "gas pipeline", "invasion"}},
        {"size counts characters, not bytes",
         "MATCH (a {code: 'RUS'}) RETURN size('café – è')",
         {"8"}},
        {"a sum that no integer holds is a real number",
         "MATCH (a) RETURN sum(9223372036854775807)",
         {"4.61169e+19"}},
        {"is null", "MATCH (a)-[r]->(b) WHERE r.since IS NULL RETURN count(r)", {"2"}},
        {"is not null",
         "MATCH (a)-[r]->(b) WHERE r.since IS NOT NULL AND r.directed RETURN r.label",
         {"invasion"}},
        {"values of different kinds do not compare",
         "MATCH (a) WHERE a.code > 1 OR a.code < 1 RETURN a.code",
         {}},
        {"groups by what is no aggregate",
         "MATCH (a)-[r]-(b) RETURN a.code AS who, count(*) AS n ORDER BY n DESC, who LIMIT 2",
         {"RUS | 3", "PAK | 2"}},
        {"count of nothing is one row", "MATCH (a)-[r:PROTEST]->(b) RETURN count(*)", {"0"}},
        {"groups of nothing are no rows", "MATCH (a)-[r:PROTEST]->(b) RETURN a.code, count(*)", {}},
        {"sum, min, max, avg",
         "MATCH (a)-[r]->(b) WHERE r.directed RETURN sum(r.mentions), min(r.weight), "
         "max(r.label), avg(r.mentions)",
         {"7 | 1 | military aid | 2.33333"}},
        {"count distinct", "MATCH (a)-[r]->(b) RETURN count(DISTINCT b.code)", {"3"}},
        {"collect", "MATCH (a)-[r]->({code: 'RUS'}) RETURN collect(a.code)", {"PAK, NATO"}},
        {"skip and limit",
         "MATCH (a) RETURN a.code ORDER BY a.code SKIP 1 LIMIT 2",
         {"PAK", "RUS"}},
        {"limit nought", "MATCH (a) RETURN a.code LIMIT 0", {}},
        {"skip past the end", "MATCH (a) RETURN a.code SKIP 99", {}},
        {"order by something that is not returned",
         "MATCH (a) WHERE a.kind = 'state' RETURN a.code ORDER BY a.name DESC LIMIT 1",
         {"USA"}},
        {"quotes and escapes", R"(MATCH (a) WHERE a.name = 'O\'Brien' RETURN a.code)", {}},
        {"comments and a semicolon", "MATCH (a) // all of them\nRETURN count(a);", {"5"}},
        {"size of a list", "MATCH (a)-[r:COOPERATE]->(b) RETURN DISTINCT size(r.topics)", {"2"}},
        {"whole things", "MATCH (a)-[r:ASSAULT]->(b) RETURN a, r", {"RUS | RUS-[ASSAULT]->UKR"}},
    }));
    CAPTURE(row.name, row.query);
    CHECK(ask(row.query) == row.answer);
}
