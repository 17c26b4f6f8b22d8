// SPDX-License-Identifier: Apache-2.0
// Lengths of time: "two weeks", "a three-year period", "the first nine months", "for centuries".
#include "extractors/dates/counts.hpp"
#include "extractors/dates/reading.hpp"

#include <algorithm>
#include <array>

namespace entente::dates {

namespace {

/// "30-year-old", "30 years old", "aged 30 years": ages are no times.
bool is_age(const Words& words, std::size_t first, std::size_t last)
{
    const std::size_t behind = last + (words.is_dash(last) ? 1 : 0);
    return words.match(behind, Kind::age) || words.before(first) == "aged" ||
           (words.before(first) == "of" && first >= 2 && words.at(first - 2) == "age");
}

/// "$5 a day", "two flights a week": a rate.
bool is_rate(const Words& words, std::size_t i)
{
    if (i == words.first() || (words.at(i) != "a" && words.at(i) != "an")) {
        return false;
    }
    const language::Token& before = words.token(i - 1);
    return before.upos == "NOUN" || before.upos == "NUM" || before.upos == "SYM";
}

std::string value_of(const Count& count, Unit unit)
{
    std::string value = unit.clock ? "PT" : "P";
    value += count.text(unit.times);
    value += unit.letter == 'E' ? "W" : "";
    value += unit.letter;
    return value;
}

/// Adjectives and a hyphen between number and unit: "six straight days", "two-week".
std::size_t past_fillers(const Words& words, std::size_t at)
{
    for (int step = 0; step < 3; ++step) {
        const Match filler = words.match(at, Kind::filler);
        if (!filler) {
            break;
        }
        at += filler.count;
    }
    return at;
}

Found counted(const Context& context, std::size_t first, std::size_t i)
{
    const Words& words = context.words;
    const auto count = read_count(words, i, true);
    if (!count) {
        return std::nullopt;
    }
    const std::size_t number_last = i + count->length;
    const std::size_t at = past_fillers(words, number_last);
    const Match unit = words.match(at, Kind::unit);
    const bool attributive =
        words.is_dash(number_last) || (count->value > 1 && unit && !words.at(at).ends_with('s'));
    if (first != i && attributive && words.at(first) == "the") {
        return std::nullopt;
    }
    if (!unit || words.is_in_title(at) || is_age(words, i, at + 1) || is_rate(words, i)) {
        return std::nullopt;
    }
    const Unit parsed = parse_unit(unit.entry->value);
    const bool fraction = words.at(at + 1) == "of" && parsed.letter == 'Q' && at == number_last;
    const bool one_weekend = parsed.letter == 'E' && words.at(i) == "a";
    const bool lone_quarter = parsed.letter == 'Q' && words.at(i) == "a";
    if (fraction || lone_quarter || one_weekend || words.is_in_title(i + count->length)) {
        return std::nullopt;
    }
    const bool long_one = words.is_dash(at + 1) && words.at(at + 2) == "long";
    return undated(first, at + (long_one ? 3 : 1), Type::duration, value_of(*count, parsed));
}

/// "the first nine months", "the last two weeks" of something.
Found ordered(const Context& context, std::size_t i)
{
    const Words& words = context.words;
    const std::size_t at = i + (words.at(i) == "the" ? 1 : 0);
    const auto ordinal = at > i ? read_ordinal(words, at) : std::nullopt;
    if (ordinal && words.match(at + ordinal->length, Kind::unit) &&
        words.at(at + ordinal->length).ends_with('s')) {
        const Unit unit = parse_unit(words.match(at + ordinal->length, Kind::unit).entry->value);
        return undated(i, at + ordinal->length + 1, Type::duration,
                       value_of({0, 0, true, false}, unit));
    }
    return counted(context, i, at + (ordinal ? ordinal->length : 0));
}

/// "for centuries", "in years", "months of talks": nobody knows how many.
Found bare(const Context& context, std::size_t i)
{
    constexpr std::array<std::string_view, 12> kBefore{"for",    "in",      "after", "over",
                                                       "within", "took",    "take",  "lasted",
                                                       "spent",  "follows", "last",  "spend"};
    const Words& words = context.words;
    const Match unit = words.match(i, Kind::unit);
    if (!unit || !words.at(i).ends_with('s') || words.is_in_title(i)) {
        return std::nullopt;
    }
    const bool led = std::find(kBefore.begin(), kBefore.end(), words.before(i)) != kBefore.end();
    const bool long_ones = words.is_dash(i + 1) && words.at(i + 2) == "long";
    const Unit parsed = parse_unit(unit.entry->value);
    if ((!led && !long_ones) || parsed.letter == 'Q' || parsed.letter == 'E' ||
        is_age(words, i, i + 1)) {
        return std::nullopt;
    }
    return undated(i, i + 1 + (long_ones ? 2 : 0), Type::duration,
                   value_of({0, 0, true, false}, parsed));
}

} // namespace

Found read_duration(const Context& context, std::size_t i)
{
    const Words& words = context.words;
    Found out = ordered(context, i);
    out = out ? out : bare(context, i);
    if (!out) {
        return std::nullopt;
    }
    const bool article = words.at(i) == "a" || words.at(i) == "an";
    if (words.at(out->last) == "period" && article) {
        ++out->last;
    }
    return out;
}

} // namespace entente::dates
