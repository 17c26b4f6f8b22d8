// SPDX-License-Identifier: Apache-2.0
// Tables of datasets: what is a row, and errors that name file and line.
#include "core/tsv.hpp"
#include "tests/support/catch.hpp"

namespace entente::tests {

namespace {

/// Rows as "line:name=value;…" of the columns a and b.
std::string rows_of(std::string_view text)
{
    std::string all;
    const Status read = read_tsv(text, "t.tsv", {"a"}, [&](const TsvRow& row) -> Status {
        all += std::to_string(row.line()) + ':' + std::string{row["a"]} + '/' +
               std::string{row["b"]} + ' ';
        return {};
    });
    INFO((read ? std::string{} : read.error().message()));
    REQUIRE(read.ok());
    return all;
}

Error error_of(std::string_view text)
{
    const Status read =
        read_tsv(text, "t.tsv", {"a", "b"}, [](const TsvRow&) -> Status { return {}; });
    REQUIRE_FALSE(read.ok());
    return read.error();
}

} // namespace

TEST_CASE("rows are addressed by the names of the first line", "[core][tsv]")
{
    CHECK(rows_of("a\tb\n1\t2\n3\t4\n") == "2:1/2 3:3/4 ");
    CHECK(rows_of("b\ta\n1\t2") == "2:2/1 ");
    CHECK(rows_of("a\n1\n") == "2:1/ ");
    CHECK(rows_of("a\tb\n1\n") == "2:1/ ");
    CHECK(rows_of("a\tb\n\t2\n") == "2:/2 ");
    CHECK(rows_of("a\tb\n").empty());
}

TEST_CASE("comments, empty lines, Windows line ends and a byte order mark are no rows",
          "[core][tsv]")
{
    CHECK(rows_of("# note\n\na\tb\n# note\n1\t2\n\n\n3\t4") == "5:1/2 8:3/4 ");
    CHECK(rows_of("\xEF\xBB\xBF"
                  "a\tb\r\n1\t2\r\n") == "2:1/2 ");
}

TEST_CASE("a cell may hold several values", "[core][tsv]")
{
    std::vector<std::string_view> values;
    REQUIRE(
        read_tsv("a\tb\tc\nx | y||z\t\tone\n", "t.tsv", {"a"}, [&](const TsvRow& row) -> Status {
            CHECK(row.list("a") == std::vector<std::string_view>{"x", "y", "z"});
            CHECK(row.list("b").empty());
            CHECK(row.list("c") == std::vector<std::string_view>{"one"});
            CHECK(row.list("none").empty());
            CHECK(row["none"].empty());
            return {};
        }).ok());
}

TEST_CASE("a malformed table names its file and line", "[core][tsv]")
{
    const Error missing = error_of("# note\na\tc\n1\t2\n");
    CHECK(missing.code() == ErrorCode::bad_dataset);
    CHECK(missing.where().file == "t.tsv");
    CHECK(missing.where().line == 2);
    CHECK(missing.what().find("b") != std::string::npos);
    const Error wide = error_of("a\tb\n1\t2\n1\t2\t3\n");
    CHECK(wide.code() == ErrorCode::bad_dataset);
    CHECK(wide.where().line == 3);
    CHECK_FALSE(wide.remedy().empty());
}

TEST_CASE("an error of the reader of a row gets the row's place and ends the reading",
          "[core][tsv]")
{
    int seen = 0;
    const Status read = read_tsv("a\n1\n2\n3\n", "t.tsv", {"a"}, [&](const TsvRow& row) -> Status {
        ++seen;
        return row["a"] == "2" ? Status{Error{ErrorCode::bad_dataset, "two"}} : Status{};
    });
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().where().line == 3);
    CHECK(read.error().where().file == "t.tsv");
    CHECK(seen == 2);
}

} // namespace entente::tests
