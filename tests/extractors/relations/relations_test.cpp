// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"

using namespace entente; // NOLINT(google-build-using-namespace)

namespace {

struct Row {
    std::string text;
    std::vector<std::string> relations;
};

void check(const std::vector<Row>& rows)
{
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(tests::relations_in(row.text) == row.relations);
    }
}

} // namespace

TEST_CASE("arguments come from clause structure", "[relations]")
{
    check({
        {"Russia attacked Ukraine.", {"RUS:GOV ASSAULT UKR actual"}},
        {"Ukraine was attacked by Russia.", {"RUS:GOV ASSAULT UKR actual"}},
        {"Iran accused Israel of sabotage.", {"IRN:GOV ACCUSE/allege ISR:GOV actual"}},
        {"Iran was accused by Israel of sabotage.", {"ISR:GOV ACCUSE/allege IRN:GOV actual"}},
        {"The US and France accused Russia.",
         {"USA:GOV ACCUSE/allege RUS:GOV actual", "FRA:GOV ACCUSE/allege RUS:GOV actual"}},
        {"The United States imposed sanctions on Iran.", {"USA:GOV SANCTION IRN:GOV actual"}},
        {"Pakistan and Russia signed an agreement.", {"PAK:GOV SUPPORT = RUS:GOV actual"}},
        {"Pakistan signed an agreement with Russia.", {"PAK:GOV SUPPORT = RUS:GOV actual"}},
        {"Vladimir Putin visited China.", {"RUS:GOV CONSULT/visit CHN:GOV actual"}},
        {"China hosted Vladimir Putin.", {"RUS:GOV CONSULT/visit CHN:GOV actual"}},
        {"Russia attacked Ukraine and bombed Kharkiv.", {"RUS:GOV ASSAULT/aerial UKR actual"}},
        {"Turkish troops invaded Syria.", {"TUR:MIL ASSAULT SYR actual"}},
        {"Kenya accused Chad of shelling Niger.",
         {"KEN:GOV ACCUSE/allege TCD:GOV actual", "TCD:GOV ASSAULT/heavy-weapons NER actual"}},
    });
}

TEST_CASE("arguments are found across clauses", "[relations][clauses]")
{
    check({
        // Participles and compounds.
        {"The rebels, supported by Chad, left Mali.", {}},
        {"Ghana, backed by Chad, left.", {"TCD:GOV SUPPORT GHA:GOV actual"}},
        {"The Chad-backed government of Mali left.", {"TCD:GOV SUPPORT MLI:GOV actual"}},
        // Relative clauses.
        {"Kenya, which attacked Chad, left.", {"KEN:GOV ASSAULT TCD actual"}},
        {"Kenya, whose troops invaded Chad, left.", {"KEN:GOV ASSAULT TCD actual"}},
        {"Ghana praised Chad, with whom Kenya met.",
         {"GHA:GOV SUPPORT TCD:GOV actual", "TCD:GOV CONSULT = KEN:GOV actual"}},
        // Control.
        {"Kenya made efforts to attack Chad.", {"KEN:GOV ASSAULT TCD hypothetical"}},
        {"Kenya's attempts to attack Chad failed.", {"KEN:GOV ASSAULT TCD hypothetical"}},
        // Coordination.
        {"Kenya, along with Ghana, attacked Chad.",
         {"KEN:GOV ASSAULT TCD actual", "GHA:GOV ASSAULT TCD actual"}},
        {"The foreign ministers of Kenya and Ghana met.", {"KEN:GOV CONSULT = GHA:GOV actual"}},
        {"Kenya and Ghana met reporters.", {}},
        // Appositions.
        {"The president of Kenya, a rival, praised Chad's leader, Idriss Deby.",
         {"KEN:GOV SUPPORT TCD:GOV actual"}},
    });
}

