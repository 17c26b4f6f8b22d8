// SPDX-License-Identifier: Apache-2.0
// From a store and filter flags to the graph that a command shows.
#pragma once

#include "cli/filter_options.hpp"
#include "core/graph/summary.hpp"
#include "core/store/store.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
}

namespace entente::cli {

/// Declares the GRAPH.kg argument.
void add_graph_argument(CLI::App& app, std::string& file);

/// A store with the filter that its user asked for.
struct OpenedGraph {
    store::Store store;
    ActorNames names;
    Filter filter;
};

/// Opens a store for reading and resolves the flags against it.
[[nodiscard]] Result<OpenedGraph> open_graph(const std::string& file, const FilterOptions& options);

/// Relations with what stands behind them.
struct LoadedRelations {
    std::vector<graph::Relation> relations;
    std::size_t total = 0;    ///< before `top` cut them
    std::size_t articles = 0; ///< independent articles with a mention that passed
    std::size_t mentions = 0;
};

[[nodiscard]] Result<LoadedRelations>
load_relations(const store::Store& store, const Filter& filter, const Ontology& ontology);

/// The mentions that pass, in the order of the store.
[[nodiscard]] Result<std::vector<store::StoredMention>>
load_mentions(const store::Store& store, const Filter& filter, const Ontology& ontology);

} // namespace entente::cli
