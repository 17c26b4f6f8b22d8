// SPDX-License-Identifier: Apache-2.0
// Days and months by name and number: "5 March 2014", "March 3-5", "September", "2014-03-05".
#include "extractors/dates/counts.hpp"
#include "extractors/dates/months.hpp"
#include "extractors/dates/reading.hpp"
#include "extractors/dates/years.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace entente::dates {

namespace {

struct DayNumber {
    int day = 0;
    std::size_t length = 0;
};

std::optional<DayNumber> day_number(const Words& words, std::size_t i)
{
    if (const auto digits = words.digits(i)) {
        const bool day = *digits >= 1 && *digits <= 31 && words.at(i).size() <= 2;
        return day ? std::optional{DayNumber{*digits, 1}} : std::nullopt;
    }
    const auto ordinal = read_ordinal(words, i);
    const bool day = ordinal && ordinal->value >= 1 && ordinal->value <= 31;
    return day ? std::optional{DayNumber{ordinal->value, ordinal->length}} : std::nullopt;
}

/// The second day of "3-5 March", "from 3 to 5 March", "between 3 and 5 March".
std::optional<DayNumber> second_day(const Words& words, std::size_t first, std::size_t at)
{
    const std::string_view word = words.at(at);
    const bool joins = words.is_dash(at) || word == "to" || word == "through" ||
                       (word == "and" && words.before(first) == "between");
    auto day = joins ? day_number(words, at + 1) : std::nullopt;
    if (day) {
        ++day->length;
    }
    return day;
}

/// What a date is made of, as far as it is there.
struct Parts {
    std::size_t first = 0;
    std::size_t at = 0; ///< the word after what was read
    int day = 0;
    int last_day = 0; ///< of a range
    int month = 0;
    std::optional<int> year;
};

void read_year_behind(const Words& words, Parts& parts, bool bare)
{
    std::size_t at = parts.at;
    at += words.at(at) == "," || (bare && words.at(at) == "of") ? 1U : 0U;
    if (const auto year = year_number(words, at)) {
        parts.year = year->year;
        parts.at = at + year->length;
    }
}

std::optional<Period> day_of(const Context& context, const Parts& parts, int day)
{
    return parts.year ? day_period(*parts.year, parts.month, day)
                      : nearest_day(context, parts.first, parts.month, day);
}

/// "XXXX-03-05" where no day of publication tells which March.
std::string value_without_year(const Parts& parts)
{
    std::string value = fmt::format("XXXX-{:02}", parts.month);
    if (parts.day != 0) {
        value += fmt::format("-{:02}", parts.day);
    }
    if (parts.last_day != 0) {
        value += fmt::format("/XXXX-{:02}-{:02}", parts.month, parts.last_day);
    }
    return value;
}

Expression finished(const Context& context, const Parts& parts)
{
    const DateBasis basis = parts.year ? DateBasis::explicit_ : DateBasis::relative;
    if (!parts.year && !context.today) {
        return undated(parts.first, parts.at, Type::date, value_without_year(parts));
    }
    if (parts.day == 0) {
        return dated(parts.first, parts.at,
                     parts.year ? month_period(*parts.year, parts.month)
                                : nearest_month(context, parts.first, parts.month),
                     basis);
    }
    const auto first = day_of(context, parts, parts.day);
    if (parts.last_day == 0) {
        return dated(parts.first, parts.at, first, basis);
    }
    const auto last = day_of(context, parts, parts.last_day);
    if (!first || !last || last->range.from <= first->range.from) {
        return dated(parts.first, parts.at, std::nullopt, basis);
    }
    const Period both{{first->range.from, last->range.to},
                      DatePrecision::interval,
                      first->value + '/' + last->value};
    return dated(parts.first, parts.at, both, basis);
}

/// "March 5", "March 3-5, 2014", "March 2014", "March".
bool read_month_first(const Words& words, Parts& parts)
{
    const auto day = day_number(words, parts.at + 1);
    const bool beside = day || year_number(words, parts.at + 1) || words.at(parts.at + 1) == "of" ||
                        words.at(parts.at + 1) == ",";
    const Match month = month_at(words, parts.at, day || year_number(words, parts.at + 1));
    if (!month) {
        return false;
    }
    parts.month = month.entry->number;
    ++parts.at;
    if (day) {
        parts.day = day->day;
        parts.at += day->length;
        if (const auto last = second_day(words, parts.first, parts.at)) {
            parts.last_day = last->day;
            parts.at += last->length;
        }
    }
    if (beside || day) {
        read_year_behind(words, parts, !day);
    }
    return true;
}

/// "5 March", "the 5th of March 2014", "3-5 March".
bool read_day_first(const Words& words, Parts& parts)
{
    std::size_t at = parts.at + (words.at(parts.at) == "the" ? 1 : 0);
    const auto day = day_number(words, at);
    if (!day) {
        return false;
    }
    at += day->length;
    if (const auto last = second_day(words, parts.first, at)) {
        parts.last_day = last->day;
        at += last->length;
    }
    at += words.at(at) == "of" ? 1U : 0U;
    const Match month = month_at(words, at, true);
    if (!month) {
        return false;
    }
    parts.day = day->day;
    parts.month = month.entry->number;
    parts.at = at + 1;
    read_year_behind(words, parts, false);
    return true;
}

/// Numbers between dashes, strokes or full stops.
std::optional<std::array<int, 3>> three_numbers(std::string_view word)
{
    std::array<int, 3> out{};
    const char* at = word.data();
    const char* const end = at + word.size();
    for (std::size_t k = 0; k < out.size(); ++k) {
        const auto read = std::from_chars(at, end, out[k]);
        const bool separated =
            k == 2 ? read.ptr == end
                   : read.ptr != end && (*read.ptr == '-' || *read.ptr == '/' || *read.ptr == '.');
        if (read.ec != std::errc{} || out[k] < 0 || !separated) {
            return std::nullopt;
        }
        at = read.ptr + 1;
    }
    return out;
}

} // namespace

Found read_calendar_date(const Context& context, std::size_t i)
{
    const Words& words = context.words;
    Parts parts{i, i, 0, 0, 0, std::nullopt};
    const Match move = words.match(i, Kind::shift);
    if (const Match weekday = weekday_at(words, i + move.count)) {
        parts.at += move.count + weekday.count;
        parts.at += words.at(parts.at) == "," ? 1U : 0U;
        parts.at += words.at(parts.at) == "the" ? 1U : 0U;
    }
    const bool behind_weekday = parts.at != i;
    const bool found = read_month_first(words, parts) || read_day_first(words, parts);
    return found && (parts.day != 0 || !behind_weekday) ? Found{finished(context, parts)}
                                                        : std::nullopt;
}

/// "2014-03-05"; of "05/03/2014" only the year is sure, unless one number can be no month.
Found read_number_date(const Context& context, std::size_t i)
{
    const auto numbers = three_numbers(context.words.at(i));
    if (!numbers) {
        return std::nullopt;
    }
    const auto [a, b, c] = *numbers;
    if (a >= 1500 && a <= 2199) {
        return dated(i, i + 1, day_period(a, b, c), DateBasis::explicit_);
    }
    if (c < 1500 || c > 2199 || a < 1 || b < 1 || a > 31 || b > 31) {
        return std::nullopt;
    }
    if (a <= 12 && b <= 12 && a != b) {
        return undated(i, i + 1, Type::date, std::to_string(c));
    }
    return dated(i, i + 1, a > 12 ? day_period(c, b, a) : day_period(c, a, b),
                 DateBasis::explicit_);
}

} // namespace entente::dates
