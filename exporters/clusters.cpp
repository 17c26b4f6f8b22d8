// SPDX-License-Identifier: Apache-2.0
#include "exporters/clusters.hpp"

#include "core/blocs.hpp"

#include <map>
#include <utility>

namespace entente::exporters {

namespace {

constexpr std::size_t kFewest = 2; ///< members that make a frame worth drawing

std::vector<const Bloc*> wanted_blocs(const PictureOptions& options)
{
    std::vector<const Bloc*> wanted;
    if (options.blocs.empty()) {
        for (const Bloc& bloc : Blocs::builtin().blocs()) {
            wanted.push_back(&bloc);
        }
    }
    for (const std::string& code : options.blocs) {
        if (const Bloc* bloc = Blocs::builtin().find(code)) {
            wanted.push_back(bloc);
        }
    }
    return wanted;
}

std::vector<Cluster> by_bloc(const graph::Snapshot& graph, const PictureOptions& options)
{
    const auto period = period_of(graph);
    std::optional<Day> last;
    if (period) {
        last = period->to - std::chrono::days{1};
    }
    std::vector<Cluster> clusters;
    std::vector<bool> taken(graph.nodes().size(), false);
    for (const Bloc* bloc : wanted_blocs(options)) {
        Cluster cluster{bloc->code, bloc->name, {}};
        for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
            const std::string_view principal = graph.nodes()[i].actor.code.principal();
            if (!taken[i] && (principal == bloc->code || bloc->has(principal, last))) {
                cluster.members.push_back(i);
            }
        }
        if (cluster.members.size() < kFewest) {
            continue;
        }
        for (const std::size_t member : cluster.members) {
            taken[member] = true;
        }
        clusters.push_back(std::move(cluster));
    }
    return clusters;
}

/// Groups by a number that each actor has, in order of that number.
template <typename ClassOf>
std::vector<Cluster> by_class(const graph::Snapshot& graph, const ClassOf& class_of)
{
    std::map<std::size_t, Cluster> classes;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        class_of(graph.nodes()[i].actor, [&](std::size_t number, std::string id, std::string name) {
            classes.try_emplace(number, Cluster{std::move(id), std::move(name), {}})
                .first->second.members.push_back(i);
        });
    }
    std::vector<Cluster> clusters;
    for (auto& [number, cluster] : classes) {
        if (cluster.members.size() >= kFewest) {
            clusters.push_back(std::move(cluster));
        }
    }
    return clusters;
}

} // namespace

std::vector<Cluster> find_clusters(const graph::Snapshot& graph, const PictureOptions& options)
{
    switch (options.clusters) {
    case Clusters::blocs:
        return by_bloc(graph, options);
    case Clusters::regions:
        return by_class(graph, [](const Actor& actor, const auto& put) {
            if (const auto number = Blocs::builtin().region_of(actor.code.principal())) {
                const WorldRegion& region = Blocs::builtin().regions().at(*number);
                put(*number, region.id, region.name);
            }
        });
    case Clusters::kinds:
        return by_class(graph, [](const Actor& actor, const auto& put) {
            const std::string name{to_string(actor.kind)};
            put(static_cast<std::size_t>(actor.kind), name, name);
        });
    case Clusters::none:
        break;
    }
    return {};
}

std::optional<DateRange> period_of(const graph::Snapshot& graph)
{
    std::optional<DateRange> period;
    for (const graph::Relation& relation : graph.relations()) {
        if (relation.period && !relation.period->empty()) {
            period = period ? period->hull(*relation.period) : relation.period;
        }
    }
    return period;
}

} // namespace entente::exporters
