// SPDX-License-Identifier: Apache-2.0
#include "core/query/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente::query {

namespace {

/// Place of each alternative of Value::data in the order of values.
int rank(const Value& value)
{
    constexpr std::array<int, 6> kRanks{4, 2, 3, 3, 1, 0};
    return kRanks[value.data.index()];
}

template <typename T>
int three_way(const T& left, const T& right)
{
    return left < right ? -1 : (right < left ? 1 : 0);
}

double number(const Value& value)
{
    if (const auto* integer = std::get_if<std::int64_t>(&value.data)) {
        return static_cast<double>(*integer);
    }
    return std::get<double>(value.data);
}

int compare_lists(const Value::List& left, const Value::List& right)
{
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        if (const int order = compare(left[i], right[i]); order != 0) {
            return order;
        }
    }
    return three_way(left.size(), right.size());
}

} // namespace

int compare(const Value& left, const Value& right)
{
    if (rank(left) != rank(right)) {
        return three_way(rank(left), rank(right));
    }
    switch (rank(left)) {
    case 0:
        return compare_lists(std::get<Value::List>(left.data), std::get<Value::List>(right.data));
    case 1:
        return three_way(std::get<std::string>(left.data), std::get<std::string>(right.data));
    case 2:
        return three_way(std::get<bool>(left.data), std::get<bool>(right.data));
    case 3:
        if (left.data.index() == 2 && right.data.index() == 2) {
            return three_way(std::get<std::int64_t>(left.data), std::get<std::int64_t>(right.data));
        }
        return three_way(number(left), number(right));
    default:
        return 0;
    }
}

std::optional<bool> equals(const Value& left, const Value& right)
{
    if (left.is_null() || right.is_null()) {
        return std::nullopt;
    }
    return compare(left, right) == 0;
}

std::string to_string(const Value& value)
{
    if (const auto* truth = std::get_if<bool>(&value.data)) {
        return *truth ? "true" : "false";
    }
    if (const auto* integer = std::get_if<std::int64_t>(&value.data)) {
        return fmt::format("{}", *integer);
    }
    if (const auto* real = std::get_if<double>(&value.data)) {
        return fmt::format("{:.6g}", *real);
    }
    if (const auto* text = std::get_if<std::string>(&value.data)) {
        return *text;
    }
    std::string out;
    if (const auto* list = std::get_if<Value::List>(&value.data)) {
        for (const Value& item : *list) {
            out += (out.empty() ? "" : ", ") + to_string(item);
        }
    }
    return out;
}

} // namespace entente::query
