// SPDX-License-Identifier: Apache-2.0
// Files that are odd in themselves: encodings, sizes, links, pipes, permissions, full disks.
#include "tests/cli/cli_fixture.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <thread>

using Catch::Matchers::Contains;
using entente::tests::CliRun;
using entente::tests::count_lines;
using entente::tests::make_store;
using entente::tests::read_file;
using entente::tests::run_cli;
using entente::tests::TemporaryFolder;
using entente::tests::write_file;

namespace fs = std::filesystem;

namespace {

constexpr const char* kGoodArticle =
    "Title: Row\nDate: 2022-03-01\n\nFrance accused Russia of interference.\n";

/// Everyone may list the folder and open what is in it; no one may change it.
constexpr fs::perms kMayRead = static_cast<fs::perms>(0555);

std::string write_good(const TemporaryFolder& folder)
{
    const std::string good = (folder.path() / "good.txt").string();
    write_file(good, kGoodArticle);
    return good;
}

std::string repeated(std::string_view part, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i) {
        text += part;
    }
    return text;
}

/// ASCII text as UTF-16 with a byte order mark, little end first.
std::string as_utf16(std::string_view ascii)
{
    std::string bytes{"\xFF\xFE"};
    for (const char c : ascii) {
        bytes += c;
        bytes += '\0';
    }
    return bytes;
}

/// While it lives, permissions hold: root, who may do anything, becomes nobody.
class WithoutRoot {
public:
    explicit WithoutRoot(const TemporaryFolder& folder)
    {
        constexpr uid_t kNobody = 65534; // still of root's group, whose rights count too
        if (::geteuid() == 0) {
            // The folder of a test is its owner's alone.
            fs::permissions(folder.path(), kMayRead, fs::perm_options::add);
            changed_ = ::seteuid(kNobody) == 0;
        }
    }

    WithoutRoot(const WithoutRoot&) = delete;
    WithoutRoot& operator=(const WithoutRoot&) = delete;

    ~WithoutRoot()
    {
        if (changed_ && ::seteuid(0) != 0) {
            std::abort(); // later tests would fail for a reason that nobody could guess
        }
    }

    [[nodiscard]] static bool holds() { return ::geteuid() != 0; }

private:
    bool changed_ = false;
};

#define ENTENTE_NEEDS_PERMISSIONS(folder)                                                          \
    const WithoutRoot without_root{folder};                                                        \
    if (!WithoutRoot::holds()) {                                                                   \
        WARN("skipped: root cannot become another user here, and nothing is forbidden to root");   \
        return;                                                                                    \
    }

/// One line that names the file and a remedy.
void check_one_line(const CliRun& run, const std::string& file, const std::string& what)
{
    CAPTURE(run.err);
    CHECK(count_lines(run.err) == 1);
    CHECK_THAT(run.err, Catch::Matchers::StartsWith("entente: error: ") && Contains(file) &&
                            Contains(what) && Contains("; "));
}

} // namespace

