// SPDX-License-Identifier: Apache-2.0
#include "core/ontology.hpp"
#include "extractors/relations/lexicon.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

#include <cstddef>
#include <fstream>
#include <map>
#include <string>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)
using relations::Lexicon;

TEST_CASE("every category has prepositions that lead to a target", "[relations][lexicon][data]")
{
    const auto lexicon = Lexicon::load(Ontology::builtin());
    REQUIRE(lexicon.ok());
    for (const Category& category : Ontology::builtin().categories()) {
        CAPTURE(category.name);
        CHECK_FALSE(lexicon->leading_to_target(category.name).empty());
    }
    CHECK(lexicon->leading_to_target("NONE").empty());
}

TEST_CASE("every category and mode has senses of its own", "[relations][lexicon][data]")
{
    const auto lexicon = Lexicon::load(Ontology::builtin());
    REQUIRE(lexicon.ok());
    CHECK(lexicon->size() >= 2500);
    std::map<std::string, std::size_t> senses;
    lexicon->for_each_frame([&](const relations::Frame& frame) {
        ++senses[frame.category];
        senses[frame.category + '/' + frame.mode] += frame.mode.empty() ? 0U : 1U;
    });
    for (const Category& category : Ontology::builtin().categories()) {
        CAPTURE(category.name);
        CHECK(senses[category.name] >= 50);
        for (const Mode& mode : category.modes) {
            CAPTURE(mode.name);
            CHECK(senses[category.name + '/' + mode.name] >= 1);
        }
    }
}

TEST_CASE("a user's lists of verbs and prepositions extend those of the lexicon",
          "[relations][lexicon]")
{
    const tests::TemporaryFolder folder;
    const auto write = [&](const char* name, const char* content) {
        const std::string file = (folder / name).string();
        std::ofstream{file} << content;
        return file;
    };
    const auto lexicon = Lexicon::load(
        Ontology::builtin(),
        {write("light_verbs.tsv", "lemma\nmuster\n"), write("receiving_verbs.tsv", "lemma\nreap\n"),
         write("carrying_prepositions.tsv", "lemma\tsubject\nbeneath\tgains\nwith\tacts|gains\n"),
         write("reach.tsv", "category\tprepositions\nCONSULT\tnear|beside\n")});
    REQUIRE(lexicon.ok());
    CHECK(lexicon->is_light_verb("muster"));
    CHECK(lexicon->is_light_verb("launch"));
    CHECK(lexicon->is_receiving_verb("reap"));
    CHECK(lexicon->is_receiving_verb("receive"));
    CHECK_FALSE(lexicon->is_receiving_verb("launch"));
    CHECK(lexicon->subject_gains_by("beneath"));
    CHECK_FALSE(lexicon->subject_acts_by("beneath"));
    CHECK(lexicon->subject_gains_by("with"));
    CHECK(lexicon->subject_acts_by("with"));
    CHECK(lexicon->subject_acts_by("for"));
    CHECK_FALSE(lexicon->subject_acts_by("during"));
    CHECK(lexicon->leading_to_target("CONSULT") == std::vector<std::string>{"near", "beside"});
}

TEST_CASE("a mistake in a list of the lexicon is named with its line", "[relations][lexicon]")
{
    struct Row {
        const char* name;
        const char* file;
        const char* content;
        const char* message;
    };

    const auto row = GENERATE(values<Row>({
        {"a verb that is none", "receiving_verbs.tsv", "lemma\nreap\nReap\n",
         "receiving_verbs.tsv:3: \"Reap\" is no verb; write a word in lower case"},
        {"no column of verbs", "receiving_verbs.tsv", "verb\nreap\n", "receiving_verbs.tsv:1: "},
        {"a light verb that is none", "light_verbs.tsv", "lemma\tnote\n\tof war\n",
         "light_verbs.tsv:2: \"\" is no verb"},
        {"a preposition that is none", "carrying_prepositions.tsv", "lemma\tsubject\nIn\tacts\n",
         "carrying_prepositions.tsv:2: \"In\" is no preposition"},
        {"an unknown part of a subject", "carrying_prepositions.tsv",
         "lemma\tsubject\nin\tacts|loses\n",
         "carrying_prepositions.tsv:2: \"loses\" is no part of a subject; write acts, gains"},
        {"no part of a subject", "carrying_prepositions.tsv", "lemma\tsubject\nin\t\n",
         "carrying_prepositions.tsv:2: \"\" is no part of a subject"},
        {"no column of parts", "carrying_prepositions.tsv", "lemma\nin\n",
         "carrying_prepositions.tsv:1: "},
        {"a place that is none", "verbs.tsv",
         "lemma\troles\tcategory\tconfidence\nmuster\tsubj>objekt\tMOBILIZE\t0.5\n",
         "verbs.tsv:2: \"objekt\" is no place; write subj, obj, inner, within, clause, speaker or "
         "a "
         "preposition"},
        {"a place of nouns at a verb", "verbs.tsv",
         "lemma\troles\tcategory\tconfidence\nmuster\tposs>obj\tMOBILIZE\t0.5\n",
         "verbs.tsv:2: \"poss\" is no place"},
        {"a kind of actor that is none", "nouns.tsv",
         "lemma\troles\tcategory\tconfidence\tactors\nmuster\tposs>in\tMOBILIZE\t0.5\tsource:"
         "ARMY\n",
         "nouns.tsv:2: \"source:ARMY\" is no kind of actor; write source or target"},
        {"a class of saying that is none", "reporting.tsv", "lemma\tclass\nmutter\tloud\n",
         "reporting.tsv:2: \"loud\" is no class of saying; write neutral, alleging or announcing"},
        {"a mode of another category", "content_modes.tsv",
         "act\tcontent\tmode\nREJECT\tAID\tarrest\n",
         "content_modes.tsv:2: \"REJECT AID arrest\" names an unknown category or mode"},
        {"an unknown feature", "confidence.tsv", "feature\tweight\nmood\t1\n",
         "confidence.tsv:2: \"mood 1\" is no feature and weight"},
        {"an unknown category", "reach.tsv", "category\tprepositions\nMEET\twith\n",
         "reach.tsv:2: \"MEET\" is no category"},
        {"an empty preposition", "reach.tsv", "category\tprepositions\nCONSULT\twith||to\n",
         "reach.tsv:2: \"\" is no preposition"},
        {"no column of prepositions", "reach.tsv", "category\nCONSULT\n", "reach.tsv:1: "},
    }));
    CAPTURE(row.name);
    const tests::TemporaryFolder folder;
    const std::string file = (folder / row.file).string();
    std::ofstream{file} << row.content;
    const auto lexicon = Lexicon::load(Ontology::builtin(), {file});
    REQUIRE_FALSE(lexicon.ok());
    CHECK(lexicon.error().code() == ErrorCode::bad_dataset);
    CHECK(lexicon.error().message().find(row.message) != std::string::npos);
}
