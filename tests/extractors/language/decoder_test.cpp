// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/decoder.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)
using language::TreeDecoder;

namespace {

using Heads = std::vector<std::uint32_t>;

/// One word under the root, and every word leads there.
bool is_tree(const Heads& heads)
{
    if (std::count(heads.begin(), heads.end(), 0U) != 1) {
        return false;
    }
    for (std::size_t start = 0; start < heads.size(); ++start) {
        std::size_t at = start + 1;
        for (std::size_t steps = 0; at != 0; ++steps) {
            if (steps > heads.size() || at > heads.size()) {
                return false;
            }
            at = heads[at - 1];
        }
    }
    return true;
}

double total(const std::vector<float>& scores, const Heads& heads)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        sum += static_cast<double>(scores[i * (heads.size() + 1) + heads[i]]);
    }
    return sum;
}

/// The best sum over all trees, by trying all of them.
double best_by_trial(const std::vector<float>& scores, std::size_t words)
{
    Heads heads(words, 0);
    double best = -std::numeric_limits<double>::infinity();
    while (true) {
        bool own = false;
        for (std::size_t i = 0; i < words; ++i) {
            own = own || heads[i] == i + 1;
        }
        if (!own && is_tree(heads)) {
            best = std::max(best, total(scores, heads));
        }
        std::size_t digit = 0;
        while (digit < words && ++heads[digit] > words) {
            heads[digit++] = 0;
        }
        if (digit == words) {
            return best;
        }
    }
}

Heads decode(TreeDecoder& decoder, const std::vector<float>& scores, std::size_t words)
{
    const auto heads = decoder.best_tree(scores, words);
    return {heads.begin(), heads.end()};
}

} // namespace

TEST_CASE("the decoder finds the best tree of all with one root", "[language][decoder]")
{
    std::mt19937 random{7};
    std::uniform_real_distribution<float> uniform{-3.0F, 3.0F};
    TreeDecoder decoder;
    for (int round = 0; round < 400; ++round) {
        const std::size_t words = 1 + static_cast<std::size_t>(round) % 5;
        std::vector<float> scores(words * (words + 1));
        std::generate(scores.begin(), scores.end(), [&] { return uniform(random); });
        const Heads heads = decode(decoder, scores, words);
        INFO("round " << round);
        REQUIRE(is_tree(heads));
        REQUIRE(total(scores, heads) == Approx(best_by_trial(scores, words)));
    }
}

TEST_CASE("whatever the scores, the decoder returns a tree", "[language][decoder]")
{
    std::mt19937 random{11};
    TreeDecoder decoder;
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float infinity = std::numeric_limits<float>::infinity();
    const std::vector<float> palette{0.0F, 1.0F, -1.0F, 1e30F, -1e30F, nan, infinity, -infinity};
    for (int round = 0; round < 300; ++round) {
        const std::size_t words = 1 + static_cast<std::size_t>(round) % 40;
        std::vector<float> scores(words * (words + 1));
        std::generate(scores.begin(), scores.end(),
                      [&] { return palette[random() % (round % 2 == 0 ? 3 : palette.size())]; });
        const Heads heads = decode(decoder, scores, words);
        INFO("round " << round << ", " << words << " words");
        REQUIRE(is_tree(heads));
        for (std::size_t i = 0; i < words; ++i) {
            REQUIRE(heads[i] != i + 1);
        }
    }
}

TEST_CASE("words that all want the root share it out", "[language][decoder]")
{
    constexpr std::size_t kWords = 300;
    std::vector<float> scores(kWords * (kWords + 1), 0.0F);
    for (std::size_t i = 0; i < kWords; ++i) {
        scores[i * (kWords + 1)] = 50.0F + static_cast<float>(i % 7);
    }
    TreeDecoder decoder;
    REQUIRE(is_tree(decode(decoder, scores, kWords)));
}
