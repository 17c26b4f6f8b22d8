// SPDX-License-Identifier: Apache-2.0
// A small graph for the tests of the query language.
#pragma once

#include "core/graph/snapshot.hpp"
#include "core/query/execute.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::tests {

inline Actor query_actor(std::string_view code, std::string name, ActorKind kind)
{
    return {ActorCode::parse(code).value(), std::move(name), kind};
}

inline graph::Relation query_relation(const Actor& source, const Actor& target,
                                      std::string category, bool directed, double weight,
                                      std::size_t mentions, std::string label)
{
    graph::Relation relation;
    relation.source = source;
    relation.target = target;
    relation.directed = directed;
    relation.quad = Ontology::builtin().quad(category);
    relation.score = Ontology::builtin().score(category, "");
    relation.key = category;
    relation.category = std::move(category);
    relation.label = std::move(label);
    relation.weight = weight;
    relation.mentions = mentions;
    relation.sources = 1;
    relation.events = mentions;
    return relation;
}

/// Pakistan – Russia (gas pipeline, undirected), Russia → Ukraine (war), USA → Pakistan (aid),
/// Pakistan → India (accuses, undated).
inline graph::Snapshot query_graph()
{
    const Actor pakistan = query_actor("PAK", "Pakistan", ActorKind::state);
    const Actor russia = query_actor("RUS", "Russia", ActorKind::state);
    const Actor ukraine = query_actor("UKR", "Ukraine", ActorKind::state);
    const Actor america = query_actor("USA", "United States", ActorKind::state);
    const Actor nato = query_actor("NATO", "NATO", ActorKind::organisation);
    graph::Relation pipeline =
        query_relation(pakistan, russia, "COOPERATE", false, 4.0, 5, "gas pipeline");
    pipeline.topics = {{"energy", 4}, {"investment", 1}};
    pipeline.period = DateRange{parse_day("2015-10-01").value(), parse_day("2022-02-25").value()};
    graph::Relation war = query_relation(russia, ukraine, "ASSAULT", true, 3.0, 4, "invasion");
    war.period = DateRange{parse_day("2022-02-24").value(), parse_day("2022-03-01").value()};
    return graph::Snapshot::build({
        pipeline,
        war,
        query_relation(america, pakistan, "AID", true, 2.0, 2, "military aid"),
        query_relation(nato, russia, "ACCUSE", true, 1.0, 1, "condemnation"),
    });
}

/// The answer as lines of cells parted by " | ", or the error's message.
inline std::vector<std::string> ask(std::string_view query)
{
    const auto rows = query::run(query, query_graph(), Ontology::builtin());
    if (!rows) {
        return {rows.error().message()};
    }
    std::vector<std::string> lines;
    for (const auto& row : rows->rows) {
        std::string line;
        for (const query::Value& value : row) {
            line += (line.empty() ? "" : " | ") + query::to_string(value);
        }
        lines.push_back(line);
    }
    return lines;
}

} // namespace entente::tests
