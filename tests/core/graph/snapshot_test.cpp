// SPDX-License-Identifier: Apache-2.0
// The graph as a whole: finding, neighbours, paths, centrality and components.
#include "core/graph/snapshot.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sightings.hpp"

#include <random>

namespace entente::tests {

namespace {

using graph::Snapshot;
using Numbers = std::vector<std::size_t>;

std::size_t node(const Snapshot& snapshot, std::string_view text)
{
    return snapshot.find(code(text)).value();
}

} // namespace

TEST_CASE("nodes are the actors of the relations, by code, with their sums", "[core][snapshot]")
{
    const Snapshot snapshot =
        Snapshot::build({relation("RUS", "PAK", 2.0), relation("PAK", "CHN", 0.5)});
    REQUIRE(snapshot.nodes().size() == 3);
    CHECK(snapshot.nodes()[0].actor.code.text() == "CHN");
    CHECK(snapshot.nodes()[1].actor.code.text() == "PAK");
    CHECK(snapshot.nodes()[1].weight == Approx(2.5));
    CHECK(snapshot.nodes()[1].relations == 2);
    CHECK(snapshot.nodes()[1].mentions == 2);
    CHECK(snapshot.find(code("RUS")) == 2U);
    CHECK_FALSE(snapshot.find(code("USA")).has_value());
}

TEST_CASE("an empty graph answers every question with nothing", "[core][snapshot]")
{
    const Snapshot snapshot = Snapshot::build({});
    CHECK(snapshot.nodes().empty());
    CHECK(snapshot.betweenness().empty());
    CHECK(snapshot.components().empty());
    CHECK(snapshot.relations_of(0).empty());
    CHECK(snapshot.strongest_path(0, 1).empty());
    CHECK(snapshot.relations_between(0, 1).empty());
}

TEST_CASE("relations of a node come heaviest first, parallel ones too", "[core][snapshot]")
{
    const Snapshot snapshot =
        Snapshot::build({relation("PAK", "RUS", 1.0), relation("PAK", "CHN", 3.0),
                         relation("RUS", "PAK", 2.0), relation("RUS", "CHN", 9.0)});
    CHECK(snapshot.relations_of(node(snapshot, "PAK")) == Numbers{1, 2, 0});
    CHECK(snapshot.relations_between(node(snapshot, "RUS"), node(snapshot, "PAK")) ==
          Numbers{2, 0});
    CHECK(snapshot.relations_between(node(snapshot, "PAK"), node(snapshot, "RUS")) ==
          Numbers{2, 0});
}

TEST_CASE("the strongest path prefers few and well-attested steps", "[core][snapshot]")
{
    const Snapshot snapshot = Snapshot::build(
        {relation("PAK", "RUS", 0.4), relation("PAK", "CHN", 4.0), relation("RUS", "CHN", 4.0),
         relation("CHN", "RUS", 5.0), relation("USA", "GBR", 1.0)});
    CHECK(snapshot.strongest_path(node(snapshot, "PAK"), node(snapshot, "RUS")) == Numbers{1, 3});
    CHECK(snapshot.strongest_path(node(snapshot, "RUS"), node(snapshot, "PAK")) == Numbers{3, 1});
    CHECK(snapshot.strongest_path(node(snapshot, "PAK"), node(snapshot, "USA")).empty());
    CHECK(snapshot.strongest_path(node(snapshot, "PAK"), node(snapshot, "PAK")).empty());
}

TEST_CASE("a relation of no weight can still be travelled", "[core][snapshot]")
{
    const Snapshot snapshot = Snapshot::build({relation("PAK", "RUS", 0.0)});
    CHECK(snapshot.strongest_path(0, 1) == Numbers{0});
}

TEST_CASE("betweenness is 1 in the middle of a star, and parallel relations do not bend it",
          "[core][snapshot]")
{
    const Snapshot snapshot =
        Snapshot::build({relation("UN", "PAK", 1.0), relation("PAK", "UN", 1.0),
                         relation("UN", "RUS", 1.0), relation("UN", "CHN", 1.0)});
    const auto betweenness = snapshot.betweenness();
    CHECK(betweenness[node(snapshot, "UN")] == Approx(1.0));
    CHECK(betweenness[node(snapshot, "PAK")] == Approx(0.0));
    CHECK(Snapshot::build({relation("PAK", "RUS", 1.0)}).betweenness() ==
          std::vector<double>{0.0, 0.0});
}

TEST_CASE("components are numbered by their first node", "[core][snapshot]")
{
    const Snapshot snapshot = Snapshot::build(
        {relation("RUS", "PAK", 1.0), relation("CHN", "USA", 1.0), relation("PAK", "AFG", 1.0)});
    // AFG, CHN, PAK, RUS, USA
    CHECK(snapshot.components() == Numbers{0, 1, 0, 0, 1});
}

TEST_CASE("a path is connected and no heavier detour is cheaper", "[core][snapshot][property]")
{
    std::mt19937 random{11};
    std::vector<graph::Relation> relations;
    const auto name = [](std::size_t i) {
        return std::string{"A"} + std::to_string(10 + i);
    };
    while (relations.size() < 60) {
        const std::size_t a = random() % 20;
        const std::size_t b = random() % 20;
        if (a != b) {
            relations.push_back(
                relation(name(a), name(b), 0.1 + static_cast<double>(random() % 50)));
        }
    }
    const Snapshot snapshot = Snapshot::build(relations);
    const std::size_t count = snapshot.nodes().size();
    // Floyd and Warshall as the oracle.
    std::vector<std::vector<double>> cost(count, std::vector<double>(count, 1e9));
    for (const auto& one : snapshot.relations()) {
        const std::size_t a = *snapshot.find(one.source.code);
        const std::size_t b = *snapshot.find(one.target.code);
        cost[a][b] = cost[b][a] = std::min(cost[a][b], 1.0 / one.weight);
    }
    for (std::size_t k = 0; k < count; ++k) {
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = 0; j < count; ++j) {
                cost[i][j] = std::min(cost[i][j], cost[i][k] + cost[k][j]);
            }
        }
    }
    for (std::size_t from = 0; from < count; ++from) {
        for (std::size_t to = 0; to < count; ++to) {
            double travelled = 0.0;
            std::size_t at = from;
            for (const std::size_t edge : snapshot.strongest_path(from, to)) {
                const auto& step = snapshot.relations()[edge];
                const std::size_t a = *snapshot.find(step.source.code);
                const std::size_t b = *snapshot.find(step.target.code);
                REQUIRE((at == a || at == b));
                at = at == a ? b : a;
                travelled += 1.0 / step.weight;
            }
            if (from != to && cost[from][to] < 1e8) {
                CHECK(at == to);
                CHECK(travelled == Approx(cost[from][to]));
            }
        }
    }
}

} // namespace entente::tests
