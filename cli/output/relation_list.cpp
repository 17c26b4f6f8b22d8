// SPDX-License-Identifier: Apache-2.0
#include "cli/output/relation_list.hpp"

#include "cli/output/evidence.hpp"
#include "cli/output/table.hpp"
#include "cli/output/width.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::cli {

namespace {

constexpr std::size_t kBarColumns = 6;
/// One line of evidence where no terminal tells how long a line may be.
constexpr std::size_t kLineColumns = 100;

std::string years_of(const std::optional<DateRange>& period)
{
    if (!period) {
        return "";
    }
    const std::string first = format_day(period->from).substr(0, 4);
    const std::string last = format_day(period->to - std::chrono::days{1}).substr(0, 4);
    return first == last ? first : first + "–" + last;
}

/// \param line_under what stands under each relation, or nothing
void print(Session& session, const std::vector<graph::Relation>& relations,
           const std::vector<std::string>& line_under)
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
        if (i < line_under.size()) {
            table.add_line(line_under[i]);
        }
    }
    table.print(session);
}

/// The most certain mention that says what the relation is listed as; else the most certain one.
Result<store::StoredMention> best_evidence(const store::Store& store,
                                           const graph::Relation& relation)
{
    constexpr std::size_t kTried = 50;
    const std::size_t count = std::min(kTried, relation.evidence.size());
    for (std::size_t i = 0; i < count; ++i) {
        auto stored = store.mention(relation.evidence[i]);
        if (!stored || (stored->mention.category == relation.category &&
                        stored->mention.label == relation.label)) {
            return stored;
        }
    }
    return store.mention(relation.evidence.front());
}

} // namespace

void print_relations(Session& session, const std::vector<graph::Relation>& relations)
{
    print(session, relations, {});
}

Status print_relations_with_evidence(Session& session, const store::Store& store,
                                     const std::vector<graph::Relation>& relations)
{
    // Under the bars, so that the numbers stand out.
    const std::string indent(std::to_string(relations.size()).size() + 2, ' ');
    const std::size_t width =
        session.terminal.columns == 0 ? kLineColumns : session.terminal.columns;
    std::vector<std::string> lines;
    for (const graph::Relation& relation : relations) {
        const auto best = best_evidence(store, relation);
        if (!best) {
            return best.error();
        }
        lines.push_back(indent +
                        evidence_line(session, *best, width - std::min(width, indent.size())));
    }
    print(session, relations, lines);
    return {};
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
    values.reserve(years.size());
    for (const YearTension& year : years) {
        values.push_back(year.tension);
    }
    const std::string last =
        years.size() == 1 ? std::string{} : fmt::format(" {}", years.back().year);
    session.out << fmt::format("tension  {} {}{}  (▁ cooperation, █ conflict)\n",
                               years.front().year, sparkline(values, -10.0, 10.0), last);
}

} // namespace entente::cli
