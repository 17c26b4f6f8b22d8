// SPDX-License-Identifier: Apache-2.0
// Events in the columns of POLECAT and ICEWS, and what they are called there.
#include "core/text.hpp"
#include "exporters/event_codes.hpp"
#include "tests/support/exported.hpp"

#include <algorithm>
#include <set>

namespace entente::tests {

namespace {

using Row = std::map<std::string, std::string>;

/// Rows by column; no text of these tests needs quotes.
std::vector<Row> rows_of(const std::string& table, std::size_t* columns = nullptr)
{
    std::vector<Row> rows;
    std::vector<std::string_view> names;
    for (const std::string_view line : text::split(table, '\n')) {
        const auto cells = text::split(line, '\t');
        if (names.empty()) {
            names = cells;
            continue;
        }
        if (line.empty()) {
            continue;
        }
        REQUIRE(cells.size() == names.size());
        Row& row = rows.emplace_back();
        for (std::size_t i = 0; i < names.size(); ++i) {
            row[std::string{names[i]}] = cells[i];
        }
    }
    if (columns != nullptr) {
        *columns = names.size();
    }
    return rows;
}

} // namespace

TEST_CASE("an event is all sightings of one day, pair, category and mode", "[exporters][events]")
{
    const auto rows = rows_of(exported("csv-events", pakistan_and_russia()));
    // Not the standing relation, nor what is hypothetical; two sightings of one attack.
    REQUIRE(rows.size() == 5);
    const Row& attack = rows[1];
    CHECK(rows[0].at("Event Date") == "2014-04-02");
    CHECK(attack.at("Event Date") == "2014-06-08");
    CHECK(attack.at("Event Type") == "ASSAULT");
    CHECK(attack.at("Quad Code") == "MATERIAL CONFLICT");
    CHECK(attack.at("CAMEO Code") == "190");
    CHECK(attack.at("Mentions") == "2");
    CHECK(attack.at("Sources") == "1");
    CHECK(attack.at("Confidence") == "0.95");
    CHECK(attack.at("Actor Name") == "Taliban");
    CHECK(attack.at("Actor Country").empty());
    CHECK(attack.at("Recipient Name") == "Pakistan (armed forces)");
    CHECK(attack.at("Recipient Country") == "PAK");
    CHECK(attack.at("Recipient COW") == "770");
    CHECK(attack.at("Primary Recipient Sector") == "MIL");
    CHECK(attack.at("Contexts") == "terrorism");
    // A plan to cooperate is an agreement to PLOVER.
    const Row& plan = rows[2];
    CHECK(plan.at("Event Type") == "AGREE");
    CHECK(plan.at("CAMEO Code") == "0311");
    CHECK(plan.at("Status") == "planned");
    CHECK(plan.at("Symmetric") == "true");
    const Row& visit = rows[4];
    CHECK(visit.at("Event Type") == "CONSULT");
    CHECK(visit.at("Event Mode") == "visit");
    CHECK(visit.at("CAMEO Code") == "042");
    CHECK(visit.at("Event End") == "2022-02-24");
}

TEST_CASE("the columns are POLECAT's 40 and ours, and ICEWS' 20", "[exporters][events]")
{
    std::size_t columns = 0;
    const std::string polecat = exported("csv-events", pakistan_and_russia());
    (void)rows_of(polecat, &columns);
    CHECK(columns == 59);
    const auto names = text::split(text::split(polecat, '\n').front(), '\t');
    CHECK(names[0] == "Event ID");
    CHECK(names[39] == "Version");
    CHECK(std::set<std::string_view>(names.begin(), names.end()).size() == names.size());
    (void)rows_of(exported("csv-icews", pakistan_and_russia()), &columns);
    CHECK(columns == 20);
}

TEST_CASE("ICEWS has a row in each direction for what two do to each other", "[exporters][events]")
{
    const auto rows = rows_of(exported("csv-icews", pakistan_and_russia()));
    REQUIRE(rows.size() == 7); // five events, two of them mutual
    CHECK(rows[2].at("Event Text") == "Express intent to cooperate economically");
    CHECK(rows[2].at("CAMEO Code") == "0311");
    CHECK(rows[2].at("Source Country") == rows[3].at("Target Country"));
    CHECK(rows[2].at("Target Name") == rows[3].at("Source Name"));
    CHECK(rows[2].at("Event ID") != rows[3].at("Event ID"));
    std::set<std::string> ids;
    for (const Row& row : rows) {
        CHECK(ids.insert(row.at("Event ID")).second);
        CHECK(std::stoull(row.at("Event ID")) < (1ULL << 53U));
    }
}

TEST_CASE("a mention in several relations is one sighting", "[exporters][events]")
{
    Filter filter;
    filter.grouping = Grouping::topic; // sighting 2 has two topics
    const auto mentions = pakistan_and_russia();
    const auto by_topic =
        exported("csv-events", snapshot_of(mentions, filter), context_of(mentions));
    CHECK(by_topic == exported("csv-events", mentions));
}

TEST_CASE("without a way to look up evidence there are no events", "[exporters][events]")
{
    CHECK(rows_of(exported("csv-events", snapshot_of(pakistan_and_russia()), {})).empty());
}

TEST_CASE("PLOVER codes what is done, and plans to cooperate", "[exporters][events]")
{
    struct Row {
        const char* category;
        Factuality status;
        const char* want; ///< empty for no event
    };

    const auto row = GENERATE(values<Row>({
        {"AID", Factuality::actual, "AID"},
        {"AID", Factuality::planned, "AGREE"},
        {"CONSULT", Factuality::planned, "AGREE"},
        {"SUPPORT", Factuality::planned, "AGREE"},
        {"RETREAT", Factuality::planned, "CONCEDE"},
        {"ASSAULT", Factuality::planned, ""},
        {"AID", Factuality::hypothetical, ""},
        {"AID", Factuality::negated, ""},
        {"RELATE", Factuality::actual, ""},
    }));
    CAPTURE(row.category);
    Mention mention;
    mention.category = row.category;
    mention.status = row.status;
    const auto event = exporters::plover_event(mention);
    CHECK((event ? event->category : "") == std::string{row.want});
}

TEST_CASE("states have their codes of the Correlates of War", "[exporters][events]")
{
    CHECK(exporters::cow_code("USA") == 2);
    CHECK(exporters::cow_code("PAK") == 770);
    CHECK(exporters::cow_code("AFG") == 700);
    CHECK(exporters::cow_code("ZWE") == 552);
    CHECK(exporters::cow_code("NATO") == 0);
    CHECK(exporters::cow_code("") == 0);
}

} // namespace entente::tests
