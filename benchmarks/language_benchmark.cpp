// SPDX-License-Identifier: Apache-2.0
// Tokens a second and core of each stage of the language analysis, on at least 5 MB of text.
//
// The text is that of the project's own articles, again and again; ENTENTE_BENCH_ARTICLES names
// other articles to read, ENTENTE_BENCH_MODEL another model file. Items are tokens.
#include "extractors/articles/source.hpp"
#include "extractors/language/english_analyzer.hpp"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace {

using namespace entente; // NOLINT(google-build-using-namespace)
using language::Analysis;
using language::EnglishAnalyzer;

constexpr std::size_t kLeastBytes = 5'000'000;

/// One article through all stages; each stage is timed on the state that it finds.
struct Sample {
    std::string text;
    Analysis split;
    std::vector<language::Hints> hints;
    Analysis parsed;
    language::EntityScores scores;
};

/// A model file where a mapped one would lie: at a multiple of the alignment. Lives on, as the
/// analyzer refers to it.
std::span<const std::byte> read_model(const char* file)
{
    static std::vector<std::byte> memory;
    std::ifstream in{file, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    memory.resize(bytes.size() + language::kModelAlignment);
    void* place = memory.data();
    std::size_t space = memory.size();
    std::align(language::kModelAlignment, bytes.size(), place, space);
    std::memcpy(place, bytes.data(), bytes.size());
    return {static_cast<const std::byte*>(place), bytes.size()};
}

const EnglishAnalyzer& analyzer()
{
    static const auto made = [] {
        const char* other = std::getenv("ENTENTE_BENCH_MODEL"); // NOLINT(concurrency-mt-unsafe)
        return other == nullptr ? EnglishAnalyzer::load_builtin()
                                : EnglishAnalyzer::load(read_model(other), other);
    }();
    return *made.value();
}

std::vector<std::string> read_texts()
{
    const char* other = std::getenv("ENTENTE_BENCH_ARTICLES"); // NOLINT(concurrency-mt-unsafe)
    CollectedDiagnostics diagnostics;
    articles::ArticleSource source{
        {other != nullptr ? other : ENTENTE_SOURCE_DIR "/datasets/articles"},
        {},
        std::cin,
        diagnostics};
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    while (auto article = source.next()) {
        bytes += article->text.size();
        texts.push_back(std::move(article->text));
    }
    for (std::size_t i = 0; !texts.empty() && bytes < kLeastBytes; ++i) {
        texts.push_back(texts[i]);
        bytes += texts.back().size();
    }
    return texts;
}

std::vector<Sample>& samples()
{
    static std::vector<Sample> all = [] {
        std::vector<Sample> made;
        for (std::string& text : read_texts()) {
            Sample sample;
            sample.text = std::move(text);
            sample.split = analyzer().split(sample.text);
            sample.hints = analyzer().look_up_names(sample.split);
            sample.parsed = sample.split;
            sample.scores = analyzer().tag_and_parse(sample.parsed, sample.hints);
            made.push_back(std::move(sample));
        }
        return made;
    }();
    return all;
}

template <typename Stage>
void run(benchmark::State& state, const Stage& stage)
{
    std::int64_t tokens = 0;
    std::int64_t bytes = 0;
    for (const Sample& sample : samples()) {
        tokens += static_cast<std::int64_t>(sample.split.tokens.size());
        bytes += static_cast<std::int64_t>(sample.text.size());
    }
    for (auto round : state) {
        for (Sample& sample : samples()) {
            stage(sample);
        }
    }
    state.SetItemsProcessed(state.iterations() * tokens);
    state.SetBytesProcessed(state.iterations() * bytes);
}

void split_into_words_and_sentences(benchmark::State& state)
{
    run(state, [](Sample& sample) { benchmark::DoNotOptimize(analyzer().split(sample.text)); });
}

void look_up_names(benchmark::State& state)
{
    run(state,
        [](Sample& sample) { benchmark::DoNotOptimize(analyzer().look_up_names(sample.split)); });
}

void tag_and_parse(benchmark::State& state)
{
    run(state, [](Sample& sample) {
        benchmark::DoNotOptimize(analyzer().tag_and_parse(sample.parsed, sample.hints));
    });
}

void lemmatize(benchmark::State& state)
{
    run(state, [](Sample& sample) { analyzer().lemmatize(sample.parsed); });
}

void find_entities(benchmark::State& state)
{
    run(state, [](Sample& sample) {
        analyzer().find_entities(sample.parsed, sample.hints, sample.scores);
    });
}

void analyze(benchmark::State& state)
{
    run(state, [](Sample& sample) { benchmark::DoNotOptimize(analyzer().analyze(sample.text)); });
}

void load_model(benchmark::State& state)
{
    for (auto round : state) {
        benchmark::DoNotOptimize(EnglishAnalyzer::load_builtin());
    }
}

BENCHMARK(split_into_words_and_sentences)->Unit(benchmark::kMillisecond);
BENCHMARK(look_up_names)->Unit(benchmark::kMillisecond);
BENCHMARK(tag_and_parse)->Unit(benchmark::kMillisecond);
BENCHMARK(lemmatize)->Unit(benchmark::kMillisecond);
BENCHMARK(find_entities)->Unit(benchmark::kMillisecond);
BENCHMARK(analyze)->Unit(benchmark::kMillisecond);
BENCHMARK(load_model)->Unit(benchmark::kMillisecond);

} // namespace
