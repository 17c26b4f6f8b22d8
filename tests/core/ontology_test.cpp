// SPDX-License-Identifier: Apache-2.0
// The ontology that is compiled in, and tables that are malformed.
#include "core/ontology.hpp"
#include "tests/support/catch.hpp"

#include <set>
#include <vector>

namespace entente::tests {

TEST_CASE("the ontology has 17 categories and 31 topics, each named once and described",
          "[core][ontology]")
{
    const Ontology& ontology = Ontology::builtin();
    CHECK(ontology.categories().size() == 17);
    CHECK(ontology.topics().size() == 31);
    std::set<std::string> names;
    for (const Category& category : ontology.categories()) {
        CAPTURE(category.name);
        CHECK(names.insert(category.name).second);
        CHECK_FALSE(category.description.empty());
        CHECK(ontology.category(category.name) == &category);
        CHECK(ontology.quad(category.name) == category.quad);
        CHECK(category.score >= -10.0);
        CHECK(category.score <= 10.0);
        CHECK((!is_cooperation(category.quad) || category.score > 0.0));
        CHECK((!is_conflict(category.quad) || category.score < 0.0));
        std::set<std::string> modes;
        for (const Mode& mode : category.modes) {
            CAPTURE(mode.name);
            CHECK(modes.insert(mode.name).second);
            CHECK_FALSE(mode.description.empty());
            CHECK(category.mode(mode.name) == &mode);
            CHECK(ontology.score(category.name, mode.name) == mode.score.value_or(category.score));
        }
        CHECK(ontology.score(category.name, "") == category.score);
        CHECK(ontology.score(category.name, "no such mode") == category.score);
    }
    for (const Topic& topic : ontology.topics()) {
        CHECK(names.insert(topic.name).second);
        CHECK(ontology.has_topic(topic.name));
        CHECK_FALSE(topic.description.empty());
    }
}

TEST_CASE("every quad class has a category", "[core][ontology]")
{
    std::set<Quad> quads;
    for (const Category& category : Ontology::builtin().categories()) {
        quads.insert(category.quad);
    }
    CHECK(quads.size() == 5);
}

TEST_CASE("what is not in the ontology is unknown to it, in any spelling", "[core][ontology]")
{
    const Ontology& ontology = Ontology::builtin();
    for (const char* name : {"", "DANCE", "consult", "CONSULT ", "CONSUL"}) {
        CAPTURE(name);
        CHECK(ontology.category(name) == nullptr);
        CHECK(ontology.quad(name) == Quad::standing);
        CHECK(ontology.score(name, "visit") == 0.0);
        CHECK_FALSE(ontology.has_topic(name));
    }
}

TEST_CASE("names of quad classes read back, and none is both friend and foe", "[core][ontology]")
{
    for (const Quad quad : {Quad::verbal_cooperation, Quad::material_cooperation,
                            Quad::verbal_conflict, Quad::material_conflict, Quad::standing}) {
        CHECK(parse_quad(to_string(quad)) == quad);
        CHECK_FALSE((is_cooperation(quad) && is_conflict(quad)));
    }
    CHECK_FALSE(parse_quad("neutral").has_value());
}

TEST_CASE("malformed tables are refused by file and line", "[core][ontology]")
{
    const std::string categories = "category\tquad\tscore\nTALK\tverbal cooperation\t1\n";
    const std::string modes = "category\tmode\tscore\nTALK\tvisit\t2\n";
    const std::string topics = "topic\nenergy\n";
    const auto good = Ontology::load(categories, modes, topics);
    REQUIRE(good.ok());
    CHECK(good->score("TALK", "visit") == 2.0);

    struct Row {
        std::string categories;
        std::string modes;
        const char* file;
        std::uint64_t line;
    };

    const std::vector<Row> rows{
        {"category\tquad\tscore\nTALK\tfriendly\t1\n", modes, "ontology/categories.tsv", 2},
        {"category\tquad\tscore\n\nTALK\tverbal conflict\tmany\n", modes, "ontology/categories.tsv",
         3},
        {"category\tquad\tscore\nTALK\tverbal conflict\t11\n", modes, "ontology/categories.tsv", 2},
        {"category\tquad\tscore\nTALK\tverbal conflict\tnan\n", modes, "ontology/categories.tsv",
         2},
        {"category\tquad\n", modes, "ontology/categories.tsv", 1},
        {categories, "category\tmode\nWALK\tfar\n", "ontology/modes.tsv", 2},
        {categories, "category\tmode\tscore\nTALK\tvisit\tx\n", "ontology/modes.tsv", 2},
    };
    for (const Row& row : rows) {
        CAPTURE(row.categories, row.modes);
        const auto loaded = Ontology::load(row.categories, row.modes, topics);
        REQUIRE_FALSE(loaded.ok());
        CHECK(loaded.error().code() == ErrorCode::bad_dataset);
        CHECK(loaded.error().where().file == row.file);
        CHECK(loaded.error().where().line == row.line);
    }
}

} // namespace entente::tests
