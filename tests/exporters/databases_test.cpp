// SPDX-License-Identifier: Apache-2.0
// Graphs as rows, and the syntaxes in which databases take them.
#include "core/text.hpp"
#include "exporters/cypher.hpp"
#include "exporters/rdf.hpp"
#include "tests/support/expected_facts.hpp"
#include "tests/support/golden.hpp"

#include <regex>
#include <set>

namespace entente::tests {

namespace {

using exporters::FactKind;
using exporters::FactTable;
using exporters::Value;

/// All rows, by table; the ends of a link come first.
class Rows final : public exporters::FactReceiver {
public:
    void node(const FactTable& table, std::span<const Value> values) override
    {
        CHECK(values.size() == table.fields.size());
        rows[table.kind].emplace_back(values.begin(), values.end());
    }

    void link(const FactTable& table, std::string_view from, std::string_view to,
              std::span<const Value> values) override
    {
        CHECK(values.size() == table.fields.size());
        std::vector<Value> row{std::string{from}, std::string{to}};
        row.insert(row.end(), values.begin(), values.end());
        rows[table.kind].push_back(std::move(row));
    }

    [[nodiscard]] bool good() const override { return true; }

    [[nodiscard]] std::string text(FactKind kind, std::size_t row, std::size_t column)
    {
        return std::get<std::string>(rows[kind].at(row).at(column));
    }

    std::map<FactKind, std::vector<std::vector<Value>>> rows;
};

Rows& walk(Rows& rows, const std::vector<store::StoredMention>& mentions, const Filter& filter = {})
{
    REQUIRE(exporters::walk_facts(snapshot_of(mentions, filter), context_of(mentions), rows).ok());
    return rows;
}

/// Takes a folder's files apart.
class FilesSink final : public exporters::Sink {
public:
    [[nodiscard]] Status write(std::string_view /*bytes*/) override
    {
        return Error{ErrorCode::internal, "a folder was asked for"};
    }

    [[nodiscard]] Status write_to(std::string_view file, std::string_view bytes) override
    {
        files[std::string{file}] += bytes;
        return {};
    }