TEST_CASE("hostile JSON costs its line only", "[cli][bad-input]")
{
    struct Row {
        const char* name;
        std::string line;
        const char* what;
    };

    const auto row = GENERATE(values<Row>({
        {"deeply nested where a text should be",
         "{\"text\": " + repeated("[", 200'000) + repeated("]", 200'000) + "}",
         "\"text\" is no string"},
        {"deeply nested and never closed", repeated("{\"a\":", 200'000), "broken JSON"},
        {"a line of 20 MB that is cut off",
         "{\"text\": \"" + repeated("France accused Russia. ", 900'000), "broken JSON"},
        {"a NUL byte in a string", std::string{"{\"text\": \"France\0accused\"}", 26},
         "broken JSON"},
        {"a number for a date", "{\"text\": \"x\", \"date\": 2022}", "\"date\" is no string"},
        {"a list for a title", "{\"text\": \"x\", \"title\": [\"a\"]}", "\"title\" is no string"},
        {"two objects on one line", "{\"text\": \"x\"} {\"text\": \"y\"}", "broken JSON"},
    }));
    CAPTURE(row.name);
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "mixed.jsonl").string();
    write_file(file, "{\"id\": \"before\", \"text\": \"France accused Iran of it.\"}\n" + row.line +
                         "\n{\"id\": \"after\", \"text\": \"France accused Russia of it.\"}\n");
    const auto run = run_cli({"extract", file});
    CHECK(run.status == 1);
    check_one_line(run, "mixed.jsonl:2", row.what);
    CHECK(count_lines(run.out) == 2);
    CHECK_THAT(run.out, Contains("\"doc\":\"before\"") && Contains("\"doc\":\"after\""));
}

TEST_CASE("a line of 20 MB that is sound is read", "[cli][bad-input]")
{
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "long.jsonl").string();
    write_file(file, "{\"text\": \"France accused Russia of it.\", \"section\": \"" +
                         std::string(20'000'000, 'x') + "\"}\n");
    const auto run = run_cli({"extract", file});
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    CHECK(count_lines(run.out) == 1);
}

TEST_CASE("texts in other encodings are read, whether they say which or not", "[cli][bad-input]")
{
    struct Row {
        const char* name;
        std::string content;
    };

    const auto row = GENERATE(values<Row>({
        {"UTF-16 with a mark", as_utf16("Row\n\nFrance accused Russia of interference.\n")},
        {"UTF-8 with a mark", "\xEF\xBB\xBFRow\n\nFrance accused Russia of interference.\n"},
        {"Windows line ends", "Row\r\n\r\nFrance accused Russia of interference.\r\n"},
        {"bytes that are no UTF-8", "Row in Orl\xE9"
                                    "ans\n\nFrance accused Russia of interference.\n"},
        {"a stray NUL byte", std::string{"Row\n\nFrance accused Russia of interference.\0\n", 45}},
    }));
    CAPTURE(row.name);
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "article.txt").string();
    write_file(file, row.content);
    const auto run = run_cli({"extract", file});
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    CHECK(count_lines(run.out) == 1);
    CHECK_THAT(run.out, Contains("\"category\":\"ACCUSE\"") && !Contains("\xE9"));
}

TEST_CASE("links that lead in circles do not trap a run", "[cli][bad-input]")
{
    const TemporaryFolder folder;
    const std::string good = write_good(folder);
    fs::create_directory(folder.path() / "inputs");
    fs::copy_file(good, folder.path() / "inputs" / "article.txt");
    fs::create_directory_symlink("../inputs", folder.path() / "inputs" / "again");
    const auto walk = run_cli({"extract", (folder.path() / "inputs").string()});
    CHECK(walk.status == 0);
    CHECK(count_lines(walk.out) == 1);

    fs::create_symlink("itself", folder.path() / "itself");
    const auto run = run_cli({"extract", (folder.path() / "itself").string(), good});
    CHECK(run.status == 1);
    check_one_line(run, "itself", "symbolic links");
    CHECK(count_lines(run.out) == 1);
}

TEST_CASE("a pipe is read as an article and refused as a store", "[cli][bad-input]")
{
    const TemporaryFolder folder;
    const std::string pipe = (folder.path() / "pipe").string();
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::thread writer{[&] {
        write_file(pipe, kGoodArticle);
    }};
    const auto run = run_cli({"extract", pipe});
    writer.join();
    CHECK(run.status == 0);
    CHECK(count_lines(run.out) == 1);
    for (const char* command : {"stats", "check", "repl"}) {
        CAPTURE(command);
        const auto refused = run_cli({command, pipe});
        CHECK(refused.status == 3);
        check_one_line(refused, "pipe", "no store");
    }
    const auto add = run_cli({"add", pipe, write_good(folder)});
    CHECK(add.status == 3);
    check_one_line(add, "pipe", "no store");
}

TEST_CASE("a closed or empty standard input is said to be that", "[cli][bad-input]")
{
    const auto empty = run_cli({"extract", "-"});
    CHECK(empty.status == 1);
    check_one_line(empty, "standard input", "no text");

    std::istringstream closed;
    closed.setstate(std::ios::badbit);
    std::ostringstream out;
    std::ostringstream err;
    CHECK(entente::cli::run({"extract", "-"}, closed, out, err) == 3);
    check_one_line({3, out.str(), err.str()}, "standard input", "cannot be read");
}

TEST_CASE("a file that may not be read costs that file only", "[cli][bad-input][permissions]")
{
    const TemporaryFolder folder;
    const std::string good = write_good(folder);
    const fs::path locked = folder.path() / "locked.txt";
    write_file(locked, kGoodArticle);
    fs::permissions(locked, fs::perms::none);
    ENTENTE_NEEDS_PERMISSIONS(folder);
    const auto run = run_cli({"extract", locked.string(), good});
    CHECK(run.status == 1);
    check_one_line(run, "locked.txt", "Permission denied");
    CHECK(count_lines(run.out) == 1);
    CHECK(run_cli({"extract", locked.string()}).status == 3);
}

TEST_CASE("a folder that may not be read is no silence", "[cli][bad-input][permissions]")
{
    const TemporaryFolder folder;
    const fs::path inputs = folder.path() / "inputs";
    fs::create_directories(inputs / "locked");
    write_file(inputs / "article.txt", kGoodArticle);
    write_file(inputs / "locked" / "article.txt", kGoodArticle);
    fs::permissions(inputs / "locked", fs::perms::none);
    {
        ENTENTE_NEEDS_PERMISSIONS(folder);
        const auto run = run_cli({"extract", inputs.string()});
        CHECK(run.status == 1);
        check_one_line(run, "locked", "may not be read");
        CHECK(count_lines(run.out) == 1);
        const auto alone = run_cli({"extract", (inputs / "locked").string()});
        CHECK(alone.status == 3);
        check_one_line(alone, "locked", "Permission denied");
        const auto store = run_cli({"stats", (inputs / "locked" / "x.kg").string()});
        CHECK(store.status == 3);
        check_one_line(store, "x.kg", "Permission denied");
    }
    fs::permissions(inputs / "locked", fs::perms::owner_all); // so that it can be removed
}

TEST_CASE("a folder that may not be written is status 3", "[cli][bad-input][permissions]")
{
    const TemporaryFolder folder;
    const std::string good = write_good(folder);
    const std::string store = make_store(folder);
    fs::permissions(folder.path(), kMayRead);
    {
        ENTENTE_NEEDS_PERMISSIONS(folder);
        const std::string created = (folder.path() / "new.kg").string();
        const auto create = run_cli({"add", created, good});
        CHECK(create.status == 3);
        check_one_line(create, "new.kg", "cannot be opened");
        const std::string picture = (folder.path() / "graph.json").string();
        const auto exported = run_cli({"export", store, "-o", picture});
        CHECK(exported.status == 3);
        check_one_line(exported, "graph.json", "Permission denied");
        CHECK_FALSE(fs::exists(picture));
        CHECK(run_cli({"stats", store}).status == 0); // reading needs no right to write
    }
    fs::permissions(folder.path(), fs::perms::owner_all);
}

TEST_CASE("a disk that fills up loses nothing that was loaded", "[cli][bad-input][fault]")
{
    const TemporaryFolder folder;
    const std::string store = (folder.path() / "x.kg").string();
    REQUIRE(run_cli({"add", store, write_good(folder)}).status == 0);
    std::string articles;
    for (int i = 0; i < 3000; ++i) {
        articles += "{\"id\":\"n" + std::to_string(i) + "\",\"text\":\"France accused Russia of " +
                    "interference in case " + std::to_string(i) + ".\"}\n";
    }
    const fs::path errors = folder.path() / "errors";
    const pid_t child = ::fork(); // the limit is one of a process
    REQUIRE(child >= 0);
    if (child == 0) {
        constexpr rlim_t kRoom = 300'000;
        const rlimit limit{kRoom, kRoom};
        std::signal(SIGXFSZ, SIG_IGN);
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) {
            ::_exit(99);
        }
        const auto run = run_cli({"add", store, "-"}, articles);
        write_file(errors, run.err);
        ::_exit(run.status);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 3);
    check_one_line({3, {}, read_file(errors)}, "x.kg", "the disk is full");
    CHECK(run_cli({"check", store}).out == "sound\n");
    CHECK_THAT(run_cli({"show", store, "France"}).out, Contains("Russia"));
    // With room again, the same command finishes the job.
    CHECK(run_cli({"add", store, "-"}, articles).status == 0);
    CHECK_THAT(run_cli({"stats", store, "--json"}).out, Contains("\"articles\":3001"));
}

