// SPDX-License-Identifier: Apache-2.0
#include "core/query/lexer.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente::query {

namespace {

bool is_digit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

/// Bytes of a multi-byte character count as letters, so names may be in any script.
bool is_letter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80U;
}

bool is_blank(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Lexer {
public:
    explicit Lexer(std::string_view query)
        : query_{query}
    {}

    Result<std::vector<Token>> run()
    {
        std::vector<Token> tokens;
        while (true) {
            skip_blanks();
            if (at_ == query_.size()) {
                tokens.push_back({TokenKind::end, "", at_});
                return tokens;
            }
            auto token = next();
            if (!token) {
                return token.error();
            }
            tokens.push_back(std::move(*token));
        }
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const noexcept
    {
        return at_ + ahead < query_.size() ? query_[at_ + ahead] : '\0';
    }

    /// Passes over blanks and `//` comments.
    void skip_blanks()
    {
        while (at_ < query_.size()) {
            if (is_blank(query_[at_])) {
                ++at_;
            } else if (query_.substr(at_, 2) == "//") {
                at_ = std::min(query_.find('\n', at_), query_.size());
            } else {
                return;
            }
        }
    }

    Result<Token> next()
    {
        const std::size_t begin = at_;
        const char c = peek();
        if (is_letter(c)) {
            while (is_letter(peek()) || is_digit(peek())) {
                ++at_;
            }
            return Token{TokenKind::word, std::string{query_.substr(begin, at_ - begin)}, begin};
        }
        if (is_digit(c)) {
            return number();
        }
        if (c == '\'' || c == '"' || c == '`') {
            return quoted(c);
        }
        constexpr std::array<std::string_view, 4> kDoubles{"<>", "<=", ">=", ".."};
        for (const std::string_view symbol : kDoubles) {
            if (query_.substr(at_, 2) == symbol) {
                at_ += 2;
                return Token{TokenKind::symbol, std::string{symbol}, begin};
            }
        }
        constexpr std::string_view kSingles = "()[]{}<>-=:,.|;*+/%$";
        if (kSingles.find(c) != std::string_view::npos) {
            ++at_;
            return Token{TokenKind::symbol, std::string{c}, begin};
        }
        return query_error(
            query_, begin,
            fmt::format("unexpected character {}", text::printable(std::string(1, c))),
            "write texts in single quotes");
    }

    Result<Token> number()
    {
        const std::size_t begin = at_;
        bool real = false;
        while (is_digit(peek())) {
            ++at_;
        }
        if (peek() == '.' && is_digit(peek(1))) {
            real = true;
            ++at_;
            while (is_digit(peek())) {
                ++at_;
            }
        }
        std::string digits{query_.substr(begin, at_ - begin)};
        if (is_letter(peek())) {
            return query_error(query_, begin, "a number ends in letters",
                               "write texts in single quotes");
        }
        return Token{real ? TokenKind::real : TokenKind::integer, std::move(digits), begin};
    }

    Result<Token> quoted(char quote)
    {
        const std::size_t begin = at_++;
        std::string text;
        while (at_ < query_.size() && query_[at_] != quote) {
            if (query_[at_] == '\\' && quote != '`' && at_ + 1 < query_.size()) {
                ++at_;
                const char escaped = query_[at_];
                text += escaped == 'n' ? '\n' : (escaped == 't' ? '\t' : escaped);
            } else {
                text += query_[at_];
            }
            ++at_;
        }
        if (at_ == query_.size()) {
            return query_error(query_, begin, "the quote is never closed",
                               fmt::format("add a {} at the end of the text", quote));
        }
        ++at_;
        return Token{quote == '`' ? TokenKind::name : TokenKind::text, std::move(text), begin};
    }

    std::string_view query_;
    std::size_t at_ = 0;
};

} // namespace

Result<std::vector<Token>> tokenize(std::string_view query)
{
    if (query.size() > kLongestQuery) {
        return Error{ErrorCode::bad_query, "the query is longer than a megabyte"}.hint(
            "split it into several");
    }
    return Lexer{query}.run();
}

Error query_error(std::string_view query, std::size_t offset, std::string what, std::string hint)
{
    const std::string_view before = query.substr(0, offset);
    const auto line = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t line_begin = before.rfind('\n') + 1; // npos + 1 is 0
    const std::size_t column = text::count_code_points(before.substr(line_begin));
    return Error{ErrorCode::bad_query, std::move(what)}
        .at("query", line + 1, column + 1)
        .hint(std::move(hint));
}

std::string caret_lines(std::string_view query, const Error& error)
{
    const SourceLocation& where = error.where();
    if (where.file != "query" || where.line == 0 || where.column == 0) {
        return {};
    }
    const auto lines = text::split(query, '\n');
    if (where.line > lines.size()) {
        return {};
    }
    std::string line{lines[where.line - 1]};
    std::replace_if(line.begin(), line.end(), is_blank, ' ');
    return fmt::format("  {}\n  {}^\n", text::printable(line), std::string(where.column - 1, ' '));
}

} // namespace entente::query
