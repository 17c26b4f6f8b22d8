// SPDX-License-Identifier: Apache-2.0
// The relations of a graph, written on all cores: what a large export spends its time on.
#pragma once

#include "core/graph/snapshot.hpp"
#include "core/result.hpp"
#include "exporters/exporter.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace entente::exporters {

/// Relations that follow each other in a graph.
struct RelationPiece {
    std::size_t first; ///< the place of the first of them in the graph, counted from 0
    std::span<const graph::Relation> relations;
};

/// Writes the text of one piece. May run beside other renderings.
using Rendering = std::function<Status(Sink&)>;

/// Calls look_up for one piece after the other, runs the renderings on `threads` cores, 0 for all,
/// and passes their text to the sink in the order of the graph. A few pieces are in memory at a
/// time. Errors: the first of a look-up, of a rendering or of the sink.
[[nodiscard]] Status run_pieces(std::span<const graph::Relation> relations, std::size_t threads,
                                const std::function<Result<Rendering>(RelationPiece)>& look_up,
                                Sink& sink);

/// Writes the relations piece by piece. `look_up(relation)` gives a Result of what is written with
/// a relation; it is called in order, one at a time, and may read the store. `render(piece, found,
/// sink)` writes a piece to a sink of its own and returns a Status; `found` has an entry for each
/// of the relations. It is called by several threads at once.
/// Errors: as those of run_pieces().
template <typename LookUp, typename Render>
[[nodiscard]] Status write_pieces(std::span<const graph::Relation> relations, std::size_t threads,
                                  const LookUp& look_up, const Render& render, Sink& sink)
{
    using Found = std::remove_cvref_t<decltype(*look_up(relations.front()))>;
    const auto begin = [&](RelationPiece piece) -> Result<Rendering> {
        std::vector<Found> found;
        found.reserve(piece.relations.size());
        for (const graph::Relation& relation : piece.relations) {
            auto one = look_up(relation);
            if (!one) {
                return one.error();
            }
            found.push_back(std::move(*one));
        }
        return Rendering{[piece, &render, found = std::move(found)](Sink& to) {
            return render(piece, std::span{found}, to);
        }};
    };
    return run_pieces(relations, threads, begin, sink);
}

} // namespace entente::exporters
