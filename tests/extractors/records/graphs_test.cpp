// SPDX-License-Identifier: Apache-2.0
// Graph files: pieces of JSON, GraphML, and what is none of ours.
#include "core/graph/recorded.hpp"
#include "extractors/records/graph_builder.hpp"
#include "extractors/records/json_pieces.hpp"
#include "tests/extractors/records/outlet.hpp"

#include <random>

namespace entente::tests {

namespace {

struct Piece {
    std::string member;
    std::string text;
    std::uint64_t line = 0;
};

Result<std::vector<Piece>> pieces_of(const std::string& json, std::size_t limit = 1000)
{
    std::istringstream in{json};
    records::JsonPieces pieces{in, limit};
    std::vector<Piece> all;
    while (true) {
        const auto more = pieces.next();
        if (!more) {
            return more.error();
        }
        if (!*more) {
            return all;
        }
        all.push_back(
            {pieces.member() + (pieces.is_element() ? "[]" : ""), pieces.text(), pieces.line()});
    }
}

const std::string kJson = R"json({
 "format": "entente-graph 1", "title": "T", "description": "", "articles": 2, "relations_total": 1,
 "nodes": [
  {"code": "PAK:MIL", "name": "Pakistan (armed forces)", "kind": "state"},
  {"code": "taliban", "name": "Taliban", "kind": "group"}
 ],
 "relations": [
  {"id": "r1", "source": "taliban", "target": "PAK:MIL", "directed": true, "key": "",
   "quad": "material conflict", "category": "ASSAULT", "label": "attack", "label_direction": "forward",
   "score": -9.5, "weight": 0.95, "mentions": 2, "sources": 1, "events": 1,
   "period": {"from": "2014-06-08", "to": "2014-06-09"},
   "categories": [{"name": "ASSAULT", "mentions": 2}], "topics": [], "labels": [], "statuses": [],
   "evidence": [{"id": 4, "doc": "d", "title": "t", "uri": "u", "publisher": "p", "date": null,
     "begin": 3, "end": 7, "text": "Text", "status": "actual", "confidence": 0.95}]}
 ]
}
)json";

const std::string kNodeLink = R"({"directed": true, "multigraph": true,
 "graph": {"format": "entente-node-link 1", "title": "T", "articles": 2},
 "nodes": [{"id": "PAK", "name": "Pakistan", "kind": "state"}, {"id": "RUS", "name": "Russia", "kind": "state"}],
 "links": [{"source": "PAK", "target": "RUS", "key": "r1", "label": "visit", "category": "CONSULT",
  "quad": "verbal cooperation", "directed": true, "label_direction": "forward", "weight": 1, "score": 4,
  "mentions": 1, "sources": 1, "events": 1, "categories": [{"name": "CONSULT", "mentions": 1}],
  "topics": [], "statuses": [{"name": "actual", "mentions": 1}],
  "confidence": 1.0, "sentence": "A visit.", "headline": "H", "published": "2022-02-24"}]})";

std::string graphml(const std::string& inside, const std::string& before = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + before +
           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
           "<key id=\"g_format\" for=\"graph\" attr.name=\"format\" attr.type=\"string\"/>\n"
           "<key id=\"k\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n"
           "<graph edgedefault=\"directed\">\n"
           "<data key=\"g_format\">entente-graphml 1</data>\n" +
           inside + "</graph></graphml>\n";
}

const std::string kNodes = "<node id=\"PAK\"><data key=\"k\">state</data></node>\n"
                           "<node id=\"RUS\"><data key=\"k\">state</data></node>\n";

std::string edge(const std::string& target = "RUS", const std::string& weight = "1.5")
{
    return "<edge id=\"r1\" source=\"PAK\" target=\"" + target +
           "\"><data key=\"directed\">true</data><data key=\"category\">AID</data>"
           "<data key=\"quad\">material cooperation</data><data key=\"weight\">" +
           weight +
           "</data><data key=\"score\">7.4</data><data key=\"mentions\">3</data>"
           "<data key=\"sources\">2</data><data key=\"events\">2</data>"
           "<data key=\"categories\">AID 3</data></edge>\n";
}

} // namespace