TEST_CASE("a table of actors or frames that is wrong is named with its line", "[cli][bad-input]")
{
    struct Row {
        const char* name;
        const char* flag;
        const char* file;
        const char* content; ///< null for no such file
        const char* place;
    };

    const auto row = GENERATE(values<Row>({
        {"no such actors", "--actors", "actors.tsv", nullptr, "actors.tsv: no such table"},
        {"no such frames", "--lexicon", "verbs.tsv", nullptr, "verbs.tsv: no such table"},
        {"no columns", "--actors", "actors.tsv", "once upon a time\n", "actors.tsv:1: column"},
        {"a code that is none", "--actors", "actors.tsv",
         "code\tname\tkind\taliases\nMER\tMeropia\tstate\t\nNo Code!\tNowhere\tstate\t\n",
         "actors.tsv:3: "},
        {"a kind that is none", "--actors", "actors.tsv",
         "code\tname\tkind\taliases\nMER\tMeropia\tplanet\t\n", "actors.tsv:2: "},
        {"a dictionary of rotten lines", "--actors", "mine.actors", "LANTERN [NOR/SWE]\nLAMP\n",
         "mine.actors:1: \"NOR/SWE\" is no code"},
        {"a table of unknown kind", "--lexicon", "other.tsv", "a\tb\n",
         "other.tsv: a lexicon file of unknown kind"},
        {"frames without columns", "--lexicon", "verbs.tsv", "once upon a time\n", "verbs.tsv:1: "},
        {"a reach of no category", "--lexicon", "reach.tsv", "category\tprepositions\nMEET\twith\n",
         "reach.tsv:2: "},
    }));
    CAPTURE(row.name);
    const TemporaryFolder folder;
    const std::string table = (folder.path() / row.file).string();
    if (row.content != nullptr) {
        write_file(table, row.content);
    }
    const auto run = run_cli({"extract", row.flag, table, write_good(folder)});
    CHECK(run.status == 3);
    CHECK(run.out.empty());
    check_one_line(run, row.file, row.place);
}

