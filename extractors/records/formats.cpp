// SPDX-License-Identifier: Apache-2.0
// The table of formats of records.
#include "extractors/records/gdelt.hpp"
#include "extractors/records/graph_json.hpp"
#include "extractors/records/graphml.hpp"
#include "extractors/records/icews.hpp"
#include "extractors/records/polecat.hpp"
#include "extractors/records/record_reader.hpp"

#include <array>

namespace entente::records {

std::span<const RecordFormat> formats() noexcept
{
    static constexpr std::array kFormats{
        RecordFormat{"json", "graph that `export` wrote as JSON", looks_like_graph_json,
                     read_graph_json},
        RecordFormat{"node-link", "graph that `export` wrote as node-link JSON",
                     looks_like_node_link, read_node_link},
        RecordFormat{"graphml", "graph that `export` wrote as GraphML", looks_like_graphml,
                     read_graphml},
        RecordFormat{"gdelt", "event table of GDELT 2.0 or 1.0", looks_like_gdelt, read_gdelt},
        RecordFormat{"icews", "event table of ICEWS", looks_like_icews, read_icews},
        RecordFormat{"polecat", "event table of POLECAT", looks_like_polecat, read_polecat},
    };
    return kFormats;
}

} // namespace entente::records
