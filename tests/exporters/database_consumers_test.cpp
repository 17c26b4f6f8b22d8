// SPDX-License-Identifier: Apache-2.0
// Databases and parsers of others load our files, 2,000 hostile names and texts included, and say
// what they hold.
#include "exporters/folder_sink.hpp"
#include "tests/support/expected_facts.hpp"
#include "tests/support/external.hpp"
#include "tests/support/temporary_folder.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace entente::tests {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHostile = 2000;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

fs::path fetched()
{
    return fs::path{ENTENTE_SOURCE_DIR} / "build" / "consumers" / "databases";
}

std::string script(const std::string& name)
{
    return (fs::path{ENTENTE_SOURCE_DIR} / "tests" / "exporters" / "databases" / name).string();
}

/// Runs a program of others; what it says becomes part of a failure's message.
void require_success(const std::string& command)
{
    std::string output;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r"); // NOLINT(cert-env33-c)
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> buffer{};
    for (std::size_t read = 1; read > 0;) {
        read = std::fread(buffer.data(), 1, buffer.size(), pipe);
        output.append(buffer.data(), read);
    }
    const int status = ::pclose(pipe);
    INFO(command);
    INFO(text::printable(output));
    REQUIRE(status == 0);
}

/// Programs for Node.js look for packages beside themselves; ours are below the build folder. The
/// optimising compiler of Node.js 20 dies on Oxigraph's 100,000 statements, so it stays out.
std::string node(const std::string& program)
{
    return "NODE_PATH='" + (fetched() / "node_modules").string() + "' node --no-opt '" +
           script(program) + "'";
}

bool has_package(const std::string& name)
{
    if (succeeds("node --version") && fs::exists(fetched() / "node_modules" / name) &&
        fs::exists(fetched() / "npm.done")) {
        return true;
    }
    WARN("skipped: " << name << " is not there; scripts/setup-databases.sh gets it");
    return false;
}

void write_file(const fs::path& file, const std::string& text)
{
    std::ofstream{file, std::ios::binary} << text;
}

std::string replaced(const std::string& text, std::string_view characters)
{
    std::string changed;
    for (const char c : text) {
        if (characters.find(c) == std::string_view::npos) {
            changed += c;
        } else {
            changed += kReplacement;
        }
    }
    return changed;
}

// What each format documents that it changes.

std::string kuzu_change(const std::string& text, bool in_list)
{
    if (!in_list) {
        return text;
    }
    constexpr std::string_view kBlank = " \t\n\r";
    std::string item = text;
    item.erase(0, std::min(item.find_first_not_of(kBlank), item.size()));
    item.erase(item.find_last_not_of(kBlank) + 1);
    return item.empty() ? std::string{kReplacement} : replaced(item, ",[]{}\"'\\");
}

std::string neo4j_csv_change(const std::string& text, bool in_list)
{
    return in_list ? replaced(text, "\x1F") : text;
}

std::string rdf_change(const std::string& text, bool /*in_list*/)
{
    return replaced(text, std::string_view{"\0", 1});
}

std::string cypher_change(const std::string& text, bool /*in_list*/)
{
    return replaced(text, "\x1D\x1E\x1F");
}

/// One export of everything, with what is expected beside it.
struct Exported {
    TemporaryFolder folder;
    std::vector<store::StoredMention> mentions;
    graph::Snapshot graph;

    explicit Exported(std::vector<store::StoredMention> sightings, const Filter& filter = {})
        : mentions{std::move(sightings)}
        , graph{snapshot_of(mentions, filter)}
    {}

    std::string write(const std::string& format, const std::string& file)
    {
        const std::string path = (folder / file).string();
        const Status written = exporters::export_to_file(*exporters::format_by_name(format), graph,
                                                         context_of(mentions), path);
        INFO((written ? std::string{} : written.error().message()));
        REQUIRE(written.ok());
        return path;
    }

    std::string expect(const std::string& file, const FactLines::Change& change)
    {
        write_file(folder / file, expected_facts(mentions, graph, change));
        return (folder / file).string();
    }
};

std::string quoted(const std::string& path)
{
    return " '" + path + "'";
}

} // namespace

