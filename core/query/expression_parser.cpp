// SPDX-License-Identifier: Apache-2.0
#include "core/query/expression_parser.hpp"

#include "core/suggest.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace entente::query {

namespace {

constexpr std::size_t kDeepest = 100;

struct NamedOperation {
    std::string_view name;
    Operation operation;
};

constexpr std::array<NamedOperation, 6> kComparisons{{
    {"=", Operation::equal},
    {"<>", Operation::not_equal},
    {"<=", Operation::less_or_equal},
    {">=", Operation::greater_or_equal},
    {"<", Operation::less},
    {">", Operation::greater},
}};

constexpr std::array<NamedOperation, 7> kFunctions{{
    {"count", Operation::count},
    {"sum", Operation::sum},
    {"avg", Operation::average},
    {"min", Operation::minimum},
    {"max", Operation::maximum},
    {"collect", Operation::collect},
    {"size", Operation::size},
}};

Expression node(Operation operation, std::size_t offset, std::vector<Expression> arguments = {})
{
    Expression expression;
    expression.operation = operation;
    expression.offset = offset;
    expression.arguments = std::move(arguments);
    return expression;
}

} // namespace

Result<Expression> ExpressionParser::parse()
{
    const std::size_t begin = tokens_.peek().offset;
    auto expression = disjunction();
    if (expression) {
        expression->text = tokens_.text_since(begin);
    }
    return expression;
}

Result<Expression> ExpressionParser::disjunction()
{
    auto first = conjunction();
    if (!first || !tokens_.at_keyword("OR")) {
        return first;
    }
    Expression any = node(Operation::logical_or, first->offset, {std::move(*first)});
    while (tokens_.take_keyword("OR")) {
        auto next = conjunction();
        if (!next) {
            return next;
        }
        any.arguments.push_back(std::move(*next));
    }
    return any;
}

Result<Expression> ExpressionParser::conjunction()
{
    auto first = negation();
    if (!first || !tokens_.at_keyword("AND")) {
        return first;
    }
    Expression all = node(Operation::logical_and, first->offset, {std::move(*first)});
    while (tokens_.take_keyword("AND")) {
        auto next = negation();
        if (!next) {
            return next;
        }
        all.arguments.push_back(std::move(*next));
    }
    return all;
}

Result<Expression> ExpressionParser::negation()
{
    const std::size_t offset = tokens_.peek().offset;
    bool negated = false;
    bool any = false;
    while (tokens_.take_keyword("NOT")) { // NOT NOT x is x: a loop needs no depth
        negated = !negated;
        any = true;
    }
    auto inner = comparison();
    if (!inner || !any || !negated) {
        return inner;
    }
    return node(Operation::logical_not, offset, {std::move(*inner)});
}

Result<Expression> ExpressionParser::comparison()
{
    auto left = atom();
    if (!left) {
        return left;
    }
    const std::size_t offset = left->offset;
    std::optional<Operation> operation;
    for (const NamedOperation& row : kComparisons) {
        if (tokens_.take_symbol(row.name)) {
            operation = row.operation;
            break;
        }
    }
    if (!operation && tokens_.take_keyword("IS")) {
        const bool negated = tokens_.take_keyword("NOT");
        if (!tokens_.take_keyword("NULL")) {
            return tokens_.expected("NULL after IS");
        }
        return node(negated ? Operation::is_not_null : Operation::is_null, offset,
                    {std::move(*left)});
    }
    if (!operation && tokens_.take_keyword("IN")) {
        operation = Operation::in;
    } else if (!operation && tokens_.take_keyword("CONTAINS")) {
        operation = Operation::contains;
    } else if (!operation && (tokens_.at_keyword("STARTS") || tokens_.at_keyword("ENDS"))) {
        operation = tokens_.at_keyword("STARTS") ? Operation::starts_with : Operation::ends_with;
        tokens_.take();
        if (!tokens_.take_keyword("WITH")) {
            return tokens_.expected("WITH");
        }
    }
    if (!operation) {
        return left;
    }
    auto right = atom();
    if (!right) {
        return right;
    }
    return node(*operation, offset, {std::move(*left), std::move(*right)});
}

