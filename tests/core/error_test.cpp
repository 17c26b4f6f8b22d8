// SPDX-License-Identifier: Apache-2.0
// Errors: one line that says what, where and what to do; results that hold one or the other.
#include "core/error.hpp"
#include "core/result.hpp"
#include "tests/support/catch.hpp"

#include <set>
#include <vector>

namespace entente::tests {

TEST_CASE("an error is one line: place, fault, cause, remedy", "[core][error]")
{
    const auto bare = [] {
        return Error{ErrorCode::bad_value, "wrong"};
    };
    CHECK(bare().message() == "wrong");
    CHECK(bare().at("f.txt").message() == "f.txt: wrong");
    CHECK(bare().at("f.txt", 3).message() == "f.txt:3: wrong");
    CHECK(bare().at("f.txt", 3, 5).message() == "f.txt:3:5: wrong");
    CHECK(bare().at("f.txt", 0, 5).message() == "f.txt: wrong");
    CHECK(bare().hint("mend it").message() == "wrong; mend it");
    CHECK(bare()
              .at("f.txt", 3)
              .hint("mend it")
              .caused_by(Error{ErrorCode::internal, "deep"}.at("g.txt"))
              .message() == "f.txt:3: wrong: g.txt: deep; mend it");
}

TEST_CASE("the full stop of another library's message does not stand before the remedy",
          "[core][error]")
{
    const Error error = Error{ErrorCode::bad_article, "broken JSON: A value is missing."}
                            .at("a.jsonl", 3)
                            .hint("write one object a line");
    CHECK(error.message() == "a.jsonl:3: broken JSON: A value is missing; write one object a line");
}

TEST_CASE("names from outside cannot drive a terminal through an error", "[core][error]")
{
    const std::string message = Error{ErrorCode::bad_value, "what\x1B[2J"}
                                    .at("a\nb\x07")
                                    .hint("do\r\xE2\x80\xAEit")
                                    .message();
    CHECK(message == "a\\x0ab\\x07: what\\x1b[2J; do\\x0d\\u{202e}it");
}

TEST_CASE("every code has a name of its own and an exit status", "[core][error]")
{
    struct Row {
        ErrorCode code;
        ExitStatus status;
    };

    std::set<std::string_view> names;
    std::size_t codes = 0;
#define ENTENTE_X(name, status, text)                                                              \
    ++codes;                                                                                       \
    names.insert(to_string(ErrorCode::name));                                                      \
    CHECK(to_string(ErrorCode::name) == #name);                                                    \
    CHECK(exit_status(ErrorCode::name) == ExitStatus::status);
    ENTENTE_ERROR_CODES(ENTENTE_X)
#undef ENTENTE_X
    CHECK(names.size() == codes);
    for (const Row& row : std::vector<Row>{{ErrorCode::usage, ExitStatus::usage},
                                           {ErrorCode::not_found, ExitStatus::incomplete},
                                           {ErrorCode::not_a_store, ExitStatus::unreadable},
                                           {ErrorCode::write_failed, ExitStatus::unreadable},
                                           {ErrorCode::internal, ExitStatus::internal}}) {
        CHECK(exit_status(row.code) == row.status);
    }
    CHECK(static_cast<int>(ExitStatus::internal) == 70);
    CHECK(static_cast<int>(ExitStatus::unreadable) == 3);
}

TEST_CASE("asking a result for the side that is not there is a defect", "[core][error]")
{
    Result<int> good{5};
    CHECK(*good == 5);
    CHECK(good.value_or(7) == 5);
    CHECK_THROWS_AS(good.error(), std::logic_error);
    Result<int> bad{Error{ErrorCode::usage, "no"}};
    CHECK_FALSE(bad.ok());
    CHECK(bad.value_or(7) == 7);
    CHECK_THROWS_AS(bad.value(), std::logic_error);
    CHECK(bad.error().code() == ErrorCode::usage);
    CHECK(Status{}.ok());
    CHECK_THROWS_AS(Status{}.error(), std::logic_error);
    CHECK_FALSE(Status{Error{ErrorCode::usage, "no"}}.ok());
}

} // namespace entente::tests
