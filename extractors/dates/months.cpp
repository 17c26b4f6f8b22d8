// SPDX-License-Identifier: Apache-2.0
#include "extractors/dates/months.hpp"

#include <algorithm>
#include <array>

namespace entente::dates {

namespace {

/// Days this near are meant whatever the tense: "a deal that ends on 3 March", told in the past.
constexpr std::chrono::days kNearAhead{120};
constexpr std::chrono::days kNearBack{14};

bool is_barred(std::chrono::days from_today, Direction direction)
{
    return (direction == Direction::back && from_today > kNearAhead) ||
           (direction == Direction::ahead && from_today < -kNearBack);
}

bool is_also_a_verb(std::string_view word)
{
    return word == "may" || word == "march";
}

/// "the June summit"; "the May government" is one of a person.
bool is_attribute(const Words& words, std::size_t i)
{
    const std::string_view before = words.before(i);
    return !is_also_a_verb(words.at(i)) &&
           (before == "the" || before == "a" || before == "an" || before == "'s");
}

bool is_also_a_word_or_name(std::string_view word)
{
    constexpr std::array<std::string_view, 5> kWords{"may", "march", "april", "june", "august"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

} // namespace

Match month_at(const Words& words, std::size_t i, bool beside_number)
{
    if (!words.is_capital(i)) {
        const Match month = beside_number ? words.match(i, Kind::month) : Match{};
        return month && !is_also_a_verb(words.at(i)) ? month : Match{};
    }
    if (const Match short_form = words.match(i, Kind::short_month)) {
        const bool stopped = words.token(i).form.ends_with('.');
        return stopped || beside_number ? short_form : Match{};
    }
    const Match month = words.match(i, Kind::month);
    if (!month || beside_number) {
        return month;
    }
    const language::Token& token = words.token(i);
    const bool noun = token.upos == "PROPN" || token.upos == "NOUN";
    if (!noun || words.is_in_name(i)) {
        return {};
    }
    const bool led = words.match_before(i, Kind::dating) || words.match_before(i, Kind::shift) ||
                     words.match_before(i, Kind::sequel) || words.match_before(i, Kind::part);
    return led || is_attribute(words, i) || !is_also_a_word_or_name(words.at(i)) ? month : Match{};
}

Match weekday_at(const Words& words, std::size_t i)
{
    if (words.is_in_name(i)) {
        return {};
    }
    if (const Match weekday = words.match(i, Kind::weekday)) {
        return weekday;
    }
    const Match short_form = words.match(i, Kind::short_weekday);
    return short_form && words.is_capital(i) && words.token(i).form.ends_with('.') ? short_form
                                                                                   : Match{};
}

std::optional<Period> nearest_month(const Context& context, std::size_t word, int month)
{
    if (!context.today) {
        return std::nullopt;
    }
    const int now = month_of(*context.today);
    int year = year_of(*context.today);
    if (context.tenses.around(word) == Direction::ahead) {
        year += month < now ? 1 : 0;
    } else {
        year -= month > now ? 1 : 0;
    }
    return month_period(year, month);
}

std::optional<Period> nearest_day(const Context& context, std::size_t word, int month, int day)
{
    if (!context.today) {
        return std::nullopt;
    }
    const Day today = *context.today;
    const Direction direction = context.tenses.around(word);
    return nearest_in_years(
        today, [&](int year) { return day_period(year, month, day); },
        [&](const Period& period) { return !is_barred(period.range.from - today, direction); });
}

} // namespace entente::dates
