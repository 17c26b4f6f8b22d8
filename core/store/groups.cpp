// SPDX-License-Identifier: Apache-2.0
// Which articles are near-copies of each other, and which records tell of one article: the groups
// of a store as it is now.
#include "core/store/duplicates.hpp"
#include "core/store/store_impl.hpp"

#include <algorithm>

namespace entente::store {

namespace {

using Pairs = std::vector<std::pair<std::int64_t, std::int64_t>>;

constexpr std::string_view kPairs = "SELECT a, b FROM near_copies";

/// Articles whose signature is near another's, or is another article's too.
constexpr std::string_view kCopies =
    "SELECT id, key, signature FROM articles WHERE signature IN ("
    "SELECT a FROM near_copies UNION SELECT b FROM near_copies UNION "
    "SELECT signature FROM articles WHERE signature IS NOT NULL "
    "GROUP BY signature HAVING count(*) > 1)";

/// Records without a text that name the same source: one article told all of them.
constexpr std::string_view kRecords =
    "SELECT id, key, uri FROM articles WHERE text = '' AND uri <> '' AND uri IN ("
    "SELECT uri FROM articles WHERE text = '' AND uri <> '' GROUP BY uri HAVING count(*) > 1) "
    "ORDER BY uri, key";

/// Each gets the number of the first of its address. They have no signature, so no other group.
Status group_records(const Database& database, Groups& groups)
{
    auto records = database.prepare(kRecords);
    if (!records) {
        return records.error();
    }
    std::string uri;
    std::int64_t number = 0;
    return records->for_each([&]() -> Status {
        if (records->text(2) != uri) {
            uri = records->text(2);
            number = group_number(records->text(1));
        }
        groups.emplace(records->integer(0), number);
        return {};
    });
}

Result<Groups> compute_groups(const Database& database)
{
    auto near = database.prepare(kPairs);
    auto copies = database.prepare(kCopies);
    if (!near || !copies) {
        return !near ? near.error() : copies.error();
    }
    Pairs pairs;
    Status read = near->for_each([&]() -> Status {
        pairs.emplace_back(near->integer(0), near->integer(1));
        return {};
    });
    if (!read) {
        return read.error();
    }
    const auto components = connected_components(pairs);
    std::unordered_map<std::int64_t, std::int64_t> component_of; // by article
    std::unordered_map<std::int64_t, std::string> smallest;      // article id, by component
    read = copies->for_each([&]() -> Status {
        const std::int64_t signature = copies->integer(2);
        const auto found = components.find(signature);
        const std::int64_t component = found == components.end() ? signature : found->second;
        component_of.emplace(copies->integer(0), component);
        const auto [at, first] = smallest.try_emplace(component, copies->text(1));
        if (!first && copies->text(1) < at->second) {
            at->second = copies->text(1);
        }
        return {};
    });
    if (!read) {
        return read.error();
    }
    Groups groups;
    for (const auto& [article, component] : component_of) {
        groups.emplace(article, group_number(smallest.at(component)));
    }
    if (Status grouped = group_records(database, groups); !grouped) {
        return grouped.error();
    }
    return groups;
}

} // namespace

Result<const Groups*> Store::Impl::duplicate_groups() const
{
    const auto version = database.integer("PRAGMA data_version");
    if (!version) {
        return version.error();
    }
    if (!groups || groups_version != *version) {
        auto computed = compute_groups(database);
        if (!computed) {
            return computed.error();
        }
        groups = std::move(*computed);
        groups_version = *version;
    }
    return &*groups;
}

} // namespace entente::store
