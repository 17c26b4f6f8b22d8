// SPDX-License-Identifier: Apache-2.0
// Actor codes: what is one, its parts, and how actors are named.
#include "core/actor.hpp"
#include "tests/support/catch.hpp"

#include <vector>

namespace entente::tests {

TEST_CASE("codes are taken apart at the colon", "[core][actor]")
{
    struct Row {
        const char* text;
        const char* principal;
        const char* sector;
    };

    const std::vector<Row> rows{
        {"PAK", "PAK", ""},         {"PAK:GOV", "PAK", "GOV"},
        {"taliban", "taliban", ""}, {"gulf-states", "gulf-states", ""},
        {"G7+1", "G7+1", ""},       {"a.b:c-d", "a.b", "c-d"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto code = ActorCode::parse(row.text);
        REQUIRE(code.ok());
        CHECK(code->text() == row.text);
        CHECK(code->principal() == row.principal);
        CHECK(code->sector() == row.sector);
        CHECK(code->whole().text() == row.principal);
        CHECK(code->with_sector("MIL").text() == std::string{row.principal} + ":MIL");
        CHECK_FALSE(code->empty());
    }
    CHECK(ActorCode{}.empty());
}

TEST_CASE("what is no code is refused with a remedy", "[core][actor]")
{
    for (const std::string& text :
         {std::string{}, std::string{":"}, std::string{"PAK:"}, std::string{":GOV"},
          std::string{"PAK:GOV:X"}, std::string{"P K"}, std::string{" PAK"}, std::string{"PAK\n"},
          std::string{"caf\xC3\xA9"}, std::string{"a/b"}, std::string{"a'b"}, std::string{"\0", 1},
          std::string(65, 'x')}) {
        CAPTURE(text);
        const auto code = ActorCode::parse(text);
        REQUIRE_FALSE(code.ok());
        CHECK(code.error().code() == ErrorCode::bad_value);
        CHECK_FALSE(code.error().remedy().empty());
    }
    CHECK(ActorCode::parse(std::string(64, 'x')).ok());
}

TEST_CASE("names of kinds read back", "[core][actor]")
{
    for (const ActorKind kind :
         {ActorKind::state, ActorKind::organisation, ActorKind::region, ActorKind::group,
          ActorKind::party, ActorKind::company, ActorKind::population, ActorKind::person}) {
        CHECK(parse_actor_kind(to_string(kind)) == kind);
    }
    CHECK_FALSE(parse_actor_kind("planet").has_value());
    CHECK_FALSE(parse_actor_kind("").has_value());
}

TEST_CASE("a sector is shown behind the name, a government is not", "[core][actor]")
{
    struct Row {
        const char* code;
        const char* shown;
    };

    const std::vector<Row> rows{
        {"PAK", "Pakistan"},
        {"PAK:GOV", "Pakistan"},
        {"PAK:MIL", "Pakistan (armed forces)"},
        {"PAK:XYZ", "Pakistan (XYZ)"},
    };
    for (const Row& row : rows) {
        CHECK(display_name({ActorCode::parse(row.code).value(), "Pakistan", ActorKind::state}) ==
              row.shown);
    }
    CHECK(sector_meaning("nothing").empty());
}

} // namespace entente::tests
