// SPDX-License-Identifier: Apache-2.0
// The JSON document says what the graph says, and its evidence.
#include "exporters/json.hpp"
#include "tests/support/exported.hpp"

#include <rapidjson/document.h>

namespace entente::tests {

namespace {

rapidjson::Document parse(const std::string& text)
{
    rapidjson::Document document;
    document.Parse(text.c_str(), text.size());
    REQUIRE_FALSE(document.HasParseError());
    return document;
}

} // namespace

TEST_CASE("JSON read back says what the graph says", "[exporters][json]")
{
    const auto mentions = pakistan_and_russia();
    const auto snapshot = snapshot_of(mentions);
    const auto document = parse(exported("json", snapshot, context_of(mentions)));
    CHECK(document["format"] == "entente-graph 1");
    CHECK(document["title"] == "Pakistan and Russia");
    CHECK(document["articles"].GetUint64() == 7);

    REQUIRE(document["nodes"].Size() == snapshot.nodes().size());
    for (rapidjson::SizeType i = 0; i < document["nodes"].Size(); ++i) {
        const auto& read = document["nodes"][i];
        const graph::Node& node = snapshot.nodes()[i];
        CHECK(read["code"].GetString() == node.actor.code.text());
        CHECK(read["name"].GetString() == node.actor.name);
        CHECK(read["kind"].GetString() == to_string(node.actor.kind));
        CHECK(read["weight"].GetDouble() == node.weight); // shortest text that reads back exactly
        CHECK(read["mentions"].GetUint64() == node.mentions);
    }
    REQUIRE(document["relations"].Size() == snapshot.relations().size());
    for (rapidjson::SizeType i = 0; i < document["relations"].Size(); ++i) {
        const auto& read = document["relations"][i];
        const graph::Relation& relation = snapshot.relations()[i];
        CHECK(read["source"].GetString() == relation.source.code.text());
        CHECK(read["target"].GetString() == relation.target.code.text());
        CHECK(read["directed"].GetBool() == relation.directed);
        CHECK(read["label"].GetString() == relation.label);
        CHECK(read["quad"].GetString() == to_string(relation.quad));
        CHECK(read["score"].GetDouble() == relation.score);
        CHECK(read["weight"].GetDouble() == relation.weight);
        CHECK(read["sources"].GetUint64() == relation.sources);
        CHECK(read["events"].GetUint64() == relation.events);
        CHECK(read["categories"].Size() == relation.categories.size());
        CHECK(read["period"].IsNull() == !relation.period.has_value());
        if (relation.period) {
            CHECK(read["period"]["from"].GetString() == format_day(relation.period->from));
        }
        CHECK(read["evidence"].Size() == relation.evidence.size());
        CHECK(read["evidence"][0]["id"].GetInt64() == relation.evidence[0]);
    }
}

TEST_CASE("five sentences stand behind a relation, however many there are", "[exporters][json]")
{
    std::vector<store::StoredMention> mentions;
    for (std::int64_t id = 1; id <= 9; ++id) {
        mentions.push_back(sighting(id, "PAK", "AID", "RUS"));
    }
    const auto document = parse(exported("json", mentions));
    CHECK(document["relations"][0]["evidence"].Size() == exporters::kEvidencePerRelation);
    CHECK(document["relations"][0]["evidence"][0]["text"] == "Sentence 1.");
}

TEST_CASE("without a way to look it up, evidence is left out", "[exporters][json]")
{
    const auto document =
        parse(exported("json", snapshot_of(pakistan_and_russia()), exporters::ExportContext{}));
    CHECK_FALSE(document["relations"][0].HasMember("evidence"));
}

TEST_CASE("evidence that cannot be read is an error, not a gap", "[exporters][json][fault]")
{
    exporters::ExportContext context;
    context.evidence = [](std::int64_t) -> Result<store::StoredMention> {
        return Error{ErrorCode::corrupt_store, "page 7 is damaged"};
    };
    exporters::StringSink sink;
    const Status written =
        exporters::JsonExporter{}.write(snapshot_of(pakistan_and_russia()), context, sink);
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code() == ErrorCode::corrupt_store);
}

TEST_CASE("hostile names survive JSON unchanged where they are well-formed", "[exporters][json]")
{
    for (const HostileName& hostile : hostile_names()) {
        CAPTURE(hostile.what);
        const auto document = parse(
            exported("json", {sighting(1, "PAK", "AID", "RUS").labelled(hostile.name).copy_of(1)}));
        if (std::string_view{hostile.what} == "ill-formed bytes") {
            continue;
        }
        const auto& label = document["relations"][0]["label"];
        CHECK(std::string(label.GetString(), label.GetStringLength()) == hostile.name);
    }
}

} // namespace entente::tests
