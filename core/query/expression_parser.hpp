// SPDX-License-Identifier: Apache-2.0
// The expressions of a query.
#pragma once

#include "core/query/ast.hpp"
#include "core/query/token_stream.hpp"
#include "core/result.hpp"

#include <cstddef>

namespace entente::query {

/// Parses expressions by precedence: OR, AND, NOT, comparisons, atoms.
class ExpressionParser {
public:
    explicit ExpressionParser(TokenStream& tokens)
        : tokens_{tokens}
    {}

    /// A whole expression, with Expression::text as written.
    [[nodiscard]] Result<Expression> parse();

    /// A literal: a number, a text, true, false, null or a list of them.
    [[nodiscard]] Result<Value> literal();

private:
    [[nodiscard]] Result<Expression> disjunction();
    [[nodiscard]] Result<Expression> conjunction();
    [[nodiscard]] Result<Expression> negation();
    [[nodiscard]] Result<Expression> comparison();
    [[nodiscard]] Result<Expression> atom();
    [[nodiscard]] Result<Expression> list();
    [[nodiscard]] Result<Expression> call();

    TokenStream& tokens_;
    std::size_t depth_ = 0;
};

} // namespace entente::query
