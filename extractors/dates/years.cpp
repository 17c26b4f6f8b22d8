// SPDX-License-Identifier: Apache-2.0
#include "extractors/dates/years.hpp"

#include "extractors/dates/counts.hpp"
#include "extractors/dates/reading.hpp"

#include <charconv>

namespace entente::dates {

namespace {

constexpr int kFirstYear = 1500;    ///< an earlier one is as likely to be a number of things,
constexpr int kEarliestYear = 1000; ///< but for "in 1489"
constexpr int kLastYear = 2199;
constexpr int kNewCentury = 30; ///< '29 is 2029, '30 is 1930

std::optional<int> all_digits(std::string_view word)
{
    int value = 0;
    const char* const end = word.data() + word.size();
    const auto read = std::from_chars(word.data(), end, value);
    const bool digit = !word.empty() && word.front() != '-';
    return digit && read.ec == std::errc{} && read.ptr == end ? std::optional{value} : std::nullopt;
}

int of_two_digits(int value)
{
    return value < kNewCentury ? 2000 + value : 1900 + value;
}

/// "nineteen ninety-four".
std::optional<YearNumber> spelled(const Words& words, std::size_t i)
{
    const Match century = words.match(i, Kind::number);
    if (!century || century.entry->number < 13 || !words.match(i + 1, Kind::tens)) {
        return std::nullopt;
    }
    const auto rest = read_count(words, i + 1, false);
    return rest && rest->value < 100
               ? std::optional{YearNumber{100 * century.entry->number + rest->value,
                                          1 + rest->length}}
               : std::nullopt;
}

/// "in 1489", "the year 1100".
std::optional<YearNumber> early_year(const Words& words, std::size_t i)
{
    const std::string_view before = words.before(i);
    const bool led = before == "in" || before == "since" || before == "until" || before == "year";
    const auto value = led && words.at(i).size() == 4 ? all_digits(words.at(i)) : std::nullopt;
    return value && *value >= kEarliestYear && words.token(i).relation != "nummod"
               ? std::optional{YearNumber{*value, 1}}
               : std::nullopt;
}

/// "2000 troops": the number belongs to a plural behind it.
bool counts_things(const Words& words, std::size_t i)
{
    const language::Token& token = words.token(i);
    const bool counts = token.relation == "nummod" && words.has(token.head) && token.head > i;
    if (counts && words.token(token.head).xpos.ends_with("NNS")) {
        return true;
    }
    return words.at(i + 1) == "%" || words.at(i + 1) == "percent" ||
           words.match(i + 1, Kind::scale) || words.match(i + 1, Kind::unit) ||
           words.match(i + 1, Kind::zone) || words.match(i + 1, Kind::half_day);
}

bool is_attached(const Words& words, std::size_t i)
{
    const std::string_view form = words.before(i);
    const bool behind = i > words.first() && words.touches_next(i - 1) &&
                        (form == "-" || form == "/" || form == "$" || form == "." || form == "#");
    const bool before = words.touches_next(i) && (words.at(i + 1) == "/" || words.at(i + 1) == "$");
    return behind || before;
}

/// "1980s", "80s", "'80s", "mid-1990s": the first year.
std::optional<int> decade_named(std::string_view word)
{
    if (word.starts_with("'")) {
        word.remove_prefix(1);
    }
    if (!word.ends_with('s')) {
        return std::nullopt;
    }
    word.remove_suffix(word.ends_with("'s") ? 2 : 1);
    const auto value = all_digits(word);
    if (!value || *value % 10 != 0 || (word.size() != 2 && word.size() != 4)) {
        return std::nullopt;
    }
    const int year = word.size() == 2 ? of_two_digits(*value) : *value;
    return kFirstYear <= year && year <= kLastYear ? std::optional{year} : std::nullopt;
}

/// "the 1990s"; "1900s" is a century or a decade, so it has no days.
Found read_decade(const Context& context, std::size_t first, std::size_t i)
{
    const auto year = decade_named(context.words.at(i));
    const bool short_form = context.words.at(i).size() < 5;
    if (!year || (short_form && first == i && !context.words.at(i).starts_with("'"))) {
        return std::nullopt;
    }
    if (*year % 100 == 0) {
        return undated(first, i + 1, Type::date, std::to_string(*year / 100));
    }
    return dated(first, i + 1, decade_period(*year), DateBasis::explicit_);
}

/// "the 19th century".
Found read_century(const Context& context, std::size_t first, std::size_t i)
{
    const auto number = read_ordinal(context.words, i);
    if (!number || number->value < 1 || number->value > 30) {
        return std::nullopt;
    }
    std::size_t at = i + number->length;
    at += context.words.is_dash(at) ? 1U : 0U;
    if (context.words.at(at) != "century") {
        return std::nullopt;
    }
    return dated(first, at + 1, century_period(number->value), DateBasis::explicit_);
}

/// Both years and all between; nothing where the second is not the later one.
Found span_of(std::size_t first, std::size_t last, int from, std::string_view end)
{
    const auto number = all_digits(end);
    if (!number || (end.size() != 2 && end.size() != 4)) {
        return std::nullopt;
    }
    const int to = end.size() == 2 ? from / 100 * 100 + *number : *number;
    const auto begin = year_period(from);
    const auto rest = year_period(to);
    if (to <= from || to > kLastYear || !begin || !rest) {
        return std::nullopt;
    }
    const Period both{{begin->range.from, rest->range.to},
                      DatePrecision::interval,
                      begin->value + '/' + rest->value};
    return dated(first, last, both, DateBasis::explicit_);
}

/// "2021/22": one word or three.
Found read_slashed(const Words& words, std::size_t i)
{
    const std::string_view word = words.at(i);
    const auto from = word.size() >= 4 ? all_digits(word.substr(0, 4)) : std::nullopt;
    if (!from || *from < kFirstYear) {
        return std::nullopt;
    }
    if (word.size() > 5 && word[4] == '/') {
        return span_of(i, i + 1, *from, word.substr(5));
    }
    const bool stroke = word.size() == 4 && words.at(i + 1) == "/" && words.touches_next(i) &&
                        words.touches_next(i + 1);
    return stroke ? span_of(i, i + 3, *from, words.at(i + 2)) : std::nullopt;
}

/// "2014-15", "1999-2003": both ends belong.
Found read_span(const Context& context, std::size_t i, const YearNumber& from)
{
    const Words& words = context.words;
    const std::size_t at = i + from.length;
    if (from.length != 1 || !words.is_dash(at) || !words.touches_next(i) ||
        !words.touches_next(at)) {
        return std::nullopt;
    }
    return span_of(i, at + 2, from.year, words.at(at + 1));
}

/// "fiscal 2014", "fiscal year 2014": whose days differ from the calendar's, so none are given.
Found read_fiscal(const Context& context, std::size_t i)
{
    const Match fiscal = context.words.match(i, Kind::fiscal);
    if (!fiscal) {
        return std::nullopt;
    }
    const std::size_t at = i + (context.words.at(i + 1) == "year" ? 2 : 1);
    const auto year = year_number(context.words, at);
    return year ? Found{undated(i, at + year->length, Type::date, std::to_string(year->year))}
                : std::nullopt;
}

/// "the 1989 period", "the 1989 quarter": of the quarter last named, else the year.
Found read_year_period(const Context& context, std::size_t i)
{
    const auto year =
        context.words.at(i) == "the" ? year_number(context.words, i + 1) : std::nullopt;
    const std::size_t at = i + 1 + (year ? year->length : 0);
    const std::string_view word = context.words.at(at);
    if (!year || (word != "period" && word != "quarter")) {
        return std::nullopt;
    }
    const auto quarter = context.discourse.quarter();
    return dated(i, at + 1,
                 quarter ? quarter_period(year->year, quarter_of(*quarter))
                         : year_period(year->year),
                 DateBasis::explicit_);
}

} // namespace

std::optional<YearNumber> year_number(const Words& words, std::size_t i)
{
    const std::string_view word = words.at(i);
    if (word.size() == 3 && word.front() == '\'') {
        const auto value = all_digits(word.substr(1));
        return value ? std::optional{YearNumber{of_two_digits(*value), 1}} : std::nullopt;
    }
    const auto value = word.size() == 4 ? all_digits(word) : std::nullopt;
    if (value && *value >= kFirstYear && *value <= kLastYear) {
        return YearNumber{*value, 1};
    }
    return spelled(words, i);
}

std::optional<YearNumber> lone_year(const Words& words, std::size_t i)
{
    auto year = year_number(words, i);
    year = year ? year : early_year(words, i);
    if (!year || words.match_before(i, Kind::no_year_after) || is_attached(words, i) ||
        counts_things(words, i)) {
        return std::nullopt;
    }
    const bool names = words.is_in_name(i) && !words.match_before(i, Kind::dating);
    return names ? std::nullopt : year;
}

Found read_year(const Context& context, std::size_t i)
{
    if (Found period = read_year_period(context, i)) {
        return period;
    }
    if (Found fiscal = read_fiscal(context, i)) {
        return fiscal;
    }
    if (Found span = read_slashed(context.words, i)) {
        return span;
    }
    const auto year = lone_year(context.words, i);
    if (!year) {
        return std::nullopt;
    }
    if (Found span = read_span(context, i, *year)) {
        return span;
    }
    return dated(i, i + year->length, year_period(year->year), DateBasis::explicit_);
}

Found read_years(const Context& context, std::size_t i)
{
    std::size_t at = i + (context.words.at(i) == "the" ? 1 : 0);
    if (at > i && (context.words.at(at) == "early" || context.words.at(at) == "late" ||
                   context.words.at(at) == "mid")) {
        at += context.words.is_dash(at + 1) ? 2U : 1U;
    }
    if (Found decade = read_decade(context, i, at)) {
        return decade;
    }
    return read_century(context, i, at);
}

} // namespace entente::dates
