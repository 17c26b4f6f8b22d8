// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/gazetteer.hpp"
#include "extractors/entente_extractor.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fstream>

using namespace entente; // NOLINT(google-build-using-namespace)
using actors::Gazetteer;

namespace {

std::string data(const char* file)
{
    return std::string{ENTENTE_TEST_DATA} + "/dictionaries/" + file;
}

extractors::ExtractorFiles dictionaries()
{
    return {{data("petrarch.actors.txt"), data("tabari.actors"), data("petrarch.agents.txt")}, {}};
}

/// "Torvald Eskelund=NOR:GOV" for each actor of a text.
std::vector<std::string> actors_in(const std::string& text, const char* date)
{
    static const auto extractor = extractors::make_extractor(dictionaries());
    Article article;
    article.id = "test";
    article.text = text;
    article.date = PartialDate::parse(date).value();
    std::vector<std::string> all;
    for (const auto& sighting : extractor.value()->read(article, nullptr).actors) {
        all.push_back(sighting.actor.mention.text + '=' + sighting.actor.code.text());
    }
    return all;
}

std::vector<std::string> messages(const CollectedDiagnostics& diagnostics)
{
    std::vector<std::string> all;
    for (const Diagnostic& one : diagnostics.items()) {
        all.push_back(one.error.message());
    }
    return all;
}

} // namespace

TEST_CASE("names of a dictionary are found in a text", "[actors][dictionary]")
{
    struct Row {
        const char* text;
        const char* date;
        std::vector<std::string> actors;
    };

    const std::vector<Row> rows{
        {"Torvald Eskelund criticised Sweden.",
         "2012-05-04",
         {"Torvald Eskelund=NOR:GOV", "Sweden=SWE"}},
        {"Torvald B. Eskelund criticised Sweden.",
         "2012-05-04",
         {"Torvald B. Eskelund=NOR:GOV", "Sweden=SWE"}},
        {"Torvald Eskelund criticised Sweden.",
         "2009-05-04",
         {"Torvald Eskelund=NOR:ELI", "Sweden=SWE"}},
        {"Torvald Eskelund criticised Sweden.",
         "2014-12-31",
         {"Torvald Eskelund=NOR:GOV", "Sweden=SWE"}},
        {"Torvald Eskelund criticised Sweden.",
         "2019-05-04",
         {"Torvald Eskelund=NOR:ELI", "Sweden=SWE"}},
        {"Asta Oldenburg criticised Sweden.",
         "1999-05-04",
         {"Asta Oldenburg=DNK:GOV", "Sweden=SWE"}},
        {"Asta Oldenburg criticised Sweden.",
         "1989-05-04",
         {"Asta Oldenburg=DNK:ELI", "Sweden=SWE"}},
        {"Lanternia attacked Sweden.", "1985-01-01", {"Lanternia=SUN", "Sweden=SWE"}},
        {"Lanternia attacked Sweden.", "1995-01-01", {"Lanternia=RUS", "Sweden=SWE"}},
        {"Prince of Tides criticised Norway.", "1965-01-01", {"Norway=NOR"}},
        {"Prince of Tides criticised Norway.",
         "1975-01-01",
         {"Prince of Tides=SWE:ELI", "Norway=NOR"}},
        {"The Green River Front attacked Kenya.",
         "2012-05-04",
         {"Green River Front=UGA:REB", "Kenya=KEN"}},
        {"The GRF attacked Kenya.", "2012-05-04", {"GRF=UGA:REB", "Kenya=KEN"}},
        {"The Blue Dove Society criticised Kenya.",
         "2012-05-04",
         {"Blue Dove Society=blue-dove-society", "Kenya=KEN"}},
        {"The European Lantern Office praised Kenya.",
         "2012-05-04",
         {"European Lantern Office=EU", "Kenya=KEN"}},
        {"The Republic of the Savanna praised Norway.",
         "2012-05-04",
         {"Republic of the Savanna=KEN", "Norway=NOR"}},
        {"Nairobi praised Norway.", "2012-05-04", {"Nairobi=KEN", "Norway=NOR"}},
        {"Norway praised the Gulf of Lanterns.", "2012-05-04", {"Norway=NOR"}},
        {"Imran Khan praised Norway.", "1985-05-04", {"Imran Khan=PAK:SOC", "Norway=NOR"}},
        {"Imran Khan praised Norway.", "2020-05-04", {"Imran Khan=PAK:GOV", "Norway=NOR"}},
        {"Kenyan lighthouse keepers attacked Norway.",
         "2012-05-04",
         {"Kenyan lighthouse keepers=KEN:MIL", "Norway=NOR"}},
        {"Kenyan ferrywomen praised Norway.",
         "2012-05-04",
         {"Kenyan ferrywomen=KEN:LAB", "Norway=NOR"}},
        {"The Kenyan lanternwoman praised Norway.",
         "2012-05-04",
         {"Kenyan lanternwoman=KEN:LEG", "Norway=NOR"}},
        {"The Kenyan tide ministry praised Norway.",
         "2012-05-04",
         {"Kenyan tide ministry=KEN:GOV", "Norway=NOR"}},
        {"Kenyan soldiers attacked Norway.",
         "2012-05-04",
         {"Kenyan soldiers=KEN:MIL", "Norway=NOR"}},
    };
    for (const Row& row : rows) {
        INFO(row.text << " " << row.date);
        CHECK(actors_in(row.text, row.date) == row.actors);
    }
}

