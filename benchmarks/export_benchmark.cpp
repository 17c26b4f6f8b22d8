// SPDX-License-Identifier: Apache-2.0
// Seconds and memory to write a large graph in each format. Items are relations.
//
// Every format is written to a file, as `entente export` does it. ENTENTE_BENCH_RELATIONS is the
// size of the graph, one million by default; where ENTENTE_BENCH_KEEP names a folder, the files
// stay there.
#include "exporters/exporter.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace entente; // NOLINT(google-build-using-namespace)

/// As a large store may give it: some thousand actors, several categories a pair, dates, topics.
graph::Snapshot make_graph(std::size_t count)
{
    constexpr std::size_t kActors = 5000;
    std::vector<Actor> actors;
    for (std::size_t i = 0; i < kActors; ++i) {
        actors.push_back({ActorCode::parse(fmt::format("actor-{}", i)).value(),
                          fmt::format("Actor Number {}", i), ActorKind::group});
    }
    const auto& categories = Ontology::builtin().categories();
    std::mt19937 random{1};
    const auto pick = [&random](std::size_t size) {
        return random() % size;
    };
    std::vector<graph::Relation> relations;
    relations.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Category& category = categories[pick(categories.size())];
        graph::Relation& relation = relations.emplace_back();
        relation.source = actors[pick(kActors)];
        relation.target = actors[pick(kActors)];
        relation.directed = pick(2) == 0;
        relation.key = category.name;
        relation.quad = category.quad;
        relation.category = category.name;
        relation.label = fmt::format("gas pipeline project {}", pick(1000));
        relation.label_direction = graph::Direction::forward;
        relation.score = category.score;
        relation.mentions = 1 + pick(9);
        relation.sources = 1 + pick(3);
        relation.events = 1 + pick(3);
        relation.weight = static_cast<double>(1 + pick(999)) / 100.0;
        const Day from{std::chrono::days{10'000 + static_cast<int>(pick(9000))}};
        relation.period = DateRange{from, from + std::chrono::days{1 + static_cast<int>(pick(99))}};
        relation.categories = {{category.name, relation.mentions}};
        relation.topics = {{"energy", 1}, {"infrastructure", 1}};
        relation.labels = {{relation.label, relation.mentions}};
        relation.statuses = {{Factuality::actual, relation.mentions}};
    }
    return graph::Snapshot::build(std::move(relations));
}

const graph::Snapshot& graph_to_write()
{
    static const graph::Snapshot graph = [] {
        const char* count = std::getenv("ENTENTE_BENCH_RELATIONS"); // NOLINT(concurrency-mt-unsafe)
        return make_graph(count == nullptr ? 1'000'000 : std::stoul(count));
    }();
    return graph;
}

double peak_mebibytes()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void write_format(benchmark::State& state, const exporters::Format& format)
{
    namespace fs = std::filesystem;
    const graph::Snapshot& graph = graph_to_write();
    const char* kept = std::getenv("ENTENTE_BENCH_KEEP"); // NOLINT(concurrency-mt-unsafe)
    const fs::path folder = kept == nullptr ? fs::temp_directory_path() : fs::path{kept};
    const fs::path file = folder / fmt::format("entente-benchmark-{}{}",
                                               kept == nullptr ? ::getpid() : 0, format.extension);
    const exporters::ExportContext context;
    const double before = peak_mebibytes();
    for (auto _ : state) {
        const Status written = exporters::export_to_file(format, graph, context, file.string());
        if (!written) {
            state.SkipWithError(written.error().message().c_str());
            break;
        }
    }
    state.SetItemsProcessed(state.iterations() *
                            static_cast<std::int64_t>(graph.relations().size()));
    state.counters["extra_MiB"] = peak_mebibytes() - before;
    std::error_code ignored;
    state.counters["file_MiB"] = static_cast<double>(fs::file_size(file, ignored)) / 1048576.0;
    if (kept == nullptr) {
        fs::remove(file, ignored);
    }
}

} // namespace

int main(int argc, char** argv)
{
    for (const char* name : {"graphml", "gexf", "json", "node-link", "cytoscape", "csv"}) {
        benchmark::RegisterBenchmark(name, write_format, *exporters::format_by_name(name))
            ->Unit(benchmark::kSecond)
            ->UseRealTime();
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return 2;
    }
    (void)graph_to_write(); // not part of any time or memory below
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
