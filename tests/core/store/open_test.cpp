// SPDX-License-Identifier: Apache-2.0
// What may be opened as a store, what may not, and what the user is told.
#include "tests/core/store/store_fixture.hpp"

#include <unistd.h>

#include <fstream>

namespace entente::tests {

namespace fs = std::filesystem;
using store::OpenMode;
using store::Store;

namespace {

void write_bytes(const fs::path& file, const std::string& bytes)
{
    std::ofstream{file, std::ios::binary} << bytes;
}

/// A user without rights, for as long as it lives; the superuser may write anywhere.
class WithoutRights {
public:
    WithoutRights()
    {
        if (::geteuid() == 0) {
            dropped_ = ::seteuid(65534) == 0;
        }
    }

    WithoutRights(const WithoutRights&) = delete;
    WithoutRights& operator=(const WithoutRights&) = delete;

    ~WithoutRights()
    {
        if (dropped_ && ::seteuid(0) != 0) {
            std::abort();
        }
    }

private:
    bool dropped_ = false;
};

void set_read_only(const fs::path& folder)
{
    for (const auto& entry : fs::directory_iterator{folder}) {
        fs::permissions(entry.path(), fs::perms{0444});
    }
    fs::permissions(folder, fs::perms{0555});
}

} // namespace

TEST_CASE("files that are no store are refused with a reason and a remedy", "[core][store]")
{
    const TemporaryFolder folder;
    write_bytes(folder / "text", std::string(5000, 'x'));
    write_bytes(folder / "short", "hello");
    write_bytes(folder / "empty", "");
    tamper(folder / "foreign", "CREATE TABLE t (a); PRAGMA user_version = 1");
    {
        const auto made = open_store(folder / "newer");
    }
    tamper(folder / "newer", "PRAGMA user_version = 999");
    {
        const auto made = open_store(folder / "gutted");
    }
    tamper(folder / "gutted", "PRAGMA user_version = 0");

    struct Row {
        std::string file;
        OpenMode mode;
        ErrorCode code;
    };

    const std::vector<Row> rows{
        {"absent", OpenMode::read, ErrorCode::missing_input},
        {"absent", OpenMode::write, ErrorCode::missing_input},
        {"no/folder/s.kg", OpenMode::write_or_create, ErrorCode::write_failed},
        {".", OpenMode::read, ErrorCode::not_a_store},
        {".", OpenMode::write_or_create, ErrorCode::not_a_store},
        {"text", OpenMode::read, ErrorCode::not_a_store},
        {"text", OpenMode::write, ErrorCode::not_a_store},
        {"text", OpenMode::write_or_create, ErrorCode::not_a_store},
        {"short", OpenMode::read, ErrorCode::not_a_store},
        {"short", OpenMode::write_or_create, ErrorCode::not_a_store},
        {"empty", OpenMode::read, ErrorCode::not_a_store},
        {"empty", OpenMode::write, ErrorCode::not_a_store},
        {"foreign", OpenMode::read, ErrorCode::not_a_store},
        {"foreign", OpenMode::write_or_create, ErrorCode::not_a_store},
        {"newer", OpenMode::read, ErrorCode::newer_store},
        {"newer", OpenMode::write, ErrorCode::newer_store},
        {"newer", OpenMode::write_or_create, ErrorCode::newer_store},
        {"gutted", OpenMode::read, ErrorCode::corrupt_store},
        {"gutted", OpenMode::write, ErrorCode::corrupt_store},
    };
    for (const Row& row : rows) {
        CAPTURE(row.file, static_cast<int>(row.mode));
        const auto opened = Store::open(folder / row.file, row.mode);
        REQUIRE_FALSE(opened.ok());
        CHECK(to_string(opened.error().code()) == to_string(row.code));
        CHECK(opened.error().where().file.find(row.file) != std::string::npos);
        CHECK_FALSE(opened.error().remedy().empty());
    }
    CHECK(fs::file_size(folder / "text") == 5000);
    CHECK_FALSE(fs::exists(folder / "absent"));
    CHECK_FALSE(fs::exists(folder / "foreign-wal"));
}

TEST_CASE("an empty file becomes a store where one may be created", "[core][store]")
{
    const TemporaryFolder folder;
    write_bytes(folder / "s.kg", "");
    auto store = open_store(folder / "s.kg");
    CHECK(add(store, make_extracted("a")) == store::AddOutcome::added);
}

TEST_CASE("file names with characters that mean something in a URI are taken as they are",
          "[core][store]")
{
    const TemporaryFolder folder;
    for (const char* name :
         {"a b.kg", "50%.kg", "what?mode=memory.kg", "a#b.kg", "caf\xC3\xA9.kg"}) {
        CAPTURE(name);
        {
            auto store = open_store(folder / name);
            add(store, make_extracted("a"));
        }
        CHECK(fs::exists(folder / name));
        CHECK(article_ids(open_to_read(folder / name)).size() == 1);
    }
}

TEST_CASE("a truncated store is reported, never taken for a whole one", "[core][store]")
{
    const TemporaryFolder folder;
    const fs::path whole = folder / "whole.kg";
    {
        auto store = open_store(whole);
        for (int i = 0; i < 50; ++i) {
            add(store, make_extracted("article-" + std::to_string(i)));
        }
    }
    const auto size = fs::file_size(whole);
    for (const std::uintmax_t left :
         {size - 1, size - 4096, size / 2, size / 4, std::uintmax_t{8192}}) {
        CAPTURE(left);
        const fs::path cut = folder / "cut.kg";
        fs::copy_file(whole, cut, fs::copy_options::overwrite_existing);
        fs::resize_file(cut, left);
        const auto opened = Store::open(cut, OpenMode::read);
        if (!opened) {
            CHECK(opened.error().code() == ErrorCode::corrupt_store);
            continue;
        }
        const auto findings = opened->check();
        if (findings) {
            // SQLite fills up a page that lacks its end with zeros. Where zeros stood, nothing is
            // lost.
            CHECK((!findings->empty() ||
                   (left == size - 1 && dump(*opened) == dump(open_to_read(whole)))));
        } else {
            CHECK(findings.error().code() == ErrorCode::corrupt_store);
        }
    }
}

TEST_CASE("a store in a folder that may not be written can be read", "[core][store]")
{
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms{0755});
    const fs::path place = folder / "locked";
    fs::create_directory(place);
    {
        auto store = open_store(place / "s.kg");
        add(store, make_extracted("a"));
    }
    set_read_only(place);
    {
        const WithoutRights user;
        CHECK(article_ids(open_to_read(place / "s.kg")) == std::set<std::string>{"a"});
        const auto writing = Store::open(place / "s.kg", OpenMode::write);
        REQUIRE_FALSE(writing.ok());
        CHECK(writing.error().code() == ErrorCode::write_failed);
        const auto creating = Store::open(place / "new.kg", OpenMode::write_or_create);
        REQUIRE_FALSE(creating.ok());
        CHECK(creating.error().code() == ErrorCode::write_failed);
    }
    fs::permissions(place, fs::perms{0755});
}