Result<Expression> ExpressionParser::atom()
{
    const Token& token = tokens_.peek();
    if (tokens_.at_symbol("(")) {
        if (depth_ >= kDeepest) {
            return tokens_.error_at(token.offset, "nested too deeply", "use fewer parentheses");
        }
        ++depth_;
        tokens_.take();
        auto inner = disjunction();
        --depth_;
        if (!inner) {
            return inner;
        }
        const Status closed = tokens_.expect_symbol(")", "to close the parenthesis");
        return closed ? std::move(inner) : Result<Expression>{closed.error()};
    }
    if (tokens_.at_symbol("[")) {
        return list();
    }
    if (token.kind == TokenKind::word && tokens_.at_symbol("(", 1)) {
        return call();
    }
    const bool constant =
        tokens_.at_keyword("true") || tokens_.at_keyword("false") || tokens_.at_keyword("null");
    if ((token.kind == TokenKind::word && !constant) || token.kind == TokenKind::name) {
        Expression expression = node(Operation::variable, token.offset);
        expression.variable = tokens_.take().text;
        if (tokens_.take_symbol(".")) {
            if (tokens_.peek().kind != TokenKind::word && tokens_.peek().kind != TokenKind::name) {
                return tokens_.expected("a property after \".\"");
            }
            expression.operation = Operation::property;
            expression.property = tokens_.take().text;
        }
        return expression;
    }
    Expression expression = node(Operation::literal, token.offset);
    auto value = literal();
    if (!value) {
        return value.error();
    }
    expression.literal = std::move(*value);
    return expression;
}

Result<Expression> ExpressionParser::list()
{
    Expression expression = node(Operation::list, tokens_.peek().offset);
    if (depth_ >= kDeepest) {
        return tokens_.error_at(expression.offset, "nested too deeply", "use flat lists");
    }
    ++depth_;
    tokens_.take();
    while (!tokens_.at_symbol("]")) {
        auto item = disjunction();
        if (!item) {
            return item;
        }
        expression.arguments.push_back(std::move(*item));
        if (!tokens_.take_symbol(",")) {
            break;
        }
    }
    --depth_;
    const Status closed = tokens_.expect_symbol("]", "to close the list");
    return closed ? Result<Expression>{std::move(expression)} : Result<Expression>{closed.error()};
}

Result<Expression> ExpressionParser::call()
{
    const Token name = tokens_.take();
    tokens_.take();
    const std::string folded = text::fold(name.text);
    std::optional<Expression> expression;
    std::vector<std::string> names;
    for (const NamedOperation& row : kFunctions) {
        names.emplace_back(row.name);
        if (row.name == folded) {
            expression = node(row.operation, name.offset);
        }
    }
    if (!expression) {
        return tokens_.error_at(
            name.offset, fmt::format("unknown function {}", name.text),
            did_you_mean(name.text, names, "use count, sum, avg, min, max, collect or size"));
    }
    if (expression->operation == Operation::count && tokens_.take_symbol("*")) {
        const Status closed = tokens_.expect_symbol(")", "after count(*");
        return closed ? Result<Expression>{std::move(*expression)}
                      : Result<Expression>{closed.error()};
    }
    expression->distinct = tokens_.take_keyword("DISTINCT");
    if (depth_ >= kDeepest) {
        return tokens_.error_at(name.offset, "nested too deeply", "use fewer functions");
    }
    ++depth_;
    auto argument = disjunction();
    --depth_;
    if (!argument) {
        return argument;
    }
    expression->arguments.push_back(std::move(*argument));
    const Status closed = tokens_.expect_symbol(")", "after the argument");
    return closed ? Result<Expression>{std::move(*expression)} : Result<Expression>{closed.error()};
}

Result<Value> ExpressionParser::literal()
{
    const bool negative = tokens_.take_symbol("-");
    const Token token = tokens_.peek();
    const char* end = token.text.data() + token.text.size();
    if (token.kind == TokenKind::integer) {
        std::int64_t number = 0;
        if (std::from_chars(token.text.data(), end, number).ec != std::errc{}) {
            return tokens_.error_at(token.offset, "the number is too large",
                                    "write a smaller number");
        }
        tokens_.take();
        return Value{negative ? -number : number};
    }
    if (token.kind == TokenKind::real) {
        double number = 0.0;
        if (std::from_chars(token.text.data(), end, number).ec != std::errc{}) {
            return tokens_.error_at(token.offset, "the number is too large",
                                    "write a smaller number");
        }
        tokens_.take();
        return Value{negative ? -number : number};
    }
    if (negative) {
        return tokens_.expected("a number after \"-\"");
    }
    if (token.kind == TokenKind::text) {
        return Value{tokens_.take().text};
    }
    if (tokens_.take_keyword("true")) {
        return Value{true};
    }
    if (tokens_.take_keyword("false")) {
        return Value{false};
    }
    if (tokens_.take_keyword("null")) {
        return Value{};
    }
    return tokens_.expected("a value");
}

} // namespace entente::query
