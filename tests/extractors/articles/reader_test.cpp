// SPDX-License-Identifier: Apache-2.0
#include "extractors/articles/source.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)
using articles::ArticleSource;

namespace {

/// What came of reading inputs: articles, and what was said about the lost ones.
struct Outcome {
    std::vector<Article> articles;
    std::vector<std::string> messages;
};

Outcome read(const std::vector<std::string>& inputs, const std::string& standard_input = {},
             articles::ReadOptions options = {})
{
    std::istringstream in{standard_input};
    CollectedDiagnostics diagnostics;
    ArticleSource source{inputs, std::move(options), in, diagnostics};
    Outcome outcome;
    while (auto article = source.next()) {
        outcome.articles.push_back(std::move(*article));
    }
    for (const Diagnostic& item : diagnostics.items()) {
        outcome.messages.push_back(item.error.message());
    }
    CHECK(source.failures() == outcome.messages.size());
    return outcome;
}

std::string write(const tests::TemporaryFolder& folder, const std::string& name,
                  std::string_view bytes)
{
    const std::string file = (folder / name).string();
    std::filesystem::create_directories(std::filesystem::path{file}.parent_path());
    std::ofstream{file, std::ios::binary} << bytes;
    return file;
}

bool begins_with(const std::string& text, const std::string& start)
{
    return text.compare(0, start.size(), start) == 0;
}

} // namespace

TEST_CASE("a text file gives its headers, its title and its text", "[articles][text]")
{
    const tests::TemporaryFolder folder;
    SECTION("header block")
    {
        const auto file = write(folder, "a.txt",
                                "Title: A visit\r\nDate: 2022-02-23\r\nId: visit-1\r\n"
                                "Publisher: Us\r\n\r\nThe text.\r\n");
        const auto outcome = read({file});
        REQUIRE(outcome.articles.size() == 1);
        const Article& article = outcome.articles.front();
        CHECK(article.id == "visit-1");
        CHECK(article.title == "A visit");
        CHECK(article.publisher == "Us");
        CHECK(article.date->to_string() == "2022-02-23");
        CHECK(article.text == "The text.\n");
    }
    SECTION("a headline is title and text")
    {
        const auto outcome = read({write(folder, "a.txt", "A visit\n\nThe text.")});
        REQUIRE(outcome.articles.size() == 1);
        CHECK(outcome.articles.front().title == "A visit");
        CHECK(outcome.articles.front().text == "A visit\n\nThe text.");
        CHECK_FALSE(outcome.articles.front().date.has_value());
    }
    SECTION("the option's date where the text has none")
    {
        articles::ReadOptions options;
        options.date = PartialDate::parse("2001-05").value();
        const auto outcome = read({write(folder, "a.txt", "The text.")}, {}, options);
        REQUIRE(outcome.articles.size() == 1);
        CHECK(outcome.articles.front().date->to_string() == "2001-05");
        CHECK(outcome.articles.front().id == article_id("The text."));
    }
}

TEST_CASE("text is decoded from what its bytes say they are", "[articles][encodings]")
{
    struct Row {
        const char* what;
        std::string bytes;
        std::string encoding;
        std::string text;
    };

    using namespace std::string_literals;
    const std::vector<Row> rows{
        {"UTF-8", "Élysée", "", "Élysée"},
        {"UTF-8 with a mark", "\xEF\xBB\xBFÉlysée", "", "Élysée"},
        {"UTF-16 little endian", "\xFF\xFEK\0y\0i\0v\0"s, "", "Kyiv"},
        {"UTF-16 big endian", "\xFE\xFF\0K\0y\0i\0v"s, "", "Kyiv"},
        {"Windows-1251 by name", "\xCC\xEE\xF1\xEA\xE2\xE0", "windows-1251", "Москва"},
        {"Latin-1 by guess",
         "Le pr\xE9sident fran\xE7"
         "ais a rencontr\xE9 la chanceli\xE8re \xE0 l'\xC9lys\xE9"
         "e hier.",
         "", "Le président français a rencontré la chancelière à l'Élysée hier."},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        const auto decoded = articles::decode(row.bytes, row.encoding);
        REQUIRE(decoded.ok());
        CHECK(*decoded == row.text);
    }
    CHECK(articles::decode("x", "no-such-encoding").error().code() == ErrorCode::bad_encoding);
    CHECK(articles::decode("\x7F"s
                           "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\x3E\0\x01\0\0\0"s,
                           "")
              .error()
              .code() == ErrorCode::bad_encoding);
}

