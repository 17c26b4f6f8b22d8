// SPDX-License-Identifier: Apache-2.0
// Which actors of a picture stand together in a frame.
#pragma once

#include "core/graph/snapshot.hpp"
#include "exporters/picture_options.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace entente::exporters {

struct Cluster {
    std::string id; ///< code of the bloc, id of the region, or name of the kind
    std::string title;
    std::vector<std::size_t> members; ///< numbers in Snapshot::nodes(), ascending; two or more
};

/// Every actor is in one cluster at most. A state goes to the first bloc that can gather two of
/// those left, as of the last day of the graph's events; a bloc that is an actor itself stands
/// among its members. Sectors of a state go with it. Empty for Clusters::none.
[[nodiscard]] std::vector<Cluster> find_clusters(const graph::Snapshot& graph,
                                                 const PictureOptions& options);

/// From the first to the last day of the graph's events; empty where none is dated.
[[nodiscard]] std::optional<DateRange> period_of(const graph::Snapshot& graph);

} // namespace entente::exporters