TEST_CASE("a dictionary adds to what a search finds", "[actors][dictionary]")
{
    CollectedDiagnostics diagnostics;
    const auto loaded = Gazetteer::load(dictionaries().actor_files, &diagnostics);
    REQUIRE(loaded.ok());
    CHECK(loaded->resolve("Republic of the Savanna")->text() == "KEN");
    CHECK(loaded->resolve("lantern works")->text() == "lantern-works");
    const auto* works = loaded->find(ActorCode::parse("lantern-works").value());
    REQUIRE(works != nullptr);
    CHECK(works->actor.kind == ActorKind::company);
    CHECK(works->actor.name == "Lantern Works");
    CHECK(works->origin == data("petrarch.actors.txt") + ":20");
    CHECK(loaded->sector_of_noun("tide crier") == "JRN");
    CHECK(loaded->sector_of_noun("soldier") == "MIL");
    CHECK(messages(diagnostics) ==
          std::vector<std::string>{
              data("petrarch.actors.txt") +
                  ":19: parts of codes that are not known: 1, the first \"QQX\"; an actor without "
                  "another part has a code by its name; codes that are known: "
                  "datasets/ontology/cameo_actors.tsv",
              data("petrarch.agents.txt") +
                  ": agents of more than two words, left out: 1; nothing need be done where the "
                  "last words say enough"});
}

TEST_CASE("rotten lines of a dictionary are warned of, and the rest is loaded",
          "[actors][dictionary]")
{
    const tests::TemporaryFolder folder;
    const auto file = (folder.path() / "mine.actors").string();
    CollectedDiagnostics diagnostics;
    SECTION("some lines")
    {
        std::ofstream{file} << "FIRST_LANTERN [NOR\nSECOND_LANTERN [SWE]\nA [\nB [\nC [\nD [\n";
        const auto loaded = Gazetteer::load({file}, &diagnostics);
        REQUIRE(loaded.ok());
        CHECK(loaded->resolve("Second Lantern")->text() == "SWE");
        REQUIRE(diagnostics.items().size() == 4);
        CHECK(messages(diagnostics).front() ==
              file + ":1: a code that is not closed; write [CODE]");
        CHECK(messages(diagnostics)
                  .back()
                  .starts_with(file + ": other lines that were passed over: 2"));
        CHECK(Gazetteer::load({file}).ok()); // without anyone to tell
    }
    SECTION("all lines")
    {
        std::ofstream{file} << "FIRST_LANTERN [NOR/SWE]\nSECOND_LANTERN\n";
        const auto loaded = Gazetteer::load({file}, &diagnostics);
        REQUIRE_FALSE(loaded.ok());
        CHECK(loaded.error().code() == ErrorCode::bad_dataset);
        CHECK(loaded.error().message().starts_with(file + ":1: \"NOR/SWE\" is no code"));
    }
    SECTION("names without letters of ours")
    {
        std::ofstream{file} << "\xE5\x8C\x97\xE6\xB5\xB7 [QQQ]\nSECOND_LANTERN [SWE]\n";
        CHECK(Gazetteer::load({file}, &diagnostics).ok());
    }
}
