// SPDX-License-Identifier: Apache-2.0
// GDELT, ICEWS and POLECAT: what their rows say in our terms, and rows that say nothing.
#include "core/mention_json.hpp"
#include "core/text.hpp"
#include "tests/extractors/records/outlet.hpp"

#include <algorithm>

namespace entente::tests {

namespace {

using records::Omission;

/// "RUS:GOV COOPERATE CHN", with the mode and, where it goes both ways, a '='.
std::string in_short(const Mention& mention)
{
    return mention.source.code.text() + " " + mention.category +
           (mention.mode.empty() ? "" : "/" + mention.mode) + (mention.symmetric ? " = " : " ") +
           mention.target.code.text();
}

std::vector<std::string> in_short(const KeptRecords& kept)
{
    std::vector<std::string> all;
    for (const store::Extracted& record : kept.records) {
        for (const Mention& mention : record.mentions) {
            all.push_back(in_short(mention));
        }
    }
    return all;
}

/// Spans lie where the words are, and the mention survives its JSON.
void check_sound(const store::Extracted& record)
{
    CHECK(record.article.text.empty());
    for (const Mention& mention : record.mentions) {
        CHECK(mention.article == record.article.id);
        CHECK(mention_from_json(to_json(mention)).value() == mention);
        const std::string& sentence = mention.sentence.text;
        for (const Evidence* part :
             {&mention.source.mention, &mention.target.mention, &mention.cue, &mention.sentence}) {
            CHECK(sentence.substr(part->bytes.begin, part->bytes.size()) == part->text);
            CHECK(part->code_points.size() == text::count_code_points(part->text));
        }
    }
}

/// A row of GDELT 2.0 with some cells set; others are empty.
std::string gdelt_row(const std::vector<std::pair<std::size_t, std::string>>& cells)
{
    constexpr std::size_t kColumns = 61;
    std::vector<std::string> row(kColumns);
    row[0] = "1";
    row[1] = "20240501";
    row[5] = "USA";
    row[15] = "MEX";
    row[26] = "042";
    row[59] = "20240501120000";
    for (const auto& [column, value] : cells) {
        row[column] = value;
    }
    std::string line;
    for (const std::string& cell : row) {
        line += (line.empty() && &cell == &row.front() ? "" : "\t") + cell;
    }
    return line + "\n";
}

} // namespace

TEST_CASE("GDELT's events are relations, statements and single actors are none",
          "[extractors][records]")
{
    KeptRecords kept;
    const auto& records = read_file("gdelt.export.CSV", kept).records;
    CHECK(kept.lost.empty());
    CHECK(in_short(kept) ==
          std::vector<std::string>{"CHN CONSULT/visit RUS:GOV", // who hosts is visited
                                   "RUS:GOV COOPERATE = CHN", "UN REQUEST/yield SDN:REB"});
    CHECK(kept.left_out ==
          std::vector<std::pair<Omission, std::string>>{{Omission::one_actor, ""},
                                                        {Omission::unknown_actor, "COP"},
                                                        {Omission::no_relation, "010"},
                                                        {Omission::same_actor, "USA"}});
    for (const auto& record : records) {
        check_sound(record);
    }
    const Mention& visit = records[0].mentions[0];
    CHECK(visit.sentence.text == "CHINA – visit (CAMEO 043) – MOSCOW; Moscow, Moskva, Russia");
    CHECK(visit.date->range ==
          DateRange{parse_day("2024-04-30").value(), parse_day("2024-05-01").value()});
    CHECK(visit.date->basis == DateBasis::relative); // it was added a day later
    CHECK(records[1].mentions[0].date->basis == DateBasis::article);
    CHECK(records[1].mentions[0].topics == std::vector<std::string>{"economy"});
    CHECK(visit.source.name == "China");
    CHECK(visit.rule == "CAMEO 043");
    CHECK(visit.extractor == "GDELT 2.0");
    CHECK(visit.confidence == 0.5);
    CHECK_THAT(visit.extra, Catch::Contains("\"AvgTone\":\"-1.25\""));
    CHECK_THAT(visit.extra, !Catch::Contains("MonthYear"));
    const Article& article = records[0].article;
    CHECK(article.id == "gdelt:900000001");
    CHECK(article.uri == "https://www.example.org/world/visit-1");
    CHECK(article.publisher == "example.org");
    CHECK(article.date->to_string() == "2024-05-01");
}

TEST_CASE("a rotten row costs itself and is named with its line", "[extractors][records]")
{
    KeptRecords kept;
    const auto& records = read_file("gdelt_rotten.export.CSV", kept).records;
    REQUIRE(records.size() == 2);
    CHECK(records[0].article.id == "gdelt:900000001");
    CHECK(records[1].article.id == "gdelt:900000009"); // its ill-formed byte is U+FFFD
    CHECK_THAT(records[1].mentions[0].sentence.text, Catch::Contains("UNITED \uFFFD NATIONS"));
    const std::vector<std::string> expected{
        "file:2: \"\" is no DATEADDED",   "file:3: \"13y\" is no CAMEO code",
        "file:4: \"20240231\" is no day", "file:5: \"abc\" is no event id",
        "file:6: the row has 62 cells",   "file:7: the row has 1 cells"};
    REQUIRE(kept.lost.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK_THAT(kept.lost[i], Catch::StartsWith(expected[i]));
    }
}

TEST_CASE("GDELT 1.0 is told by its columns", "[extractors][records]")
{
    KeptRecords kept;
    const auto& records = read_file("gdelt_1.export.CSV", kept).records;
    CHECK(in_short(kept) == std::vector<std::string>{"USA:MIL COOPERATE = KOR", "USA:MIL AID KOR"});
    CHECK(records[0].article.uri == "http://example.com/drill");
    CHECK(records[1].article.uri.empty());
    CHECK(records[0].mentions[0].extractor == "GDELT 1.0");
    CHECK_THAT(records[0].mentions[0].sentence.text, Catch::EndsWith("; Seoul, South Korea"));
}

TEST_CASE("a GDELT table with a header is read by names, in any order", "[extractors][records]")
{
    KeptRecords kept;
    REQUIRE(read_records("GLOBALEVENTID\tEventCode\tActor2Code\tSQLDATE\tActor1Code\tMine\n"
                         "7\t190\tMEX\t2024-05-01\tUSAMIL\tnote\n",
                         kept)
                .ok());
    CHECK(in_short(kept) == std::vector<std::string>{"USA:MIL ASSAULT MEX"});
    CHECK_THAT(kept.records.at(0).mentions[0].extra, Catch::Contains("\"Mine\":\"note\""));

    KeptRecords none;
    const auto read = read_records("GLOBALEVENTID\tSQLDATE\n7\t20240501\n", none);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code() == ErrorCode::unreadable_input);
    CHECK_THAT(read.error().message(), Catch::Contains("lacks the column Actor1Code"));
}

