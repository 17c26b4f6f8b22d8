// SPDX-License-Identifier: Apache-2.0
#include "core/query/parser.hpp"

#include "core/query/binder.hpp"
#include "core/query/expression_parser.hpp"
#include "core/query/token_stream.hpp"
#include "core/suggest.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace entente::query {

namespace {

constexpr std::array<std::string_view, 13> kUnsupported{
    "CREATE", "MERGE", "DELETE",   "DETACH", "SET",     "REMOVE", "WITH",
    "UNWIND", "UNION", "OPTIONAL", "CALL",   "FOREACH", "LOAD"};

class Parser {
public:
    Parser(TokenStream& tokens, const Ontology& ontology)
        : tokens_{tokens}
        , ontology_{ontology}
    {}

    Result<Query> run()
    {
        for (Status (Parser::*step)() : {&Parser::match, &Parser::where, &Parser::returns,
                                         &Parser::order, &Parser::slice, &Parser::finish}) {
            if (Status done = (this->*step)(); !done) {
                return done.error();
            }
        }
        return std::move(query_);
    }

private:
    [[nodiscard]] Status refuse_unsupported() const
    {
        for (const std::string_view clause : kUnsupported) {
            if (tokens_.at_keyword(clause)) {
                return tokens_.error_at(
                    tokens_.peek().offset, fmt::format("{} is not supported", clause),
                    "queries only read: MATCH … WHERE … RETURN … ORDER BY … SKIP … LIMIT");
            }
        }
        return {};
    }

    Status match()
    {
        if (Status supported = refuse_unsupported(); !supported) {
            return supported;
        }
        if (!tokens_.take_keyword("MATCH")) {
            return tokens_.expected("MATCH");
        }
        if (Status left = node(query_.left); !left) {
            return left.error();
        }
        if (tokens_.at_symbol("-") || tokens_.at_symbol("<")) {
            query_.relation.emplace();
            if (Status relation = edge(*query_.relation); !relation) {
                return relation.error();
            }
            if (Status right = node(query_.right); !right) {
                return right.error();
            }
        }
        if (tokens_.at_symbol("-") || tokens_.at_symbol("<") || tokens_.at_symbol(",")) {
            return tokens_.error_at(tokens_.peek().offset,
                                    "only one pattern of two actors is supported",
                                    "for longer ways use `path A B` in the shell");
        }
        return {};
    }

    Status node(NodePattern& pattern)
    {
        if (Status open = tokens_.expect_symbol("(", "to begin an actor"); !open) {
            return open;
        }
        if (is_name()) {
            pattern.variable = tokens_.take().text;
        }
        if (tokens_.take_symbol(":")) {
            const Token kind = tokens_.take();
            const std::string folded = text::fold(kind.text);
            std::vector<std::string> kinds{"actor", "state",      "organisation", "region", "group",
                                           "party", "population", "company",      "person"};
            if (std::find(kinds.begin(), kinds.end(), folded) == kinds.end()) {
                return tokens_.error_at(
                    kind.offset, fmt::format("unknown kind of actor \"{}\"", kind.text),
                    did_you_mean(kind.text, kinds, "write a kind such as state or organisation"));
            }
            pattern.kind = folded == "actor" ? "" : folded;
        }
        if (Status read = properties(pattern.properties, node_properties()); !read) {
            return read;
        }
        return tokens_.expect_symbol(")", "to end the actor");
    }

    Status edge(RelationPattern& pattern)
    {
        const bool back = tokens_.take_symbol("<");
        if (Status dash = tokens_.expect_symbol("-", "before the relation"); !dash) {
            return dash;
        }
        if (tokens_.take_symbol("[")) {
            if (is_name()) {
                pattern.variable = tokens_.take().text;
            }
            if (tokens_.take_symbol(":")) {
                if (Status read = categories(pattern.categories); !read) {
                    return read;
                }
            }
            if (tokens_.at_symbol("*")) {
                return tokens_.error_at(tokens_.peek().offset,
                                        "ways of several steps are not supported",
                                        "for the strongest way use `path A B` in the shell");
            }
            if (Status read = properties(pattern.properties, relation_properties()); !read) {
                return read;
            }
            if (Status close = tokens_.expect_symbol("]", "to end the relation"); !close) {
                return close;
            }
        }
        if (Status dash = tokens_.expect_symbol("-", "after the relation"); !dash) {
            return dash;
        }
        const bool forth = tokens_.take_symbol(">");
        if (forth != back) {
            pattern.direction = forth ? Direction::forth : Direction::back;
        }
        return {};
    }

