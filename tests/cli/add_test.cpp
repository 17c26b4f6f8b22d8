// SPDX-License-Identifier: Apache-2.0
// add, extract, merge, analyze and explain from articles to stores.
#include "extractors/long_text.hpp"
#include "tests/cli/cli_fixture.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>

#include <csignal>
#include <streambuf>

using Catch::Matchers::Contains;
using entente::tests::CliRun;
using entente::tests::count_lines;
using entente::tests::run_cli;
using entente::tests::TemporaryFolder;
using entente::tests::write_file;

namespace {

constexpr const char* kArticles =
    "{\"id\":\"x1\",\"text\":\"France accused Russia of interference.\",\"date\":\"2022-03-01\"}\n"
    "{\"id\":\"x2\",\"text\":\"The United States condemned Iran.\",\"date\":\"2022-03-02\"}\n";

/// Articles without end of which each is one line; Ctrl-C comes when line `interrupt_at` is read.
class InterruptingInput final : public std::streambuf {
public:
    InterruptingInput(int articles, int interrupt_at)
        : articles_{articles}
        , interrupt_at_{interrupt_at}
    {}

protected:
    int_type underflow() override
    {
        if (next_ == articles_) {
            return traits_type::eof();
        }
        if (next_ == interrupt_at_) {
            std::raise(SIGINT);
        }
        ++next_;
        line_ = "{\"id\":\"n" + std::to_string(next_) + "\",\"text\":\"France accused Russia " +
                "of interference in case " + std::to_string(next_) + ".\"}\n";
        setg(line_.data(), line_.data(), line_.data() + line_.size());
        return traits_type::to_int_type(line_.front());
    }

private:
    int articles_;
    int interrupt_at_;
    int next_ = 0;
    std::string line_;
};

CliRun run_on(std::streambuf& input, const std::vector<std::string>& arguments)
{
    std::istream in{&input};
    std::ostringstream out;
    std::ostringstream err;
    const int status = entente::cli::run(arguments, in, out, err);
    return {status, out.str(), err.str()};
}

} // namespace

TEST_CASE("Ctrl-C keeps what was read, and the same command finishes the job", "[cli][add]")
{
    const TemporaryFolder folder;
    const std::string store = (folder.path() / "x.kg").string();
    InterruptingInput interrupted{300, 200};
    const auto first = run_on(interrupted, {"add", store, "-"});
    CHECK(first.status == 1);
    CHECK_THAT(first.err, Contains("interrupted; run the same command again"));
    CHECK(run_cli({"check", store}).out == "sound\n");
    InterruptingInput whole{300, -1};
    CHECK(run_on(whole, {"add", store, "-"}).status == 0);
    CHECK_THAT(run_cli({"stats", store, "--json"}).out, Contains("\"articles\":300"));
}

TEST_CASE("adding twice adds once", "[cli][add]")
{
    const TemporaryFolder folder;
    const std::string store = (folder.path() / "x.kg").string();
    const auto first = run_cli({"add", store, "-"}, kArticles);
    CHECK(first.status == 0);
    CHECK(first.out == "added 2, replaced 0, unchanged 0, failed 0; 2 mentions\n");
    CHECK(first.err.empty());
    const auto second = run_cli({"add", store, "-", "--json"}, kArticles);
    CHECK(second.status == 0);
    CHECK(second.out ==
          "{\"added\":0,\"replaced\":0,\"unchanged\":2,\"failed\":0,\"mentions\":0}\n");
    const auto quiet = run_cli({"add", "--quiet", store, "-"}, kArticles);
    CHECK(quiet.out.empty());
}

TEST_CASE("a changed article replaces the old one", "[cli][add]")
{
    const TemporaryFolder folder;
    const std::string store = (folder.path() / "x.kg").string();
    CHECK(run_cli({"add", store, "-"}, kArticles).status == 0);
    const auto run = run_cli({"add", store, "-"},
                             "{\"id\":\"x1\",\"text\":\"France praised Russia for its help.\"}\n");
    CHECK_THAT(run.out, Contains("added 0, replaced 1, unchanged 0, failed 0"));
    CHECK_THAT(run_cli({"show", store, "France"}).out, !Contains("interference"));
}

