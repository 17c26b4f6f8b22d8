// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "extractors/long_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)
using extractors::kLongestPart;
using extractors::split_text;

TEST_CASE("parts cover a text without gap or overlap and cut no code point", "[extractors]")
{
    const std::vector<std::string> texts{
        "",
        "a",
        std::string(1000, 'a'),
        "line one\nline two\nline three\nline four",
        "words and words and words and words",
        "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9",
        "\U0001F30D\U0001F30D\U0001F30D\U0001F30D\U0001F30D",
    };
    for (const std::string& text : texts) {
        for (const std::size_t longest : {4UL, 5UL, 7UL, 16UL, 4096UL}) {
            INFO('"' << text << "\" in parts of " << longest);
            std::size_t end = 0;
            std::size_t code_points = 0;
            for (const auto& part : split_text(text, longest)) {
                REQUIRE(part.bytes.begin == end);
                REQUIRE(part.bytes.size() > 0);
                REQUIRE(part.bytes.size() <= longest);
                REQUIRE(part.first_code_point == code_points);
                const std::string piece = text.substr(part.bytes.begin, part.bytes.size());
                REQUIRE(text::is_valid_utf8(piece));
                code_points += text::count_code_points(piece);
                end = part.bytes.end;
            }
            REQUIRE(end == text.size());
        }
    }
}

TEST_CASE("a part ends with a line where it can, else behind a blank", "[extractors]")
{
    CHECK(split_text("0123456789\nabc def", 12).front().bytes.end == 11);
    CHECK(split_text("0123456789 abc def", 12).front().bytes.end == 11);
    CHECK(split_text("\n123456789 abcdef", 12).front().bytes.end == 11); // the line ends too early
}

TEST_CASE("a text of many parts gives the mentions of all, each at its place", "[extractors]")
{
    const std::string paragraph = "\u201cTalks\u201d went on. Kenya accused Chad of an attack.\n";
    Article article;
    article.id = "long";
    std::size_t paragraphs = 0;
    while (article.text.size() < 2 * kLongestPart + paragraph.size()) {
        article.text += paragraph;
        ++paragraphs;
    }
    const std::vector<Mention> mentions = tests::shared_extractor().extract(article);
    REQUIRE(mentions.size() == paragraphs);
    REQUIRE(std::is_sorted(mentions.begin(), mentions.end(), comes_before));
    const text::OffsetIndex index{article.text};
    for (const Mention& mention : mentions) {
        for (const Evidence* evidence :
             {&mention.sentence, &mention.source.mention, &mention.target.mention, &mention.cue}) {
            REQUIRE(index.code_points(evidence->bytes) == evidence->code_points);
            REQUIRE(article.text.compare(evidence->bytes.begin, evidence->bytes.size(),
                                         evidence->text) == 0);
        }
    }
}