    Status categories(std::vector<std::string>& wanted)
    {
        do {
            tokens_.take_symbol(":"); // [:AID|:SUPPORT] is an older way to write it
            const Token token = tokens_.take();
            std::string upper = token.text;
            std::transform(upper.begin(), upper.end(), upper.begin(), [](char c) {
                return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            });
            if (ontology_.category(upper) == nullptr) {
                std::vector<std::string> names;
                for (const Category& category : ontology_.categories()) {
                    names.push_back(category.name);
                }
                return tokens_.error_at(
                    token.offset, fmt::format("unknown category \"{}\"", token.text),
                    did_you_mean(token.text, names, "list them with `entente ontology`"));
            }
            wanted.push_back(std::move(upper));
        } while (tokens_.take_symbol("|"));
        return {};
    }

    Status properties(std::vector<Property>& wanted, const std::vector<std::string>& known)
    {
        if (!tokens_.take_symbol("{")) {
            return {};
        }
        while (!tokens_.at_symbol("}")) {
            const Token name = tokens_.take();
            if (std::find(known.begin(), known.end(), name.text) == known.end()) {
                return unknown_property(tokens_, name.offset, name.text, known);
            }
            if (Status colon = tokens_.expect_symbol(":", "after the property"); !colon) {
                return colon;
            }
            auto value = ExpressionParser{tokens_}.literal();
            if (!value) {
                return value.error();
            }
            wanted.push_back({name.text, std::move(*value)});
            if (!tokens_.take_symbol(",")) {
                break;
            }
        }
        return tokens_.expect_symbol("}", "to end the properties");
    }

    Status where()
    {
        if (!tokens_.take_keyword("WHERE")) {
            return {};
        }
        auto condition = ExpressionParser{tokens_}.parse();
        if (!condition) {
            return condition.error();
        }
        query_.where = std::move(*condition);
        return {};
    }

    Status returns()
    {
        if (Status supported = refuse_unsupported(); !supported) {
            return supported;
        }
        if (!tokens_.take_keyword("RETURN")) {
            return tokens_.expected("RETURN");
        }
        query_.distinct = tokens_.take_keyword("DISTINCT");
        do {
            auto expression = ExpressionParser{tokens_}.parse();
            if (!expression) {
                return expression.error();
            }
            std::string title = expression->text;
            if (tokens_.take_keyword("AS")) {
                if (!is_name()) {
                    return tokens_.expected("a name after AS");
                }
                title = tokens_.take().text;
            }
            query_.items.push_back({std::move(*expression), std::move(title)});
        } while (tokens_.take_symbol(","));
        return {};
    }

    Status order()
    {
        if (!tokens_.take_keyword("ORDER")) {
            return {};
        }
        if (!tokens_.take_keyword("BY")) {
            return tokens_.expected("BY");
        }
        do {
            auto expression = ExpressionParser{tokens_}.parse();
            if (!expression) {
                return expression.error();
            }
            bool descending = tokens_.take_keyword("DESC") || tokens_.take_keyword("DESCENDING");
            if (!descending) {
                (void)(tokens_.take_keyword("ASC") || tokens_.take_keyword("ASCENDING"));
            }
            query_.order.push_back({std::move(*expression), descending});
        } while (tokens_.take_symbol(","));
        return {};
    }

    Status slice()
    {
        if (tokens_.take_keyword("SKIP")) {
            const auto number = count_after("SKIP");
            if (!number) {
                return number.error();
            }
            query_.skip = *number;
        }
        if (tokens_.take_keyword("LIMIT")) {
            const auto number = count_after("LIMIT");
            if (!number) {
                return number.error();
            }
            query_.limit = *number;
        }
        return {};
    }

    Result<std::size_t> count_after(std::string_view keyword)
    {
        if (tokens_.peek().kind != TokenKind::integer) {
            return tokens_.expected(fmt::format("a number after {}", keyword));
        }
        const auto value = ExpressionParser{tokens_}.literal();
        if (!value) {
            return value.error();
        }
        return static_cast<std::size_t>(std::get<std::int64_t>(value->data));
    }

    Status finish()
    {
        tokens_.take_symbol(";");
        if (Status supported = refuse_unsupported(); !supported) {
            return supported;
        }
        if (tokens_.peek().kind != TokenKind::end) {
            return tokens_.expected("the end of the query");
        }
        return bind(query_, tokens_);
    }

    [[nodiscard]] bool is_name() const
    {
        const TokenKind kind = tokens_.peek().kind;
        return kind == TokenKind::word || kind == TokenKind::name;
    }

    TokenStream& tokens_;
    const Ontology& ontology_;
    Query query_;
};

} // namespace

Result<Query> parse(std::string_view query, const Ontology& ontology)
{
    auto tokens = tokenize(query);
    if (!tokens) {
        return tokens.error();
    }
    TokenStream stream{query, std::move(*tokens)};
    return Parser{stream, ontology}.run();
}

} // namespace entente::query
