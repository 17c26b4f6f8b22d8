// SPDX-License-Identifier: Apache-2.0
// CAMEO's event codes in our terms: the table is whole, and codes are found however they are spelt.
#include "core/cameo_events.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace entente::tests {

namespace {

constexpr std::string_view kHead = "cameo\tcategory\tmode\ttopics\tform\tlabel\tname\tstands_for\n";

} // namespace

TEST_CASE("every level above a code of CAMEO is in the table", "[core][cameo]")
{
    const CameoEvents& table = CameoEvents::builtin();
    CHECK(table.events().size() > 300);
    for (const CameoEvent& event : table.events()) {
        CAPTURE(event.code);
        CHECK_FALSE(event.label.empty());
        for (std::size_t size = 2; size < event.code.size(); ++size) {
            const std::string above = event.code.substr(0, size);
            CHECK(std::any_of(table.events().begin(), table.events().end(),
                              [&](const CameoEvent& one) { return one.code == above; }));
        }
    }
    for (int root = 1; root <= 20; ++root) {
        const std::string code = (root < 10 ? "0" : "") + std::to_string(root);
        CAPTURE(code);
        CHECK(table.find(code) != nullptr);
    }
}

TEST_CASE("a code's category is one that its root maps to, with the exceptions that are meant",
          "[core][cameo]")
{
    // What another category says better than that of the root.
    constexpr std::array<std::string_view, 6> kExceptions{
        "018",  // sympathy: its root, statements, is no category
        "019",  // agreement voiced: likewise
        "116",  // conviction is a sanction
        "1712", // destroyed property is assault
        "175",  // violent repression is assault
        "191",  // a blockade is coercion
    };
    for (const CameoEvent& event : CameoEvents::builtin().events()) {
        CAPTURE(event.code, event.category);
        if (event.category.empty()) {
            CHECK(event.code.substr(0, 2) == "01");
            continue;
        }
        const Category* category = Ontology::builtin().category(event.category);
        REQUIRE(category != nullptr);
        const auto& roots = category->cameo_roots;
        const bool maps =
            std::find(roots.begin(), roots.end(), event.code.substr(0, 2)) != roots.end();
        const bool exception =
            std::find(kExceptions.begin(), kExceptions.end(), event.code) != kExceptions.end();
        CHECK(maps != exception);
    }
}

TEST_CASE("a code is found as the book has it, without its zero, and where it is finer",
          "[core][cameo]")
{
    struct Row {
        const char* name;
        const char* code;
        const char* found; ///< empty: none
    };

    const auto row = GENERATE(values<Row>({
        {"a root", "20", "20"},
        {"a base", "043", "043"},
        {"a leaf", "1823", "1823"},
        {"a zero lost, base", "43", "043"},
        {"a zero lost, leaf", "231", "0231"},
        {"a code as it stands goes first", "111", "111"},
        {"finer than the book", "1719", "171"},
        {"a base that no book has", "179", "17"},
        {"no such root", "99", ""},
        {"a letter", "13y", ""},
        {"one digit", "4", "04"},
        {"nothing", "", ""},
        {"too long", "18230", ""},
        {"a sign", "-43", ""},
    }));
    CAPTURE(row.name);
    const CameoEvent* event = CameoEvents::builtin().find(row.code);
    CHECK((event == nullptr ? std::string{} : event->code) == row.found);
}

TEST_CASE("a host is visited and talks are of both", "[core][cameo]")
{
    const CameoEvents& table = CameoEvents::builtin();
    CHECK(table.find("042")->form == CameoForm::directed);
    CHECK(table.find("043")->form == CameoForm::reversed);
    CHECK(table.find("046")->form == CameoForm::both);
    CHECK(table.find("190")->form == CameoForm::directed);
}

TEST_CASE("every event of ours has a code with a name, and the code means the same when read",
          "[core][cameo][property]")
{
    // CAMEO has no code for these among its retreats.
    const std::set<std::string> elsewhere{"RETREAT/resign", "RETREAT/ceasefire"};
    const CameoEvents& table = CameoEvents::builtin();
    for (const Category& category : Ontology::builtin().categories()) {
        std::vector<std::string> modes{""};
        for (const Mode& mode : category.modes) {
            modes.push_back(mode.name);
        }
        for (const std::string& mode : modes) {
            CAPTURE(category.name, mode);
            const CameoEvent* event = table.code_of(category.name, mode, {});
            REQUIRE((event != nullptr) == !category.cameo_roots.empty());
            if (event != nullptr) {
                CHECK_FALSE(event->name.empty());
                const bool same = event->category == category.name;
                CHECK(same != (elsewhere.count(category.name + "/" + mode) == 1));
            }
        }
    }
    CHECK(table.code_of("NOSUCH", "", {}) == nullptr);
}

