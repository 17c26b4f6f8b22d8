// SPDX-License-Identifier: Apache-2.0
// Statements are prepared once and used again; no use sees anything of another.
#include "core/store/database.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

#include <string>
#include <vector>

namespace entente::tests {

namespace {

using store::Database;
using store::Statement;

Database numbers_in(const TemporaryFolder& folder, int count)
{
    auto database = Database::open((folder / "numbers.db").string(), Database::Access::create);
    REQUIRE(database.ok());
    REQUIRE(database->execute("CREATE TABLE numbers (n INTEGER, name TEXT)").ok());
    for (int i = 1; i <= count; ++i) {
        auto insert = database->prepare("INSERT INTO numbers VALUES (?, ?)");
        REQUIRE(insert.ok());
        insert->bind(1, std::int64_t{i});
        if (i % 2 == 0) { // the odd ones have no name, whatever was bound before
            insert->bind(2, std::string_view{"even"});
        }
        REQUIRE(insert->step().ok());
    }
    return std::move(*database);
}

} // namespace

TEST_CASE("a statement that is used again has no binding of its last use", "[store]")
{
    const TemporaryFolder folder;
    const Database database = numbers_in(folder, 10);
    CHECK(*database.integer("SELECT count(*) FROM numbers") == 10);
    CHECK(*database.integer("SELECT count(*) FROM numbers WHERE name IS NULL") == 5);
}

TEST_CASE("two walks over one query are independent", "[store]")
{
    const TemporaryFolder folder;
    const Database database = numbers_in(folder, 20);
    std::int64_t pairs = 0;
    auto outer = database.prepare("SELECT n FROM numbers ORDER BY n");
    REQUIRE(outer.ok());
    REQUIRE(outer
                ->for_each([&]() -> Status {
                    auto inner = database.prepare("SELECT n FROM numbers ORDER BY n");
                    return inner ? inner->for_each([&]() -> Status {
                        ++pairs;
                        return {};
                    })
                                 : Status{inner.error()};
                })
                .ok());
    CHECK(pairs == 400);
}

TEST_CASE("a walk that is left half-way holds nothing back from writers", "[store]")
{
    const TemporaryFolder folder;
    const Database database = numbers_in(folder, 5);
    {
        auto walk = database.prepare("SELECT n FROM numbers");
        REQUIRE(walk.ok());
        REQUIRE(*walk->step());
    }
    CHECK(database.execute("DROP TABLE numbers").ok());
}

TEST_CASE("more queries than are kept, and tables that change, are no matter", "[store]")
{
    const TemporaryFolder folder;
    const Database database = numbers_in(folder, 5);
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 100; ++i) {
            const auto sum = database.integer("SELECT n + " + std::to_string(i) + " FROM numbers");
            REQUIRE(sum.ok());
            REQUIRE(*sum == i + 1);
        }
        REQUIRE(database.execute("ALTER TABLE numbers ADD COLUMN c" + std::to_string(round)).ok());
    }
}

} // namespace entente::tests
