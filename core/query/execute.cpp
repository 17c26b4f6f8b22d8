// SPDX-License-Identifier: Apache-2.0
#include "core/query/execute.hpp"

#include "core/query/evaluate.hpp"
#include "core/query/parser.hpp"
#include "core/query/schema.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace entente::query {

namespace {

struct RowOrder {
    bool operator()(const std::vector<Value>& left, const std::vector<Value>& right) const
    {
        return std::lexicographical_compare(
            left.begin(), left.end(), right.begin(), right.end(),
            [](const Value& l, const Value& r) { return compare(l, r) < 0; });
    }
};

template <typename Thing>
bool has(const std::vector<Property>& properties, const Thing& thing)
{
    return std::all_of(properties.begin(), properties.end(), [&](const Property& wanted) {
        return equals(property_of(thing, wanted.name), wanted.value).value_or(false);
    });
}

bool fits(const NodePattern& pattern, const graph::Node& node)
{
    return (pattern.kind.empty() || pattern.kind == to_string(node.actor.kind)) &&
           has(pattern.properties, node);
}

bool fits(const RelationPattern& pattern, const graph::Relation& relation)
{
    return (pattern.categories.empty() ||
            std::find(pattern.categories.begin(), pattern.categories.end(), relation.category) !=
                pattern.categories.end()) &&
           has(pattern.properties, relation);
}

/// A row with what it may be ordered by.
struct Row {
    std::vector<Value> cells;
    std::vector<Value> keys;
};

class Execution {
public:
    Execution(const Query& query, const graph::Snapshot& graph)
        : query_{query}
        , graph_{graph}
    {}

    Rows run()
    {
        find_matches();
        const bool grouped =
            std::any_of(query_.items.begin(), query_.items.end(),
                        [](const Item& item) { return is_aggregate(item.expression.operation); });
        std::vector<Row> rows = grouped ? group() : project();
        if (query_.distinct) {
            std::map<std::vector<Value>, bool, RowOrder> seen;
            std::erase_if(rows,
                          [&](const Row& row) { return !seen.emplace(row.cells, true).second; });
        }
        sort(rows);
        Rows answer;
        for (const Item& item : query_.items) {
            answer.columns.push_back(item.title);
        }
        const std::size_t limit = query_.limit.value_or(rows.size());
        for (std::size_t i = query_.skip; i < rows.size() && answer.rows.size() < limit; ++i) {
            answer.rows.push_back(std::move(rows[i].cells));
        }
        return answer;
    }

private:
    void take(const Match& match)
    {
        if (!query_.where || evaluate(*query_.where, query_, match).is_true()) {
            matches_.push_back(match);
        }
    }

    void find_matches()
    {
        if (!query_.relation) {
            for (const graph::Node& node : graph_.nodes()) {
                if (fits(query_.left, node)) {
                    take({&node, nullptr, nullptr});
                }
            }
            return;
        }
        for (const graph::Relation& relation : graph_.relations()) {
            const auto source = graph_.find(relation.source.code);
            const auto target = graph_.find(relation.target.code);
            if (!source || !target || !fits(*query_.relation, relation)) {
                continue;
            }
            const Direction wanted = query_.relation->direction;
            const bool both = !relation.directed || wanted == Direction::either;
            if (both || wanted == Direction::forth) {
                take_pair(relation, graph_.nodes()[*source], graph_.nodes()[*target]);
            }
            if (both || wanted == Direction::back) {
                take_pair(relation, graph_.nodes()[*target], graph_.nodes()[*source]);
            }
        }
    }

    void take_pair(const graph::Relation& relation, const graph::Node& left,
                   const graph::Node& right)
    {
        if (fits(query_.left, left) && fits(query_.right, right)) {
            take({&left, &relation, &right});
        }
    }

    /// The column that an ORDER BY names; none where it is an expression of its own.
    [[nodiscard]] std::optional<std::size_t> column_of(const Expression& expression) const
    {
        for (const bool by_title : {true, false}) {
            for (std::size_t i = 0; i < query_.items.size(); ++i) {
                const Item& item = query_.items[i];
                if ((by_title ? item.title : item.expression.text) == expression.text) {
                    return i;
                }
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::vector<Value> keys_of(const std::vector<Value>& cells,
                                             const Match& match) const
    {
        std::vector<Value> keys;
        for (const Order& order : query_.order) {
            const auto column = column_of(order.expression);
            keys.push_back(column ? cells[*column] : evaluate(order.expression, query_, match));
        }
        return keys;
    }

    std::vector<Row> project()
    {
        std::vector<Row> rows;
        for (const Match& match : matches_) {
            Row row;
            for (const Item& item : query_.items) {
                row.cells.push_back(evaluate(item.expression, query_, match));
            }
            row.keys = keys_of(row.cells, match);
            rows.push_back(std::move(row));
        }
        return rows;
    }

    /// The items that are no aggregates are the key of a group, as in SQL's GROUP BY. Groups keep
    /// the order in which their first match came.
    std::vector<Row> group()
    {
        std::map<std::vector<Value>, std::size_t, RowOrder> numbers;
        std::vector<std::vector<Match>> groups;
        bool only_aggregates = true;
        for (const Item& item : query_.items) {
            only_aggregates = only_aggregates && is_aggregate(item.expression.operation);
        }
        if (only_aggregates) {
            groups.emplace_back(); // count(*) of nothing is 0, not no row
            numbers.emplace(std::vector<Value>{}, 0);
        }
        for (const Match& match : matches_) {
            std::vector<Value> key;
            for (const Item& item : query_.items) {
                if (!is_aggregate(item.expression.operation)) {
                    key.push_back(evaluate(item.expression, query_, match));
                }
            }
            const auto [at, is_new] = numbers.emplace(std::move(key), groups.size());
            if (is_new) {
                groups.emplace_back();
            }
            groups[at->second].push_back(match);
        }
        std::vector<Row> rows;
        for (const std::vector<Match>& members : groups) {
            Row row;
            for (const Item& item : query_.items) {
                row.cells.push_back(is_aggregate(item.expression.operation)
                                        ? aggregate(item.expression, query_, members)
                                        : evaluate(item.expression, query_, members.front()));
            }
            row.keys = keys_of(row.cells, members.empty() ? Match{} : members.front());
            rows.push_back(std::move(row));
        }
        return rows;
    }

    void sort(std::vector<Row>& rows) const
    {
        std::stable_sort(rows.begin(), rows.end(), [&](const Row& left, const Row& right) {
            for (std::size_t i = 0; i < query_.order.size(); ++i) {
                const int order = compare(left.keys[i], right.keys[i]);
                if (order != 0) {
                    return query_.order[i].descending ? order > 0 : order < 0;
                }
            }
            return false;
        });
    }

    const Query& query_;
    const graph::Snapshot& graph_;
    std::vector<Match> matches_;
};

} // namespace

Rows execute(const Query& query, const graph::Snapshot& graph)
{
    return Execution{query, graph}.run();
}

Result<Rows> run(std::string_view query, const graph::Snapshot& graph, const Ontology& ontology)
{
    const auto parsed = parse(query, ontology);
    if (!parsed) {
        return parsed.error();
    }
    return execute(*parsed, graph);
}

} // namespace entente::query
