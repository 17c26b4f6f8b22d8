// SPDX-License-Identifier: Apache-2.0
#include "core/tsv.hpp"
#include "extractors/actors/cameo_codes.hpp"
#include "extractors/actors/gazetteer.hpp"
#include "extractors/embedded.hpp"
#include "tests/support/catch.hpp"

using namespace entente; // NOLINT(google-build-using-namespace)
using actors::CameoCodes;

namespace {

const CameoCodes& codes()
{
    static const auto loaded = CameoCodes::load();
    return loaded.value();
}

bool is_state(std::string_view code)
{
    return code == "USA" || code == "SYR" || code == "AFG" || code == "SUN" || code == "KEN";
}

} // namespace

TEST_CASE("codes of CAMEO are ours by parts", "[actors][dictionary]")
{
    struct Row {
        const char* cameo;
        const char* ours; ///< "PRINCIPAL:SECTOR", "kind:SECTOR" in brackets without a principal
        const char* unknown;
    };

    const std::vector<Row> rows{
        {"USA", "USA:", ""},
        {"USAGOV", "USA:GOV", ""},
        {"USAGOVMIL", "USA:GOV", ""},
        {"USAMED", "USA:JRN", ""},
        {"KENHLH", "KEN:MED", ""},
        {"SYRINS", "SYR:REB", ""},
        {"SYRSEPMOS", "SYR:REB", ""},
        {"REBSYR", "SYR:REB", ""},
        {"KOSGOV", "XKX:GOV", ""},
        {"ROM", "ROU:", ""},
        {"SUNGOV", "SUN:GOV", ""},
        {"SYRSUN", "SYR:REL", ""},
        {"AFGREBTAL", "taliban:REB", ""},
        {"IGOUNO", "UN:", ""},
        {"IGOUNOWHO", "WHO:", ""},
        {"IGOEUREEC", "EU:", ""},
        {"IGOWSTNAT", "NATO:", ""},
        {"EUR", "europe:", ""},
        {"IGOAFR", "(organisation):", ""},
        {"NGOUSA", "(organisation):SOC", ""},
        {"MNCUSA", "(company):BUS", ""},
        {"IMGSYR", "(group):", ""},
        {"XYZGOV", "(group):GOV", "XYZ"},
        {"USAXYZLEG", "USA:LEG", "XYZ"},
        {"USAGO", "USA:", "GO"},
        {"", "(group):", ""},
    };
    for (const Row& row : rows) {
        INFO(row.cameo);
        const auto meaning = codes().meaning_of(row.cameo, is_state);
        const std::string principal = meaning.principal.empty()
                                          ? "(" + std::string{to_string(meaning.kind)} + ")"
                                          : meaning.principal;
        CHECK(principal + ":" + meaning.sector == row.ours);
        CHECK(meaning.unknown == row.unknown);
    }
    CHECK(codes().sector_of("GOVMIL") == "GOV");
    CHECK(codes().sector_of("NGM") == "SOC");
    CHECK(codes().sector_of("IGO").empty());
}

TEST_CASE("what CAMEO's codes lead to is there", "[actors][dictionary][data]")
{
    const auto gazetteer = actors::Gazetteer::load();
    REQUIRE(gazetteer.ok());
    std::size_t rows = 0;
    for (const auto& table : extractors::builtin_tables("ontology/cameo_actors")) {
        const Status read = read_tsv(table.text(), table.name, {"cameo"}, [&](const TsvRow& row) {
            ++rows;
            INFO(row["cameo"]);
            CHECK(row["cameo"].size() == 3);
            if (row["is"] == "sector") {
                CHECK_FALSE(sector_meaning(row["entente"]).empty());
            } else if (row["is"] != "kind" && row["is"] != "detail") {
                const auto code = ActorCode::parse(row["entente"]);
                REQUIRE(code.ok());
                const auto* entry = gazetteer->find(*code);
                REQUIRE(entry != nullptr);
                CHECK((row["is"] == "state") == (entry->actor.kind == ActorKind::state));
            }
            return Status{};
        });
        CHECK(read.ok());
    }
    CHECK(rows > 150);
}
