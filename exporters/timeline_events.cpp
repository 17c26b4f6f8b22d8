// SPDX-License-Identifier: Apache-2.0
#include "exporters/timeline_events.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace entente::exporters {

namespace {

using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr int kMostMonths = 60;
constexpr int kMostBins = 250;

auto key_of(const TimelineEvent& event, const Mention& mention)
{
    return std::tuple{event.days.from,  event.days.to, event.source, event.target,
                      mention.category, mention.mode,  event.status};
}

year_month month_of(Day day) noexcept
{
    const year_month_day date{day};
    return date.year() / date.month();
}

int count_months(year_month first, year_month last) noexcept
{
    return static_cast<int>((last - first).count()) + 1;
}

Day first_day(year_month month) noexcept
{
    return Day{month / std::chrono::day{1}};
}

/// The actor as the graph knows it: its sector, or the whole where sectors are joined.
ActorCode code_in(const graph::Snapshot& graph, const ActorCode& code)
{
    return graph.find(code) ? code : code.whole();
}

TimelineEvent event_of(const graph::Snapshot& graph, const Mention& mention)
{
    TimelineEvent event;
    event.days = mention.date->range;
    event.precision = mention.date->precision;
    event.source = code_in(graph, mention.source.code);
    event.target = code_in(graph, mention.target.code);
    if (mention.symmetric && event.target < event.source) {
        std::swap(event.source, event.target);
    }
    event.symmetric = mention.symmetric;
    event.quad = Ontology::builtin().quad(mention.category);
    event.status = mention.status;
    event.score = Ontology::builtin().score(mention.category, mention.mode);
    return event;
}

} // namespace

Day TimelineEvent::middle() const noexcept
{
    return days.from + (days.to - days.from - std::chrono::days{1}) / 2;
}

double TimelineEvent::importance() const noexcept
{
    constexpr double kNotDone = 0.5;
    return (1.0 + std::abs(score)) * confidence *
           std::log2(1.0 + static_cast<double>(articles.size())) *
           (status == Factuality::actual ? 1.0 : kNotDone);
}

Result<TimelineEvents> read_events(const graph::Snapshot& graph, const ExportContext& context)
{
    TimelineEvents read;
    if (!context.evidence) {
        return read;
    }
    using Key = decltype(key_of({}, {}));
    std::map<Key, TimelineEvent> events;
    std::set<std::int64_t> seen; // a mention of two topics stands behind two relations
    for (const graph::Relation& relation : graph.relations()) {
        for (const std::int64_t id : relation.evidence) {
            if (!seen.insert(id).second) {
                continue;
            }
            const auto stored = context.evidence(id);
            if (!stored) {
                return stored.error();
            }
            const Mention& mention = stored->mention;
            if (!mention.date || mention.date->range.empty()) {
                ++read.undated;
                continue;
            }
            const TimelineEvent event = event_of(graph, mention);
            TimelineEvent& merged = events.try_emplace(key_of(event, mention), event).first->second;
            merged.articles.insert(stored->article.duplicate_group);
            // The label that comes first decides among equals, so that no order of reading shows.
            if (std::pair{-mention.confidence, mention.label} <
                std::pair{-merged.confidence, merged.label}) {
                merged.confidence = mention.confidence;
                merged.label = mention.label.empty() ? mention.category : mention.label;
            }
        }
    }
    read.events.reserve(events.size());
    for (auto& [key, event] : events) {
        read.events.push_back(std::move(event));
    }
    return read;
}

TimelineBins make_bins(const std::vector<TimelineEvent>& events)
{
    TimelineBins made;
    if (events.empty()) {
        return made;
    }
    year_month first = month_of(events.front().middle());
    year_month last = first;
    for (const TimelineEvent& event : events) {
        first = std::min(first, month_of(event.middle()));
        last = std::max(last, month_of(event.middle()));
    }
    made.unit = count_months(first, last) <= kMostMonths ? TimelineUnit::month : TimelineUnit::year;
    const months step = made.unit == TimelineUnit::month ? months{1} : months{12};
    if (made.unit == TimelineUnit::year) {
        first = first.year() / std::chrono::January;
        last = last.year() / std::chrono::January;
    }
    const int count = count_months(first, last) / static_cast<int>(step.count()) +
                      (made.unit == TimelineUnit::year ? 1 : 0);
    if (count > kMostBins) {
        first += step * (count - kMostBins);
    }
    for (year_month month = first; month <= last; month += step) {
        made.bins.push_back({first_day(month), first_day(month + step), {}, {}, {}});
    }
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Day day = events[i].middle();
        if (day < made.bins.front().from) {
            ++made.too_early;
            continue;
        }
        const int months_after = count_months(first, month_of(day)) - 1;
        TimelineBin& bin =
            made.bins.at(static_cast<std::size_t>(months_after / static_cast<int>(step.count())));
        const auto quad = static_cast<std::size_t>(events[i].quad);
        ++(events[i].status == Factuality::actual ? bin.done : bin.other).at(quad);
        bin.events.push_back(i);
    }
    return made;
}

} // namespace entente::exporters
