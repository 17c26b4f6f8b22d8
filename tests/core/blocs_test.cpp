// SPDX-License-Identifier: Apache-2.0
// Regions of the world and blocs: complete, and true of their day.
#include "core/blocs.hpp"
#include "core/tsv.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace entente::tests {

namespace {

/// The codes of a table of datasets/actors, without those of parts of states.
std::set<std::string, std::less<>> principals(const std::string& file)
{
    std::ifstream in{std::filesystem::path{ENTENTE_SOURCE_DIR} / "datasets" / "actors" / file,
                     std::ios::binary};
    REQUIRE(in.good());
    const std::string text{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
    std::set<std::string, std::less<>> codes;
    const Status read = read_tsv(text, file, {"code"}, [&](const TsvRow& row) -> Status {
        codes.emplace(row["code"]);
        return {};
    });
    REQUIRE(read.ok());
    return codes;
}

} // namespace

TEST_CASE("every state lies in a region, and no region holds anything else", "[core][blocs]")
{
    const auto states = principals("states.tsv");
    CHECK(states.size() > 200);
    for (const std::string& state : states) {
        CAPTURE(state);
        CHECK(Blocs::builtin().region_of(state).has_value());
    }
    CHECK_FALSE(Blocs::builtin().region_of("NATO").has_value());
    CHECK_FALSE(Blocs::builtin().region_of("").has_value());
    const auto region = Blocs::builtin().region_of("PAK");
    REQUIRE(region.has_value());
    CHECK(Blocs::builtin().regions().at(*region).name == "South Asia");
}

TEST_CASE("blocs are known actors, and so are their members", "[core][blocs]")
{
    const auto states = principals("states.tsv");
    auto known = principals("organisations.tsv");
    known.merge(principals("regions.tsv"));
    for (const Bloc& bloc : Blocs::builtin().blocs()) {
        CAPTURE(bloc.code);
        CHECK(known.count(bloc.code) == 1);
        CHECK(bloc.members.size() >= 3);
        for (const Bloc::Membership& member : bloc.members) {
            CAPTURE(member.state);
            CHECK(states.count(member.state) == 1);
        }
    }
}

TEST_CASE("members come and go", "[core][blocs]")
{
    struct Row {
        const char* bloc;
        const char* state;
        const char* day; ///< empty: today
        bool member;
    };

    const auto row = GENERATE(values<Row>({
        {"NATO", "FRA", "", true},
        {"NATO", "FIN", "2023-04-03", false},
        {"NATO", "FIN", "2023-04-04", true},
        {"NATO", "RUS", "", false},
        {"EU", "GBR", "2020-01-31", true},
        {"EU", "GBR", "2020-02-01", false},
        {"EU", "GBR", "", false},
        {"CSTO", "UZB", "2000-01-01", false}, // left, and came back
        {"CSTO", "UZB", "2007-01-01", true},
        {"WARSAWPACT", "POL", "1980-01-01", true},
        {"WARSAWPACT", "POL", "", false},
        {"baltic-states", "EST", "1992-01-01", true}, // no day of accession: always
    }));
    CAPTURE(row.bloc, row.state, row.day);
    const Bloc* bloc = Blocs::builtin().find(row.bloc);
    REQUIRE(bloc != nullptr);
    const std::string_view day{row.day};
    CHECK(bloc->has(row.state, day.empty() ? std::nullopt : std::optional{*parse_day(day)}) ==
          row.member);
}

TEST_CASE("blocs are found whatever the case of their code", "[core][blocs]")
{
    CHECK(Blocs::builtin().find("nato") == Blocs::builtin().find("NATO"));
    CHECK(Blocs::builtin().find("nosuch") == nullptr);
    CHECK(Blocs::builtin().find("") == nullptr);
}

TEST_CASE("mistakes in the tables of regions and blocs are told with file and line",
          "[core][blocs][fault]")
{
    const std::string regions = "region\tname\tstates\neurope\tEurope\tFRA|DEU\n";
    const std::string blocs = "bloc\tname\tmembers\tfrom\tto\n";

    struct Row {
        const char* name;
        std::string regions;
        std::string blocs;
        const char* words;
    };

    const std::vector<Row> rows{
        {"a state in two regions", regions + "asia\tAsia\tDEU\n", blocs, "world_regions.tsv:3"},
        {"no such day", regions, blocs + "EU\tEU\tFRA\t1958-13-01\n", "blocs.tsv:2"},
        {"left before it came", regions, blocs + "EU\tEU\tFRA\t2000-01-01\t2000-01-01\n",
         "not before"},
        {"a missing column", "region\tname\n", blocs, "states"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto loaded = Blocs::load(row.regions, row.blocs);
        REQUIRE_FALSE(loaded.ok());
        CHECK(loaded.error().code() == ErrorCode::bad_dataset);
        CHECK_THAT(loaded.error().message(), Catch::Contains(row.words));
    }
}

} // namespace entente::tests
