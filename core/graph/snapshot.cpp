// SPDX-License-Identifier: Apache-2.0
#include "core/graph/snapshot.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace entente::graph {

namespace {

struct EdgeProperty {
    std::size_t number = 0; ///< index into relations()
    double cost = 0.0;      ///< of travelling it: 1 / weight
};

using Multigraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS,
                                         boost::no_property, EdgeProperty>;
using SimpleGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

/// A relation of no weight can be travelled, but anything else is preferred.
constexpr double kLeastWeight = 1e-6;

std::vector<Node> nodes_of(const std::vector<Relation>& relations)
{
    std::map<ActorCode, Node> by_code;
    for (const Relation& relation : relations) {
        for (const Actor* actor : {&relation.source, &relation.target}) {
            Node& node = by_code[actor->code];
            node.actor = *actor;
            node.weight += relation.weight;
            node.mentions += relation.mentions;
            ++node.relations;
        }
    }
    std::vector<Node> nodes;
    nodes.reserve(by_code.size());
    for (auto& [code, node] : by_code) {
        nodes.push_back(std::move(node));
    }
    return nodes;
}

} // namespace

struct Snapshot::Impl {
    std::vector<Node> nodes;
    std::vector<Relation> relations;
    Multigraph graph;

    void heaviest_first(std::vector<std::size_t>& edges) const
    {
        std::sort(edges.begin(), edges.end(), [this](std::size_t left, std::size_t right) {
            return std::pair{-relations[left].weight, left} <
                   std::pair{-relations[right].weight, right};
        });
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    }
};

Snapshot::Snapshot(std::shared_ptr<const Impl> impl)
    : impl_{std::move(impl)}
{}

Snapshot Snapshot::build(std::vector<Relation> relations)
{
    auto impl = std::make_shared<Impl>();
    impl->nodes = nodes_of(relations);
    impl->relations = std::move(relations);
    impl->graph = Multigraph{impl->nodes.size()};
    Snapshot snapshot{impl};
    for (std::size_t number = 0; number < impl->relations.size(); ++number) {
        const Relation& relation = impl->relations[number];
        boost::add_edge(*snapshot.find(relation.source.code), *snapshot.find(relation.target.code),
                        EdgeProperty{number, 1.0 / std::max(relation.weight, kLeastWeight)},
                        impl->graph);
    }
    return snapshot;
}

std::span<const Node> Snapshot::nodes() const noexcept
{
    return impl_->nodes;
}

std::span<const Relation> Snapshot::relations() const noexcept
{
    return impl_->relations;
}

std::optional<std::size_t> Snapshot::find(const ActorCode& code) const noexcept
{
    const auto& nodes = impl_->nodes;
    const auto found = std::lower_bound(
        nodes.begin(), nodes.end(), code,
        [](const Node& node, const ActorCode& wanted) { return node.actor.code < wanted; });
    if (found == nodes.end() || found->actor.code != code) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - nodes.begin());
}

std::vector<std::size_t> Snapshot::relations_of(std::size_t node) const
{
    std::vector<std::size_t> edges;
    if (node < impl_->nodes.size()) {
        const auto [begin, end] = boost::out_edges(node, impl_->graph);
        for (auto edge = begin; edge != end; ++edge) {
            edges.push_back(impl_->graph[*edge].number);
        }
    }
    impl_->heaviest_first(edges);
    return edges;
}

std::vector<std::size_t> Snapshot::relations_between(std::size_t a, std::size_t b) const
{
    std::vector<std::size_t> edges;
    if (a < impl_->nodes.size() && b < impl_->nodes.size()) {
        const auto [begin, end] = boost::out_edges(a, impl_->graph);
        for (auto edge = begin; edge != end; ++edge) {
            if (boost::target(*edge, impl_->graph) == b) {
                edges.push_back(impl_->graph[*edge].number);
            }
        }
    }
    impl_->heaviest_first(edges);
    return edges;
}

std::vector<std::size_t> Snapshot::strongest_path(std::size_t from, std::size_t to) const
{
    const std::size_t count = impl_->nodes.size();
    if (from >= count || to >= count || from == to) {
        return {};
    }
    std::vector<std::size_t> before(count);
    boost::dijkstra_shortest_paths(impl_->graph, from,
                                   boost::predecessor_map(before.data())
                                       .weight_map(boost::get(&EdgeProperty::cost, impl_->graph)));
    if (before[to] == to) {
        return {}; // never reached: it is still its own predecessor
    }
    std::vector<std::size_t> path;
    for (std::size_t node = to; node != from; node = before[node]) {
        path.push_back(relations_between(before[node], node).front());
    }
    std::reverse(path.begin(), path.end());
    return path;
}

std::vector<double> Snapshot::betweenness() const
{
    const std::size_t count = impl_->nodes.size();
    std::vector<double> centrality(count, 0.0);
    if (count < 3) {
        return centrality; // nobody can stand between two others
    }
    // Parallel relations are one way to go, not several.
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    const auto [begin, end] = boost::edges(impl_->graph);
    for (auto edge = begin; edge != end; ++edge) {
        pairs.insert(
            std::minmax(boost::source(*edge, impl_->graph), boost::target(*edge, impl_->graph)));
    }
    const SimpleGraph simple{pairs.begin(), pairs.end(), count};
    const auto map = boost::make_iterator_property_map(centrality.begin(),
                                                       boost::get(boost::vertex_index, simple));
    boost::brandes_betweenness_centrality(simple, map);
    boost::relative_betweenness_centrality(simple, map);
    return centrality;
}

std::vector<std::size_t> Snapshot::components() const
{
    std::vector<std::size_t> component(impl_->nodes.size());
    boost::connected_components(
        impl_->graph, boost::make_iterator_property_map(
                          component.begin(), boost::get(boost::vertex_index, impl_->graph)));
    return component;
}

} // namespace entente::graph