TEST_CASE("Kuzu loads our folder and holds what the graph says", "[exporters][kuzu][external]")
{
    if (!has_package("kuzu")) {
        return;
    }
    for (const std::size_t hostile : {std::size_t{0}, kHostile}) {
        CAPTURE(hostile);
        Exported exported{hostile_mentions(hostile)};
        require_success(node("kuzu.js") + quoted(exported.write("kuzu", "graph.kuzu")) +
                        quoted(exported.expect("expected", kuzu_change)));
    }
}

TEST_CASE("Oxigraph reads our RDF back as the rows it was made from", "[exporters][rdf][external]")
{
    if (!has_package("oxigraph")) {
        return;
    }
    for (const std::size_t hostile : {std::size_t{0}, kHostile}) {
        CAPTURE(hostile);
        Exported exported{hostile_mentions(hostile)};
        const std::string expected = exported.expect("expected", rdf_change);
        for (const auto& [format, file] : {std::pair{"nquads", "g.nq"}, {"turtle", "g.ttl"}}) {
            require_success(node("rdf.js") + quoted(exported.write(format, file)) +
                            quoted(expected));
        }
    }
}

TEST_CASE("rdflib, Raptor and Serd agree about our RDF", "[exporters][rdf][external]")
{
    Exported exported{hostile_mentions(kHostile)};
    const std::string quads = exported.write("nquads", "g.nq");
    const std::string turtle = exported.write("turtle", "g.ttl");
    const std::string vocabulary =
        std::string{ENTENTE_SOURCE_DIR} + "/datasets/ontology/vocabulary.ttl";
    std::string python;
    for (const char* one : {"python3", "/usr/bin/python3"}) {
        if (python.empty() && succeeds(std::string{one} + " -c 'import rdflib'")) {
            python = one;
        }
    }
    if (python.empty()) {
        WARN("skipped: rdflib is not installed");
    } else {
        require_success(python + quoted(script("rdf.py")) + quoted(quads) + quoted(turtle) +
                        quoted(vocabulary) + " hostile");
        Exported known{pakistan_and_russia()};
        require_success(python + quoted(script("rdf.py")) + quoted(known.write("nquads", "g.nq")) +
                        quoted(known.write("turtle", "g.ttl")) + quoted(vocabulary));
    }
    if (!succeeds("rapper --version")) {
        WARN("skipped: rapper is not installed");
    } else {
        require_success("rapper -q -c -i nquads" + quoted(quads));
        require_success("rapper -q -c -i turtle" + quoted(turtle));
        require_success("rapper -q -c -i turtle" + quoted(vocabulary));
    }
    if (!succeeds("serdi -v")) {
        WARN("skipped: serdi is not installed");
    } else {
        require_success("serdi -i nquads" + quoted(quads) + " >/dev/null");
        require_success("serdi -i turtle" + quoted(turtle) + " >/dev/null");
    }
}

TEST_CASE("Neo4j's linter finds nothing in our script", "[exporters][cypher][external]")
{
    if (!has_package("@neo4j-cypher/language-support")) {
        return;
    }
    Exported exported{hostile_mentions(20)};
    require_success(node("cypher_lint.js") + quoted(exported.write("cypher", "g.cypher")));
}

TEST_CASE("Neo4j imports our folder, and runs our script twice without doubling",
          "[exporters][cypher][neo4j][external]")
{
    if (!fs::exists(fetched() / "neo4j.done") || !succeeds("java -version")) {
        WARN("skipped: Neo4j is not there; scripts/setup-databases.sh gets it");
        return;
    }
    Exported exported{hostile_mentions(kHostile)};
    const std::string csv = exported.write("neo4j-csv", "graph.neo4j");
    const std::string cypher = exported.write("cypher", "g.cypher");
    require_success(
        "cd" + quoted(csv) + " && java -cp" + quoted((fetched() / "neo4j" / "*").string()) +
        quoted(script("Neo4jCheck.java")) + quoted((exported.folder / "home").string()) +
        quoted(cypher) + quoted(exported.expect("csv", neo4j_csv_change)) +
        quoted(exported.expect("script", cypher_change)));
}

} // namespace entente::tests
