// SPDX-License-Identifier: Apache-2.0
// `gaps`: predicates and names that stand between known actors and no table has.
#include "tests/cli/cli_fixture.hpp"

using Catch::Matchers::Contains;
using entente::tests::run_cli;

TEST_CASE("gaps lists unknown predicates and names as rows to fill in", "[cli][gaps]")
{
    const char* const articles =
        R"({"id":"a","text":"Chad glonked Mali on Friday. Niger glonked Chad. Kenya sidled up to Mali."})"
        "\n"
        R"({"id":"b","text":"Chad attacked Mali."})"
        "\n";
    const auto run = run_cli({"gaps", "-"}, articles);
    CHECK(run.status == 0);
    CHECK_THAT(run.out, Contains("# 2 times, TCD and MLI: Chad glonked Mali on Friday.\n"
                                 "glonk\t\t\tsubj>obj\t?\t\t\tglonk\t0.5\n"));
    CHECK_THAT(run.out, Contains("sidle\t\t\tsubj>to\t?"));
    CHECK_THAT(run.out, !Contains("attack\t"));
    CHECK_THAT(run_cli({"gaps", "--json", "--top", "1", "-"}, articles).out,
               Contains(R"({"gap":"verb","lemma":"glonk","place":"obj","times":2)"));
    CHECK(run_cli({"gaps", "no-such-folder"}).status == 3);
}
