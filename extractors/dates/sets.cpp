// SPDX-License-Identifier: Apache-2.0
// What comes again and again: "every week", "daily", "twice a year", "on Mondays".
#include "extractors/dates/counts.hpp"
#include "extractors/dates/months.hpp"
#include "extractors/dates/reading.hpp"

namespace entente::dates {

namespace {

std::string weekday_value(int weekday)
{
    return "XXXX-WXX-" + std::to_string(weekday);
}

/// "Mondays", "Tuesday nights".
Found repeated_weekday(const Words& words, std::size_t i)
{
    if (const Match plural = words.match(i, Kind::weekdays); plural && words.is_capital(i)) {
        return undated(i, i + 1, Type::set, weekday_value(plural.entry->number));
    }
    const Match weekday = weekday_at(words, i);
    const Match part = weekday ? words.match(i + 1, Kind::day_part) : Match{};
    if (!part || !words.at(i + 1).ends_with('s')) {
        return std::nullopt;
    }
    return undated(i, i + 2, Type::set,
                   weekday_value(weekday.entry->number) + 'T' + part.entry->value);
}

/// "every two weeks", "each month", "every Friday night", "once a year".
Found every(const Context& context, std::size_t i)
{
    const Words& words = context.words;
    const Match every = words.match(i, Kind::every);
    if (!every) {
        return std::nullopt;
    }
    std::size_t at = i + every.count;
    const auto count = every.entry->number == 1 ? read_count(words, at, false) : std::nullopt;
    at += count ? count->length : 0;
    if (const Match unit = words.match(at, Kind::unit)) {
        const Unit parsed = parse_unit(unit.entry->value);
        Count times = count.value_or(Count{0, every.entry->number, false, false});
        times.open = times.open || every.entry->value == "X";
        return undated(i, at + 1, Type::set,
                       (parsed.clock ? "PT" : "P") + times.text(parsed.times) + parsed.letter);
    }
    if (const Match part = words.match(at, Kind::day_part); part && !count) {
        return undated(i, at + 1, Type::set, "XXXX-XX-XXT" + part.entry->value);
    }
    if (const Match weekday = count ? Match{} : weekday_at(words, at)) {
        return undated(i, at + 1, Type::set, weekday_value(weekday.entry->number));
    }
    const Match month = count ? Match{} : words.match(at, Kind::month);
    return month && words.is_capital(at)
               ? Found{undated(i, at + 1, Type::set,
                               month.entry->number < 10
                                   ? "XXXX-0" + std::to_string(month.entry->number)
                                   : "XXXX-" + std::to_string(month.entry->number))}
               : std::nullopt;
}

} // namespace

Found read_set(const Context& context, std::size_t i)
{
    const Words& words = context.words;
    Match set = words.match(i, Kind::set);
    if (!set && words.has(i) && words.token(i).upos == "ADV") {
        set = words.match(i, Kind::set_adverb);
    }
    if (set) {
        const bool name = words.is_in_title(i) || words.is_in_name(i);
        return name ? std::nullopt : Found{undated(i, i + set.count, Type::set, set.entry->value)};
    }
    if (Found weekday = repeated_weekday(words, i)) {
        return weekday;
    }
    return every(context, i);
}

} // namespace entente::dates
