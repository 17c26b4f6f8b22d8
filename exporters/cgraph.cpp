// SPDX-License-Identifier: Apache-2.0
#include "exporters/cgraph.hpp"

#include <graphviz/cgraph.h>

#include <cstdio>

namespace entente::exporters {

namespace {

/// libcgraph takes char* and never writes through it.
char* mutable_text(const std::string& text) noexcept
{
    return const_cast<char*>(text.c_str()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

std::string& collected_messages()
{
    static std::string messages;
    return messages;
}

int collect_message(char* message)
{
    collected_messages() += message;
    return 0;
}

int append(void* channel, const char* text)
{
    static_cast<std::string*>(channel)->append(text);
    return 0;
}

int flush(void* /*channel*/)
{
    return 0;
}

/// Writes into a std::string; reading is never asked for.
Agdisc_t* string_discipline()
{
    static Agiodisc_t io{nullptr, append, flush};
    static Agdisc_t discipline{&AgMemDisc, &AgIdDisc, &io};
    return &discipline;
}

void set_one(void* object, const Attribute& attribute)
{
    Agraph_t* graph = agraphof(object);
    Agsym_t* symbol = agattrsym(object, mutable_text(attribute.name));
    if (symbol == nullptr) {
        const std::string none;
        symbol =
            agattr(agroot(graph), AGTYPE(object), mutable_text(attribute.name), mutable_text(none));
    }
    if (attribute.markup == Markup::plain) {
        agxset(object, symbol, mutable_text(attribute.value));
        return;
    }
    char* html = agstrdup_html(graph, mutable_text(attribute.value));
    agxset(object, symbol, html);
    agstrfree(graph, html);
}

void set_defaults(Agraph_t* graph, int kind, const Attributes& attributes)
{
    for (const Attribute& attribute : attributes) {
        agattr(graph, kind, mutable_text(attribute.name), mutable_text(attribute.value));
    }
}

} // namespace

std::unique_lock<std::recursive_mutex> lock_graphviz()
{
    static std::recursive_mutex mutex;
    return std::unique_lock{mutex};
}

GraphvizMessages::GraphvizMessages()
{
    collected_messages().clear();
    agseterr(AGERR);
    agseterrf(collect_message);
}

GraphvizMessages::~GraphvizMessages()
{
    agseterrf(nullptr);
}

std::string GraphvizMessages::first() const
{
    const std::string& all = collected_messages();
    return all.substr(0, all.find('\n'));
}

DotGraph::DotGraph(std::string_view name, bool directed)
    : graph_{agopen(mutable_text(std::string{name}), directed ? Agdirected : Agundirected,
                    string_discipline())}
{
    // Without a limit lines are not broken inside quoted text, so that the file stays UTF-8.
    set({{"linelength", "0"}});
}

void DotGraph::Close::operator()(Agraph_s* graph) const noexcept
{
    agclose(graph);
}

void DotGraph::set(const Attributes& attributes)
{
    for (const Attribute& attribute : attributes) {
        set_one(graph_.get(), attribute);
    }
}

void DotGraph::set_node_defaults(const Attributes& attributes)
{
    set_defaults(graph_.get(), AGNODE, attributes);
}

void DotGraph::set_edge_defaults(const Attributes& attributes)
{
    set_defaults(graph_.get(), AGEDGE, attributes);
}

DotGraph::Node DotGraph::add_node(const std::string& id, const Attributes& attributes)
{
    Agnode_t* node = agnode(graph_.get(), mutable_text(id), 1);
    set_node(node, attributes);
    return node;
}

void DotGraph::set_node(Node node, const Attributes& attributes)
{
    for (const Attribute& attribute : attributes) {
        set_one(node, attribute);
    }
}

void DotGraph::add_edge(Node from, Node to, const std::string& key, const Attributes& attributes)
{
    Agedge_t* edge = agedge(graph_.get(), from, to, mutable_text(key), 1);
    for (const Attribute& attribute : attributes) {
        set_one(edge, attribute);
    }
}

void DotGraph::add_cluster(const std::string& id, const std::vector<Node>& nodes,
                           const Attributes& attributes)
{
    Agraph_t* cluster = agsubg(graph_.get(), mutable_text("cluster " + id), 1);
    for (const Node node : nodes) {
        agsubnode(cluster, node, 1);
    }
    for (const Attribute& attribute : attributes) {
        set_one(cluster, attribute);
    }
}

Result<std::string> DotGraph::to_dot() const
{
    std::string dot;
    if (agwrite(graph_.get(), &dot) != 0) {
        return Error{ErrorCode::internal, "graphviz could not write the graph"};
    }
    return dot;
}

std::string escape_label(std::string_view utf8)
{
    std::string escaped;
    for (const char c : utf8) {
        switch (c) {
        case '\\':
            escaped += "\\\\";
            break;
        case '&':
            escaped += "&amp;";
            break;
        case '<': // an HTML-like label could otherwise be mistaken for this text
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

} // namespace entente::exporters