TEST_CASE("CAMEO's actors become ours", "[extractors][records]")
{
    struct Row {
        const char* name;
        const char* code;
        const char* called;
        const char* actor; ///< empty: unknown
    };

    const auto row = GENERATE(values<Row>({
        {"a state", "RUS", "RUSSIA", "RUS"},
        {"a part of a state", "RUSMIL", "RUSSIAN ARMY", "RUS:MIL"},
        {"a former code", "ROM", "ROMANIA", "ROU"},
        {"an organisation", "IGOUNO", "UNITED NATIONS", "UN"},
        {"an organisation has no sectors", "NATMIL", "NATO", "NATO"},
        {"a group", "PSEREBHAM", "HAMAS", "hamas"},
        {"a region", "AFR", "AFRICA", "africa"},
        {"a name of its kind that tables know", "NGO", "GREENPEACE", "GREENPEACE"},
        {"a name of its kind", "NGO", "FRIENDS OF TREES", "friends-of-trees"},
        {"a company", "MNC", "ACME ROCKETS", "acme-rockets"},
        {"a kind without a name", "NGO", "", ""},
        {"a role alone", "COP", "POLICE", ""},
        {"an office alone", "PRS", "PRESIDENT", ""},
        {"a faith alone", "MOS", "MUSLIM", ""},
        {"unknown", "QQQ", "QUUX", ""},
    }));
    CAPTURE(row.name);
    KeptRecords kept;
    REQUIRE(read_records(gdelt_row({{5, row.code}, {6, row.called}}), kept).ok());
    const std::string actor =
        kept.records.empty() ? std::string{} : kept.records[0].mentions[0].source.code.text();
    CHECK(actor == row.actor);
    CHECK(kept.lost.empty());
}

