// SPDX-License-Identifier: Apache-2.0
// A query as the parser understood it.
#pragma once

#include "core/query/value.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace entente::query {

enum class Operation : std::uint8_t {
    literal,
    list,
    variable, ///< a node or relation as a whole
    property,
    logical_not,
    logical_and, ///< any number of arguments
    logical_or,
    equal,
    not_equal,
    less,
    less_or_equal,
    greater,
    greater_or_equal,
    in,
    contains,
    starts_with,
    ends_with,
    is_null,
    is_not_null,
    size,
    count, ///< without argument for count(*)
    sum,
    average,
    minimum,
    maximum,
    collect,
};

/// Whether the operation takes all rows of a group.
[[nodiscard]] constexpr bool is_aggregate(Operation operation) noexcept
{
    return operation >= Operation::count;
}

struct Expression {
    Operation operation = Operation::literal;
    Value literal;
    std::string variable;
    std::string property;
    bool distinct = false; ///< count(DISTINCT …)
    std::vector<Expression> arguments;
    std::size_t offset = 0; ///< where it begins in the query
    std::string text;       ///< as written, for column titles; filled for RETURN and ORDER BY
};

struct Property {
    std::string name;
    Value value;
};

struct NodePattern {
    std::string variable;
    std::string kind; ///< `:state`, `:organisation`, …; empty or "actor" for all
    std::vector<Property> properties;
};

enum class Direction : std::uint8_t { forth, back, either };

struct RelationPattern {
    std::string variable;
    std::vector<std::string> categories; ///< none for all
    std::vector<Property> properties;
    Direction direction = Direction::either;
};

struct Item {
    Expression expression;
    std::string title;
};

struct Order {
    Expression expression;
    bool descending = false;
};

struct Query {
    NodePattern left;
    std::optional<RelationPattern> relation; ///< none: the query is about actors alone
    NodePattern right;
    std::optional<Expression> where;
    std::vector<Item> items;
    bool distinct = false;
    std::vector<Order> order;
    std::size_t skip = 0;
    std::optional<std::size_t> limit;
};

} // namespace entente::query
