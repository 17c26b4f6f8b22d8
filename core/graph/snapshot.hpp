// SPDX-License-Identifier: Apache-2.0
// The graph: an immutable snapshot of relations between actors, on Boost.Graph.
#pragma once

#include "core/graph/summary.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace entente::graph {

/// One actor in the graph with what its relations sum up to.
struct Node {
    Actor actor;
    double weight = 0.0; ///< sum of the weights of its relations
    std::size_t relations = 0;
    std::size_t mentions = 0;
};

/// A multigraph of actors and relations. Node and edge numbers index nodes() and relations().
///
/// Lifetime: a value; copies share the immutable graph.
/// Threads: everything is const; any number of threads may ask.
class Snapshot {
public:
    /// Nodes are the actors of the relations, in order of their codes.
    [[nodiscard]] static Snapshot build(std::vector<Relation> relations);

    [[nodiscard]] std::span<const Node> nodes() const noexcept;
    [[nodiscard]] std::span<const Relation> relations() const noexcept;

    /// Number of the node with this code. O(log n).
    [[nodiscard]] std::optional<std::size_t> find(const ActorCode& code) const noexcept;

    /// Relations at a node, heaviest first, as edge numbers.
    [[nodiscard]] std::vector<std::size_t> relations_of(std::size_t node) const;
    /// Relations between two nodes in either direction, heaviest first.
    [[nodiscard]] std::vector<std::size_t> relations_between(std::size_t a, std::size_t b) const;

    /// The strongest path from one node to another, as edge numbers in order of travel; empty where
    /// there is none. Direction is ignored; a relation costs 1 / weight, so few and well-attested
    /// steps win (Dijkstra, O((n + m) log n)).
    [[nodiscard]] std::vector<std::size_t> strongest_path(std::size_t from, std::size_t to) const;

    /// Brandes' betweenness of each node, undirected and unweighted, normalised to 0…1.
    [[nodiscard]] std::vector<double> betweenness() const;

    /// Number of the connected component of each node; components are numbered by first node.
    [[nodiscard]] std::vector<std::size_t> components() const;

private:
    struct Impl;
    explicit Snapshot(std::shared_ptr<const Impl> impl);
    std::shared_ptr<const Impl> impl_;
};

} // namespace entente::graph
