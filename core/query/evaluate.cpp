// SPDX-License-Identifier: Apache-2.0
#include "core/query/evaluate.hpp"

#include "core/query/schema.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace entente::query {

namespace {

Value truth(std::optional<bool> value)
{
    return value ? Value{*value} : Value{};
}

std::optional<bool> as_truth(const Value& value)
{
    const bool* found = std::get_if<bool>(&value.data);
    return found == nullptr ? std::nullopt : std::optional{*found};
}

/// Order of two values of one kind; none where they cannot be compared.
std::optional<int> order(const Value& left, const Value& right)
{
    const bool numbers = left.is_number() && right.is_number();
    if (left.is_null() || right.is_null() ||
        (!numbers && left.data.index() != right.data.index())) {
        return std::nullopt;
    }
    return compare(left, right);
}

Value compare_by(Operation operation, const Value& left, const Value& right)
{
    const auto found = order(left, right);
    if (!found) {
        return {};
    }
    switch (operation) {
    case Operation::less:
        return {*found < 0};
    case Operation::less_or_equal:
        return {*found <= 0};
    case Operation::greater:
        return {*found > 0};
    default:
        return {*found >= 0};
    }
}

/// CONTAINS on a list means membership, which is what `r.topics CONTAINS 'energy'` asks.
Value compare_texts(Operation operation, const Value& left, const Value& right)
{
    const auto* part = std::get_if<std::string>(&right.data);
    if (const auto* list = std::get_if<Value::List>(&left.data);
        list != nullptr && operation == Operation::contains && part != nullptr) {
        return {std::any_of(list->begin(), list->end(), [&](const Value& item) {
            return equals(item, right).value_or(false);
        })};
    }
    const auto* whole = std::get_if<std::string>(&left.data);
    if (whole == nullptr || part == nullptr) {
        return {};
    }
    switch (operation) {
    case Operation::contains:
        return {whole->find(*part) != std::string::npos};
    case Operation::starts_with:
        return {whole->starts_with(*part)};
    default:
        return {whole->ends_with(*part)};
    }
}

Value is_in(const Value& item, const Value& list)
{
    const auto* values = std::get_if<Value::List>(&list.data);
    if (values == nullptr) {
        return {};
    }
    bool unknown = false;
    for (const Value& value : *values) {
        const auto same = equals(item, value);
        if (same && *same) {
            return {true};
        }
        unknown = unknown || !same;
    }
    return unknown ? Value{} : Value{false};
}

/// Three-valued AND and OR: `decisive` settles it, null leaves it open.
Value connect(const Expression& expression, const Query& query, const Match& match, bool decisive)
{
    bool unknown = false;
    for (const Expression& argument : expression.arguments) {
        const auto value = as_truth(evaluate(argument, query, match));
        if (value && *value == decisive) {
            return {decisive};
        }
        unknown = unknown || !value;
    }
    return unknown ? Value{} : Value{!decisive};
}

Value thing(const Expression& expression, const Query& query, const Match& match)
{
    const bool whole = expression.operation == Operation::variable;
    if (match.relation != nullptr && query.relation->variable == expression.variable) {
        if (whole) {
            return {fmt::format("{}-[{}]-{}{}", match.relation->source.code.text(),
                                match.relation->category, match.relation->directed ? ">" : "",
                                match.relation->target.code.text())};
        }
        return property_of(*match.relation, expression.property);
    }
    const graph::Node& node =
        query.left.variable == expression.variable ? *match.left : *match.right;
    return whole ? Value{node.actor.code.text()} : property_of(node, expression.property);
}

Value size_of(const Value& value)
{
    if (const auto* list = std::get_if<Value::List>(&value.data)) {
        return {static_cast<std::int64_t>(list->size())};
    }
    const auto* text = std::get_if<std::string>(&value.data);
    return text == nullptr ? Value{}
                           : Value{static_cast<std::int64_t>(text::count_code_points(*text))};
}

} // namespace

Value evaluate(const Expression& expression, const Query& query, const Match& match)
{
    const auto argument = [&](std::size_t i) {
        return evaluate(expression.arguments[i], query, match);
    };
    switch (expression.operation) {
    case Operation::literal:
        return expression.literal;
    case Operation::list: {
        Value::List values;
        for (const Expression& item : expression.arguments) {
            values.push_back(evaluate(item, query, match));
        }
        return {std::move(values)};
    }
    case Operation::variable:
    case Operation::property:
        return thing(expression, query, match);
    case Operation::logical_not: {
        const auto value = as_truth(argument(0));
        return value ? Value{!*value} : Value{};
    }
    case Operation::logical_and:
        return connect(expression, query, match, false);
    case Operation::logical_or:
        return connect(expression, query, match, true);
    case Operation::equal:
        return truth(equals(argument(0), argument(1)));
    case Operation::not_equal: {
        const auto same = equals(argument(0), argument(1));
        return same ? Value{!*same} : Value{};
    }
    case Operation::less:
    case Operation::less_or_equal:
    case Operation::greater:
    case Operation::greater_or_equal:
        return compare_by(expression.operation, argument(0), argument(1));
    case Operation::in:
        return is_in(argument(0), argument(1));
    case Operation::contains:
    case Operation::starts_with:
    case Operation::ends_with:
        return compare_texts(expression.operation, argument(0), argument(1));
    case Operation::is_null:
        return {argument(0).is_null()};
    case Operation::is_not_null:
        return {!argument(0).is_null()};
    case Operation::size:
        return size_of(argument(0));
    default:
        return {};
    }
}

Value aggregate(const Expression& expression, const Query& query, const std::vector<Match>& group)
{
    if (expression.arguments.empty()) { // count(*)
        return {static_cast<std::int64_t>(group.size())};
    }
    const auto before = [](const Value& left, const Value& right) {
        return compare(left, right) < 0;
    };
    Value::List values;
    for (const Match& match : group) {
        Value value = evaluate(expression.arguments.front(), query, match);
        if (!value.is_null()) {
            values.push_back(std::move(value));
        }
    }
    if (expression.distinct) {
        std::sort(values.begin(), values.end(), before);
        values.erase(std::unique(values.begin(), values.end(),
                                 [](const Value& l, const Value& r) { return compare(l, r) == 0; }),
                     values.end());
    }
    if (expression.operation == Operation::count) {
        return {static_cast<std::int64_t>(values.size())};
    }
    if (expression.operation == Operation::collect) {
        return {std::move(values)};
    }
    if (expression.operation == Operation::minimum || expression.operation == Operation::maximum) {
        const auto [least, most] = std::minmax_element(values.begin(), values.end(), before);
        if (values.empty()) {
            return {};
        }
        return expression.operation == Operation::minimum ? *least : *most;
    }
    double sum = 0.0;
    std::int64_t integers = 0;
    std::size_t numbers = 0;
    bool whole = true;
    for (const Value& value : values) {
        if (const auto* integer = std::get_if<std::int64_t>(&value.data)) {
            // What an integer cannot hold is told as a real number.
            whole = whole && !__builtin_add_overflow(integers, *integer, &integers);
            sum += static_cast<double>(*integer);
        } else if (const auto* real = std::get_if<double>(&value.data)) {
            whole = false;
            sum += *real;
        } else {
            continue;
        }
        ++numbers;
    }
    if (expression.operation == Operation::average) {
        return numbers == 0 ? Value{} : Value{sum / static_cast<double>(numbers)};
    }
    return whole ? Value{integers} : Value{sum};
}

} // namespace entente::query
