// SPDX-License-Identifier: Apache-2.0
// The words of a query.
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::query {

enum class TokenKind : std::uint8_t { word, name, text, integer, real, symbol, end };

struct Token {
    TokenKind kind = TokenKind::end;
    std::string text;       ///< a word as written, a name without backticks, a text without quotes
    std::size_t offset = 0; ///< bytes from the beginning of the query
};

/// Longest query that is looked at; more is refused, not read.
inline constexpr std::size_t kLongestQuery = 1U << 20U;

/// Cuts a query into tokens; the last one is TokenKind::end.
/// Errors: bad_query, with line and column.
[[nodiscard]] Result<std::vector<Token>> tokenize(std::string_view query);

/// A bad_query error at a byte of the query, with line and column (in code points) from 1.
[[nodiscard]] Error query_error(std::string_view query, std::size_t offset, std::string what,
                                std::string hint);

/// The line of the query that an error speaks of, and below it a caret under the place; empty where
/// the error names no place in the query.
[[nodiscard]] std::string caret_lines(std::string_view query, const Error& error);

} // namespace entente::query
