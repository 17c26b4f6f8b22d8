// SPDX-License-Identifier: Apache-2.0
// Mentions as JSON: fields and their order, round trips, and lines that somebody else wrote.
#include "core/mention_json.hpp"
#include "core/mention_json_limits.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fixtures.hpp"
#include "tests/support/golden.hpp"

#include <cmath>
#include <limits>
#include <random>

namespace entente::tests {

namespace {

Mention full_mention()
{
    const Article article = make_article(
        "caf\xC3\xA9-1", "Na\xC3\xAFve. Prime Minister Imran Khan visited Moscow. End.");
    Mention mention =
        make_mention(article, "Prime Minister Imran Khan visited Moscow.",
                     {"Prime Minister Imran Khan", "PAK:GOV"}, "visited", {"Moscow", "RUS:GOV"});
    mention.source.name = "Pakistan";
    mention.source.via = "Imran Khan";
    mention.target.name = "Russia";
    mention.mode = "visit";
    mention.topics = {"energy", "diplomacy"};
    mention.status = Factuality::planned;
    mention.alleged = true;
    mention.attributed_to = "Dawn";
    mention.label = "state visit";
    return mention;
}

/// The smallest line that is a mention, with `more` fields behind.
std::string line(const std::string& more = {})
{
    return R"({"doc":"d","begin":0,"end":1,"source":"PAK","target":"RUS","category":"CONSULT")" +
           (more.empty() ? "" : ',' + more) + '}';
}

Mention read(const std::string& json)
{
    const auto mention = mention_from_json(json);
    INFO(json.substr(0, 200));
    INFO((mention ? std::string{} : mention.error().message()));
    REQUIRE(mention.ok());
    return *mention;
}

} // namespace

TEST_CASE("fields and their order are what they were when last read by a person", "[core][json]")
{
    Mention bare = full_mention();
    bare.mode = bare.attributed_to = bare.source.via = bare.target.via = "";
    bare.topics.clear();
    bare.date.reset();
    bare.extra = R"({"note":"kept","list":[1,2.5]})";
    check_golden("core/mentions.jsonl", to_json(full_mention()) + '\n' + to_json(bare) + '\n');
}

TEST_CASE("what is written reads back equal", "[core][json]")
{
    const Mention mention = full_mention();
    CHECK(read(to_json(mention)) == mention);
    CHECK(read(to_json(Mention{read(line())})) == read(line()));
    Mention undated = mention;
    undated.date.reset();
    CHECK(read(to_json(undated)) == undated);
    Mention last_day = mention;
    last_day.date->range = PartialDate::parse("9999").value().range();
    CHECK(read(to_json(last_day)) == last_day);
    Mention nameless = mention;
    nameless.source.name = "";
    CHECK(read(to_json(nameless)) == nameless);
    Mention hostile = mention;
    hostile.label = std::string{"\0\x01\"\\/\b\f\n\r\t\x7F \xE2\x80\xA8\xF0\x9F\x98\x80", 19};
    CHECK(read(to_json(hostile)) == hostile);
    CHECK(to_json(hostile).find('\n') == std::string::npos);
}

TEST_CASE("a confidence keeps every bit and is written as short as can be", "[core][json]")
{
    std::mt19937_64 random{1};
    std::uniform_real_distribution<double> share{0.0, 1.0};
    Mention mention = full_mention();
    for (int i = 0; i < 2000; ++i) {
        mention.confidence = share(random);
        CHECK(read(to_json(mention)).confidence == mention.confidence);
    }
    for (const auto& [value, digits] :
         std::vector<std::pair<double, const char*>>{{0.0, "0.0"},
                                                     {1.0, "1.0"},
                                                     {0.1, "0.1"},
                                                     {0.3, "0.3"},
                                                     {0.87, "0.87"},
                                                     {1e-10, "1e-10"}}) {
        mention.confidence = value;
        const std::string json = to_json(mention);
        CHECK(json.find(std::string{"\"confidence\":"} + digits + ",") != std::string::npos);
        CHECK(read(json).confidence == value);
    }
    for (const double value : {std::nan(""), std::numeric_limits<double>::infinity()}) {
        mention.confidence = value;
        CHECK(read(to_json(mention)).confidence == 0.0);
    }
}

TEST_CASE("unknown fields are kept, through any number of rewritings", "[core][json]")
{
    const std::string extra =
        R"({"note":"\u00e9","deep":{"a":[1,{"b":null}]},"big":1e300,"third":0.3333333333333333})";
    const Mention mention = read(line(extra.substr(1, extra.size() - 2)));
    CHECK(mention.extra == "{\"note\":\"\xC3\xA9\",\"deep\":{\"a\":[1,{\"b\":null}]},\"big\":1e300,"
                           "\"third\":0.3333333333333333}");
    const std::string again = to_json(mention);
    CHECK(read(again) == mention);
    CHECK(again.size() > mention.extra.size());
    CHECK(again.substr(again.size() - mention.extra.size() + 1) == mention.extra.substr(1));
    CHECK(read(line()).extra.empty());
}

TEST_CASE("only six fields are needed, and null is as good as nothing", "[core][json]")
{
    const Mention bare = read(line());
    CHECK(bare.source.name == "PAK");
    CHECK(bare.status == Factuality::actual);
    CHECK_FALSE(bare.date.has_value());
    for (const char* name :
         {"byte_begin", "source_name", "source_begin", "mode", "quad", "score", "topics", "status",
          "alleged", "attributed_to", "label", "date", "cue", "text", "confidence", "rule"}) {
        CAPTURE(name);
        CHECK(read(line('"' + std::string{name} + "\":null")) == bare);
    }
}

TEST_CASE("lines that are no mentions are refused, with the field's name", "[core][json]")
{
    struct Row {
        std::string json;
        const char* says;
    };

    const std::vector<Row> rows{
        {"", "JSON broken"},
        {"{", "JSON broken"},
        {"nonsense", "JSON broken"},
        {line() + "x", "JSON broken"},
        {"[]", "no JSON object"},
        {"null", "no JSON object"},
        {"{}", "\"doc\" is missing"},
        {R"({"doc":null,"begin":0,"end":1,"source":"A","target":"B","category":"AID"})", "\"doc\""},
        {R"({"doc":"","begin":0,"end":1,"source":"A","target":"B","category":"AID"})", "\"doc\""},
        {R"({"doc":"d","end":1,"source":"A","target":"B","category":"AID"})", "\"begin\""},
        {R"({"doc":"d","begin":0,"end":1,"target":"B","category":"AID"})", "\"source\""},
        {R"({"doc":"d","begin":0,"end":1,"source":"A","category":"AID"})", "\"target\""},
        {R"({"doc":"d","begin":0,"end":1,"source":"A","target":"B"})", "\"category\""},
        {R"({"doc":5,"begin":0,"end":1,"source":"A","target":"B","category":"AID"})", "\"doc\""},
        {R"({"doc":"d","begin":0,"end":1,"source":"A B","target":"B","category":"AID"})",
         "\"source\""},
        {R"({"doc":"d","begin":0,"end":1,"source":"A","target":"B","category":"DANCE"})",
         "\"category\""},
        {R"({"doc":"d","begin":-1,"end":1,"source":"A","target":"B","category":"AID"})",
         "\"begin\""},
        {R"({"doc":"d","begin":0.5,"end":1,"source":"A","target":"B","category":"AID"})",
         "\"begin\""},
        {R"({"doc":"d","begin":2,"end":1,"source":"A","target":"B","category":"AID"})", "\"end\""},
        {R"({"doc":"d","begin":0,"end":1e30,"source":"A","target":"B","category":"AID"})",
         "\"end\""},
        {line(R"("confidence":"high")"), "\"confidence\""},
        {line(R"("confidence":1.5)"), "\"confidence\""},
        {line(R"("confidence":-0.1)"), "\"confidence\""},
        {line(R"("confidence":NaN)"), "JSON broken"},
        {line(R"("confidence":1e999)"), "JSON broken"},
        {line(R"("alleged":"yes")"), "\"alleged\""},
        {line(R"("symmetric":1)"), "\"symmetric\""},
        {line(R"("topics":"energy")"), "\"topics\""},
        {line(R"("topics":[1])"), "\"topics\""},
        {line(R"("status":"perhaps")"), "\"status\""},
        {line(R"("date":"2022")"), "\"date\""},
        {line(R"("date":{})"), "\"date\""},
        {line(R"("date":{"from":"2022-02-30","to":"2022-03-01"})"), "\"date\""},
        {line(R"("date":{"from":"2022-03-01","to":"2022-03-01"})"), "\"date\""},
        {line(R"("cue":[])"), "\"cue\""},
        {line(R"("cue":{"begin":"x"})"), "\"cue\""},
        {line(R"("cue":{"begin":3,"end":1})"), "\"cue\""},
        {line(R"("source_begin":5,"source_end":4)"), "\"source_end\""},
        {line(R"("label":{})"), "\"label\""},
        {line(R"("format":"entente-mention 2")"), "this program reads \"entente-mention 1\""},
        {line(R"("format":1)"), "\"format\""},
        {line("\"label\":\"\xFF\""), "JSON broken"},
        {line(R"("label":"\ud800")"), "JSON broken"},
        {line(R"("label":"\udc00")"), "\"label\""},
        {line(R"("topics":["\udc00"])"), "\"topics\""},
        {line(R"("other":["\udc00"])"), "\"other\""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.json);
        const auto mention = mention_from_json(row.json);
        REQUIRE_FALSE(mention.ok());
        CHECK(mention.error().code() == ErrorCode::bad_article);
        CHECK(mention.error().what().find(row.says) != std::string::npos);
        CHECK_FALSE(mention.error().remedy().empty());
    }
}

TEST_CASE("JSON that nests without end does not exhaust the stack", "[core][json]")
{
    for (const std::size_t depth : {std::size_t{100}, std::size_t{2'000'000}}) {
        for (const auto& [open, close] : {std::pair{"[", "]"}, std::pair{"{\"a\":", "}"}}) {
            std::string nested;
            for (std::size_t i = 0; i < depth; ++i) {
                nested += open;
            }
            CHECK_FALSE(mention_from_json(line("\"deep\":" + nested)).ok());
            nested += '1';
            for (std::size_t i = 0; i < depth; ++i) {
                nested += close;
            }
            CHECK_FALSE(mention_from_json(line("\"deep\":" + nested)).ok());
            Mention mention = full_mention();
            mention.extra = "{\"deep\":" + nested + "}";
            CHECK(read(to_json(mention)).extra.empty());
        }
    }
    const std::string brackets(1000, '[');
    CHECK(read(line("\"label\":\"\\\"" + brackets + "\"")).label == '"' + brackets);
}

TEST_CASE("noughts lose the exponents that RapidJSON stumbles over, and nothing else does",
          "[core][json]")
{
    struct Row {
        const char* json;
        const char* safe;
    };

    const std::vector<Row> rows{
        {R"({"a":0e40,"b":[-0.00E+7,1e40,10e2]})", R"({"a":0   ,"b":[-0.00   ,1e40,10e2]})"},
        {R"({"0e40":"0e40 \" 0e40"})", R"({"0e40":"0e40 \" 0e40"})"},
        {"0e40", "0   "},
        {"0e", "0e"},
        {"0e-", "0e-"},
        {"0e4e5", "0  e5"}, // a parser takes the 0e4 before it refuses the rest
        {"0e4.5", "0  .5"},
        {"0.5e-7", "0.5e-7"},
        {"true-0e1", "true-0  "},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.json);
        std::string buffer;
        CHECK(without_nought_exponents(row.json, buffer) == row.safe);
    }
    CHECK(read(line(R"("confidence":0e400,"mine":-0e-999)")).extra == R"({"mine":0})");
}

TEST_CASE("every broken prefix of a line is refused", "[core][json]")
{
    const std::string whole = to_json(full_mention());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(mention_from_json(whole.substr(0, size)).ok());
    }
}

TEST_CASE("a line with any byte changed is read or refused, never worse", "[core][json]")
{
    const std::string whole = to_json(full_mention());
    std::mt19937 random{3};
    for (int i = 0; i < 20'000; ++i) {
        std::string spoilt = whole;
        for (unsigned k = 0; k <= random() % 3; ++k) {
            spoilt[random() % spoilt.size()] = static_cast<char>(random() % 256);
        }
        if (const auto mention = mention_from_json(spoilt)) {
            CHECK(read(to_json(*mention)) == *mention);
        }
    }
}

TEST_CASE("ill-formed text is mended, so that a line is always JSON", "[core][json]")
{
    Mention mention = full_mention();
    mention.label = "bad \xFF byte";
    mention.topics = {"\xC3("};
    CHECK(read(to_json(mention)).label == "bad \xEF\xBF\xBD byte");
}

} // namespace entente::tests
