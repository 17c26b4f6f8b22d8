// SPDX-License-Identifier: Apache-2.0
// Folders: the new one whole, or the old one as it was, and never what a person put there.
#include "exporters/folder_sink.hpp"
#include "tests/support/exported.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace entente::tests {

namespace {

namespace fs = std::filesystem;

/// Writes two files of given sizes, then fails where told to.
class TwoFiles final : public exporters::Exporter {
public:
    [[nodiscard]] Status write(const graph::Snapshot& /*graph*/,
                               const exporters::ExportContext& context,
                               exporters::Sink& sink) const override
    {
        for (const char* file : {"a.csv", "b.csv", "a.csv"}) {
            if (Status written = sink.write_to(file, context.title); !written) {
                return written;
            }
        }
        if (context.description == "fails") {
            return Error{ErrorCode::corrupt_store, "page 7 is damaged"};
        }
        return {};
    }
};

const exporters::Format kTwoFiles{
    "two",
    ".two",
    "two files",
    false,
    [] { return std::unique_ptr<exporters::Exporter>{std::make_unique<TwoFiles>()}; },
    true};

Status export_two(const fs::path& folder, const std::string& title,
                  exporters::Written* written = nullptr, const std::string& description = {})
{
    exporters::ExportContext context;
    context.title = title;
    context.description = description;
    return exporters::export_to_file(kTwoFiles, graph::Snapshot::build({}), context,
                                     folder.string(), written);
}

std::string contents(const fs::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

void write_file(const fs::path& file, const std::string& text)
{
    std::ofstream{file, std::ios::binary} << text;
}

std::set<std::string> names_in(const fs::path& folder)
{
    std::set<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder}) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

const std::set<std::string> kExport{"a.csv", "b.csv", "entente-export.txt"};

} // namespace

TEST_CASE("a folder export is whole, lists what it holds, and leaves nothing beside it",
          "[exporters][folder]")
{
    const TemporaryFolder folder;
    const fs::path target = folder / "graph.two";
    exporters::Written written;
    REQUIRE(export_two(target, "one", &written).ok());
    CHECK(names_in(target) == kExport);
    CHECK(contents(target / "a.csv") == "oneone");
    CHECK(contents(target / "b.csv") == "one");
    CHECK(contents(target / "entente-export.txt") == "entente-export 1 two\na.csv\t6\nb.csv\t3\n");
    CHECK(written.files == 3);
    CHECK(written.bytes == 9 + fs::file_size(target / "entente-export.txt"));
    CHECK(names_in(folder.path()) == std::set<std::string>{"graph.two"});
}

TEST_CASE("an earlier export, an empty folder and a link to either are replaced",
          "[exporters][folder]")
{
    const TemporaryFolder folder;
    const fs::path target = folder / "graph.two";
    fs::create_directory(target);
    fs::permissions(target, fs::perms::owner_all);
    REQUIRE(export_two(target, "one").ok());
    CHECK(fs::status(target).permissions() == fs::perms::owner_all);
    REQUIRE(export_two(target.string() + "//", "second").ok());
    CHECK(contents(target / "b.csv") == "second");
    const fs::path link = folder / "link";
    fs::create_symlink("graph.two", link);
    REQUIRE(export_two(link, "third").ok());
    CHECK(fs::is_symlink(link));
    CHECK(contents(target / "b.csv") == "third");
    CHECK(names_in(target) == kExport);
    CHECK(names_in(folder.path()) == std::set<std::string>{"graph.two", "link"});
}

