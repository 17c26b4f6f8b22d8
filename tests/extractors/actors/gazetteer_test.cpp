// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/gazetteer.hpp"
#include "extractors/language/tokenizer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fstream>
#include <set>

using namespace entente; // NOLINT(google-build-using-namespace)
using actors::Gazetteer;

namespace {

const Gazetteer& gazetteer()
{
    static const auto loaded = Gazetteer::load();
    return loaded.value();
}

} // namespace

TEST_CASE("all members of the United Nations are there with names and people", "[actors][data]")
{
    std::size_t states = 0;
    for (const auto& entry : gazetteer().entries()) {
        if (entry.actor.kind == ActorKind::state && entry.actor.code.sector().empty()) {
            ++states;
            INFO(entry.actor.code.text());
            CHECK(entry.actor.code.text().size() == 3);
            CHECK_FALSE(entry.actor.name.empty());
        }
    }
    CHECK(states >= 197);
    for (const char* code : {"PAK", "USA", "XKX", "PSE", "TWN", "VAT", "SUN", "YUG", "SSD"}) {
        INFO(code);
        CHECK(gazetteer().find(ActorCode::parse(code).value()) != nullptr);
    }
}

TEST_CASE("a name resolves as its bearer would expect", "[actors]")
{
    struct Row {
        const char* query;
        const char* code;
    };

    const std::vector<Row> rows{
        {"Pakistan", "PAK"},    {"pakistan", "PAK"},
        {"PAK", "PAK"},         {"pak", "PAK"},
        {"Britain", "GBR"},     {"Ivory Coast", "CIV"},
        {"NATO", "NATO"},       {"Türkiye", "TUR"},
        {"turkiye", "TUR"},     {"Islamic State", "islamic-state"},
        {"PAK:GOV", "PAK:GOV"}, {"no such country", nullptr},
    };
    for (const Row& row : rows) {
        INFO(row.query);
        const auto code = gazetteer().resolve(row.query);
        if (row.code == nullptr) {
            CHECK_FALSE(code.has_value());
        } else {
            REQUIRE(code.has_value());
            CHECK(code->text() == row.code);
        }
    }
}

TEST_CASE("a search forgives a typing error", "[actors]")
{
    const auto found = gazetteer().search("Pakstan", 3);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front()->actor.code.text() == "PAK");
    CHECK(gazetteer().search("", 3).empty());
}

TEST_CASE("the longest name wins", "[actors]")
{
    const std::vector<std::string> words = language::split_words("South Korean troops");
    const std::vector<std::string_view> views{words.begin(), words.end()};
    const auto match = gazetteer().longest_match(views);
    REQUIRE(match.words == 2);
    CHECK(gazetteer().entries()[match.meanings.front().entry].actor.code.text() == "KOR");
}

TEST_CASE("no office ends before it begins and none overlaps itself", "[actors][data]")
{
    for (const auto& office : gazetteer().offices()) {
        INFO(office.person << ", " << office.title);
        CHECK(office.term.from < office.term.to);
    }
}

TEST_CASE("a user's table adds names and reports its mistakes by line", "[actors]")
{
    const tests::TemporaryFolder folder;
    const auto file = (folder.path() / "mine.tsv").string();
    SECTION("new actors and more names")
    {
        std::ofstream{file} << "code\tkind\tname\tnames\nPAK\tstate\tPakistan\tLand of the Pure\n"
                               "order\tgroup\tThe Order\t\n";
        const auto loaded = Gazetteer::load({file});
        REQUIRE(loaded.ok());
        CHECK(loaded->resolve("land of the pure")->text() == "PAK");
        CHECK(loaded->resolve("The Order")->text() == "order");
    }
    SECTION("an unknown kind")
    {
        std::ofstream{file} << "code\tkind\tname\nPAK\tplanet\tPakistan\n";
        const auto loaded = Gazetteer::load({file});
        REQUIRE_FALSE(loaded.ok());
        CHECK(loaded.error().message().find("mine.tsv:2: \"planet\" is no kind; write state") !=
              std::string::npos);
    }
    SECTION("a missing file")
    {
        const auto loaded = Gazetteer::load({file + ".gone"});
        REQUIRE_FALSE(loaded.ok());
        CHECK(loaded.error().code() == ErrorCode::missing_input);
    }
}
