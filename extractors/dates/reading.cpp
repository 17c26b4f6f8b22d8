// SPDX-License-Identifier: Apache-2.0
#include "extractors/dates/reading.hpp"

#include <array>

namespace entente::dates {

namespace {

using Reader = Found (*)(const Context&, std::size_t);

/// Of two that are as long, the one that stands first is taken.
constexpr std::array<Reader, 8> kDayReaders{read_calendar_date, read_number_date, read_weekday,
                                            read_holiday,       read_neighbour,   read_distance,
                                            read_year_part,     read_year};
constexpr std::array<Reader, 5> kOtherReaders{read_years, read_clock, read_set, read_phrase,
                                              read_duration};

void keep_longer(Found& best, Found other)
{
    if (other && (!best || other->last > best->last)) {
        best = std::move(other);
    }
}

Found read_plain(const Context& context, std::size_t i)
{
    Found best = read_day(context, i);
    for (const Reader reader : kOtherReaders) {
        keep_longer(best, reader(context, i));
    }
    return best;
}

bool is_date(const Expression& expression)
{
    return expression.type == Type::date || expression.type == Type::time;
}

/// "earlier this year" ends with the day of publication, "later this year" begins after it.
void narrow(Expression& expression, int side, std::optional<Day> today)
{
    if (!today || !expression.range || !expression.range->contains(*today) ||
        expression.precision == DatePrecision::day) {
        return;
    }
    const Day tomorrow = *today + std::chrono::days{1};
    if (side < 0) {
        expression.range->to = tomorrow;
    } else if (side > 0 && tomorrow < expression.range->to) {
        expression.range->from = tomorrow;
    }
}

/// "early", "the end of": what follows is the date; which part of it is not told by the value.
Found read_part(const Context& context, std::size_t i)
{
    const Match part = context.words.match(i, Kind::part);
    if (!part) {
        return std::nullopt;
    }
    const int side = part.entry->number;
    const std::size_t rest = i + part.count;
    const bool joined =
        side != 0 && (context.words.at(rest) == "in" || context.words.at(rest) == "on");
    Found inner = read_plain(context, rest + (joined ? 1 : 0));
    if (!inner || !is_date(*inner) || inner->value.ends_with("_REF")) {
        return std::nullopt;
    }
    inner->first = i;
    narrow(*inner, side, context.today);
    return inner;
}

/// "about two years", "more than a year ago".
Found read_about(const Context& context, std::size_t i)
{
    const Match about = context.words.match(i, Kind::about);
    if (!about) {
        return std::nullopt;
    }
    const std::size_t rest = i + about.count;
    Found inner = read_duration(context, rest);
    keep_longer(inner, read_distance(context, rest));
    if (!inner || context.words.at(rest) == "the") {
        return std::nullopt;
    }
    inner->first = i;
    return inner;
}

} // namespace

std::string_view to_string(Type type) noexcept
{
    constexpr std::array<std::string_view, 4> kNames{"DATE", "TIME", "DURATION", "SET"};
    return kNames[static_cast<std::size_t>(type)];
}

Expression dated(std::size_t first, std::size_t last, const std::optional<Period>& period,
                 DateBasis basis)
{
    Expression out{first, last, Type::date, {}, std::nullopt, DatePrecision::day, basis};
    if (period) {
        out.value = period->value;
        out.range = period->range;
        out.precision = period->precision;
    }
    return out;
}

Expression undated(std::size_t first, std::size_t last, Type type, std::string value)
{
    return {first,
            last,
            type,
            std::move(value),
            std::nullopt,
            DatePrecision::interval,
            DateBasis::relative};
}

Found read_day(const Context& context, std::size_t i)
{
    Found best;
    for (const Reader reader : kDayReaders) {
        keep_longer(best, reader(context, i));
    }
    return best;
}

Found read_time(const Context& context, std::size_t i)
{
    Found best = read_plain(context, i);
    keep_longer(best, read_part(context, i));
    keep_longer(best, read_about(context, i));
    return best;
}

} // namespace entente::dates
