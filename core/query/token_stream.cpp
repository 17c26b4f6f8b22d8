// SPDX-License-Identifier: Apache-2.0
#include "core/query/token_stream.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::query {

const Token& TokenStream::peek(std::size_t ahead) const noexcept
{
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

std::string TokenStream::text_since(std::size_t offset) const
{
    return std::string{text::trim(query_.substr(offset, peek().offset - offset))};
}

const Token& TokenStream::take() noexcept
{
    const Token& token = peek();
    at_ = std::min(at_ + 1, tokens_.size() - 1);
    return token;
}

bool TokenStream::at_keyword(std::string_view upper, std::size_t ahead) const
{
    const Token& token = peek(ahead);
    return token.kind == TokenKind::word && text::fold(token.text) == text::fold(upper);
}

bool TokenStream::at_symbol(std::string_view symbol, std::size_t ahead) const noexcept
{
    const Token& token = peek(ahead);
    return token.kind == TokenKind::symbol && token.text == symbol;
}

bool TokenStream::take_keyword(std::string_view upper)
{
    const bool there = at_keyword(upper);
    if (there) {
        take();
    }
    return there;
}

bool TokenStream::take_symbol(std::string_view symbol)
{
    const bool there = at_symbol(symbol);
    if (there) {
        take();
    }
    return there;
}

Status TokenStream::expect_symbol(std::string_view symbol, std::string_view where)
{
    if (take_symbol(symbol)) {
        return {};
    }
    return expected(fmt::format("\"{}\" {}", symbol, where));
}

Error TokenStream::expected(std::string_view what) const
{
    const Token& token = peek();
    const std::string found =
        token.kind == TokenKind::end ? "the end" : fmt::format("\"{}\"", token.text);
    return error_at(token.offset, fmt::format("expected {}, found {}", what, found),
                    "see `entente query --help` for the form of a query");
}

} // namespace entente::query