TEST_CASE("article JSON Lines keep what they hold and lose only broken lines", "[articles][jsonl]")
{
    const tests::TemporaryFolder folder;
    const auto file = write(
        folder, "a.jsonl",
        "{\"id\": \"1\", \"text\": \" Kept  as\\nit is \", \"date\": \"2022-02-23\", \"x\": [1]}\n"
        "\n"
        "{\"text\": \"cut off\n"
        "[1, 2]\n"
        "{\"title\": \"no text\"}\n"
        "{\"text\": 5}\n"
        "{\"text\": \"bad date\", \"date\": \"2022-13-01\"}\n"
        "{\"doc\": 7, \"url\": \"https://example.org\", \"text\": \"Last\", \"title\": null}");
    const auto outcome = read({file});
    REQUIRE(outcome.articles.size() == 2);
    CHECK(outcome.articles[0].text == " Kept  as\nit is ");
    CHECK(outcome.articles[1].id == "7");
    CHECK(outcome.articles[1].uri == "https://example.org");
    REQUIRE(outcome.messages.size() == 5);
    CHECK(begins_with(outcome.messages[0], file + ":3:18: broken JSON"));
    CHECK(begins_with(outcome.messages[1], file + ":4: the line is no JSON object; write"));
    CHECK(begins_with(outcome.messages[2], file + ":5: the article has no text; fill"));
    CHECK(begins_with(outcome.messages[3], file + ":6: field \"text\" is no string; put"));
    CHECK(begins_with(outcome.messages[4], file + ":7: field \"date\": \"2022-13-01\" is no date"));
}

TEST_CASE("a line over the limit is passed over, and the next one read", "[articles][jsonl]")
{
    articles::ReadOptions options;
    options.max_article_bytes = 1000;
    const std::string input =
        "{\"text\": \"" + std::string(5000, 'x') + "\"}\n{\"text\": \"short\"}\n";
    const auto outcome = read({"-"}, input, options);
    REQUIRE(outcome.articles.size() == 1);
    CHECK(outcome.articles.front().text == "short");
    REQUIRE(outcome.messages.size() == 1);
    CHECK(outcome.messages.front().find("standard input:1: the line is longer") == 0);
}

TEST_CASE("deeply nested JSON is read without recursion", "[articles][jsonl]")
{
    const std::string deep = std::string(100000, '[') + std::string(100000, ']');
    const auto outcome = read({"-"}, "{\"x\": " + deep + ", \"text\": \"Still read\"}\n");
    REQUIRE(outcome.articles.size() == 1);
    CHECK(outcome.articles.front().text == "Still read");
}

TEST_CASE("inputs are files, folders and the standard input", "[articles][source]")
{
    const tests::TemporaryFolder folder;
    write(folder, "in/b.txt", "B text.");
    write(folder, "in/a/z.jsonl", "{\"text\": \"Z text.\"}\n");
    write(folder, "in/README.md", "No article.");
    write(folder, "in/.hidden.txt", "Hidden.");
    std::filesystem::create_directory(folder / "empty");
    const std::string in = (folder / "in").string();
    SECTION("a folder is read by name, what is no article is left out")
    {
        const auto outcome = read({in});
        REQUIRE(outcome.articles.size() == 2);
        CHECK(outcome.articles[0].text == "Z text.");
        CHECK(outcome.articles[1].text == "B text.");
    }
    SECTION("what is missing or empty is said, and the rest is read")
    {
        const auto outcome =
            read({(folder / "gone").string(), (folder / "empty").string(), in + "/b.txt"});
        CHECK(outcome.articles.size() == 1);
        REQUIRE(outcome.messages.size() == 2);
        CHECK(outcome.messages[0].find("gone: no such file or folder; check") != std::string::npos);
        CHECK(outcome.messages[1].find("empty: the folder holds no articles; articles are") !=
              std::string::npos);
    }
    SECTION("the standard input may be text or JSON Lines")
    {
        CHECK(read({"-"}, "Plain text.").articles.front().text == "Plain text.");
        CHECK(read({"-"}, " {\"text\": \"JSON text.\"}").articles.front().text == "JSON text.");
    }
    SECTION("a loop of links does not trap the walk")
    {
        std::filesystem::create_directory_symlink(in, folder / "in" / "loop");
        CHECK(read({in}).articles.size() == 2);
    }
}

TEST_CASE("bad text files say what is wrong and how to mend it", "[articles][text]")
{
    const tests::TemporaryFolder folder;

    struct Row {
        const char* what;
        std::string bytes;
        std::string message;
    };

    using namespace std::string_literals;
    const std::vector<Row> rows{
        {"empty", "", "the article has no text; put the text"},
        {"blank", " \n\t\n", "the article has no text; put the text"},
        {"headers alone", "Title: X\n\n", "the article has no text; put the text"},
        {"bad date", "Title: X\nDate: yesterday\n\nText.", ":2: \"yesterday\" is no date; write"},
        {"text among headers", "Title: X\nand more\n\nText.", ":2: a line among the headers"},
        {"no text at all", "\0\1\2\3\0\1\2\3\0"s, "this is no text; if it is"},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        const auto outcome = read({write(folder, "bad.txt", row.bytes)});
        CHECK(outcome.articles.empty());
        REQUIRE(outcome.messages.size() == 1);
        CHECK(outcome.messages.front().find(row.message) != std::string::npos);
    }
}
