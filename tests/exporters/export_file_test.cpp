// SPDX-License-Identifier: Apache-2.0
// export_to_file(): the new file whole, or the old one as it was.
#include "tests/support/exported.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace entente::tests {

namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

void write_file(const fs::path& file, const std::string& text)
{
    std::ofstream{file, std::ios::binary} << text;
}

std::size_t files_in(const fs::path& folder)
{
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

Status export_json(const fs::path& file, const exporters::ExportContext& context)
{
    return exporters::export_to_file(*exporters::format_by_name("json"),
                                     snapshot_of(pakistan_and_russia()), context, file.string());
}

/// A context whose evidence cannot be read, so that the export fails half-way.
exporters::ExportContext failing()
{
    exporters::ExportContext context;
    context.evidence = [](std::int64_t) -> Result<store::StoredMention> {
        return Error{ErrorCode::corrupt_store, "page 7 is damaged"};
    };
    return context;
}

} // namespace

TEST_CASE("an export replaces the old file and leaves nothing beside it", "[exporters][file]")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "graph.json";
    write_file(file, "old");
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    REQUIRE(export_json(file, {}).ok());
    CHECK(contents(file) == exported("json", snapshot_of(pakistan_and_russia()), {}));
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("an export that fails leaves the old file as it was", "[exporters][file][fault]")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "graph.json";
    write_file(file, "old");
    const Status written = export_json(file, failing());
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code() == ErrorCode::corrupt_store);
    CHECK(contents(file) == "old");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a file that cannot be written is named", "[exporters][file][fault]")
{
    const TemporaryFolder folder;

    struct Row {
        const char* name;
        fs::path file;
    };

    const std::vector<Row> rows{
        {"no such folder", folder.path() / "none" / "graph.json"},
        {"a folder", folder.path()},
        {"a file as folder", folder.path() / "file" / "graph.json"},
        {"a name too long", folder.path() / std::string(300, 'x')},
        {"a full device", "/dev/full"},
    };
    write_file(folder.path() / "file", "x");
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const Status written = export_json(row.file, {});
        REQUIRE_FALSE(written.ok());
        CHECK(written.error().code() == ErrorCode::write_failed);
        CHECK(written.error().where().file == row.file.string());
        CHECK_FALSE(written.error().remedy().empty());
    }
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a link stays a link, and a device a device", "[exporters][file]")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "graph.json";
    const fs::path link = folder.path() / "link.json";
    write_file(file, "old");
    fs::create_symlink("graph.json", link);
    REQUIRE(export_json(link, {}).ok());
    CHECK(fs::is_symlink(link));
    CHECK(contents(file) != "old");
    REQUIRE(export_json("/dev/null", {}).ok());
    CHECK(fs::is_character_file("/dev/null"));
}

} // namespace entente::tests
