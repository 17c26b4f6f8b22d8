// SPDX-License-Identifier: Apache-2.0
// The shell: whole sessions against golden files, and what a script of it returns.
#include "cli/repl/completion.hpp"
#include "cli/repl/shell.hpp"
#include "cli/repl/words.hpp"
#include "core/text.hpp"
#include "tests/cli/cli_fixture.hpp"
#include "tests/support/golden.hpp"

using Catch::Matchers::Contains;
using entente::tests::make_store;
using entente::tests::run_cli;
using entente::tests::TemporaryFolder;
namespace repl = entente::cli::repl;

namespace {

/// Plays lines to a shell and writes what a person would see, with "> " before what was typed.
/// The folder's name, which changes with each run, becomes FOLDER.
std::string play(const std::string& script, const TemporaryFolder& folder)
{
    std::istringstream in;
    std::ostringstream screen;
    entente::cli::Session session{in, screen, screen, {}, {}, {}};
    repl::Shell shell{session};
    REQUIRE(shell.open(make_store(folder)).ok());
    for (const std::string_view line : entente::text::split(script, '\n')) {
        screen << "> " << line << '\n';
        if (!shell.run_line(line)) {
            break;
        }
    }
    std::string text = screen.str();
    const std::string name = folder.path().string();
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name)) {
        text.replace(at, name.size(), "FOLDER");
    }
    return text;
}

} // namespace

TEST_CASE("sessions of the shell are what they were when last read by a person",
          "[cli][repl][golden]")
{
    struct Row {
        const char* name;
        const char* script;
    };

    const auto row = GENERATE(values<Row>({
        {"explore", "top\nevidence 1\nrelations Pakistan\nrelations Pakistan, Russia\nevidence 2\n"
                    "relations South Korea Japan\ntimeline Pakistan \"United States\"\n"
                    "path Russia, United States\nshow pakistan\nfind gas pipeline\nquit\ntop"},
        {"evidence", "top evidence\ntop 1 evidence\nrelations Pakistan, Russia evidence\n"
                     "relations pakistan Evidence\nevidence 2\nfilter since 2018\n"
                     "top evidence\nhelp top"},
        {"filters",
         "filter\nfilter since 2018\ntop\nfilter actor \"South Korea\" level actor\ntop\n"
         "filter --category SANCTION,ACCUSE --group category\ntop 1\nfilter clear\n"
         "actors\nactors korea"},
        {"mistakes", "tpo\ntop many\ntop evidences\ntop many evidence\nrelations evidence\n"
                     "evidence 1\nevidence 0\nrelations\nrelations Pakstan\n"
                     "relations PAK, RUS, USA\npath Russia, Japan\nfilter snce 2018\n"
                     "filter since soon\nfilter topic\nfind\nfind zebra\n"
                     "match (a) return a.nme\nmatch (a return a\nhelp tpo\nopen nowhere.kg\ntop 1"},
        {"queries",
         "match (a {code: 'PAK'})-[r]-(b) return b.name, r.category, r.label order by b.name\n"
         "MATCH (a)-[r:COOPERATE]->(b) RETURN count(*) AS n\n"
         "match (a) where a.mentions > 1 return a.code, a.mentions order by a.mentions desc\n"
         "match (a {code: 'XYZ'}) return a"},
        {"help", "help\nhelp relations\nhelp filter\n\n# a comment\nexit"},
    }));
    const TemporaryFolder folder;
    entente::tests::check_golden(std::string{"repl_"} + row.name + ".txt",
                                 play(row.script, folder));
}

TEST_CASE("a script without mistakes is status 0, with one status 1, and runs to its end",
          "[cli][repl]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    CHECK(run_cli({"repl", store}, "top\nquit\n").status == 0);
    CHECK(run_cli({"repl", store}, "").status == 0);
    const auto run = run_cli({"repl", store}, "tpo\nactors\n");
    CHECK(run.status == 1);
    CHECK_THAT(run.err, Contains("unknown command \"tpo\"; did you mean \"top\"?"));
    CHECK_THAT(run.out, Contains("Pakistan"));
}

TEST_CASE("without a graph the shell says how to open one", "[cli][repl]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const auto run = run_cli({"repl"}, "top\nactors pakistan\nopen \"" + store + "\"\ntop\n");
    CHECK(run.status == 1);
    CHECK_THAT(run.err, Contains("no graph is open; write: open GRAPH.kg"));
    CHECK_THAT(run.out, Contains("PAK") && Contains("gas pipeline"));
}

TEST_CASE("an export from the shell is a file", "[cli][repl]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const std::string file = (folder.path() / "a graph.json").string();
    const auto run = run_cli({"repl", store}, "export \"" + file + "\"\n");
    CHECK(run.status == 0);
    CHECK_THAT(run.out, Contains("relations in ") && Contains("a graph.json"));
    CHECK(std::filesystem::file_size(file) > 100);
    const auto unknown = run_cli({"repl", store}, "export world.xyz\n");
    CHECK(unknown.status == 1);
    CHECK_THAT(unknown.err, Contains("world.xyz: the extension tells no format"));
}

