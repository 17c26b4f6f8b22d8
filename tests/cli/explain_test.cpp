// SPDX-License-Identifier: Apache-2.0
// `explain --why-not`: each stage that can lose a pair says so.
#include "tests/cli/cli_fixture.hpp"

using Catch::Matchers::Contains;
using entente::tests::run_cli;

TEST_CASE("explain --why-not names the stage that lost a pair", "[cli][explain]")
{
    struct Row {
        const char* source;
        const char* target;
        const char* text;
        const char* said;
    };

    const std::vector<Row> rows{
        {"France", "Russia", "Russia sold Persian carpets.", "actors: France (FRA) is not found"},
        {"France", "Russia", "Russia sold Persian carpets.", "- Persian carpets: "},
        {"Chad", "Mali", "Chad left. Mali stayed.", "none names both; Chad in 1, Mali in 2"},
        {"Chad", "Mali", "Chad sidled up to Mali.", "no frame took sidle"},
        {"Chad", "Mali", "Chad left after the visit to Mali.", "Mali → MLI: name of MLI"},
        {"Chad", "China", "Chad frowned at anti-China crowds.", "one of them does not act here"},
        {"Mali", "Chad", "Chad attacked Mali.", "found: TCD:GOV ASSAULT MLI, actual"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.source, row.target, row.text);
        const auto run = run_cli({"explain", "--why-not", row.source, row.target, "--", row.text});
        CHECK(run.status == 0);
        CHECK_THAT(run.out, Contains(row.said));
    }
    const auto nobody = run_cli({"explain", "--why-not", "Chad", "Neverland", "--", "Chad left."});
    CHECK(nobody.status == 1);
    CHECK_THAT(nobody.err, Contains("no actor named \"Neverland\"") && Contains("entente actors"));
    CHECK(run_cli({"explain", "--why-not", "Chad", "--", "Chad left."}).status == 2);
}
