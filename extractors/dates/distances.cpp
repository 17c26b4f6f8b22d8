// SPDX-License-Identifier: Apache-2.0
// Times by their distance: "two weeks ago" from publication, "a year earlier" from the text.
#include "extractors/dates/counts.hpp"
#include "extractors/dates/reading.hpp"

namespace entente::dates {

namespace {

constexpr int kMostUnits = 10000;

struct Distance {
    std::size_t last = 0;
    Count count;
    Unit unit;
    int side = 0;         ///< before or after
    bool of_text = false; ///< counted from what the text named
};

std::optional<Distance> distance_at(const Words& words, std::size_t i)
{
    const auto count = read_count(words, i, true);
    if (!count) {
        return std::nullopt;
    }
    std::size_t at = i + count->length;
    if (const Match filler = words.match(at, Kind::filler); filler && !words.is_dash(at)) {
        at += filler.count;
    }
    const Match unit = words.match(at, Kind::unit);
    const Match after = unit ? words.match(at + 1, Kind::after) : Match{};
    if (!after || count->value > kMostUnits) {
        return std::nullopt;
    }
    const int how = after.entry->number;
    return Distance{at + 1 + after.count, *count, parse_unit(unit.entry->value), how < 0 ? -1 : 1,
                    how == 2 || how == -2};
}

/// "a year earlier" of a report on a quarter is the same quarter of the year before.
std::optional<Period> same_quarter(const Context& context, const Distance& distance)
{
    const auto quarter = context.discourse.quarter();
    const bool year = distance.unit.letter == 'Y' && distance.unit.times == 1;
    return quarter && year && distance.side < 0 && distance.count.value == 1
               ? period_at({'Q', 1, false}, *quarter, -4)
               : std::nullopt;
}

/// As exact as the unit: two weeks ago is a week, three years ago a year.
std::optional<Period> period_there(const Distance& distance, Day anchor)
{
    Unit unit = distance.unit;
    int by = distance.side * distance.count.value;
    if (distance.count.half && unit.letter == 'Y') {
        by = by * 12 + distance.side * 6;
        unit.letter = 'M';
    }
    if (unit.letter == 'Y') {
        return year_period(year_of(anchor) + by * unit.times);
    }
    const auto day = moved(anchor, unit, by);
    if (!day || unit.clock) {
        return std::nullopt;
    }
    if (distance.count.half && distance.unit.letter == 'Y') {
        return year_period(year_of(*day));
    }
    return period_at({unit.letter, 1, false}, *day, 0);
}

std::optional<Day> anchor_of(const Context& context, const Distance& distance)
{
    if (!distance.of_text) {
        return context.today;
    }
    const bool day = distance.unit.letter == 'D' || distance.unit.letter == 'W';
    const auto named =
        day ? context.discourse.day()
            : (distance.unit.letter == 'Y' ? context.discourse.year() : context.discourse.month());
    // "A year earlier" in a text that has named no time yet counts from the text itself.
    return named || distance.side > 0 ? named : context.today;
}

} // namespace

Found read_distance(const Context& context, std::size_t i)
{
    const auto distance = distance_at(context.words, i);
    if (!distance) {
        return std::nullopt;
    }
    if (distance->count.open || distance->unit.clock) {
        if (distance->of_text) {
            return std::nullopt; // "an hour later" is read as the hour that passed
        }
        const Type type = distance->unit.clock ? Type::time : Type::date;
        return undated(i, distance->last, type, distance->side < 0 ? "PAST_REF" : "FUTURE_REF");
    }
    if (const auto quarter = same_quarter(context, *distance)) {
        Expression out = dated(i, distance->last, quarter, DateBasis::relative);
        out.aside = true;
        return out;
    }
    const auto anchor = anchor_of(context, *distance);
    if (!anchor && distance->of_text) {
        return std::nullopt;
    }
    const auto period = anchor ? period_there(*distance, *anchor) : std::nullopt;
    return dated(i, distance->last, period, DateBasis::relative);
}

} // namespace entente::dates