TEST_CASE("a rotten line of a dictionary is warned of and costs itself alone", "[cli][bad-input]")
{
    const TemporaryFolder folder;
    const std::string dictionary = (folder.path() / "mine.actors").string();
    write_file(dictionary, "GREEN_LANTERN_ [NOR\nRED_LANTERN_ [SWE]\n");
    const std::string article = R"({"id":"a","text":"Red Lantern accused Russia of fraud."})";
    const auto run = run_cli({"extract", "--actors", dictionary, "-"}, article);
    CHECK(run.status == 0);
    CHECK_THAT(run.out, Contains("\"source\":\"SWE"));
    CHECK(count_lines(run.err) == 1);
    CHECK_THAT(run.err, Catch::Matchers::StartsWith("entente: warning: ") &&
                            Contains("mine.actors:1: a code that is not closed; write [CODE]"));
    CHECK(run_cli({"--quiet", "extract", "--actors", dictionary, "-"}, article).err.empty());
    CHECK(run_cli({"actors", "Red Lantern", "--actors", dictionary}).status == 0);
}

TEST_CASE("a folder as the place of an export is said to be one", "[cli][bad-input]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const std::string place = (folder.path() / "place").string();
    fs::create_directory(place);
    for (const std::string& output : {place, place + "/"}) {
        const auto run = run_cli({"export", store, "-o", output, "--format", "json"});
        CHECK(run.status == 3);
        check_one_line(run, "place", "irectory");
    }
    CHECK(fs::is_empty(place));
}
