// SPDX-License-Identifier: Apache-2.0
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"

#include <algorithm>

using namespace entente; // NOLINT(google-build-using-namespace)

namespace {

/// "Turkish troops=TUR:MIL" for each actor of a text.
std::vector<std::string> actors_in(const std::string& text, std::string_view date = "2022-02-23")
{
    std::vector<std::string> all;
    for (const auto& sighting : tests::read_text(text, date).actors) {
        if (!sighting.is_aside) {
            all.push_back(sighting.actor.mention.text + '=' + sighting.actor.code.text());
        }
    }
    return all;
}

} // namespace

TEST_CASE("actors are found by name, people, seat, office and description", "[actors]")
{
    struct Row {
        std::string text;
        std::vector<std::string> actors;
    };

    const std::vector<Row> rows{
        {"Pakistan waited.", {"Pakistan=PAK"}},
        {"Islamabad denounced it.", {"Islamabad=PAK"}},
        {"The Kremlin denied it.", {"Kremlin=RUS"}},
        {"Turkish troops left.", {"Turkish troops=TUR:MIL"}},
        {"The Nigerian students marched.", {"Nigerian students=NGA:EDU"}},
        {"Vladimir Putin spoke.", {"Vladimir Putin=RUS:GOV"}},
        {"Prime Minister Imran Khan spoke.", {"Prime Minister Imran Khan=PAK:GOV"}},
        {"Russian President Vladimir Putin spoke.", {"Russian President Vladimir Putin=RUS:GOV"}},
        {"Pakistani Foreign Secretary Sohail Mahmood spoke.",
         {"Pakistani Foreign Secretary Sohail Mahmood=PAK:GOV"}},
        {"The president of Egypt left.", {"president of Egypt=EGY:GOV"}},
        {"The Security Council met.", {"Security Council=UN"}},
        {"The Pentagon agreed.", {"Pentagon=USA:MIL"}},
        {"Pakistan-Russia ties grew.", {"Pakistan=PAK", "Russia=RUS"}},
        {"The US left. U.S. envoys met us.", {"US=USA", "U.S. envoys=USA:GOV"}},
        {"French and Russian troops left.", {"French=FRA:MIL", "Russian troops=RUS:MIL"}},
        {"Kenyan Foreign Minister Daniel Otieno left.",
         {"Kenyan Foreign Minister Daniel Otieno=KEN:GOV"}},
        {"The foreign ministers of Kenya and Ghana left.",
         {"ministers of Kenya=KEN:GOV", "Ghana=GHA:GOV"}},
        {"Rebels in Chad left.", {"Rebels in Chad=TCD:REB"}},
        {"Diplomats in Chad left.", {"Chad=TCD"}},
        {"ISLAMABAD waited.", {"ISLAMABAD=PAK"}},
        {"They ate turkey on china.", {}},
        {"Hamas and Israel talked.", {"Hamas=hamas", "Israel=ISR"}},
        {"Nobody was there.", {}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(actors_in(row.text) == row.actors);
    }
}

TEST_CASE("a person acts for whom they served at the article's date", "[actors][offices]")
{
    struct Row {
        const char* date;
        std::vector<std::string> actors;
    };

    const std::vector<Row> rows{
        {"2016-01-10", {"Donald Tusk=EU"}},
        {"2024-01-10", {"Donald Tusk=POL:GOV"}},
        {"1995-01-10", {}},
    };
    for (const Row& row : rows) {
        INFO(row.date);
        CHECK(actors_in("Donald Tusk arrived.", row.date) == row.actors);
    }
}

TEST_CASE("titles, surnames and pronouns refer to whom the text has named", "[actors][references]")
{
    struct Row {
        std::string text;
        std::string mention; ///< "its=PAK"
    };

    const std::vector<Row> rows{
        {"Prime Minister Imran Khan flew to Moscow. Khan met Putin.", "Khan=PAK:GOV"},
        {"Prime Minister Imran Khan left. The Prime Minister visited China.",
         "Prime Minister=PAK:GOV"},
        {"Russia attacked Ukraine. It denied the charge.", "It=RUS"},
        {"Imran Khan left. He met Putin.", "He=PAK:GOV"},
        {"The Kenyan defence adviser, Paul Mills, left. Mills met Putin.", "Mills=KEN:GOV"},
        {"Chad attacked Mali. The country denied it.", "country=TCD"},
        {"\"We attacked Mali,\" said Chad.", "We=TCD"},
        {"\"It is over. We attacked Mali,\" said Chad.", "We=TCD"},
        {"\"It is over,\" said Chad. \"We attacked Mali.\"", "We=TCD"},
        {"The Syrian regime fell silent. Mali left. The regime denied it.", "regime=SYR:GOV"},
        {"Taiwan met Mali. The island denied it.", "island=TWN"},
        {"Chad and its neighbours left.", "its=TCD"},
        {"The Russian president spoke. He denied it.", "He=RUS:GOV"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto found = actors_in(row.text);
        CAPTURE(found);
        CHECK(std::find(found.begin(), found.end(), row.mention) != found.end());
    }
}

TEST_CASE("what only looks like the name of an actor is none", "[actors][masks]")
{
    struct Row {
        const char* text;
        std::vector<std::string> actors;
    };

    const std::vector<Row> rows{
        {"Pirates in the Gulf of Guinea sold Persian carpets.", {}},
        {"Jordan Street floods when the River Gambia rises.", {}},
        {"A train stopped in Lebanon, Ohio.", {}},
        {"French-speaking officers left Chad.", {"Chad=TCD"}},
        {"She spoke in Portuguese.", {}},
        {"Anti-China forces left Chad.", {"Chad=TCD"}}, // they are not China's
        {"The singer Chad Mitchell left.", {}},
        {"CHAD TOLD US NOTHING", {"CHAD=TCD"}},
        {"It rained when Chad left.", {"Chad=TCD"}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(actors_in(row.text) == row.actors);
    }
}

TEST_CASE("words for two actors are both", "[actors][references]")
{
    struct Row {
        std::string text;
        std::vector<std::string> actors;
    };

    const std::vector<Row> rows{
        {"Chad met Mali. The two countries signed it.",
         {"Chad=TCD", "Mali=MLI", "The two countries=TCD", "The two countries=MLI"}},
        {"Chad and Mali left. They waited.", {"Chad=TCD", "Mali=MLI", "They=TCD", "They=MLI"}},
        {"Chad met Mali and Niger. The two countries signed it.",
         {"Chad=TCD", "Mali=MLI", "Niger=NER"}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(actors_in(row.text) == row.actors);
    }
}

TEST_CASE("each kind of reference finds whom it means", "[actors][references]")
{
    struct Row {
        const char* kind;
        const char* text;
        std::vector<std::string> mentions; ///< among those of the text
    };

    const std::vector<Row> rows{
        {"the subject of a clause that objects control",
         "Chad told Mali to free its prisoners.",
         {"its prisoners=MLI:CVL"}},
        {"whose deeds are judged", "Chad thanked Mali for its patience.", {"its=MLI"}},
        {"the owner of a deed", "Chad read Mali's plea for the return of its ships.", {"its=MLI"}},
        {"each other", "Chad and Mali accused each other.", {"each other=TCD", "each other=MLI"}},
        {"the latter", "Chad warned Mali after the latter had moved troops.", {"the latter=MLI"}},
        {"three",
         "Chad, Mali and Niger met. The three countries agreed.",
         {"The three countries=NER"}},
        {"named by their noun",
         "The two Koreas met.",
         {"The two Koreas=PRK", "The two Koreas=KOR"}},
        {"halves of a country", "South Korea lost a ship. The North denied it.", {"North=PRK"}},
        {"an office of the tables",
         "Angela Merkel left. The chancellor was silent.",
         {"chancellor=DEU:GOV"}},
        {"another word for an office",
         "Kenyan Prime Minister Ann Mills left. The premier was silent.",
         {"premier=KEN:GOV"}},
        {"a state's own country",
         "The Kenyan president said his country would help.",
         {"his country=KEN"}},
        {"a government through its head",
         "The Kenyan president left. His government resigned.",
         {"His government=KEN:GOV"}},
        {"family name first",
         "North Korean negotiator Ri Myong-chol left. Ri was silent.",
         {"Ri=PRK:GOV"}},
        {"a company that is described",
         "Petroleos de Venezuela, the Venezuelan state oil company, lost a ship.",
         {"Venezuelan state oil company=pdvsa"}},
        {"an organ of where a text was written",
         "CAIRO - Chad's envoy visited parliament.",
         {"parliament=EGY:LEG"}},
        {"adjectives in a row",
         "Thai and Malaysian soldiers met.",
         {"Thai=THA:MIL", "Malaysian soldiers=MYS:MIL"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.kind, row.text);
        const auto found = actors_in(row.text, "2018-01-09");
        CAPTURE(found);
        for (const std::string& mention : row.mentions) {
            CHECK(std::find(found.begin(), found.end(), mention) != found.end());
        }
    }
}

TEST_CASE("of several meanings the one that the text speaks for", "[actors]")
{
    struct Row {
        const char* date;
        const char* text;
        std::string mention;
    };

    const std::vector<Row> rows{
        {"2020-11-06", "Peanut prices in Georgia and Alabama rose.", "Georgia=USA"},
        {"2008-08-11", "Georgia asked Russia to halt.", "Georgia=GEO"},
        {"2019-05-23", "Congress lost in Rajasthan.", "Congress=indian-national-congress"},
        {"2019-05-23", "Congress voted on aid.", "Congress=USA:LEG"},
        {"1999-03-24", "Bombs fell on Belgrade.", "Belgrade=YUG"},
        {"2012-03-24", "Bombs fell on Belgrade.", "Belgrade=SRB"},
        {"1985-03-24", "Moscow denied it.", "Moscow=SUN"},
        {"2022-03-24", "México denied it.", "México=MEX"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.date, row.text);
        const auto found = actors_in(row.text, row.date);
        CAPTURE(found);
        CHECK(std::find(found.begin(), found.end(), row.mention) != found.end());
    }
}

TEST_CASE("organisations that no table has go by a code of their own", "[actors][strangers]")
{
    struct Row {
        const char* text;
        std::vector<std::string> actors;
    };

    const std::vector<Row> rows{
        {"The Free Rivers Movement (FRM) sued Laos. FRM won.",
         {"Free Rivers Movement=free-rivers-movement", "FRM=free-rivers-movement", "Laos=LAO",
          "FRM=free-rivers-movement"}},
        {"The Fund for Alpine Roads (FAR) sued Laos.",
         {"Fund for Alpine Roads=FAR", "FAR=FAR", "Laos=LAO"}},
        // letters that the tables know, for somebody else
        {"The Union of Nurses (UN) sued Laos.",
         {"Union of Nurses=union-of-nurses", "UN=union-of-nurses", "Laos=LAO"}},
        {"The Democratic Union party (PYD) sued Laos.",
         {"Democratic Union party=pyd", "PYD=pyd", "Laos=LAO"}},
        // a thing
        {"Laos signed the Free Trade Agreement (FTA).", {"Laos=LAO"}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(actors_in(row.text) == row.actors);
    }
}

TEST_CASE("a place where something happens and a name in passing do not act", "[actors][scenes]")
{
    struct Row {
        const char* text;
        const char* mention;
        bool is_scene;
        bool is_aside;
    };

    const std::vector<Row> rows{
        {"The ministers met in Geneva.", "Geneva", true, false},
        {"Geneva denied it.", "Geneva", false, false},
        {"The airports of Lagos and Kano closed.", "Kano", true, false},
        {"A train ran from Prague to Warsaw.", "Warsaw", true, false},
        {"Anti-China crowds left.", "Anti-China", false, true},
        {"Chad bought Russian-made guns.", "Russian", false, true},
        {"Chad lost a ship, the BBC said.", "BBC", false, true},
        {"Egypt closed the office of the BBC.", "BBC", false, false},
        {"Chad beat Mali 2-1.", "Mali", false, true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text, row.mention);
        const auto reading = tests::read_text(row.text);
        const auto found =
            std::find_if(reading.actors.begin(), reading.actors.end(),
                         [&](const auto& one) { return one.actor.mention.text == row.mention; });
        REQUIRE(found != reading.actors.end());
        CHECK(found->is_scene == row.is_scene);
        CHECK(found->is_aside == row.is_aside);
    }
}

TEST_CASE("fragments without a verb are read", "[actors][hostile]")
{
    for (const char* text :
         {"Reuters and AFP", "The BBC and Reuters.", "Lagos and Kano", "its and their",
          "each other", "the two", "both", "The airports of and Lagos", "The latter and Chad",
          "Chad and Sons", "(FRM) and (UN)", "Egypt's Банк Мир opened.",
          "The airline, Небо Плюс, left Chad.", "the Prime Minister and the", "\"we\""}) {
        CAPTURE(text);
        CHECK_NOTHROW(tests::read_text(text));
    }
}

TEST_CASE("a reference that nobody can fill is left open", "[actors][references]")
{
    CHECK(actors_in("He left. It was late. The Prime Minister spoke.").empty());
    // Two were called so; two may be called so.
    CHECK(actors_in("The Syrian regime and the Iranian regime met. The regime denied it.").size() ==
          2);
    CHECK(actors_in("Taiwan met Cuba. The island denied everything.").size() == 2);
    // "it" is neither of two.
    CHECK(actors_in("Chad and Mali left. It was a pity.").size() == 2);
    // "his" may be Omar Hassan's.
    CHECK(actors_in("Imran Khan left. Omar Hassan and his aunt met.") ==
          std::vector<std::string>{"Imran Khan=PAK:GOV"});
    // "it" is the plan.
    CHECK(actors_in("Chad left. The plan helped Mali because it ended the war.") ==
          std::vector<std::string>{"Chad=TCD", "Mali=MLI"});
}
