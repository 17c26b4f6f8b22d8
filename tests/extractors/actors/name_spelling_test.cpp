// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/name_spelling.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace entente; // NOLINT(google-build-using-namespace)

TEST_CASE("names in capitals are spelled as texts spell them", "[actors][dictionary]")
{
    const auto gazetteer = actors::Gazetteer::load();
    REQUIRE(gazetteer.ok());
    const actors::NameSpelling spelling{*gazetteer};

    struct Row {
        const char* capitals;
        std::vector<std::string> spellings;
    };

    const std::vector<Row> rows{
        {"TORVALD ESKELUND", {"Torvald Eskelund"}},
        {"TORVALD B. ESKELUND", {"Torvald B. Eskelund"}},
        {"BANK OF THE LANTERNS", {"Bank of the Lanterns"}},
        {"THE LANTERNS", {"The Lanterns"}},
        {"FALAH AL TORVALDI", {"Falah al-Torvaldi", "Falah al Torvaldi"}},
        {"AL TORVALDI", {"al-Torvaldi", "al Torvaldi"}},
        {"JEAN-PIERRE O'LANTERN", {"Jean-Pierre O'Lantern"}},
        {"ANN MCLANTERN", {"Ann McLantern"}},
        {"MR. LANTERN", {"Mr. Lantern"}},
        {"NATO LANTERN OFFICE", {"NATO Lantern Office"}},
        {"QRZ LANTERN", {"QRZ Lantern"}},
        {"QRZ", {"QRZ"}},
        {"LANTOS", {"Lantos", "LANTOS"}},
        {"Lantern of Gold", {"Lantern of Gold"}},
        {"\xC3\x85LAND LANTERNS", {"\xC3\x85land Lanterns"}},
    };
    for (const Row& row : rows) {
        INFO(row.capitals);
        CHECK(spelling.of(row.capitals) == row.spellings);
    }
    const auto known = spelling.of("AL QAEDA");
    CHECK(known.front() == "al-Qaeda");
    CHECK(std::find(known.begin(), known.end(), "Al Qaeda") != known.end());
    CHECK(spelling.of("NATO").front() == "NATO");
}
