// SPDX-License-Identifier: Apache-2.0
// GraphML that other programs open, with every value in its place.
#include "core/text.hpp"
#include "exporters/xml.hpp"
#include "tests/support/exported.hpp"
#include "tests/support/external.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fstream>

namespace entente::tests {

namespace {

/// Undoes escape_xml() for well-formed text.
std::string unescape(std::string text)
{
    const std::vector<std::pair<std::string, std::string>> entities{
        {"&lt;", "<"},  {"&gt;", ">"},   {"&quot;", "\""}, {"&#39;", "'"},
        {"&#9;", "\t"}, {"&#10;", "\n"}, {"&#13;", "\r"},  {"&amp;", "&"}};
    for (const auto& [entity, character] : entities) {
        for (std::size_t at = text.find(entity); at != std::string::npos;
             at = text.find(entity, at + 1)) {
            text.replace(at, entity.size(), character);
        }
    }
    return text;
}

/// The values of one attribute, in order.
std::vector<std::string> values_of(const std::string& graphml, const std::string& key)
{
    const std::string open = "<data key=\"" + key + "\">";
    std::vector<std::string> found;
    for (std::size_t at = graphml.find(open); at != std::string::npos;
         at = graphml.find(open, at + 1)) {
        const std::size_t begin = at + open.size();
        found.push_back(unescape(graphml.substr(begin, graphml.find("</data>", begin) - begin)));
    }
    return found;
}

std::vector<store::StoredMention> all_hostile_names()
{
    std::vector<store::StoredMention> mentions;
    for (const HostileName& hostile : hostile_names()) {
        const auto id = static_cast<std::int64_t>(mentions.size()) + 1;
        mentions.push_back(sighting(id, "PAK", "AID", "actor-" + std::to_string(id))
                               .labelled(hostile.name)
                               .named("Pakistan", hostile.name));
    }
    return mentions;
}

void write_file(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream{file, std::ios::binary} << text;
}

} // namespace

TEST_CASE("XML text holds no character that XML forbids", "[exporters][xml]")
{
    using exporters::escape_xml;
    CHECK(escape_xml("a<b & \"c\" 'd'>") == "a&lt;b &amp; &quot;c&quot; &#39;d&#39;&gt;");
    CHECK(escape_xml("\t\r\n") == "&#9;&#13;&#10;");
    CHECK(escape_xml(std::string_view{"\0\x01\x1F", 3}) == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(escape_xml("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD") ==
          "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(escape_xml("\xFF") == "\xEF\xBF\xBD");
    CHECK(escape_xml("\xF0\x9F\x98\x80") == "\xF0\x9F\x98\x80");
}

TEST_CASE("GraphML read back says what the graph says", "[exporters][graphml]")
{
    const auto mentions = pakistan_and_russia();
    Filter filter;
    filter.grouping = Grouping::category; // parallel relations
    const auto snapshot = snapshot_of(mentions, filter);
    const std::string text = exported("graphml", snapshot, context_of(mentions));
    const auto labels = values_of(text, "e_label");
    const auto weights = values_of(text, "e_weight");
    const auto directed = values_of(text, "e_directed");
    REQUIRE(labels.size() == snapshot.relations().size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        CHECK(labels[i] == snapshot.relations()[i].label);
        CHECK(std::stod(weights.at(i)) == snapshot.relations()[i].weight);
        CHECK(directed.at(i) == (snapshot.relations()[i].directed ? "true" : "false"));
    }
    CHECK(values_of(text, "n_name") ==
          std::vector<std::string>{"NATO", "Pakistan", "Russia", "Taliban"});
}

TEST_CASE("hostile names come back from GraphML as they were, but for forbidden characters",
          "[exporters][graphml]")
{
    const std::string text = exported("graphml", all_hostile_names());
    const auto labels = values_of(text, "e_label");
    for (const HostileName& hostile : hostile_names()) {
        CAPTURE(hostile.what);
        const std::string_view what{hostile.what};
        const bool forbidden = what == "controls" || what == "ill-formed bytes" ||
                               what == "characters that XML cannot hold" || what == "nothing";
        CHECK((std::find(labels.begin(), labels.end(), hostile.name) != labels.end()) ==
              !forbidden);
    }
}

TEST_CASE("NetworkX opens our GraphML, parallel relations and types included",
          "[exporters][graphml][external]")
{
    if (!succeeds("python3 -c 'import networkx'")) {
        WARN("skipped: NetworkX is not installed");
        return;
    }
    const TemporaryFolder folder;
    Filter filter;
    filter.grouping = Grouping::category;
    const auto mentions = pakistan_and_russia();
    const std::string file = (folder.path() / "graph.graphml").string();
    write_file(file, exported("graphml", snapshot_of(mentions, filter), context_of(mentions)));
    CHECK(succeeds("python3 -c \"import networkx\n"
                   "g = networkx.read_graphml('" +
                   file +
                   "', force_multigraph=True)\n"
                   "assert g.number_of_nodes() == 4, g\n"
                   "assert g.number_of_edges() == 6, g\n"
                   "assert g.nodes['PAK']['name'] == 'Pakistan'\n"
                   "e = g.edges['taliban', 'PAK', 'r2']\n"
                   "assert e['directed'] is True and type(e['weight']) is float, e\n"
                   "assert e['mentions'] == 2 and e['sources'] == 1, e\""));
}

TEST_CASE("xmllint finds our GraphML and SVG well-formed, whatever the names",
          "[exporters][graphml][external]")
{
    if (!succeeds("xmllint --version")) {
        WARN("skipped: xmllint is not installed");
        return;
    }
    const TemporaryFolder folder;
    for (const char* format : {"graphml", "svg", "timeline"}) {
        CAPTURE(format);
        const std::string file = (folder.path() / format).string();
        write_file(file, exported(format, all_hostile_names()));
        CHECK(succeeds("xmllint --noout '" + file + "'"));
    }
}

} // namespace entente::tests
