// SPDX-License-Identifier: Apache-2.0
#include "core/query/schema.hpp"

#include <map>

namespace entente::query {

namespace {

template <typename T>
using Getters = std::map<std::string, Value (*)(const T&), std::less<>>;

Value count(std::size_t number)
{
    return {static_cast<std::int64_t>(number)};
}

const Getters<graph::Node>& node_getters()
{
    using graph::Node;
    static const Getters<Node> getters{
        {"code",
         [](const Node& n) {
             return Value{n.actor.code.text()};
         }},
        {"name",
         [](const Node& n) {
             return Value{display_name(n.actor)};
         }},
        {"kind",
         [](const Node& n) {
             return Value{std::string{to_string(n.actor.kind)}};
         }},
        {"weight",
         [](const Node& n) {
             return Value{n.weight};
         }},
        {"relations",
         [](const Node& n) {
             return count(n.relations);
         }},
        {"mentions",
         [](const Node& n) {
             return count(n.mentions);
         }},
    };
    return getters;
}

Value topics_of(const graph::Relation& relation)
{
    Value::List topics;
    for (const auto& [name, number] : relation.topics) {
        topics.push_back({name});
    }
    return {std::move(topics)};
}

const Getters<graph::Relation>& relation_getters()
{
    using graph::Relation;
    static const Getters<Relation> getters{
        {"category",
         [](const Relation& r) {
             return Value{r.category};
         }},
        {"quad",
         [](const Relation& r) {
             return Value{std::string{to_string(r.quad)}};
         }},
        {"label",
         [](const Relation& r) {
             return Value{r.label};
         }},
        {"topics", &topics_of},
        {"mentions",
         [](const Relation& r) {
             return count(r.mentions);
         }},
        {"sources",
         [](const Relation& r) {
             return count(r.sources);
         }},
        {"events",
         [](const Relation& r) {
             return count(r.events);
         }},
        {"weight",
         [](const Relation& r) {
             return Value{r.weight};
         }},
        {"score",
         [](const Relation& r) {
             return Value{r.score};
         }},
        {"directed",
         [](const Relation& r) {
             return Value{r.directed};
         }},
        {"since",
         [](const Relation& r) {
             return r.period ? Value{format_day(r.period->from)} : Value{};
         }},
        {"until",
         [](const Relation& r) {
             return r.period ? Value{format_day(r.period->to)} : Value{};
         }},
    };
    return getters;
}

template <typename T>
std::vector<std::string> names_of(const Getters<T>& getters)
{
    std::vector<std::string> names;
    for (const auto& [name, getter] : getters) {
        names.push_back(name);
    }
    return names;
}

template <typename T>
Value get(const Getters<T>& getters, const T& thing, std::string_view name)
{
    const auto found = getters.find(name);
    return found == getters.end() ? Value{} : found->second(thing);
}

} // namespace

const std::vector<std::string>& node_properties()
{
    static const std::vector<std::string> names = names_of(node_getters());
    return names;
}

const std::vector<std::string>& relation_properties()
{
    static const std::vector<std::string> names = names_of(relation_getters());
    return names;
}

Value property_of(const graph::Node& node, std::string_view name)
{
    return get(node_getters(), node, name);
}

Value property_of(const graph::Relation& relation, std::string_view name)
{
    return get(relation_getters(), relation, name);
}

} // namespace entente::query
