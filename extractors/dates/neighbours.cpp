// SPDX-License-Identifier: Apache-2.0
// Periods beside the present one or beside one that the text named: "last month", "the following
// day", "the past three years", "the quarter", "the same period of last year".
#include "extractors/dates/counts.hpp"
#include "extractors/dates/reading.hpp"

namespace entente::dates {

namespace {

namespace chr = std::chrono;

/// The day from which a move counts: of publication, or the last that the text named.
std::optional<Day> anchor_of(const Context& context, const Match& move, Unit unit)
{
    if (move.entry->kind == Kind::shift) {
        return context.today;
    }
    if (unit.letter == 'D') {
        return context.discourse.day();
    }
    if (unit.letter == 'Q') {
        return context.discourse.quarter();
    }
    return unit.letter == 'Y' ? context.discourse.year() : context.discourse.month();
}

/// "the past three months" ends today, "the next two weeks" begins tomorrow.
std::optional<DateRange> stretch(const Context& context, Unit unit, int count, int shift)
{
    if (!context.today || shift == 0) {
        return std::nullopt;
    }
    const Day tomorrow = *context.today + chr::days{1};
    const auto end = moved(shift < 0 ? *context.today : tomorrow, unit, shift * count);
    if (!end || !day_period(*end)) {
        return std::nullopt;
    }
    return shift < 0 ? DateRange{*end, tomorrow} : DateRange{tomorrow, *end};
}

/// "the past three months", "the next few days": a duration that has its place.
Found read_stretch(const Context& context, std::size_t i, const Match& move, std::size_t at)
{
    const Words& words = context.words;
    const auto count = read_count(words, at, false);
    std::size_t unit_at = at + (count ? count->length : 0);
    for (Match filler = words.match(unit_at, Kind::filler); filler && unit_at < at + 6;
         filler = words.match(unit_at, Kind::filler)) {
        unit_at += filler.count;
    }
    const Match unit = words.match(unit_at, Kind::unit);
    const bool past = words.at(at - 1) == "past" && !words.at(unit_at).ends_with('s');
    if (!unit || words.is_in_title(unit_at) || (!count && !past)) {
        return std::nullopt;
    }
    const Unit parsed = parse_unit(unit.entry->value);
    const Count amount = count.value_or(Count{0, 1, false, false});
    Expression out = undated(i, unit_at + 1, Type::duration, "P");
    out.value += (parsed.clock ? "T" : "") + amount.text(parsed.times) + parsed.letter;
    if (move.entry->kind == Kind::shift && !amount.open && !amount.half) {
        out.range = stretch(context, parsed, amount.value, move.entry->number);
    }
    return out;
}

/// "this morning", "that night", "the following evening".
Found part_of_day(const Context& context, std::size_t i, const Match& move, std::size_t at)
{
    const Match part = context.words.match(at, Kind::day_part);
    if (!part) {
        return std::nullopt;
    }
    const auto anchor = anchor_of(context, move, Unit{});
    const auto day = anchor ? day_period(*anchor + chr::days{move.entry->number}) : std::nullopt;
    Expression out = dated(i, at + part.count, day, DateBasis::relative);
    out.type = Type::time;
    if (!out.value.empty()) {
        out.value += "T" + part.entry->value;
    }
    return out;
}

/// "this day" and "the last day" are days of other things; "the next day" follows a day named.
std::optional<Day> day_anchor(const Context& context, const Match& move)
{
    const bool shift = move.entry->kind == Kind::shift;
    return shift && move.entry->number != 1 ? std::nullopt : context.discourse.day();
}

Found read_period(const Context& context, std::size_t i, const Match& move, std::size_t at)
{
    const Words& words = context.words;
    at += words.match(at, Kind::fiscal) ? 1U : 0U;
    const Match unit = words.match(at, Kind::unit);
    const bool plural = unit && words.at(at).ends_with('s');
    if (!unit || plural || words.is_in_title(at) || words.at(at + 1) == "-") {
        return std::nullopt;
    }
    const Unit parsed = parse_unit(unit.entry->value);
    const bool day = parsed.letter == 'D' && !parsed.clock;
    if (parsed.clock || (day && move.entry->kind == Kind::shift && move.entry->number != 1)) {
        return std::nullopt;
    }
    const auto anchor = day ? day_anchor(context, move) : anchor_of(context, move, parsed);
    if (!anchor && move.entry->kind == Kind::sequel) {
        return std::nullopt;
    }
    const auto period = anchor ? period_at(parsed, *anchor, move.entry->number) : std::nullopt;
    return dated(i, at + 1, period, DateBasis::relative);
}

/// "last October": the last that is over or runs; "next March": the first that begins.
Found read_month(const Context& context, std::size_t i, const Match& move, std::size_t at)
{
    const Match month = context.words.match(at, Kind::month);
    if (!month || !context.words.is_capital(at)) {
        return std::nullopt;
    }
    const auto anchor = anchor_of(context, move, Unit{'M', 1, false});
    if (!anchor) {
        return dated(i, at + 1, std::nullopt, DateBasis::relative);
    }
    const int number = month.entry->number;
    const int shift = move.entry->number;
    int year = year_of(*anchor);
    if (shift < 0) {
        year -= number >= month_of(*anchor) ? 1 : 0;
    } else if (shift > 0) {
        year += number <= month_of(*anchor) ? 1 : 0;
    }
    return dated(i, at + 1, month_period(year, number), DateBasis::relative);
}

/// "the quarter", "the weekend", "the year": the one at hand; a year ended on a day lasts a year.
Found read_bare_period(const Context& context, std::size_t i)
{
    const Words& words = context.words;
    const std::size_t at = i + 1 + (words.match(i + 1, Kind::fiscal) ? 1 : 0);
    const Match unit = words.match(at, Kind::unit);
    const std::string_view next = words.at(at + 1);
    if (words.at(i) != "the" || !unit || words.at(at).ends_with('s') || words.is_in_title(at) ||
        next == "-" || next == "that" || next == "when" || next == "of" || next == "after" ||
        next == "before") {
        return std::nullopt;
    }
    const Unit parsed = parse_unit(unit.entry->value);
    if (parsed.clock || parsed.times > 1) {
        return std::nullopt;
    }
    if (parsed.letter != 'Q' && (next == "ended" || next == "ending" || next == "to")) {
        return undated(i, at + 1, Type::duration, std::string{"P1"} + parsed.letter);
    }
    std::optional<Day> anchor = context.today;
    int shift = 0;
    if (parsed.letter == 'D') {
        anchor = context.discourse.day();
    } else if (parsed.letter == 'Q') {
        shift = context.discourse.quarter() ? 0 : -1;
        anchor = context.discourse.quarter() ? context.discourse.quarter() : context.today;
    } else if (parsed.letter == 'E' && anchor) {
        const bool over = chr::weekday{*anchor}.iso_encoding() < 6;
        shift = over && context.tenses.around(i) != Direction::ahead ? -1 : 0;
    }
    const auto period = anchor ? period_at(parsed, *anchor, shift) : std::nullopt;
    return dated(i, at + 1, period, DateBasis::relative);
}

/// "the same period", "the year-ago quarter", "the latest period": the stretch last spoken of, in
/// the year before where the words say so.
Found read_same(const Context& context, std::size_t i)
{
    const Words& words = context.words;
    std::size_t at = i + (words.at(i) == "the" ? 1 : 0);
    int shift = 0;
    const bool year_ago = words.at(at) == "year" && words.is_dash(at + 1) &&
                          (words.at(at + 2) == "ago" || words.at(at + 2) == "earlier");
    const Match move = words.match(i, Kind::sequel);
    const Match latest = words.match(at, Kind::shift);
    if (year_ago) {
        at += 3;
        shift = -1;
    } else if (move && move.entry->number == 0) {
        at = i + move.count;
    } else if (latest && latest.entry->number == -1) {
        at += latest.count;
    } else {
        return std::nullopt;
    }
    const bool period = words.at(at) == "period" || (year_ago && words.at(at) == "quarter");
    if (!period && (!year_ago || words.at(i) == "the")) {
        return std::nullopt;
    }
    const auto quarter = context.discourse.quarter();
    const auto value =
        quarter ? period_at({'Q', 1, false}, *quarter, 4 * shift) : std::optional<Period>{};
    Expression out = dated(i, at + (period ? 1 : 0), value, DateBasis::relative);
    out.aside = year_ago;
    return out;
}

/// "the same month a year ago", "the same period of last year".
void move_to_year_behind(const Context& context, Expression& found)
{
    const Words& words = context.words;
    const std::size_t at =
        found.last + (words.at(found.last) == "of" || words.at(found.last) == "in");
    const bool year_ago = words.at(at) == "a" && words.at(at + 1) == "year" &&
                          (words.at(at + 2) == "ago" || words.at(at + 2) == "earlier");
    const Found year = read_any_year(context, at);
    const bool fits = !found.range || found.precision == DatePrecision::month ||
                      found.precision == DatePrecision::quarter;
    if ((!year_ago && !(year && year->range)) || !fits) {
        return;
    }
    found.last = year_ago ? at + 3 : year->last;
    if (!found.range) {
        return;
    }
    const int to = year_ago ? year_of(found.range->from) - 1 : year_of(year->range->from);
    const int by = to - year_of(found.range->from);
    const bool month = found.precision == DatePrecision::month;
    const auto period =
        period_at({month ? 'M' : 'Q', 1, false}, found.range->from, by * (month ? 12 : 4));
    found = dated(found.first, found.last, period, DateBasis::relative);
    found.aside = true;
}

} // namespace

Found read_neighbour(const Context& context, std::size_t i)
{
    const Words& words = context.words;
    if (const Match night = words.match(i, Kind::shifted_night)) {
        const auto day = context.today ? day_period(*context.today + chr::days{night.entry->number})
                                       : std::nullopt;
        Expression out = dated(i, i + night.count, day, DateBasis::relative);
        out.type = Type::time;
        out.value += out.value.empty() ? "" : "TNI";
        return out;
    }
    if (const Match end = words.match(i, Kind::year_end)) {
        const auto year = context.today ? year_period(year_of(*context.today)) : std::nullopt;
        return dated(i, i + end.count, year, DateBasis::relative);
    }
    if (Found same = read_same(context, i)) {
        move_to_year_behind(context, *same);
        return same;
    }
    const bool the = words.at(i) == "the";
    for (const Kind kind : {Kind::shift, Kind::sequel}) {
        const std::size_t first = words.match(i, kind) ? i : i + (the ? 1 : 0);
        const Match move = words.match(first, kind);
        if (!move) {
            continue;
        }
        const std::size_t at = first + move.count;
        for (const auto reader : {read_stretch, read_period, part_of_day, read_month}) {
            if (Found found = reader(context, i, move, at)) {
                if (kind == Kind::sequel && move.entry->number == 0) {
                    move_to_year_behind(context, *found);
                }
                return found;
            }
        }
    }
    return read_bare_period(context, i);
}

} // namespace entente::dates
