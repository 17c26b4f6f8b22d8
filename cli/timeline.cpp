// SPDX-License-Identifier: Apache-2.0
#include "cli/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace entente::cli {

namespace {

constexpr int kMostYears = 400; // a wild date must not fill the screen

int year_of(Day day)
{
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

auto key_of(const TimelineEvent& event)
{
    const bool undated = !event.date;
    const DateRange range = event.date ? event.date->range : DateRange{};
    return std::tuple{undated,      range.from,     range.to,   event.source,
                      event.target, event.category, event.mode, event.status};
}

} // namespace

std::vector<TimelineEvent> make_timeline(const std::vector<store::StoredMention>& mentions,
                                         const Ontology& ontology)
{
    std::map<decltype(key_of({})), TimelineEvent> events;
    for (const store::StoredMention& stored : mentions) {
        const Mention& mention = stored.mention;
        TimelineEvent event;
        event.date = mention.date;
        const bool swap = mention.symmetric && mention.target.code < mention.source.code;
        event.source = swap ? mention.target.code : mention.source.code;
        event.target = swap ? mention.source.code : mention.target.code;
        event.symmetric = mention.symmetric;
        event.category = mention.category;
        event.mode = mention.mode;
        event.status = mention.status;
        event.score = ontology.score(mention.category, mention.mode);
        TimelineEvent& merged = events.try_emplace(key_of(event), event).first->second;
        ++merged.mentions;
        if (merged.evidence == 0 || mention.confidence > merged.confidence) {
            merged.confidence = mention.confidence;
            merged.label = mention.label;
            merged.alleged = mention.alleged;
            merged.evidence = stored.id;
        }
    }
    std::vector<TimelineEvent> ordered;
    ordered.reserve(events.size());
    for (auto& [key, event] : events) {
        ordered.push_back(std::move(event));
    }
    return ordered;
}

std::vector<YearTension> tension_by_year(const std::vector<TimelineEvent>& events)
{
    std::map<int, std::pair<double, std::size_t>> sums;
    for (const TimelineEvent& event : events) {
        if (event.date && event.status == Factuality::actual) {
            auto& [sum, count] = sums[year_of(event.date->range.from)];
            sum -= event.score;
            ++count;
        }
    }
    std::vector<YearTension> years;
    if (sums.empty()) {
        return years;
    }
    const int last = sums.rbegin()->first;
    for (int year = std::max(sums.begin()->first, last - kMostYears); year <= last; ++year) {
        const auto found = sums.find(year);
        if (found == sums.end()) {
            years.push_back({year, 0, std::numeric_limits<double>::quiet_NaN()});
        } else {
            const auto& [sum, count] = found->second;
            years.push_back({year, count, sum / static_cast<double>(count)});
        }
    }
    return years;
}

std::string format_event_date(const std::optional<EventDate>& date)
{
    if (!date) {
        return "undated";
    }
    const std::string from = format_day(date->range.from);
    const Day last = date->range.to - std::chrono::days{1};
    switch (date->precision) {
    case DatePrecision::month:
        return from.substr(0, 7);
    case DatePrecision::year:
        return from.substr(0, 4);
    default:
        return last <= date->range.from ? from : fmt::format("{} to {}", from, format_day(last));
    }
}

std::string format_pair(const ActorCode& source, const ActorCode& target, bool symmetric)
{
    return fmt::format("{} {} {}", source.text(), symmetric ? "–" : "→", target.text());
}

} // namespace entente::cli