TEST_CASE("a JSON object falls into members and elements", "[extractors][records][json]")
{
    const auto pieces = pieces_of("\xEF\xBB\xBF{\"a\": 1,\n\"b\": [{\"x\": \"],}\\\"\"}, [2, 3], "
                                  "\"s\"],\n \"c\": {\"d\": []}, \"e\":[], \"f\": \"é\"}");
    REQUIRE(pieces.ok());
    std::vector<std::string> all;
    for (const Piece& piece : *pieces) {
        all.push_back(piece.member + " " + piece.text);
    }
    CHECK(all == std::vector<std::string>{"a 1", "b[] {\"x\": \"],}\\\"\"}", "b[] [2, 3]",
                                          "b[] \"s\"", "c {\"d\": []}", "f \"é\""});
    CHECK((*pieces)[1].line == 2);
    CHECK((*pieces)[4].line == 3);
}

TEST_CASE("JSON that is cut off anywhere is an error, never a hang or half an object",
          "[extractors][records][json][fault]")
{
    for (std::size_t size = 0; size + 2 < kJson.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(pieces_of(kJson.substr(0, size)).ok());
        KeptRecords kept;
        std::istringstream in{kJson.substr(0, size)};
        CHECK_FALSE(records::format_by_name("json")->read(in, "file", {}, kept).ok());
    }
    CHECK(pieces_of(kJson).ok());
}

TEST_CASE("any bytes fall into pieces or are refused", "[extractors][records][json][property]")
{
    const auto seed = GENERATE(range(1U, 200U));
    std::mt19937 random{seed};
    const std::string alphabet = "{}[]\",:\\ \n1a";
    std::string json = "{";
    for (int i = 0; i < 60; ++i) {
        json +=
            alphabet[std::uniform_int_distribution<std::size_t>{0, alphabet.size() - 1}(random)];
    }
    CAPTURE(seed, json);
    const auto pieces = pieces_of(json, 10);
    if (pieces) {
        for (const Piece& piece : *pieces) {
            CHECK(piece.text.size() <= 10);
        }
    }
}

TEST_CASE("counts are read as GraphML writes them", "[extractors][records]")
{
    using Counts = std::vector<std::pair<std::string, std::size_t>>;
    CHECK(records::parse_counts("") == Counts{});
    CHECK(records::parse_counts("CONSULT 3; AID 1") == Counts{{"CONSULT", 3}, {"AID", 1}});
    CHECK(records::parse_counts("two words 3") == Counts{{"two words", 3}});
    for (const char* bad : {"CONSULT", "3", " 3", "AID x", "AID 3;", "AID -1"}) {
        CAPTURE(bad);
        CHECK_FALSE(records::parse_counts(bad));
    }
}

TEST_CASE("a graph of ours in JSON", "[extractors][records][json]")
{
    KeptRecords kept;
    REQUIRE(read_records(kJson, kept).ok());
    CHECK(kept.lost.empty());
    REQUIRE(kept.records.size() == 1);
    const auto& mentions = kept.records[0].mentions;
    REQUIRE(mentions.size() == 2);
    const auto recorded = graph::recorded_relation(mentions[0]);
    REQUIRE(recorded);
    CHECK(recorded->relation.target.name == "Pakistan"); // without the sector
    CHECK(recorded->relation.source.kind == ActorKind::group);
    CHECK(recorded->relation.weight == 0.95);
    CHECK(recorded->origin.articles == 2);
    CHECK(graph::recorded_evidence(mentions[1])->rank == 0);
    CHECK(mentions[1].sentence.code_points == Span{3, 7});
}

TEST_CASE("a graph of ours as node-link, under either name of its edges",
          "[extractors][records][json]")
{
    for (const std::string name : {"links", "edges"}) {
        CAPTURE(name);
        std::string json = kNodeLink;
        json.replace(json.find("links"), 5, name);
        KeptRecords kept;
        REQUIRE(read_records(json, kept).ok());
        CHECK(kept.lost.empty());
        REQUIRE(kept.records.size() == 1);
        REQUIRE(kept.records[0].mentions.size() == 2);
        CHECK(kept.records[0].mentions[1].sentence.text == "A visit.");
        CHECK(graph::recorded_relation(kept.records[0].mentions[0])->relation.category ==
              "CONSULT");
    }
}

