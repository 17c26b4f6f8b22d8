// SPDX-License-Identifier: Apache-2.0
#include "core/suggest.hpp"
#include "tests/support/catch.hpp"

using entente::closest;
using entente::did_you_mean;
using entente::edit_distance;

TEST_CASE("edit distance counts letters added, left out, changed and swapped", "[core][suggest]")
{
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("tpo", "top") == 1);
    CHECK(edit_distance("abcd", "badc") == 2);
    CHECK(edit_distance("same", "same") == 0);
}

TEST_CASE("the nearest name is suggested only where it is near", "[core][suggest]")
{
    const std::vector<std::string> names{"COOPERATE", "CONSULT", "AID", "ÉLYSÉE"};
    CHECK(closest("cooperat", names) == "COOPERATE");
    CHECK(closest("ADI", names) == "AID");
    CHECK(closest("elysee", names) == "ÉLYSÉE");
    CHECK_FALSE(closest("frobnicate", names));
    CHECK_FALSE(closest("", names));
    CHECK_FALSE(closest(std::string(100000, 'C'), names));
    CHECK_FALSE(closest("x", {}));
    CHECK(did_you_mean("consul", names, "see the list") == "did you mean \"CONSULT\"?");
    CHECK(did_you_mean("zzzz", names, "see the list") == "see the list");
}
