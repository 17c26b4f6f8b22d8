// SPDX-License-Identifier: Apache-2.0
// Days by the name of the weekday or of the holiday, and by where they lie from today.
#include "extractors/dates/months.hpp"
#include "extractors/dates/reading.hpp"

namespace entente::dates {

namespace {

namespace chr = std::chrono;

/// The last such day up to `day`, or the first from it on.
Day last_until(Day day, int weekday)
{
    const int now = static_cast<int>(chr::weekday{day}.iso_encoding());
    return day - chr::days{(now + 7 - weekday) % 7};
}

Day first_from(Day day, int weekday)
{
    return last_until(day + chr::days{6}, weekday);
}

std::optional<Day> weekday_near(const Context& context, std::size_t word, int weekday)
{
    if (!context.today) {
        return std::nullopt;
    }
    const bool ahead = context.tenses.around(word) == Direction::ahead;
    return ahead ? first_from(*context.today, weekday) : last_until(*context.today, weekday);
}

/// With "last", "next" or "this" before it, from publication; with "following" from the text.
std::optional<Day> weekday_beside(const Context& context, std::size_t word, int weekday,
                                  const Match& move)
{
    const int shift = move.entry->number;
    const bool sequel = move.entry->kind == Kind::sequel;
    const auto anchor = sequel ? context.discourse.day() : context.today;
    if (!anchor || (sequel && shift == 0)) {
        return std::nullopt;
    }
    if (shift == 0) {
        return weekday_near(context, word, weekday);
    }
    return shift < 0 ? last_until(*anchor - chr::days{1}, weekday)
                     : first_from(*anchor + chr::days{1}, weekday);
}

std::optional<Period> period_of(std::optional<Day> day)
{
    return day ? day_period(*day) : std::nullopt;
}

/// "XXXX-WXX-2" where no day of publication tells which Tuesday.
Expression of_weekday(std::size_t first, std::size_t last, std::optional<Day> day, int weekday)
{
    Expression out = dated(first, last, period_of(day), DateBasis::relative);
    if (!day) {
        out.value = "XXXX-WXX-" + std::to_string(weekday);
    }
    return out;
}

std::optional<Period> holiday_near(const Context& context, std::size_t word, std::string_view rule,
                                   int shift)
{
    if (!context.today) {
        return std::nullopt;
    }
    const Day today = *context.today;
    const Direction direction = context.tenses.around(word);
    const bool back = shift < 0 || (shift == 0 && direction == Direction::back);
    const bool ahead = shift > 0 || (shift == 0 && direction == Direction::ahead);
    return nearest_in_years(
        today, [&](int year) { return period_of(holiday_in(year, rule)); },
        [&](const Period& period) {
            const Day day = period.range.from;
            return !(back && day > today) && !(ahead && day < today);
        });
}

} // namespace

Found read_weekday(const Context& context, std::size_t i)
{
    const Words& words = context.words;
    if (const Match day = words.is_in_name(i) ? Match{} : words.match(i, Kind::shifted_day)) {
        const auto at = context.today ? day_period(*context.today + chr::days{day.entry->number})
                                      : std::nullopt;
        return dated(i, i + day.count, at, DateBasis::relative);
    }
    if (const Match weekday = weekday_at(words, i)) {
        const int number = weekday.entry->number;
        return of_weekday(i, i + 1, weekday_near(context, i, number), number);
    }
    const std::size_t at = i + (words.at(i) == "the" ? 1 : 0);
    Match move = words.match(at, Kind::shift);
    move = move ? move : words.match(at, Kind::sequel);
    const Match weekday = move ? weekday_at(words, at + move.count) : Match{};
    if (!weekday) {
        return std::nullopt;
    }
    const int number = weekday.entry->number;
    return of_weekday(i, at + move.count + 1, weekday_beside(context, at, number, move), number);
}

Found read_holiday(const Context& context, std::size_t i)
{
    const Words& words = context.words;
    const Match move = words.match(i, Kind::shift);
    const std::size_t at = i + move.count;
    const Match holiday = words.match(at, Kind::holiday);
    if (!holiday || !(words.is_capital(at) || words.at(at) == "the") ||
        (holiday.count == 1 && words.is_in_name(at))) {
        return std::nullopt;
    }
    const std::size_t last = at + holiday.count;
    const std::string_view rule = holiday.entry->value;
    const std::size_t behind = last + (words.at(last) == "," || words.at(last) == "of" ? 1 : 0);
    const Found year = move ? std::nullopt : read_year(context, behind);
    if (year && year->precision == DatePrecision::year && year->range) {
        return dated(i, year->last, period_of(holiday_in(year_of(year->range->from), rule)),
                     DateBasis::explicit_);
    }
    return dated(i, last, holiday_near(context, at, rule, move ? move.entry->number : 0),
                 DateBasis::relative);
}

} // namespace entente::dates