TEST_CASE("a graph of ours in GraphML", "[extractors][records][graphml]")
{
    KeptRecords kept;
    REQUIRE(read_records(graphml(kNodes + edge()), kept).ok());
    CHECK(kept.lost.empty());
    REQUIRE(kept.records.size() == 1);
    const auto recorded = graph::recorded_relation(kept.records[0].mentions[0]);
    REQUIRE(recorded);
    CHECK(recorded->relation.categories.front() == std::pair<std::string, std::size_t>{"AID", 3});
}

TEST_CASE("a rotten relation costs itself", "[extractors][records][graphml]")
{
    KeptRecords kept;
    REQUIRE(
        read_records(graphml(kNodes + edge("XXX") + edge("RUS", "heavy") + edge("RUS", "1e300") +
                             edge("RUS", "nan") + edge() + "<node id=\"no code\"/>"),
                     kept)
            .ok());
    CHECK(kept.records.size() == 1);
    REQUIRE(kept.lost.size() == 5);
    CHECK_THAT(kept.lost[0], Catch::StartsWith("file:9: \"XXX\" is no node of the graph"));
    CHECK_THAT(kept.lost[1], Catch::StartsWith("file:10: \"heavy\" is no value of \"weight\""));
    CHECK_THAT(kept.lost[2], Catch::StartsWith("file:11: a number of the relation is out of"));
    CHECK_THAT(kept.lost[3], Catch::Contains("file:12: "));
    CHECK_THAT(kept.lost[4], Catch::Contains("\"no code\" is no actor code"));
}

TEST_CASE("XML that is no graph of ours is refused with its reason",
          "[extractors][records][graphml][hostile]")
{
    struct Row {
        const char* name;
        std::string xml;
        const char* message;
    };

    const auto row = GENERATE(values<Row>({
        {"another's graph", "<graphml><graph><node id=\"a\"/></graph></graphml>",
         "file: the graph does not call itself \"entente-graphml 1\""},
        {"a later version",
         "<graphml><graph><data key=\"format\">entente-graphml 2</data></graph></graphml>",
         "file: the graph is \"entente-graphml 2\""},
        {"cut off", graphml(kNodes).substr(0, 300), "broken XML"},
        {"an undefined entity", graphml("&x;"), "broken XML"},
        {"entities that multiply",
         graphml("", "<!DOCTYPE graphml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]>\n"),
         "file:2: the XML declares entities"},
        {"a file from outside",
         graphml("", "<!DOCTYPE graphml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n"),
         "file:2: the XML declares entities"},
    }));
    CAPTURE(row.name);
    KeptRecords kept;
    const auto read = read_records(row.xml, kept);
    REQUIRE_FALSE(read.ok());
    CHECK_THAT(read.error().message(), Catch::Contains(row.message));
    CHECK(kept.records.empty());
}

TEST_CASE("a record larger than the limit is lost alone", "[extractors][records][hostile]")
{
    records::ReadOptions options;
    options.max_record_bytes = 4096;
    KeptRecords kept;
    const std::string large = "<node id=\"CHN\"><data key=\"name\">" + std::string(1U << 20U, 'x') +
                              "</data><data key=\"k\">state</data></node>";
    REQUIRE(read_records(graphml(kNodes + large + edge()), kept, options).ok());
    CHECK(kept.records.size() == 1);
    REQUIRE(kept.lost.size() == 1);
    CHECK_THAT(kept.lost[0], Catch::Contains("too long"));

    std::string json = kJson;
    json.insert(json.find("\"evidence\""), "\"x\": \"" + std::string(1U << 20U, 'x') + "\", ");
    KeptRecords none;
    REQUIRE(read_records(json, none, options).ok());
    CHECK(none.records.empty());
    CHECK(none.lost.size() == 1);
}

TEST_CASE("a graph has the name that it was given, else one of its nodes",
          "[extractors][records][json]")
{
    KeptRecords first;
    KeptRecords second;
    KeptRecords named;
    records::ReadOptions options;
    options.graph_name = "colleague";
    REQUIRE(read_records(kJson, first).ok());
    REQUIRE(read_records(kJson, second).ok());
    REQUIRE(read_records(kJson, named, options).ok());
    CHECK(first.records[0].article.id == second.records[0].article.id);
    CHECK(named.records[0].article.id == "graph/colleague/taliban/PAK:MIL//directed");
    CHECK(first.records[0].article.id != named.records[0].article.id);
}

} // namespace entente::tests
