// SPDX-License-Identifier: Apache-2.0
// Looking at tokens one by one, for the parsers.
#pragma once

#include "core/query/lexer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::query {

/// A position in the tokens of a query, and errors that name it.
class TokenStream {
public:
    TokenStream(std::string_view query, std::vector<Token> tokens)
        : query_{query}
        , tokens_{std::move(tokens)}
    {}

    [[nodiscard]] std::string_view query() const noexcept { return query_; }

    /// The token after the next `ahead` ones; the end token when there are no more.
    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const noexcept;
    /// Where the token before the current one ends, roughly: the current one's begin, trimmed.
    [[nodiscard]] std::string text_since(std::size_t offset) const;

    const Token& take() noexcept;
    [[nodiscard]] bool at_keyword(std::string_view upper, std::size_t ahead = 0) const;
    [[nodiscard]] bool at_symbol(std::string_view symbol, std::size_t ahead = 0) const noexcept;
    bool take_keyword(std::string_view upper);
    bool take_symbol(std::string_view symbol);

    [[nodiscard]] Status expect_symbol(std::string_view symbol, std::string_view where);
    /// "expected X, found Y" at the current token.
    [[nodiscard]] Error expected(std::string_view what) const;

    [[nodiscard]] Error error_at(std::size_t offset, std::string what, std::string hint) const
    {
        return query_error(query_, offset, std::move(what), std::move(hint));
    }

private:
    std::string_view query_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

} // namespace entente::query