TEST_CASE("a log that cannot be opened is never passed over in silence", "[core][store]")
{
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms{0755});
    const fs::path place = folder / "locked";
    fs::create_directory(place);
    {
        auto store = open_store(folder / "s.kg");
        add(store, make_extracted("a"));
        REQUIRE(store.commit().ok());
        // As after a kill: the article is in the log and the index of the log is gone.
        fs::copy_file(folder / "s.kg", place / "s.kg");
        fs::copy_file(folder / "s.kg-wal", place / "s.kg-wal");
    }
    set_read_only(place);
    {
        const WithoutRights user;
        const auto opened = Store::open(place / "s.kg", OpenMode::read);
        if (opened) {
            CHECK(article_ids(*opened) == std::set<std::string>{"a"});
        } else {
            CHECK(opened.error().code() == ErrorCode::unreadable_input);
        }
    }
    fs::permissions(place, fs::perms{0755});
}

TEST_CASE("a store that may not be read is unreadable, not unwritable", "[core][store]")
{
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms{0755});
    {
        const auto store = open_store(folder / "s.kg");
    }
    fs::permissions(folder / "s.kg", fs::perms{0000});
    const WithoutRights user;
    const auto opened = Store::open(folder / "s.kg", OpenMode::read);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code() == ErrorCode::unreadable_input);
}

} // namespace entente::tests
