// SPDX-License-Identifier: Apache-2.0
#include "cli/output/relation_list.hpp"

#include "cli/output/table.hpp"
#include "cli/output/width.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::cli {

namespace {

constexpr std::size_t kBarColumns = 6;

std::string years_of(const std::optional<DateRange>& period)
{
    if (!period) {
        return "";
    }
    const std::string first = format_day(period->from).substr(0, 4);
    const std::string last = format_day(period->to - std::chrono::days{1}).substr(0, 4);
    return first == last ? first : first + "–" + last;
}

} // namespace

void print_relations(Session& session, const std::vector<graph::Relation>& relations)
{
    double heaviest = 0.0;
    bool grouped = false;
    for (const graph::Relation& relation : relations) {
        heaviest = std::max(heaviest, relation.weight);
        grouped = grouped || !relation.key.empty();
    }
    Table table{{{"", Align::right},
                 {""},
                 {"actors"},
                 {grouped ? "group" : "class"},
                 {"label"},
                 {"years"},
                 {"mentions", Align::right},
                 {"sources", Align::right}}};
    for (std::size_t i = 0; i < relations.size(); ++i) {
        const graph::Relation& relation = relations[i];
        const double share = heaviest > 0.0 ? relation.weight / heaviest : 0.0;
        table.add({std::to_string(i + 1), bar(share, kBarColumns),
                   fmt::format("{} {} {}", display_name(relation.source),
                               relation.directed ? "→" : "–", display_name(relation.target)),
                   relation.key.empty() ? std::string{to_string(relation.quad)} : relation.key,
                   relation.label, years_of(relation.period), std::to_string(relation.mentions),
                   std::to_string(relation.sources)});
    }
    table.print(session);
}

void print_timeline(Session& session, const std::vector<TimelineEvent>& events)
{
    Table table{{{"date"}, {"actors"}, {"category"}, {"label"}, {"status"}, {"n", Align::right}}};
    for (const TimelineEvent& event : events) {
        table.add({format_event_date(event.date),
                   format_pair(event.source, event.target, event.symmetric),
                   event.category + (event.mode.empty() ? "" : " " + event.mode), event.label,
                   std::string{to_string(event.status)} + (event.alleged ? ", alleged" : ""),
                   std::to_string(event.mentions)});
    }
    table.print(session);
}

void print_tension(Session& session, const std::vector<YearTension>& years)
{
    if (years.empty()) {
        return;
    }
    std::vector<double> values;
    for (const YearTension& year : years) {
        values.push_back(year.tension);
    }
    const std::string last =
        years.size() == 1 ? std::string{} : fmt::format(" {}", years.back().year);
    session.out << fmt::format("tension  {} {}{}  (▁ cooperation, █ conflict)\n",
                               years.front().year, sparkline(values, -10.0, 10.0), last);
}

} // namespace entente::cli