    std::map<std::string, std::string> files;
};

} // namespace

TEST_CASE("text formats for databases are what they were when last read by a person",
          "[exporters][golden]")
{
    auto mentions = pakistan_and_russia();
    mentions[0].article.title = "A \"visit\"";
    mentions[0].article.uri = "https://example.org/visit?a=1";
    mentions[0].article.publisher = "The Example";
    mentions[0].article.date = PartialDate::parse("2022-02").value();
    const auto graph = snapshot_of(mentions);
    for (const char* format : {"cypher", "nquads", "turtle"}) {
        CAPTURE(format);
        check_golden(std::string{"exporters/pakistan_and_russia."} + format,
                     exported(format, graph, context_of(mentions)));
    }
    for (const char* format : {"neo4j-csv", "kuzu"}) {
        FilesSink folder;
        REQUIRE(exporters::format_by_name(format)
                    ->make()
                    ->write(graph, context_of(mentions), folder)
                    .ok());
        for (const auto& [file, content] : folder.files) {
            check_golden(std::string{"exporters/"} + format + "/" + file, content);
        }
    }
}

TEST_CASE("rows count what the graph counts, however it is grouped", "[exporters][facts]")
{
    const auto mentions = hostile_mentions(200);
    for (const Grouping grouping : {Grouping::pair, Grouping::category, Grouping::topic}) {
        for (const Level level : {Level::state, Level::actor}) {
            CAPTURE(to_string(grouping), to_string(level));
            Filter filter;
            filter.grouping = grouping;
            filter.level = level;
            const auto graph = snapshot_of(mentions, filter);
            Rows rows;
            walk(rows, mentions, filter);
            CHECK(rows.rows[FactKind::actor].size() == graph.nodes().size());
            REQUIRE(rows.rows[FactKind::relation].size() == graph.relations().size());
            CHECK(rows.rows[FactKind::mention].size() == mentions.size());
            CHECK(rows.rows[FactKind::article].size() == mentions.size());
            CHECK(rows.rows[FactKind::appears_in].size() == mentions.size());

            std::map<std::string, std::size_t> events;
            std::map<std::string, double> weights;
            std::map<std::string, std::int64_t> sightings;
            std::set<std::string> actors;
            std::set<std::string> ids;
            for (const auto& row : rows.rows[FactKind::actor]) {
                actors.insert(std::get<std::string>(row[0]));
            }
            for (const auto& row : rows.rows[FactKind::event]) {
                CHECK(ids.insert(std::get<std::string>(row[0])).second);
                const auto& relation = std::get<std::string>(row[1]);
                ++events[relation];
                weights[relation] += std::get<double>(row[12]);
                sightings[relation] += std::get<std::int64_t>(row[14]);
            }
            for (const graph::Relation& relation : graph.relations()) {
                const std::string id = text::to_valid_utf8(exporters::relation_id(relation));
                CAPTURE(id);
                CHECK(events[id] == relation.events);
                CHECK(weights[id] == Approx(relation.weight));
                CHECK(sightings[id] == static_cast<std::int64_t>(relation.mentions));
            }
            for (const FactKind kind : {FactKind::source, FactKind::target}) {
                CHECK(rows.rows[kind].size() == rows.rows[FactKind::event].size());
                for (const auto& row : rows.rows[kind]) {
                    CHECK(actors.count(std::get<std::string>(row[1])) == 1);
                }
            }
        }
    }
}

TEST_CASE("ids name the same thing in every export", "[exporters][facts]")
{
    auto mentions = pakistan_and_russia();
    Rows before;
    walk(before, mentions);
    // The graph grows, and rows of the store get other numbers.
    for (store::StoredMention& stored : mentions) {
        stored.id += 100;
    }
    mentions.push_back(sighting(9, "RUS", "ASSAULT", "NATO").on("2022-03-01"));
    Rows after;
    walk(after, mentions);
    for (const FactKind kind :
         {FactKind::actor, FactKind::article, FactKind::event, FactKind::mention}) {
        std::set<std::string> ids;
        for (const auto& row : after.rows[kind]) {
            CHECK(ids.insert(std::get<std::string>(row[0])).second);
        }
        for (const auto& row : before.rows[kind]) {
            CHECK(ids.count(std::get<std::string>(row[0])) == 1);
        }
    }
}

TEST_CASE("a relation keeps its id when it turns round", "[exporters][facts]")
{
    const auto forth = snapshot_of({sighting(1, "PAK", "AID", "RUS")});
    const auto back = snapshot_of({sighting(1, "RUS", "AID", "PAK")});
    REQUIRE(forth.relations()[0].source != back.relations()[0].source);
    CHECK(exporters::relation_id(forth.relations()[0]) == "PAK/RUS");
    CHECK(exporters::relation_id(back.relations()[0]) == "PAK/RUS");

    Filter filter;
    filter.grouping = Grouping::category; // where both ways are relations of their own
    const auto both =
        snapshot_of({sighting(1, "PAK", "AID", "RUS"), sighting(2, "RUS", "AID", "PAK"),
                     sighting(3, "PAK", "AID", "RUS").both_ways()},
                    filter);
    std::set<std::string> ids;
    for (const graph::Relation& relation : both.relations()) {
        ids.insert(exporters::relation_id(relation));
    }
    CHECK(ids == std::set<std::string>{"PAK/RUS/AID", "PAK>RUS/AID", "RUS>PAK/AID"});
}

TEST_CASE("mentions that say the same of the same words are still two", "[exporters][facts]")
{
    store::StoredMention one = sighting(1, "PAK", "AID", "RUS");
    store::StoredMention two = sighting(2, "PAK", "AID", "RUS");
    two.article = one.article;
    two.mention.article = one.mention.article;
    REQUIRE(fingerprint(one.mention) == fingerprint(two.mention));
    Rows rows;
    walk(rows, {one, two});
    REQUIRE(rows.rows[FactKind::mention].size() == 2);
    CHECK(rows.text(FactKind::mention, 0, 0) != rows.text(FactKind::mention, 1, 0));
    CHECK(rows.rows[FactKind::article].size() == 1);
}

TEST_CASE("an event takes its words from the best sighting", "[exporters][facts]")
{
    Rows rows;
    walk(rows, {sighting(1, "PAK:GOV", "AID", "RUS")
                    .on("2020-01-01")
                    .sure(0.9)
                    .labelled("plan")
                    .as(Factuality::planned),
                sighting(2, "PAK:MIL", "AID", "RUS").on("2020-01-01").sure(0.8).labelled("deed"),
                sighting(3, "PAK", "AID", "RUS").on("2020-01-01").sure(0.1).labelled("rumour")});
    REQUIRE(rows.rows[FactKind::event].size() == 1);
    CHECK(rows.text(FactKind::event, 0, 6) == "deed");
    CHECK(rows.text(FactKind::event, 0, 7) == "actual");
    CHECK(std::get<double>(rows.rows[FactKind::event][0][12]) == 0.8);
    CHECK(std::get<std::int64_t>(rows.rows[FactKind::event][0][14]) == 3);
    CHECK(rows.text(FactKind::source, 0, 1) == "PAK");
    CHECK(rows.text(FactKind::target, 0, 1) == "RUS");
    CHECK(rows.text(FactKind::mention, 0, 5) == "PAK:GOV");
}

TEST_CASE("without a way to look it up, there is no evidence", "[exporters][facts]")
{
    Rows rows;
    REQUIRE(exporters::walk_facts(snapshot_of(pakistan_and_russia()), {}, rows).ok());
    CHECK(rows.rows[FactKind::relation].size() == 4);
    CHECK(rows.rows.count(FactKind::event) == 0);
    CHECK(rows.rows.count(FactKind::mention) == 0);
}

TEST_CASE("evidence that cannot be read is an error in every database format",
          "[exporters][facts][fault]")
{
    exporters::ExportContext context;
    context.evidence = [](std::int64_t) -> Result<store::StoredMention> {
        return Error{ErrorCode::corrupt_store, "page 7 is damaged"};
    };
    for (const char* format : {"cypher", "neo4j-csv", "kuzu", "nquads", "turtle"}) {
        CAPTURE(format);
        exporters::StringSink sink;
        const Status written = exporters::format_by_name(format)->make()->write(
            snapshot_of(pakistan_and_russia()), context, sink);
        REQUIRE_FALSE(written.ok());
        CHECK(written.error().code() == ErrorCode::corrupt_store);
    }
}

TEST_CASE("strings of Cypher end where they end", "[exporters][cypher]")
{
    struct Row {
        std::string text;
        std::string literal;
    };

    const std::vector<Row> rows{
        {"", ""},
        {"it's", "it\\'s"},
        {"\\u0027", "\\\\u0027"},
        {"a\nb\r\t", "a\\nb\\u000D\\u0009"},
        {std::string{"\0\x1B\x7F", 3}, "\\u0000\\u001B\\u007F"},
        {"\"`$x", "\"`$x"},
        {"\x1D\x1E\x1F", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
    };
    for (const Row& row : rows) {
        std::string literal;
        exporters::append_cypher_text(literal, row.text);
        CHECK(literal == row.literal);
    }
}

TEST_CASE("a name becomes part of an IRI that it cannot end", "[exporters][rdf]")
{
    CHECK(exporters::resource_iri("actor", "PAK:GOV") == "urn:entente:actor:PAK:GOV");
    CHECK(exporters::resource_iri("article", "a b>\"\n%\xC3\xA9") ==
          "urn:entente:article:a%20b%3E%22%0A%25%C3%A9");
}

TEST_CASE("only a web address stands between angle brackets", "[exporters][rdf]")
{
    struct Row {
        const char* text;
        bool is_address;
    };

    const std::vector<Row> rows{
        {"https://example.org/a?b=c&d=%20#e", true},
        {"http://localhost:8080", true},
        {"https://www.example-news.org/2022/02/23/visit_(1),2;x", true},
        {"https://example.org", true},
        {"https://example.org:/", true},
        {"", false},
        {"example.org", false},
        {"ftp://example.org/", false},
        {"http://", false},
        {"https:///path", false},
        {"https://example.org/a b", false},
        {"https://example.org/a>b", false},
        {"https://example.org/\"", false},
        {"https://example.org/%zz", false},
        {"https://example.org/%2", false},
        {"https://example.org/a#b#c", false},
        {"https://example.org/{x}", false},
        {"https://user@example.org/", false},
        {"https://[::1]/", false},
        {"https://example.org:x/", false},
        {"https://example.org/\xC3\xA9", false},
        {"https://example.org/\n", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(exporters::is_web_address(row.text) == row.is_address);
    }
}

namespace {

/// The text with runs of one character cut to 50: std::regex recurses once a character.
std::string without_long_runs(std::string_view text)
{
    constexpr std::size_t kLongest = 50;
    std::string kept;
    std::size_t run = 0;
    for (const char c : text) {
        run = !kept.empty() && kept.back() == c ? run + 1 : 1;
        if (run <= kLongest) {
            kept += c;
        }
    }
    return kept;
}

} // namespace

TEST_CASE("every statement of N-Quads is one of its grammar, and every literal one of its type",
          "[exporters][rdf][property]")
{
    // RDF 1.1 N-Quads and XML Schema part 2, as far as we write them; stores take worse.
    const std::string iri = "<[^\\x00-\\x20<>\"{}|^`\\\\]+:[^\\x00-\\x20<>\"{}|^`\\\\]*>";
    const std::string string = "\"(?:[^\"\\\\\\n\\r]|\\\\[nrt\"]|\\\\u[0-9A-F]{4})*\"";
    const std::string xsd = "<http://www\\.w3\\.org/2001/XMLSchema#";
    const std::string day = "[0-9]{4,5}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";
    const std::string literal =
        string + "|\"" + day + "\"\\^\\^" + xsd + "date>|\"[0-9]{4}\"\\^\\^" + xsd +
        "gYear>|\"[0-9]{4}-(?:0[1-9]|1[0-2])\"\\^\\^" + xsd +
        "gYearMonth>|\"(?:true|false)\"\\^\\^" + xsd + "boolean>|\"-?[0-9]+\"\\^\\^" + xsd +
        "integer>|\"-?[0-9]+(?:\\.[0-9]+)?(?:e[-+]?[0-9]+)?\"\\^\\^" + xsd + "double>";
    const std::regex statement{iri + " " + iri + " (?:" + iri + "|" + literal + ")(?: " + iri +
                                   ")? \\.",
                               std::regex::optimize};
    const std::string text = exported("nquads", hostile_mentions(300));
    CHECK(text::is_valid_utf8(text));
    std::size_t lines = 0;
    for (const std::string_view line : text::split(text, '\n')) {
        if (!line.empty() && line != "# entente-rdf 1") {
            ++lines;
            const std::string statement_text = without_long_runs(line);
            CAPTURE(statement_text);
            REQUIRE(std::regex_match(statement_text, statement));
        }
    }
    CHECK(lines > 5000);
}

TEST_CASE("the vocabulary has every category and topic", "[exporters][rdf]")
{
    const Ontology& ontology = Ontology::builtin();
    std::string concepts;
    const auto add = [&](std::string_view scheme, const std::string& name,
                         const std::string& description, const std::string& more) {
        std::string comment;
        exporters::append_rdf_string(comment, description);
        concepts += fmt::format("<{}> a skos:Concept ;\n    skos:inScheme <urn:entente:{}> ;\n"
                                "    skos:prefLabel \"{}\"@en ;\n{}    skos:definition {}@en .\n",
                                exporters::resource_iri(scheme, name), scheme, name, more, comment);
    };
    concepts += "<urn:entente:category> a skos:ConceptScheme .\n"
                "<urn:entente:topic> a skos:ConceptScheme .\n";
    for (const Category& category : ontology.categories()) {
        add("category", category.name, category.description,
            fmt::format("    e:quad \"{}\" ;\n    e:score \"{}\"^^xsd:double ;\n",
                        to_string(category.quad), category.score));
    }
    for (const Topic& topic : ontology.topics()) {
        add("topic", topic.name, topic.description, {});
    }
    add("topic", "other", "none of the others: what a grouping by topic calls the rest", {});

    const auto file =
        std::filesystem::path{ENTENTE_SOURCE_DIR} / "datasets" / "ontology" / "vocabulary.ttl";
    std::ifstream in{file, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{in}, {}};
    const std::string marker = "a test keeps them the same.\n";
    const std::size_t begin = text.find(marker);
    REQUIRE(begin != std::string::npos);
    const std::string head = text.substr(0, begin + marker.size());
    const char* update = std::getenv("ENTENTE_UPDATE_GOLDEN");
    if (update != nullptr && std::string_view{update} == "1") {
        std::ofstream{file, std::ios::binary | std::ios::trunc} << head << concepts;
        return;
    }
    INFO("ENTENTE_UPDATE_GOLDEN=1 writes the concepts anew");
    CHECK(text.substr(begin + marker.size()) == concepts);
    // Every term that an export uses is declared.
    const std::regex term{"urn:entente:vocabulary#([A-Za-z]+)"};
    const std::string quads = exported("nquads", hostile_mentions(30));
    std::set<std::string> used;
    for (std::sregex_iterator at{quads.begin(), quads.end(), term}, end; at != end; ++at) {
        used.insert((*at)[1]);
    }
    CHECK(used.size() > 40);
    for (const std::string& name : used) {
        CAPTURE(name);
        CHECK(head.find("\ne:" + name + " a owl:") != std::string::npos);
    }
}

} // namespace entente::tests
