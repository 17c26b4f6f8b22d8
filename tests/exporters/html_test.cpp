// SPDX-License-Identifier: Apache-2.0
// The page holds the whole graph as data, and nothing of it as code.
#include "exporters/html.hpp"
#include "exporters/page_data.hpp"
#include "tests/support/exported.hpp"
#include "tests/support/fixtures.hpp"

#include <rapidjson/document.h>

namespace entente::tests {

namespace {

std::string page_data(const std::vector<store::StoredMention>& mentions)
{
    exporters::StringSink sink;
    exporters::BufferedSink out{sink};
    REQUIRE(exporters::write_page_data(snapshot_of(mentions), context_of(mentions), out).ok());
    REQUIRE(out.finish().ok());
    return sink.text();
}

rapidjson::Document parse(const std::string& text)
{
    rapidjson::Document document;
    document.Parse(text.c_str(), text.size());
    REQUIRE_FALSE(document.HasParseError());
    return document;
}

store::StoredMention stored(std::int64_t id, const Article& article, const Mention& mention)
{
    store::StoredMention made;
    made.id = id;
    made.mention = mention;
    made.article.id = article.id;
    made.article.title = article.title;
    made.article.uri = article.uri;
    made.article.publisher = article.publisher;
    made.article.date = article.date;
    return made;
}

} // namespace

TEST_CASE("a page's data says what the graph says", "[exporters][html]")
{
    const auto mentions = pakistan_and_russia();
    const auto snapshot = snapshot_of(mentions);
    const auto document = parse(page_data(mentions));
    CHECK(document["format"] == "entente-page 1");
    CHECK(document["title"] == "Pakistan and Russia");
    CHECK(document["relationsTotal"].GetInt() == 6);
    REQUIRE(document["actors"].Size() == snapshot.nodes().size());
    for (rapidjson::SizeType i = 0; i < document["actors"].Size(); ++i) {
        CHECK(document["actors"][i][0].GetString() == snapshot.nodes()[i].actor.code.text());
        CHECK(document["actors"][i][5].GetUint64() == snapshot.nodes()[i].mentions);
    }
    REQUIRE(document["relations"].Size() == snapshot.relations().size());
    for (rapidjson::SizeType i = 0; i < document["relations"].Size(); ++i) {
        const auto& read = document["relations"][i];
        const graph::Relation& relation = snapshot.relations()[i];
        CHECK(document["actors"][read[0].GetUint()][0].GetString() == relation.source.code.text());
        CHECK(document["labels"][read[6].GetUint()].GetString() == relation.label);
        CHECK(read[10].GetUint64() == relation.mentions);
        CHECK(read[11].GetUint64() == relation.sources);
        CHECK(read[16].Size() == relation.evidence.size());
    }
}

TEST_CASE("places of words count UTF-16 units, as browsers do", "[exporters][html]")
{
    const std::string sentence = "\xF0\x9F\x98\x80 Élysée: Pakistan visited Russia.";
    const Article article = make_article("a", "Before. " + sentence);
    const Mention mention =
        make_mention(article, sentence, {"Pakistan", "PAK"}, "visited", {"Russia", "RUS"});
    const auto document = parse(page_data({stored(1, article, mention)}));
    const auto& row = document["relations"][0][16][0];
    REQUIRE(row.Size() == 20);
    // "😀 Élysée: " is two units of the emoji and nine more.
    CHECK(row[14].GetInt() == 20); // visited
    CHECK(row[15].GetInt() == 27);
    CHECK(row[16].GetInt() == 11); // Pakistan
    CHECK(row[17].GetInt() == 19);
    CHECK(row[18].GetInt() == 28); // Russia
    CHECK(row[19].GetInt() == 34);
}

TEST_CASE("a cue outside its sentence is not marked", "[exporters][html]")
{
    const Article article = make_article("a", "A visit came. Pakistan and Russia visited.");
    Mention mention = make_mention(article, "Pakistan and Russia visited.", {"Pakistan", "PAK"},
                                   "visited", {"Russia", "RUS"});
    mention.cue = find_evidence(article.text, "visit");
    mention.target.mention.bytes.end += 1000;
    mention.target.mention.text = "something else";
    const auto document = parse(page_data({stored(1, article, mention)}));
    const auto& row = document["relations"][0][16][0];
    CHECK(row[14].GetInt() == -1);
    CHECK(row[16].GetInt() == 0);
    CHECK(row[18].GetInt() == -1);
}

TEST_CASE("many sightings are counted by the page, the most certain ones quoted",
          "[exporters][html]")
{
    std::vector<store::StoredMention> mentions;
    for (std::int64_t id = 1; id <= 600; ++id) {
        mentions.push_back(sighting(id, "PAK", "AID", "RUS"));
    }
    const auto document = parse(page_data(mentions));
    const auto& relation = document["relations"][0];
    CHECK(relation[10].GetInt() == 600);
    CHECK(relation[16].Size() == exporters::kSightingsPerRelation);
    CHECK(document["sentences"].Size() == exporters::kSentencesPerRelation);
}

TEST_CASE("nothing in a page's data can end its element or a line of a script",
          "[exporters][html][fault]")
{
    std::vector<store::StoredMention> mentions;
    std::vector<HostileName> names = hostile_names();
    names.push_back({"separators", "line\xE2\x80\xA8paragraph\xE2\x80\xA9quote\xE2\x80\x99", ""});
    names.push_back({"ends of scripts", "</ScRiPt ><!--<script>", ""});
    for (const HostileName& hostile : names) {
        const auto id = static_cast<std::int64_t>(mentions.size()) + 1;
        store::StoredMention one = sighting(id, "PAK", "AID", "actor-" + std::to_string(id))
                                       .labelled(hostile.name)
                                       .named("Pakistan", hostile.name)
                                       .about({hostile.name});
        one.mention.sentence.text = hostile.name;
        one.mention.attributed_to = hostile.name;
        one.article.title = hostile.name;
        one.article.uri = hostile.name;
        one.article.publisher = hostile.name;
        mentions.push_back(std::move(one));
    }
    const std::string text = page_data(mentions);
    CHECK(text.find_first_of("<>&") == std::string::npos);
    CHECK(text.find("\xE2\x80\xA8") == std::string::npos);
    CHECK(text.find("\xE2\x80\xA9") == std::string::npos);
    const auto document = parse(text);
    std::vector<std::string> sentences;
    for (const auto& one : document["sentences"].GetArray()) {
        sentences.emplace_back(one.GetString(), one.GetStringLength());
    }
    for (const HostileName& hostile : names) {
        CAPTURE(hostile.what);
        CHECK(std::find(sentences.begin(), sentences.end(), text::to_valid_utf8(hostile.name)) !=
              sentences.end());
    }
}

TEST_CASE("a page names what may run in it, and loads nothing", "[exporters][html]")
{
    const auto viewer = exporters::viewer_files();
    if (!viewer) {
        WARN("skipped: this build has no interactive page; install Node.js and npm");
        return;
    }
    const std::string page = exported("html", pakistan_and_russia());
    CHECK(page.find("default-src 'none'; script-src '" + std::string{viewer->script_hash} + "'") !=
          std::string::npos);
    for (const char* loaded : {" src=\"", " href=\"", "@import", "url(http"}) {
        CAPTURE(loaded);
        CHECK(page.find(loaded) == std::string::npos);
    }
    CHECK(page.find("MIT") != std::string::npos); // licences
    CHECK(exported("html", graph::Snapshot::build({}), {}).size() < 400'000);
}

TEST_CASE("a page without its program, or of too much, is refused with a remedy",
          "[exporters][html]")
{
    exporters::StringSink sink;
    if (!exporters::viewer_files()) {
        const Status written =
            exporters::HtmlExporter{}.write(graph::Snapshot::build({}), {}, sink);
        REQUIRE_FALSE(written.ok());
        CHECK(written.error().code() == ErrorCode::unsupported_format);
        CHECK(written.error().remedy().find("Node.js") != std::string::npos);
        return;
    }
    std::vector<graph::Relation> relations;
    for (std::size_t i = 0; i <= exporters::kMostPageRelations; ++i) {
        relations.push_back(relation("PAK", "A" + std::to_string(i), 1.0));
    }
    const auto snapshot = graph::Snapshot::build(std::move(relations));
    const Status written = exporters::HtmlExporter{}.write(snapshot, {}, sink);
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code() == ErrorCode::too_large);
    CHECK(written.error().remedy().find("--top") != std::string::npos);
    CHECK(sink.text().empty());
}

TEST_CASE("evidence that cannot be read is an error of the page too", "[exporters][html][fault]")
{
    exporters::ExportContext context;
    context.evidence = [](std::int64_t) -> Result<store::StoredMention> {
        return Error{ErrorCode::corrupt_store, "page 7 is damaged"};
    };
    exporters::StringSink sink;
    exporters::BufferedSink out{sink};
    const Status written =
        exporters::write_page_data(snapshot_of(pakistan_and_russia()), context, out);
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code() == ErrorCode::corrupt_store);
}

} // namespace entente::tests