TEST_CASE("extract leaves out what is less sure than asked for", "[cli][extract]")
{
    const std::string text = "Chad attacked Mali. It is Niger that Kenya may have gone to.";
    const auto lines = [](const std::string& out) {
        return std::count(out.begin(), out.end(), '\n');
    };
    const auto all = run_cli({"extract", "-"}, text);
    const auto sure = run_cli({"extract", "--min-confidence", "0.8", "-"}, text);
    const auto none = run_cli({"extract", "--min-confidence", "1", "-"}, text);
    CHECK(lines(sure.out) >= 1);
    CHECK(lines(all.out) >= lines(sure.out));
    CHECK(none.out.empty());
    CHECK(run_cli({"extract", "--min-confidence", "2", "-"}, text).status == 2);
}

TEST_CASE("extract is the same whatever the number of threads", "[cli][extract]")
{
    std::string articles;
    for (int i = 0; i < 60; ++i) {
        articles += "{\"id\":\"n" + std::to_string(i) + "\",\"text\":\"France accused Russia of " +
                    "interference in case " + std::to_string(i) + ".\"}\n";
    }
    const auto one = run_cli({"extract", "--threads", "1", "-"}, articles);
    const auto four = run_cli({"extract", "--threads", "4", "-"}, articles);
    CHECK(one.status == 0);
    CHECK(count_lines(one.out) == 60);
    CHECK(one.out == four.out);
}

TEST_CASE("mentions made apart merge into the store that add would have made", "[cli][merge]")
{
    const TemporaryFolder folder;
    const std::string whole = (folder.path() / "whole.kg").string();
    const std::string merged = (folder.path() / "merged.kg").string();
    const std::string part = (folder.path() / "part.jsonl").string();
    CHECK(run_cli({"add", whole, "-"}, kArticles).status == 0);
    write_file(part, run_cli({"extract", "-"}, kArticles).out);
    CHECK(run_cli({"merge", merged, part, part}).status == 0);
    const std::string query = "MATCH (a)-[r]->(b) RETURN a.code, r.category, b.code, r.since";
    CHECK(run_cli({"query", merged, query, "--format", "csv"}).out ==
          run_cli({"query", whole, query, "--format", "csv"}).out);
    CHECK(run_cli({"merge", merged, whole}).status == 0);
    CHECK_THAT(run_cli({"stats", merged, "--json"}).out, Contains("\"articles\":2"));
}

TEST_CASE("analyze writes the layers of each article as one JSON object", "[cli][analyze]")
{
    const auto run = run_cli({"analyze", "-"}, kArticles);
    CHECK(run.status == 0);
    REQUIRE(count_lines(run.out) == 2);
    rapidjson::Document json;
    json.Parse(run.out.substr(0, run.out.find('\n')));
    REQUIRE(json.IsObject());
    CHECK(json["id"] == "x1");
    const auto& tokens = json["sentences"][0]["tokens"];
    REQUIRE(tokens.Size() == 6);
    CHECK(tokens[0]["form"] == "France");
    CHECK(tokens[1]["begin"].GetInt() == 7);
    CHECK(tokens[1]["end"].GetInt() == 14);
    for (const auto& token : tokens.GetArray()) {
        CHECK(token["head"].GetInt() >= 0);
        CHECK(token["head"].GetInt() <= 6);
        for (const char* key : {"lemma", "upos", "xpos", "deprel"}) {
            CHECK(token[key].IsString());
        }
    }
    CHECK(json["entities"].IsArray());
    CHECK(json["dates"].IsArray());
    REQUIRE(json["actors"].Size() == 2);
    CHECK(json["actors"][0]["name"] == "France");
}

TEST_CASE("offsets of analyze count code points", "[cli][analyze]")
{
    const auto run = run_cli(
        {"analyze", "-"}, "{\"id\":\"u\",\"text\":\"“Élysée”: France accused Russia of it.\"}\n");
    rapidjson::Document json;
    json.Parse(run.out);
    REQUIRE(json.IsObject());
    REQUIRE(json["actors"].Size() >= 1);
    bool found = false;
    for (const auto& actor : json["actors"].GetArray()) {
        found = found || (actor["begin"].GetInt() == 10 && actor["end"].GetInt() == 16);
    }
    CHECK(found);
    const auto& token = json["sentences"][0]["tokens"][1];
    CHECK(token["begin"].GetInt() == 1);
    CHECK(token["end"].GetInt() == 7);
    CHECK(token["byte_begin"].GetInt() == 3);
    CHECK(token["byte_end"].GetInt() == 11);
}

