// SPDX-License-Identifier: Apache-2.0
#include "cli/graph_loading.hpp"

#include <CLI/CLI.hpp>

#include <utility>

namespace entente::cli {

void add_graph_argument(CLI::App& app, std::string& file)
{
    app.add_option("graph", file, "The store, a .kg file")->required()->type_name("GRAPH.kg");
}

Result<OpenedGraph> open_graph(const std::string& file, const FilterOptions& options)
{
    auto store = store::Store::open(file, store::OpenMode::read);
    if (!store) {
        return store.error();
    }
    auto actors = store->actors();
    if (!actors) {
        return actors.error();
    }
    ActorNames names{std::move(*actors)};
    auto filter = options.resolve(names, Ontology::builtin());
    if (!filter) {
        return filter.error();
    }
    return OpenedGraph{std::move(*store), std::move(names), std::move(*filter)};
}

Result<LoadedRelations> load_relations(const store::Store& store, const Filter& filter,
                                       const Ontology& ontology)
{
    graph::Summarizer summarizer{filter, ontology};
    const Status walked = store.for_each_mention([&](const store::StoredMention& stored) -> Status {
        summarizer.add(stored);
        return {};
    });
    if (!walked) {
        return walked.error();
    }
    LoadedRelations loaded;
    loaded.relations = summarizer.relations(&loaded.total);
    loaded.articles = summarizer.articles();
    loaded.mentions = summarizer.accepted();
    return loaded;
}

Result<std::vector<store::StoredMention>>
load_mentions(const store::Store& store, const Filter& filter, const Ontology& ontology)
{
    std::vector<store::StoredMention> mentions;
    const Status walked = store.for_each_mention([&](const store::StoredMention& stored) -> Status {
        if (filter.accepts(stored.mention, ontology, stored.article.date)) {
            mentions.push_back(stored);
        }
        return {};
    });
    if (!walked) {
        return walked.error();
    }
    return mentions;
}

} // namespace entente::cli
