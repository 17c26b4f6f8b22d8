// SPDX-License-Identifier: Apache-2.0
#include "core/query/binder.hpp"

#include "core/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::query {

namespace {

class Binder {
public:
    Binder(const Query& query, const TokenStream& tokens)
        : query_{query}
        , tokens_{tokens}
    {}

    Status run() const
    {
        if (Status unique = check_variables(); !unique) {
            return unique;
        }
        if (query_.where) {
            if (Status checked = check(*query_.where, Aggregates::nowhere); !checked) {
                return checked;
            }
        }
        for (const Item& item : query_.items) {
            if (Status checked = check(item.expression, Aggregates::on_top); !checked) {
                return checked;
            }
        }
        for (const Order& order : query_.order) {
            if (Status checked = check_order(order.expression); !checked) {
                return checked;
            }
        }
        return {};
    }

private:
    enum class Aggregates { on_top, nowhere };

    Status check_variables() const
    {
        const std::string& edge =
            query_.relation ? query_.relation->variable : query_.left.variable;
        const bool twice = query_.relation && !edge.empty() &&
                           (edge == query_.left.variable || edge == query_.right.variable);
        const bool same_actor =
            !query_.left.variable.empty() && query_.left.variable == query_.right.variable;
        if (!twice && !same_actor) {
            return {};
        }
        return tokens_.error_at(0, "a variable stands for two things",
                                "give each actor and the relation its own name");
    }

    Status check_order(const Expression& expression) const
    {
        const bool is_column =
            std::any_of(query_.items.begin(), query_.items.end(), [&](const Item& item) {
                return item.title == expression.text || item.expression.text == expression.text;
            });
        if (is_column) {
            return {};
        }
        const bool grouped =
            query_.distinct ||
            std::any_of(query_.items.begin(), query_.items.end(),
                        [](const Item& i) { return is_aggregate(i.expression.operation); });
        if (grouped) {
            return tokens_.error_at(expression.offset,
                                    fmt::format("cannot order by {}", expression.text),
                                    "with groups or DISTINCT, order by a column of RETURN");
        }
        return check(expression, Aggregates::nowhere);
    }

    Status check(const Expression& expression, Aggregates aggregates) const
    {
        if (is_aggregate(expression.operation) && aggregates == Aggregates::nowhere) {
            return tokens_.error_at(expression.offset, "a function over groups cannot stand here",
                                    "use count, sum, avg, min, max and collect in RETURN, on top");
        }
        if (expression.operation == Operation::variable ||
            expression.operation == Operation::property) {
            if (Status known = check_name(expression); !known) {
                return known;
            }
        }
        for (const Expression& argument : expression.arguments) {
            if (Status checked = check(argument, Aggregates::nowhere); !checked) {
                return checked;
            }
        }
        return {};
    }

    Status check_name(const Expression& expression) const
    {
        std::vector<std::string> variables{query_.left.variable, query_.right.variable};
        const std::string edge = query_.relation ? query_.relation->variable : "";
        variables.push_back(edge);
        variables.erase(std::remove(variables.begin(), variables.end(), ""), variables.end());
        if (std::find(variables.begin(), variables.end(), expression.variable) == variables.end()) {
            return tokens_.error_at(
                expression.offset, fmt::format("unknown variable {}", expression.variable),
                did_you_mean(expression.variable, variables,
                             "name it in MATCH, or put texts in single quotes"));
        }
        const auto& known = expression.variable == edge ? relation_properties() : node_properties();
        if (expression.operation == Operation::property &&
            std::find(known.begin(), known.end(), expression.property) == known.end()) {
            return unknown_property(tokens_, expression.offset, expression.property, known);
        }
        return {};
    }

    const Query& query_;
    const TokenStream& tokens_;
};

} // namespace

Error unknown_property(const TokenStream& tokens, std::size_t offset, std::string_view name,
                       const std::vector<std::string>& known)
{
    std::string all;
    for (const std::string& one : known) {
        all += (all.empty() ? "use one of: " : ", ") + one;
    }
    return tokens.error_at(offset, fmt::format("unknown property \"{}\"", name),
                           did_you_mean(name, known, all));
}

Status bind(const Query& query, const TokenStream& tokens)
{
    return Binder{query, tokens}.run();
}

} // namespace entente::query
