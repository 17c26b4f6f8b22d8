// SPDX-License-Identifier: Apache-2.0
// Actors and relations of long texts, without the language analysis, which would take most of the
// time.
#include "extractors/actors/actor_finder.hpp"
#include "extractors/actors/gazetteer.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/candidates.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"

#include <algorithm>
#include <ctime>
#include <string_view>

using namespace entente; // NOLINT(google-build-using-namespace)
using extractors::Reading;

namespace {

constexpr std::string_view kPiece =
    "Kenya urged Chad to attack Ghana. Kenya and the Malian army signed a deal. Kenya agreed with "
    "Chad to trade. ";

struct Text {
    Article article;
    Reading reading;
};

/// The same sentences over and over, read once.
Text repeated(std::size_t times)
{
    static const Reading once = tests::read_text(std::string{kPiece});
    Text text;
    for (std::size_t i = 0; i < times; ++i) {
        const std::size_t words = i * once.analysis.tokens.size();
        const std::size_t bytes = i * kPiece.size();
        text.article.text += kPiece;
        for (language::Token token : once.analysis.tokens) {
            token.bytes = {token.bytes.begin + bytes, token.bytes.end + bytes};
            token.code_points = token.bytes;
            token.head += token.head == language::kRoot ? 0 : words;
            text.reading.analysis.tokens.push_back(std::move(token));
        }
        for (language::Sentence sentence : once.analysis.sentences) {
            sentence.first += words;
            sentence.last += words;
            text.reading.analysis.sentences.push_back(sentence);
        }
        for (extractors::ActorSighting actor : once.actors) {
            actor.first += words;
            actor.last += words;
            actor.head += words;
            text.reading.actors.push_back(std::move(actor));
        }
    }
    return text;
}

std::size_t count_actors(const Text& text)
{
    static const auto gazetteer = actors::Gazetteer::load();
    const language::Tree tree{text.reading.analysis};
    return actors::GazetteerFinder{gazetteer.value()}
        .find(text.article, text.reading.analysis, tree, nullptr)
        .size();
}

std::size_t count_relations(const Text& text)
{
    static const auto lexicon = relations::Lexicon::load(Ontology::builtin());
    const language::Tree tree{text.reading.analysis};
    return relations::find_candidates(text.reading.analysis, tree, text.reading.actors,
                                      lexicon.value(), nullptr)
        .size();
}

/// Seconds of processor time.
double time_of(std::size_t (*count)(const Text&), const Text& text)
{
    const std::clock_t begin = std::clock();
    const std::size_t found = count(text);
    const std::clock_t end = std::clock();
    CHECK(found > 0);
    return static_cast<double>(end - begin) / CLOCKS_PER_SEC;
}

} // namespace

TEST_CASE("actors and relations of a text four times as long take four times as long",
          "[relations][hostile]")
{
    struct Row {
        const char* name;
        std::size_t (*count)(const Text&);
    };

    constexpr std::size_t kTimes = 1000;
    static const Text text = repeated(kTimes);
    static const Text longer = repeated(4 * kTimes);
    for (const Row& row : {Row{"actors", &count_actors}, Row{"relations", &count_relations}}) {
        CAPTURE(row.name);
        CHECK(row.count(text) == kTimes * row.count(repeated(1)));
        // Other programs take time too: the best of several runs counts. A quadratic stage takes
        // sixteen times as long.
        constexpr double kMost = 9.0;
        constexpr int kAttempts = 8;
        double one = time_of(row.count, text);
        double four = time_of(row.count, longer);
        for (int i = 1; i < kAttempts && four > kMost * one; ++i) {
            one = std::min(one, time_of(row.count, text));
            four = std::min(four, time_of(row.count, longer));
        }
        CAPTURE(one, four);
        CHECK(four <= kMost * one);
    }
}
