// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "extractors/long_text.hpp"
#include "extractors/pipeline.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
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

namespace {

/// A text of three parts, and how many times its paragraph stands in it.
std::pair<std::string, std::size_t> long_text()
{
    const std::string paragraph = "\u201cTalks\u201d went on. Kenya accused Chad of an attack.\n";
    std::string text;
    std::size_t paragraphs = 0;
    for (; text.size() < 2 * kLongestPart + paragraph.size(); ++paragraphs) {
        text += paragraph;
    }
    return {text, paragraphs};
}

struct Part {
    std::string text; ///< of the whole
    extractors::Reading reading;
    bool first = false;
    bool last = false;
};

std::vector<Part> run(const std::string& text, extractors::Delivered delivered)
{
    const tests::TemporaryFolder folder;
    const std::string file = (folder / "long.txt").string();
    std::ofstream{file} << text;
    std::istringstream in;
    CollectedDiagnostics diagnostics;
    extractors::PipelineOptions options;
    options.delivered = delivered;
    std::vector<Part> parts;
    const auto report = extractors::run_pipeline(
        tests::shared_extractor(), {file}, options, in, diagnostics, {},
        [&](extractors::Delivery delivery) -> Status {
            parts.push_back({delivery.article.text, std::move(delivery.reading), delivery.first,
                             delivery.last});
            return {};
        });
    REQUIRE(report.ok());
    CHECK(report->articles == 1);
    CHECK(diagnostics.items().empty());
    return parts;
}

} // namespace

TEST_CASE("a text of many parts gives the mentions of all, each at its place", "[extractors]")
{
    const auto [text, paragraphs] = long_text();
    const auto parts = run(text, extractors::Delivered::mentions);
    REQUIRE(parts.size() == 1);
    CHECK(parts.front().first);
    CHECK(parts.front().last);
    const std::vector<Mention>& mentions = parts.front().reading.mentions;
    const std::string& whole = parts.front().text;
    REQUIRE(mentions.size() == paragraphs);
    REQUIRE(std::is_sorted(mentions.begin(), mentions.end(), comes_before));
    const text::OffsetIndex index{whole};
    for (const Mention& mention : mentions) {
        for (const Evidence* evidence :
             {&mention.sentence, &mention.source.mention, &mention.target.mention, &mention.cue}) {
            REQUIRE(index.code_points(evidence->bytes) == evidence->code_points);
            REQUIRE(whole.compare(evidence->bytes.begin, evidence->bytes.size(), evidence->text) ==
                    0);
        }
    }
}

TEST_CASE("the layers of a text of many parts come part by part, each at its place", "[extractors]")
{
    const auto [text, paragraphs] = long_text();
    const auto parts = run(text, extractors::Delivered::layers);
    REQUIRE(parts.size() == 3);
    std::size_t sentences = 0;
    std::size_t end = 0;
    const text::OffsetIndex index{parts.front().text};
    for (const Part& part : parts) {
        CHECK(part.first == (&part == &parts.front()));
        CHECK(part.last == (&part == &parts.back()));
        sentences += part.reading.analysis.sentences.size();
        for (const language::Token& token : part.reading.analysis.tokens) {
            REQUIRE(token.bytes.begin >= end);
            REQUIRE(index.code_points(token.bytes) == token.code_points);
            end = token.bytes.end;
        }
        for (const extractors::ActorSighting& sighting : part.reading.actors) {
            const Evidence& mention = sighting.actor.mention;
            REQUIRE(part.text.compare(mention.bytes.begin, mention.bytes.size(), mention.text) ==
                    0);
        }
    }
    CHECK(sentences == 2 * paragraphs);
}
