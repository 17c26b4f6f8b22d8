// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "extractors/language/training/files.hpp"
#include "extractors/language/training/sentence_sources.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace entente;                     // NOLINT(google-build-using-namespace)
using namespace entente::language::training; // NOLINT(google-build-using-namespace)

namespace {

/// The sentences as their spans cut them out of the text.
std::vector<std::string> cut(const language::SentenceDocument& document)
{
    const text::OffsetIndex offsets{document.text};
    std::vector<std::string> out;
    for (const Span& span : document.sentences) {
        const Span bytes = offsets.bytes(span);
        out.push_back(document.text.substr(bytes.begin, bytes.end - bytes.begin));
    }
    return out;
}

} // namespace

TEST_CASE("paragraphs of a sentence a line are a text with spans", "[training][sentences]")
{
    const auto read =
        read_paragraphs("# a note\n\n\nPerú wartet.\n\"So – what?\"\n\n\nEnd\n", "own");
    REQUIRE(read.ok());
    CHECK(read->text == "Perú wartet. \"So – what?\"\nEnd\n");
    CHECK(cut(*read) == std::vector<std::string>{"Perú wartet.", "\"So – what?\"", "End"});
}

TEST_CASE("a bad line of the paragraphs is named", "[training][sentences]")
{
    struct Row {
        const char* text;
        const char* message;
    };

    const auto row = GENERATE(values<Row>({
        {"Good.\n Bad.\n", "own:2: white space at an end of the line"},
        {"Good.\nBad. \n", "own:2: white space at an end of the line"},
        {"Good.\n\nB\xC3\n", "own:3: ill-formed UTF-8"},
    }));
    const auto read = read_paragraphs(row.text, "own");
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().message().find(row.message) != std::string::npos);
}