TEST_CASE("what is said to another is told once", "[relations][speech]")
{
    check({
        {"Kenya urged Chad to attack Ghana.", {"KEN:GOV REQUEST TCD:GOV actual"}},
        {"Kenya demanded that Chad withdraw its troops.", {"KEN:GOV REQUEST/yield TCD:GOV actual"}},
        {"Kenya said Chad must leave.", {"KEN:GOV REQUEST/change TCD:GOV actual"}},
        {"Kenya said Chad left.", {}},
        {"The Libyan invasion of Chad was condemned by Kenya.",
         {"LBY:GOV ASSAULT TCD actual", "KEN:GOV ACCUSE/disapprove LBY:GOV actual"}},
    });
}

TEST_CASE("nouns carry relations as verbs do", "[relations][nominal]")
{
    check({
        {"Pakistan-Russia ties grew.", {"PAK RELATE/ties = RUS actual"}},
        {"Talks between China and India failed.", {"CHN:GOV CONSULT = IND:GOV actual"}},
        {"Russia's support for Syria grew.", {"RUS:GOV SUPPORT SYR:GOV actual"}},
        {"Kenya is a supporter of Chad.", {"KEN:GOV SUPPORT TCD:GOV actual"}},
        {"Kenya, a supporter of Chad, left.", {"KEN:GOV SUPPORT TCD:GOV actual"}},
        {"Kenya received the backing of Chad.", {"TCD:GOV SUPPORT KEN:GOV actual"}},
        {"Kenya arrived for talks with Chad.", {"KEN:GOV CONSULT = TCD:GOV actual"}},
        {"Kenya repeated its support for Chad's plans.", {"KEN:GOV SUPPORT TCD:GOV actual"}},
        {"Kenya waited during the visit to Chad.", {}},
        {"A border dispute between Chad and Libya goes on.", {"TCD RELATE/dispute = LBY actual"}},
        {"States like Kenya and Uganda are deepening military cooperation with Rwanda.",
         {"KEN COOPERATE = RWA actual", "UGA COOPERATE = RWA actual"}},
    });
}

TEST_CASE("status follows modality, negation and intention", "[relations][status]")
{
    check({
        {"Russia will attack Ukraine.", {"RUS:GOV ASSAULT UKR planned"}},
        {"Russia may attack Ukraine.", {"RUS:GOV ASSAULT UKR hypothetical"}},
        {"Russia did not attack Ukraine.", {"RUS:GOV ASSAULT UKR negated"}},
        {"Russia plans to attack Ukraine.", {"RUS:GOV ASSAULT UKR planned"}},
        {"Kenya and Ghana are to lift their sanctions on Chad.",
         {"KEN:GOV CONCEDE TCD:GOV planned", "GHA:GOV CONCEDE TCD:GOV planned"}},
    });
}

TEST_CASE("what a gerund says has the status that its governor gives", "[relations][status]")
{
    check({
        {"Kenya attacked Chad.", {"KEN:GOV ASSAULT TCD actual"}},
        {"Kenya has shown interest in attacking Chad.", {"KEN:GOV ASSAULT TCD hypothetical"}},
        {"Kenya has no interest in attacking Chad.", {"KEN:GOV ASSAULT TCD negated"}},
        {"Kenya is considering attacking Chad.", {"KEN:GOV ASSAULT TCD hypothetical"}},
        {"Kenya refrained from attacking Chad.", {"KEN:GOV ASSAULT TCD negated"}},
        {"Kenya stopped short of attacking Chad.", {"KEN:GOV ASSAULT TCD negated"}},
        {"Instead of attacking Chad, Kenya left.", {"KEN:GOV ASSAULT TCD negated"}},
        {"The storm prevented Kenya from attacking Chad.", {"KEN:GOV ASSAULT TCD hypothetical"}},
        {"Kenya signed no agreement with Chad.", {"KEN:GOV SUPPORT = TCD:GOV negated"}},
        // Bait: how it was done, not whether.
        {"Kenya killed soldiers by attacking Chad.", {"KEN:GOV ASSAULT TCD actual"}},
    });
}