TEST_CASE("a code is as fine as mode and topics allow", "[core][cameo]")
{
    struct Row {
        const char* category;
        const char* mode;
        std::vector<std::string> topics;
        const char* code;
    };

    const auto row = GENERATE(values<Row>({
        {"AID", "", {}, "070"},
        {"AID", "", {"military"}, "072"},
        {"AID", "", {"culture", "disaster", "military"}, "073"}, // the first that says more
        {"AID", "", {"culture"}, "070"},
        {"SANCTION", "", {}, "160"},
        {"SANCTION", "", {"trade"}, "163"},
        {"SANCTION", "expel", {"trade"}, "166"}, // a mode goes before a topic
        {"SANCTION", "discontinue", {"military"}, "1622"},
        {"SANCTION", "discontinue", {"trade"}, "163"}, // its mode has no code of its own
        {"COOPERATE", "", {"energy"}, "061"},
        {"CONSULT", "visit", {"energy"}, "042"},
        {"CONSULT", "multilateral", {}, "040"},
        {"SANCTION", "convict", {}, "116"},
        {"ASSAULT", "destroy", {"energy"}, "1712"},
    }));
    CAPTURE(row.category, row.mode, row.topics);
    const CameoEvent* event = CameoEvents::builtin().code_of(row.category, row.mode, row.topics);
    REQUIRE(event != nullptr);
    CHECK(event->code == row.code);
}

TEST_CASE("plans to do good are agreements, others have no code", "[core][cameo]")
{
    const CameoEvents& table = CameoEvents::builtin();
    const std::vector<std::string> military{"military"};
    CHECK(table.code_of_plan("AID", {})->code == "033");
    CHECK(table.code_of_plan("AID", military)->code == "0332");
    CHECK(table.code_of_plan("AID", military)->category == "AGREE");
    CHECK(table.code_of_plan("RETREAT", {})->category == "CONCEDE");
    CHECK(table.code_of_plan("ASSAULT", military) == nullptr);
}

TEST_CASE("a mistake in the table is named with its line", "[core][cameo]")
{
    struct Row {
        const char* name;
        const char* row;
        const char* message;
    };

    const auto row = GENERATE(values<Row>({
        {"no code", "x1\tCONSULT\t\t\t\ttalks\n", "\"x1\" is no CAMEO code"},
        {"no category", "04\tTALK\t\t\t\ttalks\n", "\"TALK\" is no category"},
        {"no mode", "04\tCONSULT\tsing\t\t\ttalks\n", "\"sing\" is no mode of CONSULT"},
        {"a mode of nothing", "01\t\tvisit\t\t\ttalks\n", "\"visit\" is no mode of"},
        {"no topic", "04\tCONSULT\t\tweather\t\ttalks\n", "\"weather\" is no topic"},
        {"no form", "04\tCONSULT\t\t\tsideways\ttalks\n", "\"sideways\" is no form"},
        {"twice", "04\tCONSULT\t\t\t\ta\n04\tCONSULT\t\t\t\tb\n", "has a row already"},
        {"a name for nothing", "04\tCONSULT\t\t\t\ta\tConsult\n", "one of name and stands_for"},
        {"a use without name", "04\tCONSULT\t\t\t\ta\t\tCONSULT\n", "one of name and stands_for"},
        {"a use of no category", "04\tCONSULT\t\t\t\ta\tConsult\tTALK\n", "\"TALK\" is no use"},
        {"a use of no mode", "04\tCONSULT\t\t\t\ta\tConsult\tCONSULT/sing\n", "is no use"},
        {"a use of no topic", "04\tCONSULT\t\t\t\ta\tConsult\tCONSULT+weather\n", "is no use"},
        {"two codes for one use",
         "04\tCONSULT\t\t\t\ta\tConsult\tCONSULT\n05\tSUPPORT\t\t\t\tb\tSupport\tCONSULT\n",
         "\"CONSULT\" has two codes"},
    }));
    CAPTURE(row.name);
    const auto table = CameoEvents::load(std::string{kHead} + row.row, Ontology::builtin());
    REQUIRE_FALSE(table.ok());
    CHECK_THAT(table.error().message(), Catch::Contains(row.message));
    CHECK_THAT(table.error().message(), Catch::Contains("cameo_events.tsv:"));
}

} // namespace entente::tests
