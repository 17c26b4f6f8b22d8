// SPDX-License-Identifier: Apache-2.0
// libcgraph behind a C++ face: the one place that knows its char pointers and its global state.
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct Agnode_s;
struct Agraph_s;

namespace entente::exporters {

/// Everything of Graphviz happens under this lock: the libraries keep global state.
[[nodiscard]] std::unique_lock<std::recursive_mutex> lock_graphviz();

/// Collects what Graphviz would print on standard error, while it lives.
/// Threads: only under lock_graphviz().
class GraphvizMessages {
public:
    GraphvizMessages();
    GraphvizMessages(const GraphvizMessages&) = delete;
    GraphvizMessages& operator=(const GraphvizMessages&) = delete;
    ~GraphvizMessages();

    /// The first message on one line; empty where all went well.
    [[nodiscard]] std::string first() const;
};

/// What an attribute's value is made of.
enum class Markup : std::uint8_t {
    plain, ///< an escape string: see escape_label()
    html,  ///< an HTML-like label
};

struct Attribute {
    std::string name;
    std::string value;
    Markup markup = Markup::plain;
};

using Attributes = std::vector<Attribute>;

/// A multigraph of libcgraph with attributes.
/// Threads: only under lock_graphviz().
class DotGraph {
public:
    using Node = Agnode_s*;

    DotGraph(std::string_view name, bool directed);
    DotGraph(DotGraph&&) noexcept = default;
    DotGraph& operator=(DotGraph&&) noexcept = default;
    DotGraph(const DotGraph&) = delete;
    DotGraph& operator=(const DotGraph&) = delete;
    ~DotGraph() = default;

    void set(const Attributes& attributes);
    /// What nodes and edges have where they say nothing else.
    void set_node_defaults(const Attributes& attributes);
    void set_edge_defaults(const Attributes& attributes);

    Node add_node(const std::string& id, const Attributes& attributes);
    void set_node(Node node, const Attributes& attributes);
    /// Parallel edges differ by key.
    void add_edge(Node from, Node to, const std::string& key, const Attributes& attributes);

    /// A cluster, drawn as a frame around its nodes. The name begins with "cluster" in the file.
    void add_cluster(const std::string& id, const std::vector<Node>& nodes,
                     const Attributes& attributes);

    /// The graph in the DOT language. Errors: internal.
    [[nodiscard]] Result<std::string> to_dot() const;

    [[nodiscard]] Agraph_s* get() const noexcept { return graph_.get(); }

private:
    struct Close {
        void operator()(Agraph_s* graph) const noexcept;
    };

    std::unique_ptr<Agraph_s, Close> graph_;
};

/// One line of clean text (see caption.hpp) as an escape string: shown as it is, whatever
/// backslashes, entities or angle brackets it holds.
[[nodiscard]] std::string escape_label(std::string_view utf8);

} // namespace entente::exporters
