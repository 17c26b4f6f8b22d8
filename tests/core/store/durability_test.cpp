// SPDX-License-Identifier: Apache-2.0
// Kills, full disks and second writers: every article is wholly in or wholly out.
#include "tests/core/store/store_fixture.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace entente::tests {

namespace {

/// Runs `act` in a process of its own, which then ends as if killed: nothing is closed.
template <typename Act>
int in_child(Act act)
{
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::_exit(act());
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/// Adds articles numbered from `from` to before `to`; the number of the first failure, else 0.
int add_range(store::Store& store, int from, int to)
{
    for (int i = from; i < to; ++i) {
        if (!store.add(make_extracted("article-" + std::to_string(i)))) {
            return 1;
        }
    }
    return 0;
}

/// No file may grow past `bytes` while this lives; writes past it fail instead of killing us.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
        : handler_{std::signal(SIGXFSZ, SIG_IGN)}
    {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }

    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    void (*handler_)(int);
    rlimit before_{};
};

} // namespace

TEST_CASE("a kill between commits loses the open batch and nothing else", "[core][store]")
{
    const TemporaryFolder folder;
    const auto file = folder / "s.kg";
    const int status = in_child([&] {
        auto store = store::Store::open(file, store::OpenMode::write_or_create);
        if (!store || !store->begin_load("2024-01-01T00:00:00Z", "child") ||
            add_range(*store, 0, 10) != 0 || !store->commit() || add_range(*store, 10, 20) != 0) {
            return 1;
        }
        ::_exit(0); // without closing
    });
    REQUIRE(status == 0);
    {
        const auto store = open_to_read(file);
        CHECK(article_ids(store).size() == 10);
        CHECK(store.statistics().value().mentions == 10);
        CHECK(findings_of(store).empty());
    }
    auto again = open_store(file);
    REQUIRE(add_range(again, 0, 20) == 0);
    REQUIRE(again.commit().ok());

    auto undisturbed = open_store(folder / "whole.kg");
    REQUIRE(add_range(undisturbed, 0, 20) == 0);
    CHECK(dump(again) == dump(undisturbed));
}

TEST_CASE("a kill after many articles leaves whole batches of whole articles", "[core][store]")
{
    const TemporaryFolder folder;
    const auto file = folder / "s.kg";
    REQUIRE(in_child([&] {
                auto store = store::Store::open(file, store::OpenMode::write_or_create);
                if (!store || !store->begin_load("2024-01-01T00:00:00Z", "child")) {
                    return 1;
                }
                const int failed = add_range(*store, 0, 300);
                ::_exit(failed);
            }) == 0);
    const auto store = open_to_read(file);
    CHECK(article_ids(store).size() == 256);
    CHECK(store.statistics().value().mentions == 256);
    CHECK(store.statistics().value().loads == 1);
    CHECK(findings_of(store).empty());
}

TEST_CASE("a kill while an article is replaced leaves the former one", "[core][store]")
{
    const TemporaryFolder folder;
    const auto file = folder / "s.kg";
    {
        auto store = open_store(file);
        add(store, make_extracted("a", "entente 0.1.0"));
    }
    const std::string before = dump(open_to_read(file));
    REQUIRE(in_child([&] {
                auto store = store::Store::open(file, store::OpenMode::write);
                if (!store || !store->begin_load("2024-01-02T00:00:00Z", "child") ||
                    !store->add(make_extracted("a", "entente 0.2.0"))) {
                    return 1;
                }
                ::_exit(0);
            }) == 0);
    CHECK(dump(open_to_read(file)) == before);
}

TEST_CASE("a full disk is a clean error, and what was committed stays", "[core][store]")
{
    for (const rlim_t room : {1U << 20U, 2U << 20U, 3U << 20U}) {
        CAPTURE(room);
        const TemporaryFolder folder;
        const auto file = folder / "s.kg";
        std::set<std::string> committed;
        {
            auto store = open_store(file);
            REQUIRE(add_range(store, 0, 5) == 0);
            REQUIRE(store.commit().ok());
            committed = article_ids(store);
            const FileSizeLimit full{room};
            std::optional<Error> failure;
            for (int i = 5; i < 2000 && !failure; ++i) {
                auto extracted = make_extracted("big-" + std::to_string(i));
                extracted.article.text += std::string(20'000, 'x');
                const auto added = store.add(extracted);
                if (!added) {
                    failure = added.error();
                } else if (i % 50 == 0) {
                    if (const Status done = store.commit(); !done) {
                        failure = done.error();
                    } else {
                        committed = article_ids(store);
                    }
                }
            }
            REQUIRE(failure.has_value());
            CHECK(failure->code() == ErrorCode::write_failed);
            CHECK_FALSE(failure->remedy().empty());
        }
        auto store = open_store(file);
        const auto left = article_ids(store);
        CHECK(std::includes(left.begin(), left.end(), committed.begin(), committed.end()));
        CHECK(findings_of(store).empty());
        CHECK(add(store, make_extracted("after")) == store::AddOutcome::added);
        REQUIRE(store.commit().ok());
    }
}

TEST_CASE("one store object goes on after the disk has room again", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    {
        const FileSizeLimit full{1U << 20U};
        auto extracted = make_extracted("big");
        extracted.article.text += std::string(4'000'000, 'x');
        auto added = store.add(extracted);
        const Status done = added ? store.commit() : Status{added.error()};
        REQUIRE_FALSE(done.ok());
        CHECK(done.error().code() == ErrorCode::write_failed);
    }
    CHECK(add(store, make_extracted("small")) == store::AddOutcome::added);
    REQUIRE(store.commit().ok());
    CHECK(store.statistics().value().loads == 1);
    CHECK(findings_of(store).empty());
}

TEST_CASE("readers see whole batches while another store writes", "[core][store]")
{
    const TemporaryFolder folder;
    auto writer = open_store(folder / "s.kg");
    add(writer, make_extracted("a"));
    REQUIRE(writer.commit().ok());
    const auto reader = open_to_read(folder / "s.kg");
    add(writer, make_extracted("b"));
    CHECK(article_ids(reader) == std::set<std::string>{"a"});
    REQUIRE(writer.commit().ok());
    CHECK(article_ids(reader) == std::set<std::string>{"a", "b"});
    CHECK(groups_of(reader).size() == 2);
}

TEST_CASE("two writers take turns", "[core][store]")
{
    const TemporaryFolder folder;
    auto first = open_store(folder / "s.kg");
    add(first, make_extracted("a"));
    REQUIRE(first.commit().ok());
    auto second = open_store(folder / "s.kg");
    add(second, make_extracted("b"));
    REQUIRE(second.commit().ok());
    add(first, make_extracted("c"));
    REQUIRE(first.commit().ok());
    CHECK(article_ids(second) == std::set<std::string>{"a", "b", "c"});
}

TEST_CASE("a second writer gives up after ten seconds and says why", "[core][store][.slow]")
{
    const TemporaryFolder folder;
    auto first = open_store(folder / "s.kg");
    add(first, make_extracted("a"));
    auto second = store::Store::open(folder / "s.kg", store::OpenMode::write);
    REQUIRE(second.ok());
    const Status begun = second->begin_load("2024-01-01T00:00:00Z", "second");
    REQUIRE_FALSE(begun.ok());
    CHECK(begun.error().code() == ErrorCode::store_busy);
}

} // namespace entente::tests
