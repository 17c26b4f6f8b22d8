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
    Status read = rows->for_each([&]() -> Status {
        all.emplace_back(rows->text(0), rows->integer(1));
        return {};
    });
    if (!read) {
        return read.error();
    }
    return all;
}

constexpr std::string_view kByCategory =
    "SELECT category, count(*) FROM mentions GROUP BY category ORDER BY count(*) DESC, category";

/// A principal is the code up to the colon; a mention counts once for each of its two sides.
constexpr std::string_view kByActor =
    "SELECT principal, count(*) FROM ("
    "SELECT substr(source, 1, instr(source || ':', ':') - 1) AS principal FROM mentions "
    "UNION ALL SELECT substr(target, 1, instr(target || ':', ':') - 1) FROM mentions) "
    "GROUP BY principal ORDER BY count(*) DESC, principal LIMIT 10";

/// Mentions of the same days, actors, category and mode tell of one event; the two sides of a
/// symmetric relation may stand in either order. Undated ones are events of their article's own.
constexpr std::string_view kEvents =
    "SELECT DISTINCT from_day, to_day, CASE WHEN symmetric THEN min(source, target) ELSE source "
    "END, CASE WHEN symmetric THEN max(source, target) ELSE target END, category, mode, "
    "CASE WHEN from_day = '' THEN article ELSE 0 END FROM mentions";

/// Near-copies that speak without a date speak of the same event.
Result<std::int64_t> count_events(const Database& database, const Groups& groups)
{
    auto rows = database.prepare(kEvents);
    if (!rows) {
        return rows.error();
    }
    std::int64_t dated = 0;
    std::set<std::pair<std::string, std::int64_t>> undated;
    Status read = rows->for_each([&]() -> Status {
        if (!rows->text(0).empty()) {
            ++dated;
            return {};
        }
        std::string what;
        for (const int column : {2, 3, 4, 5}) {
            what += rows->text(column);
            what += '\n';
        }
        const std::int64_t article = rows->integer(6);
        const auto group = groups.find(article);
        // Rows count from 1, so a row's negative is no group.
        undated.emplace(std::move(what), group == groups.end() ? -article : group->second);
        return {};
    });
    if (!read) {
        return read.error();
    }
    return dated + static_cast<std::int64_t>(undated.size());
}

std::optional<Day> day(std::string_view text)
{
    const auto parsed = parse_day(text);
    return parsed ? std::optional{*parsed} : std::nullopt;
}

} // namespace

Result<StoreStatistics> Store::statistics() const
{
    const Database& database = impl_->database;
    const ReadTransaction moment{database};
    StoreStatistics statistics;
    const std::array<std::pair<std::string_view, std::int64_t*>, 5> questions{{
        {"SELECT count(*) FROM articles", &statistics.articles},
        {"SELECT count(*) FROM mentions", &statistics.mentions},
        {"SELECT count(*) FROM (SELECT source FROM mentions UNION SELECT target FROM mentions)",
         &statistics.actors},
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
    if (!groups) {
        return groups.error();
    }
    const auto events = count_events(database, **groups);
    const auto categories = counts(database, kByCategory);
    const auto actors = counts(database, kByActor);
    const auto days = counts(database, "SELECT min(from_day) || '/' || date(max(to_day), '-1 day'),"
                                       " 0 FROM mentions WHERE from_day <> ''");
    if (!events) {
        return events.error();
    }
    for (const auto* counted : {&categories, &actors, &days}) {
        if (!*counted) {
            return counted->error();
        }
    }
    statistics.events = *events;
    std::set<std::int64_t> distinct;
    for (const auto& [article, group] : **groups) {
        distinct.insert(group);
    }
    statistics.duplicate_articles =
        static_cast<std::int64_t>((*groups)->size()) - static_cast<std::int64_t>(distinct.size());
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
