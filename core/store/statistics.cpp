// SPDX-License-Identifier: Apache-2.0
// What is in a store, in numbers.
#include "core/store/store.hpp"
#include "core/store/store_impl.hpp"

#include <array>
#include <set>

namespace entente::store {

namespace {

Result<std::vector<std::pair<std::string, std::int64_t>>> counts(const Database& database,
                                                                 std::string_view sql)
{
    auto rows = database.prepare(sql);
    if (!rows) {
        return rows.error();
    }
    std::vector<std::pair<std::string, std::int64_t>> all;
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return all;
        }
        all.emplace_back(rows->text(0), rows->integer(1));
    }
}

constexpr std::string_view kByCategory =
    "SELECT category, count(*) FROM mentions GROUP BY category ORDER BY count(*) DESC, category";

/// A principal is the code up to the colon; a mention counts once for each of its two sides.
constexpr std::string_view kByActor =
    "SELECT principal, count(*) FROM ("
    "SELECT substr(source, 1, instr(source || ':', ':') - 1) AS principal FROM mentions "
    "UNION ALL SELECT substr(target, 1, instr(target || ':', ':') - 1) FROM mentions) "
    "GROUP BY principal ORDER BY count(*) DESC, principal LIMIT 10";

/// Mentions of the same day, actors, category and mode tell of one event; the two sides of a
/// symmetric relation may stand in either order.
constexpr std::string_view kEvents =
    "SELECT count(*) FROM (SELECT DISTINCT from_day, to_day, min(source, target), "
    "max(source, target), category, mode FROM mentions)";

std::optional<Day> day(std::string_view text)
{
    const auto parsed = parse_day(text);
    return parsed ? std::optional{*parsed} : std::nullopt;
}

} // namespace

Result<StoreStatistics> Store::statistics() const
{
    const Database& database = impl_->database;
    StoreStatistics statistics;
    const std::array<std::pair<std::string_view, std::int64_t*>, 6> questions{{
        {"SELECT count(*) FROM articles", &statistics.articles},
        {"SELECT count(*) FROM mentions", &statistics.mentions},
        {"SELECT count(*) FROM (SELECT source FROM mentions UNION SELECT target FROM mentions)",
         &statistics.actors},
        {kEvents, &statistics.events},
        {"SELECT count(*) FROM loads", &statistics.loads},
        {"SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
         &statistics.bytes},
    }};
    for (const auto& [sql, answer] : questions) {
        const auto value = database.integer(sql);
        if (!value) {
            return value.error();
        }
        *answer = *value;
    }
    const auto groups = impl_->duplicate_groups();
    const auto categories = counts(database, kByCategory);
    const auto actors = counts(database, kByActor);
    const auto days = counts(database, "SELECT min(from_day) || '/' || max(from_day), 0 FROM "
                                       "mentions WHERE from_day <> ''");
    if (!groups || !categories || !actors || !days) {
        return !groups ? groups.error()
                       : (!categories ? categories.error()
                                      : (!actors ? actors.error() : days.error()));
    }
    std::set<std::int64_t> distinct;
    for (const auto& [article, group] : *groups) {
        distinct.insert(group);
    }
    statistics.duplicate_articles =
        static_cast<std::int64_t>(groups->size()) - static_cast<std::int64_t>(distinct.size());
    statistics.mentions_by_category = *categories;
    statistics.mentions_by_actor = *actors;
    if (!days->empty()) {
        const std::string& range = days->front().first;
        statistics.first_day = day(range.substr(0, range.find('/')));
        statistics.last_day = day(range.substr(range.find('/') + 1));
    }
    return statistics;
}

} // namespace entente::store
