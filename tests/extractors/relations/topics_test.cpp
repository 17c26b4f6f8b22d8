// SPDX-License-Identifier: Apache-2.0
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"

using namespace entente; // NOLINT(google-build-using-namespace)

namespace {

struct Row {
    std::string text;
    std::vector<std::string> topics; ///< of its first relation
};

void check(const std::vector<Row>& rows)
{
    for (const Row& row : rows) {
        INFO(row.text);
        const auto mentions = tests::read_text(row.text).mentions;
        REQUIRE_FALSE(mentions.empty());
        CHECK(mentions.front().topics == row.topics);
    }
}

} // namespace

TEST_CASE("what hangs from the predicate is what a relation is about", "[relations][topics]")
{
    check({
        {"Chad and Niger signed an agreement on electricity.", {"energy"}},
        {"Kenya urged Ghana to buy more of its coffee and tea.", {"agriculture"}},
        {"Kenya warned Chad that it risked a famine.", {"disaster"}},
        {"Ghana accused Mali of rigging the election.", {"elections"}},
    });
}

TEST_CASE("a topic may have several words", "[relations][topics]")
{
    check({
        {"Kenya criticised Chad over the air base.", {"military"}},
        {"Ghana criticised Mali over its air defence.", {"arms"}},
    });
}

TEST_CASE("a name in capitals says nothing about the matter", "[relations][topics]")
{
    check({
        {"Kenya criticised the International Atomic Energy Agency.", {}},
        {"Kenya attacked the Islamic State.", {"military"}},
    });
}

TEST_CASE("where armed forces take part it is military", "[relations][topics]")
{
    check({
        {"The army of Chad criticised Niger.", {"military"}},
        {"Chad criticised Niger.", {}},
    });
}

TEST_CASE("where nothing by the predicate tells, the sentence does", "[relations][topics]")
{
    check({
        {"With its harvest of wheat lost, Mali asked for help, and Ghana criticised Mali.",
         {"agriculture"}},
    });
}

TEST_CASE("what governments say without a matter is diplomacy", "[relations][topics]")
{
    check({
        {"Chad supported Niger.", {"diplomacy"}},
        {"Chad is an ally of Niger.", {"diplomacy"}},
        {"Chad supported the rebels of Niger.", {"military"}},
    });
}
