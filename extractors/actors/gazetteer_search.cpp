// SPDX-License-Identifier: Apache-2.0
// Looking up actors for a person who typed a name.
#include "core/text.hpp"
#include "extractors/actors/gazetteer.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace entente::actors {

namespace {

constexpr std::size_t kFarthestTypo = 2;

/// Levenshtein distance, cut off above `limit`. O(n · m) in time, O(m) in space.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit)
{
    if (a.size() > b.size() + limit || b.size() > a.size() + limit) {
        return limit + 1;
    }
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitute = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
        }
    }
    return row[b.size()];
}

/// Smaller is better; nothing above 4 counts.
std::size_t rank_of(std::string_view name, std::string_view query)
{
    if (name == query) {
        return 1;
    }
    if (name.substr(0, query.size()) == query) {
        return 2;
    }
    if (name.find(query) != std::string_view::npos) {
        return 3;
    }
    const bool close =
        query.size() > 4 && edit_distance(name, query, kFarthestTypo) <= kFarthestTypo;
    return close ? 4 : 5;
}

/// Calls `see` for each name of an entry but its places, folded.
template <typename See>
void for_each_name(const Entry& entry, const See& see)
{
    for (const auto* list : {&entry.names, &entry.adjectives, &entry.seats}) {
        for (const std::string& name : *list) {
            see(text::fold(name));
        }
    }
}

} // namespace

std::vector<const Entry*> Gazetteer::search(std::string_view query, std::size_t limit) const
{
    const std::string folded = text::fold(text::trim(query));
    if (folded.empty()) {
        return {};
    }
    std::set<std::tuple<std::size_t, std::size_t, std::size_t>> ranked; // rank, length, entry
    std::vector<std::size_t> best(entries_.size(), 5);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (text::fold(entries_[i].actor.code.text()) == folded) {
            best[i] = 0;
        }
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        for_each_name(entries_[i], [&](const std::string& name) {
            best[i] = std::min(best[i], rank_of(name, folded));
        });
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (best[i] < 5) {
            ranked.emplace(best[i], entries_[i].actor.name.size(), i);
        }
    }
    std::vector<const Entry*> found;
    for (const auto& [rank, length, entry] : ranked) {
        if (found.size() == limit) {
            break;
        }
        found.push_back(&entries_[entry]);
    }
    return found;
}

std::vector<const Office*> Gazetteer::search_people(std::string_view query, std::size_t limit) const
{
    constexpr std::size_t kPartOfName = 3;
    const std::string folded = text::fold(text::trim(query));
    if (folded.empty()) {
        return {};
    }
    std::vector<std::pair<std::size_t, const Office*>> ranked;
    for (const Office& office : offices_) {
        const std::size_t rank = rank_of(text::fold(office.person), folded);
        if (rank <= kPartOfName) {
            ranked.emplace_back(rank, &office);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& left, const auto& right) {
        const Office& one = *left.second;
        const Office& two = *right.second;
        return std::tie(left.first, one.person, two.term.from) <
               std::tie(right.first, two.person, one.term.from);
    });
    std::vector<const Office*> found;
    for (const auto& [rank, office] : ranked) {
        if (found.size() == limit) {
            break;
        }
        found.push_back(office);
    }
    return found;
}

std::optional<ActorCode> Gazetteer::resolve(std::string_view name_or_code) const
{
    const std::string folded = text::fold(text::trim(name_or_code));
    for (const Entry& entry : entries_) {
        if (entry.actor.code.text() == text::trim(name_or_code)) {
            return entry.actor.code;
        }
    }
    const Entry* found = nullptr;
    for (const Entry& entry : entries_) {
        for_each_name(entry, [&](const std::string& name) {
            // The whole actor rather than one of its sectors.
            const bool better = found == nullptr || (entry.actor.code.sector().empty() &&
                                                     !found->actor.code.sector().empty());
            found = name == folded && better ? &entry : found;
        });
    }
    if (found != nullptr) {
        return found->actor.code;
    }
    for (const Entry& entry : entries_) {
        if (text::fold(entry.actor.code.text()) == folded) {
            return entry.actor.code;
        }
    }
    return std::nullopt;
}

} // namespace entente::actors
