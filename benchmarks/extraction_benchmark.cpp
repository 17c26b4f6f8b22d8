// SPDX-License-Identifier: Apache-2.0
// What each stage of extraction costs on the project's own articles.
#include "core/mention_json.hpp"
#include "extractors/actors/actor_finder.hpp"
#include "extractors/actors/gazetteer.hpp"
#include "extractors/articles/source.hpp"
#include "extractors/entente_extractor.hpp"
#include "extractors/language/tokenizer.hpp"

#include <benchmark/benchmark.h>

#include <iostream>

namespace {

using namespace entente; // NOLINT(google-build-using-namespace)

const std::vector<Article>& sample_articles()
{
    static const std::vector<Article> articles = [] {
        CollectedDiagnostics diagnostics;
        articles::ArticleSource source{
            {ENTENTE_SOURCE_DIR "/datasets/articles"}, {}, std::cin, diagnostics};
        std::vector<Article> all;
        while (auto article = source.next()) {
            all.push_back(std::move(*article));
        }
        return all;
    }();
    return articles;
}

const extractors::Extractor& extractor()
{
    static const auto made = extractors::make_extractor();
    return *made.value();
}

std::int64_t total_bytes()
{
    std::int64_t bytes = 0;
    for (const Article& article : sample_articles()) {
        bytes += static_cast<std::int64_t>(article.text.size());
    }
    return bytes;
}

void report(benchmark::State& state)
{
    state.SetBytesProcessed(state.iterations() * total_bytes());
    state.SetItemsProcessed(state.iterations() *
                            static_cast<std::int64_t>(sample_articles().size()));
}

void tokenize(benchmark::State& state)
{
    for (auto round : state) {
        for (const Article& article : sample_articles()) {
            benchmark::DoNotOptimize(language::tokenize(article.text));
        }
    }
    report(state);
}

BENCHMARK(tokenize);

void extract(benchmark::State& state)
{
    for (auto round : state) {
        for (const Article& article : sample_articles()) {
            benchmark::DoNotOptimize(extractor().read(article, nullptr));
        }
    }
    report(state);
}

BENCHMARK(extract);

/// Who is who, without the analysis of the language before it.
void find_actors(benchmark::State& state)
{
    static const auto gazetteer = actors::Gazetteer::load();
    std::vector<std::pair<const Article*, language::Analysis>> read;
    for (const Article& article : sample_articles()) {
        read.emplace_back(&article, extractor().read(article, nullptr).analysis);
    }
    const actors::GazetteerFinder finder{gazetteer.value()};
    for (auto round : state) {
        for (const auto& [article, analysis] : read) {
            const language::Tree tree{analysis};
            benchmark::DoNotOptimize(finder.find(*article, analysis, tree, nullptr));
        }
    }
    report(state);
}

BENCHMARK(find_actors)->Unit(benchmark::kMillisecond);

void write_mentions(benchmark::State& state)
{
    std::vector<Mention> mentions;
    for (const Article& article : sample_articles()) {
        for (Mention& mention : extractor().read(article, nullptr).mentions) {
            mentions.push_back(std::move(mention));
        }
    }
    for (auto round : state) {
        for (const Mention& mention : mentions) {
            benchmark::DoNotOptimize(to_json(mention));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(mentions.size()));
}

BENCHMARK(write_mentions);

void load_tables(benchmark::State& state)
{
    for (auto round : state) {
        benchmark::DoNotOptimize(extractors::make_extractor());
    }
}

BENCHMARK(load_tables)->Unit(benchmark::kMillisecond);

void load_gazetteer(benchmark::State& state)
{
    for (auto round : state) {
        benchmark::DoNotOptimize(actors::Gazetteer::load());
    }
}

BENCHMARK(load_gazetteer)->Unit(benchmark::kMillisecond);

} // namespace