TEST_CASE("a speech act's content is told from its teller", "[relations][status]")
{
    struct Told {
        std::string text;
        std::string relation;
        bool alleged;
        std::string attributed_to;
    };

    const std::vector<Told> rows{
        {"Israel had attacked Syria.", "ISR:GOV ASSAULT SYR actual", false, ""},
        {"Iran said Israel had attacked Syria.", "ISR:GOV ASSAULT SYR actual", false, "Iran"},
        {"The president of Kenya said that Israel attacked Syria.", "ISR:GOV ASSAULT SYR actual",
         false, "president of Kenya"},
        {"Two senior Western officials said that Iran attacked Iraq.", "IRN:GOV ASSAULT IRQ actual",
         false, "Two senior Western officials"},
        {"According to Kyiv, Russia attacked Poland.", "RUS:GOV ASSAULT POL actual", false, "Kyiv"},
        {"Egypt attacked Sudan, according to Libyan media.", "EGY:GOV ASSAULT SDN actual", false,
         "Libyan media"},
        {"Kenya's foreign ministry claimed that Chad attacked Niger.", "TCD:GOV ASSAULT NER actual",
         true, "Kenya's foreign ministry"},
        {"Russia allegedly attacked Poland.", "RUS:GOV ASSAULT POL actual", true, ""},
        // Bait: beside the officials' words, not within them.
        {"Chad attacked Niger, and officials said nothing.", "TCD:GOV ASSAULT NER actual", false,
         ""},
    };
    for (const Told& row : rows) {
        INFO(row.text);
        const auto mentions = tests::read_text(row.text).mentions;
        REQUIRE(mentions.size() == 1);
        CHECK(tests::in_short(mentions.front()) == row.relation);
        CHECK(mentions.front().alleged == row.alleged);
        CHECK(mentions.front().attributed_to == row.attributed_to);
    }
}

TEST_CASE("what one is accused of is alleged by the accuser", "[relations][status]")
{
    for (const std::string text : {"Ghana accused Kenya of attacking Chad.",
                                   "Kenya was accused by Ghana of attacking Chad."}) {
        INFO(text);
        const auto mentions = tests::read_text(text).mentions;
        REQUIRE(mentions.size() == 2);
        for (const Mention& mention : mentions) {
            const bool accusation = mention.category == "ACCUSE";
            CHECK(mention.alleged == !accusation);
            CHECK(mention.attributed_to == (accusation ? "" : "Ghana"));
        }
    }
}

TEST_CASE("two actors in one sentence are no relation", "[relations][bait]")
{
    check({
        {"Pakistan and Russia are in Asia.", {}},
        {"The museum shows paintings from Iran and Italy.", {}},
        {"Germany beat Brazil in the semi-final with a goal from the striker.", {}},
        {"Argentina's goalkeeper saved the penalty in the final against France.", {}},
        {"Officials from Kenya and Japan like to meet expectations.", {}},
    });
}

TEST_CASE("a match is no battle, in capitals too", "[relations][bait]")
{
    check({
        {"Ghana will battle France ahead of the Women's World Cup of FIFA.", {}},
        {"Ghana will battle France ahead of the summit.", {"GHA:GOV ASSAULT = FRA planned"}},
    });
}

TEST_CASE("evidence, cue and arguments are spans of the article", "[relations][spans]")
{
    const std::string text = "“Élysée” first. Pakistan’s Prime Minister Imran Khan visited Russia.";
    const auto reading = tests::read_text(text);
    REQUIRE(reading.mentions.size() == 1);
    const Mention& m = reading.mentions.front();
    for (const Evidence* evidence : {&m.sentence, &m.cue, &m.source.mention, &m.target.mention}) {
        CHECK(text.substr(evidence->bytes.begin, evidence->bytes.size()) == evidence->text);
        CHECK(text::OffsetIndex{text}.code_points(evidence->bytes) == evidence->code_points);
    }
    CHECK(m.cue.text == "visited");
    CHECK(m.source.via == "Imran Khan");
    CHECK(m.rule.find("lexicon/verbs.tsv:") == 0);
}

TEST_CASE("the same bytes give the same mentions", "[relations][property]")
{
    const std::string text = "Russia attacked Ukraine. The US and France accused Russia. Talks "
                             "between China and India failed.";
    CHECK(tests::read_text(text).mentions == tests::read_text(text).mentions);
}
