// SPDX-License-Identifier: Apache-2.0
// Values of the query language, with null as an ordinary value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace entente::query {

/// Null, a truth value, a number, a text or a list.
struct Value {
    using List = std::vector<Value>;
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List> data;

    [[nodiscard]] bool is_null() const noexcept { return data.index() == 0; }

    [[nodiscard]] bool is_true() const noexcept
    {
        const bool* truth = std::get_if<bool>(&data);
        return truth != nullptr && *truth;
    }

    [[nodiscard]] bool is_number() const noexcept { return data.index() == 2 || data.index() == 3; }
};

/// A total order for sorting and grouping: lists, texts, truth values, numbers, null last; as
/// integers and reals compare by value, 1 and 1.0 are the same.
/// \return negative, zero or positive
[[nodiscard]] int compare(const Value& left, const Value& right);

/// Whether two values are equal; none where either is null.
[[nodiscard]] std::optional<bool> equals(const Value& left, const Value& right);

/// The value for a person: texts bare, lists as "a, b", null empty.
[[nodiscard]] std::string to_string(const Value& value);

/// What a query answers.
struct Rows {
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;
};

} // namespace entente::query
