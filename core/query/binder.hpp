// SPDX-License-Identifier: Apache-2.0
// Whether the names in a query mean something.
#pragma once

#include "core/query/ast.hpp"
#include "core/query/schema.hpp"
#include "core/query/token_stream.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::query {

/// Checks variables, properties and the places where functions over groups may stand.
/// Errors: bad_query with the place and the nearest name.
[[nodiscard]] Status bind(const Query& query, const TokenStream& tokens);

[[nodiscard]] Error unknown_property(const TokenStream& tokens, std::size_t offset,
                                     std::string_view name, const std::vector<std::string>& known);

} // namespace entente::query