TEST_CASE("lines that no person types are refused", "[cli][repl][hostile]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const auto line = GENERATE_COPY(std::string{"top \xFF\xFE"}, std::string(2U << 20U, 'x'),
                                    std::string{"match "} + std::string(100000, '('),
                                    std::string{"find "} + std::string(5000, '"'),
                                    std::string{"relations "} + std::string(3000, ','));
    const auto run = run_cli({"repl", store}, line + "\nactors\n");
    CHECK(run.status == 1);
    CHECK_THAT(run.err, Contains("entente: error: "));
    CHECK_THAT(run.out, Contains("Pakistan"));
}

TEST_CASE("words of a line", "[cli][repl]")
{
    struct Row {
        const char* line;
        std::vector<std::string> words;
    };

    const auto row = GENERATE(values<Row>({
        {"", {}},
        {"  a  b\t", {"a", "b"}},
        {"a,b", {"a", ",", "b"}},
        {"'South Korea' Japan", {"South Korea", "Japan"}},
        {"\"a, b\"", {"a, b"}},
        {"\"never closed", {"never closed"}},
        {"Cote d'Ivoire", {"Cote", "d'Ivoire"}},
    }));
    CAPTURE(row.line);
    std::vector<std::string> words;
    for (const repl::Word& word : repl::split_words(row.line)) {
        words.push_back(word.text);
    }
    CHECK(words == row.words);
}

TEST_CASE("actors are found in a line by the longest name", "[cli][repl]")
{
    struct Row {
        const char* line;
        std::vector<std::string> codes;
    };

    const auto row = GENERATE(values<Row>({
        {"Pakistan Russia", {"PAK", "RUS"}},
        {"pakistan, russia", {"PAK", "RUS"}},
        {"Pakistan and Russia", {"PAK", "RUS"}},
        {"South Korea Japan", {"KOR", "JPN"}},
        {"Japan South Korea", {"JPN", "KOR"}},
        {"\"South Korea\" PAK:MIL", {"KOR", "PAK:MIL"}},
        {"pak:mil RUS", {"PAK:MIL", "RUS"}},
        {"United States United Kingdom", {"USA", "GBR"}},
    }));
    CAPTURE(row.line);
    entente::cli::ActorNames names;
    const auto actors = repl::read_actors(names, row.line, 2, 2);
    REQUIRE(actors.ok());
    std::vector<std::string> codes;
    for (const entente::ActorCode& code : *actors) {
        codes.push_back(code.text());
    }
    CHECK(codes == row.codes);
}

TEST_CASE("completion replaces the longest name begun", "[cli][repl]")
{
    entente::cli::ActorNames names{{
        {entente::ActorCode::parse("KOR").value(), "South Korea", entente::ActorKind::state},
        {entente::ActorCode::parse("PAK").value(), "Pakistan", entente::ActorKind::state},
    }};
    const auto south = repl::complete_actor(names, "relations Pakistan, South Ko");
    CHECK(south.begin == 20);
    CHECK(south.candidates == std::vector<std::string>{"\"South Korea\""});
    const auto pakistan = repl::complete_actor(names, "relations pak");
    CHECK(pakistan.begin == 10);
    CHECK(pakistan.candidates == std::vector<std::string>{"Pakistan"});
    CHECK(repl::complete_actor(names, "relations xyz").candidates.empty());
    CHECK(repl::complete_actor(names, "relations ").candidates.empty());
}

TEST_CASE("each command completes what it takes", "[cli][repl]")
{
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "my graphs");
    entente::tests::write_file(folder.path() / "world.kg", "");
    const std::string here = folder.path().string() + "/";
    entente::cli::ActorNames names{{
        {entente::ActorCode::parse("KOR").value(), "South Korea", entente::ActorKind::state},
        {entente::ActorCode::parse("PAK").value(), "Pakistan", entente::ActorKind::state},
    }};

    struct Row {
        std::string line;
        std::vector<std::string> candidates;
    };

    for (const Row& row : std::vector<Row>{
             {"ev", {"evidence"}},
             {"RE", {"relations"}},
             {"help ti", {"timeline"}},
             {"top 10 e", {"evidence"}},
             {"filter cl", {"clear"}},
             {"filter min-", {"min-mentions", "min-confidence"}},
             {"filter status p", {"planned"}},
             {"filter --level ", {"state", "actor"}},
             {"filter category COOP", {"COOPERATE"}},
             {"filter category ACCUSE,COOP", {"COOPERATE"}},
             {"filter quad material conf", {}}, // a blank wants quotes
             {"filter actor Sou", {"\"South Korea\""}},
             {"filter between PAK,Sou", {"\"South Korea\""}},
             {"filter topic energy sin", {"since"}},
             {"open " + here + "wo", {here + "world.kg"}},
             {"export " + here + "my", {"\"" + here + "my graphs/\""}},
             {"show Pak", {"Pakistan"}},
         }) {
        CAPTURE(row.line);
        CHECK(repl::complete_line(names, row.line).candidates == row.candidates);
    }
}

TEST_CASE("candidates stand in columns that fit the terminal", "[cli][repl]")
{
    const std::vector<std::string> candidates{"Pakistan", "Poland", "\"South Korea\"", "USA",
                                              "中国"};
    CHECK(repl::lay_out(candidates, 32) ==
          std::vector<std::string>{"Pakistan       USA", "Poland         中国", "\"South Korea\""});
    CHECK(repl::lay_out(candidates, 10).size() == 5);
    CHECK(repl::lay_out({}, 80).empty());
    CHECK(repl::lay_out(candidates, 200).size() == 1);
}
