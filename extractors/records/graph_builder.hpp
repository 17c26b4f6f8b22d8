// SPDX-License-Identifier: Apache-2.0
// A graph file of ours on its way into the store, whatever its syntax.
#pragma once

#include "core/graph/recorded.hpp"
#include "extractors/records/record_reader.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::records {

/// What a graph file says of itself, as text.
struct GraphHead {
    std::string format;
    std::string title;
    std::string articles;
};

/// One relation as a file says it, all values as text, named as in GraphML.
struct GraphRelation {
    std::string source;
    std::string target;
    std::map<std::string, std::string, std::less<>> values;
    std::vector<std::pair<std::string, std::size_t>> categories;
    std::vector<std::pair<std::string, std::size_t>> topics;
    std::vector<std::pair<std::string, std::size_t>> labels;
    std::vector<std::pair<std::string, std::size_t>> statuses;
    std::vector<std::map<std::string, std::string, std::less<>>> evidence; ///< strongest first
};

/// "CONSULT 3; AID 1" taken apart; none where it is not so.
[[nodiscard]] std::optional<std::vector<std::pair<std::string, std::size_t>>>
parse_counts(std::string_view text);

/// The one sentence that GraphML and node-link put on an edge, under the names that evidence has in
/// JSON; none where the edge has none.
[[nodiscard]] std::optional<std::map<std::string, std::string, std::less<>>>
quoted_on_edge(const std::map<std::string, std::string, std::less<>>& edge);

/// Takes head, nodes and relations in this order and hands over relations.
class GraphBuilder {
public:
    /// \param format what the file must call itself, "entente-graph 1"
    GraphBuilder(std::string format, std::string file, const ReadOptions& options, Outlet& outlet)
        : format_{std::move(format)}
        , file_{std::move(file)}
        , name_{options.graph_name}
        , outlet_{outlet}
    {}

    /// Errors: unsupported_format where the file is of another form or version.
    [[nodiscard]] Status head(const GraphHead& head);

    /// Loses a node that makes no sense.
    void node(std::string_view code, std::string_view name, std::string_view kind,
              std::uint64_t line);

    /// Loses a relation that makes no sense. Errors: those of the outlet.
    [[nodiscard]] Status relation(const GraphRelation& relation, std::uint64_t line);

    /// A piece of the file that could not be read.
    void lose(Error error, std::uint64_t line);

private:
    [[nodiscard]] Result<Actor> actor(std::string_view code) const;
    [[nodiscard]] Result<graph::Relation> to_relation(const GraphRelation& relation) const;
    [[nodiscard]] Result<store::StoredMention>
    to_evidence(const std::map<std::string, std::string, std::less<>>& values,
                const graph::Relation& relation) const;

    std::string format_;
    std::string file_;
    std::string name_;
    Outlet& outlet_;
    bool begun_ = false;
    graph::GraphOrigin origin_;
    std::uint64_t nodes_hash_ = 0;
    std::map<std::string, Actor, std::less<>> actors_; ///< by code
};

} // namespace entente::records