TEST_CASE("a folder that holds anything else is left alone", "[exporters][folder][fault]")
{
    const TemporaryFolder folder;
    const fs::path target = folder / "graph.two";

    struct Row {
        const char* name;
        std::function<void()> spoil;
        const char* says;
    };

    const std::vector<Row> rows{
        {"a file of the user's", [&] { write_file(target / "notes.txt", "mine"); }, "notes.txt"},
        {"a hidden file", [&] { write_file(target / ".notes", "mine"); }, ".notes"},
        {"a folder in it", [&] { fs::create_directory(target / "sub"); }, "sub"},
        {"a file that was edited", [&] { write_file(target / "a.csv", "edited!"); }, "a.csv"},
        {"a link in place of a file",
         [&] {
             fs::remove(target / "b.csv");
             fs::create_symlink("/etc/passwd", target / "b.csv");
         },
         "b.csv"},
        {"no list", [&] { fs::remove(target / "entente-export.txt"); }, "other things"},
        {"a list of something else",
         [&] { write_file(target / "entente-export.txt", "shopping\n"); }, "other things"},
        {"a list that leads outside",
         [&] { write_file(target / "entente-export.txt", "entente-export 1 x\n../x\t1\n"); },
         "other things"},
        {"a list that is damaged",
         [&] { write_file(target / "entente-export.txt", "entente-export 1 x\na.csv\n"); },
         "other things"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        fs::remove_all(target);
        REQUIRE(export_two(target, "one").ok());
        row.spoil();
        const auto before = names_in(target);
        const Status written = export_two(target, "second");
        REQUIRE_FALSE(written.ok());
        CHECK(written.error().code() == ErrorCode::write_failed);
        CHECK(written.error().message().find(row.says) != std::string::npos);
        CHECK_FALSE(written.error().remedy().empty());
        CHECK(names_in(target) == before);
        CHECK(names_in(folder.path()) == std::set<std::string>{"graph.two"});
    }
}

TEST_CASE("a file appears in the folder while the export runs: it is kept",
          "[exporters][folder][fault]")
{
    const TemporaryFolder folder;
    const fs::path target = folder / "graph.kuzu";
    const auto mentions = pakistan_and_russia();
    const auto graph = snapshot_of(mentions);
    auto context = context_of(mentions);
    const auto& kuzu = *exporters::format_by_name("kuzu");
    REQUIRE(exporters::export_to_file(kuzu, graph, context, target.string()).ok());
    const auto lookup = context.evidence;
    context.evidence = [&](std::int64_t id) {
        write_file(target / "notes.txt", "mine");
        return lookup(id);
    };
    const Status written = exporters::export_to_file(kuzu, graph, context, target.string());
    REQUIRE_FALSE(written.ok());
    CHECK(contents(target / "notes.txt") == "mine");
    CHECK(names_in(folder.path()) == std::set<std::string>{"graph.kuzu"});
}

TEST_CASE("an export that fails leaves neither half a folder nor the old one changed",
          "[exporters][folder][fault]")
{
    const TemporaryFolder folder;
    const fs::path target = folder / "graph.two";
    const Status none = export_two(target, "one", nullptr, "fails");
    REQUIRE_FALSE(none.ok());
    CHECK(none.error().code() == ErrorCode::corrupt_store);
    CHECK(names_in(folder.path()).empty());
    REQUIRE(export_two(target, "one").ok());
    REQUIRE_FALSE(export_two(target, "second", nullptr, "fails").ok());
    CHECK(contents(target / "b.csv") == "one");
    CHECK(names_in(folder.path()) == std::set<std::string>{"graph.two"});
}

TEST_CASE("a place where no folder can be is named", "[exporters][folder][fault]")
{
    const TemporaryFolder folder;
    write_file(folder / "file", "x");
    for (const fs::path& target :
         {folder / "none" / "graph.two", folder / "file", folder / "file" / "graph.two",
          folder / std::string(300, 'x'), fs::path{"/dev/null"}}) {
        CAPTURE(target);
        const Status written = export_two(target, "one");
        REQUIRE_FALSE(written.ok());
        CHECK(written.error().code() == ErrorCode::write_failed);
        CHECK(written.error().where().file == target.string());
        CHECK_FALSE(written.error().remedy().empty());
    }
    CHECK(contents(folder / "file") == "x");
}

TEST_CASE("a single file says what was written as well", "[exporters][file]")
{
    const TemporaryFolder folder;
    exporters::Written written;
    REQUIRE(exporters::export_to_file(*exporters::format_by_name("json"),
                                      snapshot_of(pakistan_and_russia()), {},
                                      (folder / "g.json").string(), &written)
                .ok());
    CHECK(written.files == 1);
    CHECK(written.bytes == fs::file_size(folder / "g.json"));
}

} // namespace entente::tests