TEST_CASE("ICEWS' events: sectors, persons, zeros that were lost, ids given twice",
          "[extractors][records]")
{
    KeptRecords kept;
    const auto& records = read_file("icews.tab", kept).records;
    CHECK(in_short(kept) ==
          std::vector<std::string>{"KEN:GOV CONSULT/visit UGA", "KEN:GOV CONSULT/visit UGA",
                                   "KEN:COP COERCE/arrest UGA:CVL", "NATO THREATEN RUS"});
    for (const auto& record : records) {
        check_sound(record);
    }
    CHECK(records[0].mentions[0].source.via == "Marta Example");
    CHECK(records[2].mentions[0].source.via.empty()); // "Police (Kenya)" is nobody's name
    CHECK(records[0].article.uri == "icews:story:7001");
    CHECK(records[1].article.uri == records[0].article.uri);
    CHECK(records[0].mentions[0].sentence.text ==
          "Marta Example – Make a visit (CAMEO 042) – Uganda; Kampala, Uganda");
    CHECK(records[3].article.id == "icews:20500004:2019-03-06");
    REQUIRE(kept.lost.size() == 2);
    CHECK_THAT(kept.lost[0], Catch::StartsWith("file:7: \"13y\" is no CAMEO code"));
    CHECK_THAT(kept.lost[1], Catch::StartsWith("file:8: the row has 8 cells"));
    CHECK(kept.left_out ==
          std::vector<std::pair<Omission, std::string>>{
              {Omission::no_relation, "010"}, {Omission::unknown_actor, "Legal (Atlantis)"}});
}

TEST_CASE("of several ICEWS sectors the most exact holds, whatever their order",
          "[extractors][records]")
{
    struct Row {
        const char* sectors;
        const char* actor;
    };

    const auto row = GENERATE(values<Row>({
        {"Government,Police", "KEN:COP"},
        {"Police,Government", "KEN:COP"},
        {"(National) Major Party,Executive,Government", "KEN:GOV"},
        {"(National) Major Party,Government", "KEN:PTY"},
        {"Social,General Population / Civilian / Social", "KEN:CVL"},
        {"", "KEN"},
        {"Something New", "KEN"},
    }));
    CAPTURE(row.sectors);
    KeptRecords kept;
    REQUIRE(read_records("Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\t"
                         "CAMEO Code\tTarget Name\tTarget Country\n"
                         "1\t2019-03-04\tA (Kenya)\t" +
                             std::string{row.sectors} +
                             "\tKenya\t010\tUganda\tUganda\n"
                             "2\t2019-03-04\tA (Kenya)\t" +
                             std::string{row.sectors} + "\tKenya\t040\tUganda\tUganda\n",
                         kept)
                .ok());
    REQUIRE(kept.records.size() == 1);
    CHECK(kept.records[0].mentions[0].source.code.text() == row.actor);
}

TEST_CASE("POLECAT's events: categories are ours, lists give pairs", "[extractors][records]")
{
    KeptRecords kept;
    const auto& records = read_file("polecat.txt", kept).records;
    CHECK(in_short(kept) == std::vector<std::string>{"KEN:GOV CONSULT/visit UGA:GOV",
                                                     "RUS:MIL ASSAULT/heavy-weapons UKR",
                                                     "BLR:MIL ASSAULT/heavy-weapons UKR"});
    for (const auto& record : records) {
        check_sound(record);
    }
    const Mention& visit = records[0].mentions[0];
    CHECK(visit.topics == std::vector<std::string>{"diplomacy", "economy"});
    CHECK(visit.source.via == "Marta Example");
    CHECK(visit.date->basis == DateBasis::relative);
    CHECK(records[0].article.date->to_string() == "2023-01-03");
    CHECK(records[0].article.publisher == "Sample Wire");
    REQUIRE(kept.lost.size() == 1);
    CHECK_THAT(kept.lost[0], Catch::StartsWith("file:5: \"DANCE\" is no category of PLOVER"));
    CHECK(kept.left_out ==
          std::vector<std::pair<Omission, std::string>>{{Omission::one_actor, ""}});
}

TEST_CASE("POLECAT's malformed weeks say the same", "[extractors][records]")
{
    KeptRecords good;
    static_cast<void>(read_file("polecat.txt", good));
    KeptRecords shifted; // its header has a name that no row has
    static_cast<void>(read_file("polecat_shifted.txt", shifted));
    REQUIRE(shifted.records.size() == 2);
    CHECK(shifted.records[0].mentions == good.records[0].mentions);
    CHECK(shifted.records[1].mentions == good.records[1].mentions);

    KeptRecords wide; // a column more, and tabs behind the last
    static_cast<void>(read_file("polecat_wide.txt", wide));
    REQUIRE(wide.records.size() == 1);
    CHECK(wide.lost.empty());
    CHECK(wide.records[0].article.id == good.records[0].article.id);
    CHECK_THAT(wide.records[0].mentions[0].extra, Catch::Contains("\"New Column\":\"new value\""));
}

