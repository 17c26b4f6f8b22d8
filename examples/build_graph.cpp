// SPDX-License-Identifier: Apache-2.0
// Example: articles into a store, the store into a graph, and a question to the graph.
//
//   build_graph GRAPH.kg FROM TO ARTICLES…      FROM and TO are actor codes, such as PAK and UKR
#include "core/graph/snapshot.hpp"
#include "extractors/articles/source.hpp"
#include "extractors/entente_extractor.hpp"

#include <chrono>
#include <iostream>
#include <string>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)

namespace {

int fail(const Error& error)
{
    std::cerr << error.message() << '\n';
    return static_cast<int>(exit_status(error.code()));
}

Status load(store::Store& store, const std::vector<std::string>& inputs)
{
    const auto extractor = extractors::make_extractor();
    if (!extractor) {
        return extractor.error();
    }
    // When it was loaded is for the program to say: the library has no clock.
    const Day today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    if (Status begun = store.begin_load(format_day(today) + "T00:00:00Z", "example"); !begun) {
        return begun;
    }
    CollectedDiagnostics diagnostics;
    articles::ArticleSource source{inputs, {}, std::cin, diagnostics};
    while (auto article = source.next()) {
        auto reading = (*extractor)->read(*article, nullptr);
        const auto outcome = store.add({std::move(*article), std::move(reading.mentions),
                                        std::string{(*extractor)->version()}});
        if (!outcome) {
            return outcome.error();
        }
    }
    for (const auto& item : diagnostics.items()) {
        std::cerr << item.error.message() << '\n';
    }
    return store.commit();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 5) {
        std::cerr << "usage: build_graph GRAPH.kg FROM TO ARTICLES…\n";
        return 2;
    }
    const auto from = ActorCode::parse(argv[2]);
    const auto to = ActorCode::parse(argv[3]);
    if (!from || !to) {
        return fail(!from ? from.error() : to.error());
    }
    auto store = store::Store::open(argv[1], store::OpenMode::write_or_create);
    if (!store) {
        return fail(store.error());
    }
    if (const Status loaded = load(*store, {argv + 4, argv + argc}); !loaded) {
        return fail(loaded.error());
    }

    auto relations = graph::summarize(*store, Filter{}, Ontology::builtin());
    if (!relations) {
        return fail(relations.error());
    }
    const auto graph = graph::Snapshot::build(std::move(*relations));
    std::cout << graph.nodes().size() << " actors, " << graph.relations().size() << " relations\n";

    const auto start = graph.find(*from);
    const auto end = graph.find(*to);
    if (!start || !end) {
        std::cout << "one of the two is not in the graph\n";
        return 1;
    }
    for (const std::size_t edge : graph.strongest_path(*start, *end)) {
        const graph::Relation& relation = graph.relations()[edge];
        std::cout << relation.source.name << " – " << relation.target.name << ": " << relation.label
                  << '\n';
    }
    return 0;
}
