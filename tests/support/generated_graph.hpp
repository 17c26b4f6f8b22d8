// SPDX-License-Identifier: Apache-2.0
// Graphs of any size that look like the world's: a few hubs, many leaves, long names.
#pragma once

#include "core/blocs.hpp"
#include "tests/support/sightings.hpp"

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace entente::tests {

/// Relations between as many actors as asked for, each of which has at least one; heaviest first.
/// The same seed gives the same graph.
[[nodiscard]] inline std::vector<graph::Relation>
generated_relations(std::size_t actors, std::size_t relations, std::uint32_t seed)
{
    constexpr std::array<const char*, 6> kLabels{
        "visit",           "gas pipeline project",
        "free trade deal", "accusation of interference in an election",
        "air strikes",     "talks on the demarcation of a border"};
    constexpr std::array kQuads{Quad::verbal_cooperation, Quad::material_cooperation,
                                Quad::verbal_cooperation, Quad::verbal_conflict,
                                Quad::material_conflict,  Quad::verbal_cooperation};
    constexpr std::array<const char*, 4> kNames{"Movement for the Liberation of the Eastern Shore ",
                                                "Company ", "Joint Commission ", "Party "};
    std::mt19937 random{seed};
    std::vector<Actor> all;
    for (const Bloc& bloc : Blocs::builtin().blocs()) {
        for (const Bloc::Membership& member : bloc.members) {
            const bool known = std::any_of(all.begin(), all.end(), [&](const Actor& actor) {
                return actor.code.text() == member.state;
            });
            if (!known && all.size() < actors * 2 / 3 && bloc.has(member.state, {})) {
                all.push_back({code(member.state), "State of " + member.state, ActorKind::state});
            }
        }
    }
    while (all.size() < actors) {
        const std::size_t i = all.size();
        all.push_back({code("actor-" + std::to_string(i)),
                       kNames.at(i % kNames.size()) + std::to_string(i),
                       i % 2 == 0 ? ActorKind::organisation : ActorKind::group});
    }
    std::vector<graph::Relation> made;
    for (std::size_t i = 0; made.size() < relations; ++i) {
        // First a tree in which early actors are hubs, then chords.
        const std::size_t to = i + 1 < actors ? i + 1 : random() % actors;
        const std::size_t from = i + 1 < actors ? random() % (1 + i / 4) : random() % (actors / 3);
        if (from == to) {
            continue;
        }
        graph::Relation one;
        one.source = all[std::min(from, to)];
        one.target = all[std::max(from, to)];
        const std::size_t what = random() % kLabels.size();
        one.label = kLabels.at(what);
        one.quad = kQuads.at(what);
        one.category = "CONSULT";
        one.directed = what >= 3;
        one.sources = 1 + random() % 9;
        one.mentions = one.sources + random() % 5;
        one.weight = 1000.0 - static_cast<double>(made.size());
        one.statuses = {{random() % 6 == 0 ? Factuality::planned : Factuality::actual, 1}};
        const Day day = parse_day("2012-01-01").value() + std::chrono::days{random() % 4000};
        one.period = DateRange{day, day + std::chrono::days{1 + random() % 700}};
        made.push_back(std::move(one));
    }
    return made;
}

} // namespace entente::tests