TEST_CASE("a row that has changed has another version, an equal one the same",
          "[extractors][records]")
{
    KeptRecords kept;
    REQUIRE(
        read_records(gdelt_row({{31, "4"}}) + gdelt_row({{31, "4"}}) + gdelt_row({{31, "5"}}), kept)
            .ok());
    REQUIRE(kept.records.size() == 3);
    CHECK(kept.records[0].article.id == kept.records[2].article.id);
    CHECK(kept.records[0].extractor == kept.records[1].extractor);
    CHECK(kept.records[0].extractor != kept.records[2].extractor);
}

TEST_CASE("the user's confidence goes before the format's", "[extractors][records]")
{
    KeptRecords kept;
    records::ReadOptions options;
    options.confidence = 0.25;
    REQUIRE(read_records(gdelt_row({}), kept, options).ok());
    CHECK(kept.records.at(0).mentions[0].confidence == 0.25);
}

TEST_CASE("a row of any length and any bytes costs itself at most",
          "[extractors][records][hostile]")
{
    records::ReadOptions options;
    options.max_record_bytes = 4096;

    struct Row {
        const char* name;
        std::string line;
        std::size_t lost;
    };

    const auto row = GENERATE(values<Row>({
        {"ten megabytes", gdelt_row({{6, std::string(10U << 20U, 'x')}}), 1},
        {"NUL", gdelt_row({{6, std::string("A\0B", 3)}}), 0},
        {"quotes", gdelt_row({{6, "\"A \"\"B\"\" ]]>;DROP TABLE mentions\""}}), 0},
        {"formula", gdelt_row({{6, "=cmd()"}}), 0},
        {"bytes that are no UTF-8", gdelt_row({{6, "\xff\xfe\xc3("}}), 0},
        {"right to left, emoji", gdelt_row({{6, "\u202Eموسكو 🇷🇺"}}), 0},
        {"Windows line end", gdelt_row({}).substr(0, gdelt_row({}).size() - 1) + "\r\n", 0},
        {"no line end", gdelt_row({}).substr(0, gdelt_row({}).size() - 1), 0},
    }));
    CAPTURE(row.name);
    KeptRecords kept;
    REQUIRE(read_records(gdelt_row({{0, "100"}}) + row.line, kept, options).ok());
    CHECK(kept.lost.size() == row.lost);
    REQUIRE(kept.records.size() == 2 - row.lost);
    for (const auto& record : kept.records) {
        check_sound(record);
    }
}

TEST_CASE("what is no such table is refused as a whole", "[extractors][records]")
{
    std::string text;
    for (int i = 0; i < 500; ++i) {
        text += "a line of prose\n";
    }
    KeptRecords kept;
    std::istringstream in{text};
    const auto read = records::format_by_name("gdelt")->read(in, "prose.txt", {}, kept);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code() == ErrorCode::unreadable_input);
    CHECK_THAT(read.error().message(), Catch::StartsWith("prose.txt: none of the first rows"));
    CHECK(kept.lost.empty());

    KeptRecords mentions; // GDELT's other table
    std::istringstream other{std::string(15, '\t') + "x\n"};
    static_cast<void>(records::format_by_name("gdelt")->read(other, "m", {}, mentions));
    REQUIRE(mentions.lost.size() == 1);
    CHECK_THAT(mentions.lost[0], Catch::Contains("GDELT's mentions table"));
}

TEST_CASE("a sink that fails ends the reading with its error", "[extractors][records][fault]")
{
    const std::string name = GENERATE("gdelt.export.CSV", "icews.tab", "polecat.txt");
    CAPTURE(name);
    KeptRecords all;
    static_cast<void>(read_file(name, all));
    for (std::size_t room = 0; room < all.records.size(); ++room) {
        KeptRecords kept;
        kept.room = room;
        const auto read = read_records(record_file(name), kept);
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().code() == ErrorCode::write_failed);
        CHECK(kept.records.size() == room);
    }
}

} // namespace entente::tests