TEST_CASE("a text that is read in parts is one line of JSON and one document", "[cli][analyze]")
{
    const std::string sentence = "“Élysée” accused Russia on 3 May 2020. ";
    std::string text;
    std::size_t sentences = 0;
    for (; text.size() < 2 * entente::extractors::kLongestPart; ++sentences) {
        text += sentence;
    }
    const std::string input = "{\"id\":\"long\",\"text\":\"" + text + "\"}\n" +
                              "{\"id\":\"next\",\"text\":\"Chad left.\"}\n";
    const auto run = run_cli({"analyze", "-"}, input);
    CHECK(run.status == 0);
    REQUIRE(count_lines(run.out) == 2);
    rapidjson::Document json;
    json.Parse(run.out.substr(0, run.out.find('\n')).c_str());
    REQUIRE_FALSE(json.HasParseError());
    CHECK(std::string{json["id"].GetString()} == "long");
    // Cuts between parts may fall into a sentence.
    const std::size_t found = json["sentences"].Size();
    CHECK(found >= sentences);
    CHECK(found <= sentences + 4);
    for (const char* layer : {"entities", "actors", "dates"}) {
        CAPTURE(layer);
        REQUIRE(json[layer].Size() > sentences / 2);
        std::uint64_t before = 0;
        for (const auto& item : json[layer].GetArray()) {
            REQUIRE(item["begin"].GetUint64() >= before);
            before = item["begin"].GetUint64();
        }
        CHECK(before > (sentences - 2) * (sentence.size() - 6)); // code points, not bytes
    }
    json.Parse(run.out.substr(run.out.find('\n') + 1).c_str());
    REQUIRE_FALSE(json.HasParseError());
    CHECK(json["sentences"].Size() == 1);

    const auto conllu = run_cli({"analyze", "--format", "conllu", "-"}, input);
    CHECK(conllu.status == 0);
    CHECK(conllu.out.find("# newdoc", 1) == conllu.out.rfind("# newdoc"));
    CHECK(conllu.out.find(fmt::format("# sent_id = long-{}\n", found)) != std::string::npos);
    CHECK(conllu.out.find("# sent_id = next-1\n") != std::string::npos);
}

TEST_CASE("CoNLL-U has ten columns and one root a sentence", "[cli][analyze]")
{
    const auto run = run_cli({"analyze", "--format", "conllu", "-"}, kArticles);
    CHECK(run.status == 0);
    std::istringstream lines{run.out};
    std::string line;
    int sentences = 0;
    int roots = 0;
    while (std::getline(lines, line)) {
        if (line.rfind("# text = ", 0) == 0) {
            ++sentences;
        } else if (!line.empty() && line.front() != '#') {
            CHECK(std::count(line.begin(), line.end(), '\t') == 9);
            roots += line.find("\t0\troot\t") == std::string::npos ? 0 : 1;
        }
    }
    CHECK(sentences == 2);
    CHECK(roots == 2);
    CHECK_THAT(run.out, Contains("Russia") && Contains("# sent_id = x1-1"));
}

TEST_CASE("explain shows the tree, the actors and the relation", "[cli][explain]")
{
    const std::string sentence = "France accused Russia of interference.";
    const auto run = run_cli({"explain", sentence});
    CHECK(run.status == 0);
    CHECK_THAT(run.out,
               Contains(sentence) && Contains("nsubj") && Contains("FRA") && Contains("ACCUSE"));
    const auto from_input = run_cli({"explain", "-"}, sentence);
    CHECK(from_input.out == run.out);
    rapidjson::Document json;
    json.Parse(run_cli({"explain", "--json", sentence}).out);
    REQUIRE(json.IsObject());
    CHECK(json["mentions"].Size() == 1);
    CHECK(json["mentions"][0]["category"] == "ACCUSE");
    CHECK(json["steps"].Size() > 0);
}

TEST_CASE("explain says of a sentence without relation that there is none", "[cli][explain]")
{
    const auto run = run_cli({"explain", "It rained."});
    CHECK(run.status == 0);
    CHECK_THAT(run.out, Contains("relations\n  none\n"));
}
