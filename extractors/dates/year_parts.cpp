// SPDX-License-Identifier: Apache-2.0
// Quarters, halves and seasons of a year: "the third quarter of 2014", "Q3", "last summer".
#include "extractors/dates/counts.hpp"
#include "extractors/dates/reading.hpp"
#include "extractors/dates/years.hpp"

namespace entente::dates {

namespace {

/// A quarter (Q), half (H) or season, and where its name stands.
struct Piece {
    std::size_t last = 0;
    char letter = 'Q';
    int number = 0;
    std::string season;
};

std::optional<Period> piece_in(int year, const Piece& piece)
{
    if (piece.letter == 'Q') {
        return quarter_period(year, piece.number);
    }
    return piece.letter == 'H' ? half_period(year, piece.number)
                               : season_period(year, piece.season);
}

/// "third quarter", "third-quarter", "first half", "last half".
std::optional<Piece> ordered_piece(const Words& words, std::size_t i)
{
    const auto ordinal = read_ordinal(words, i);
    if (!ordinal) {
        return std::nullopt;
    }
    std::size_t at = i + ordinal->length;
    at += words.is_dash(at) ? 1U : 0U;
    at += words.match(at, Kind::fiscal) ? 1U : 0U;
    const std::string_view word = words.at(at);
    const bool quarter = word == "quarter" && ordinal->value >= 1 && ordinal->value <= 4;
    const bool half = word == "half" && ordinal->value <= 2;
    if (!quarter && !half) {
        return std::nullopt;
    }
    const int number = ordinal->value < 0 ? 2 : ordinal->value;
    return Piece{at + 1, quarter ? 'Q' : 'H', number, {}};
}

/// "Q3", "H1".
std::optional<Piece> lettered_piece(const Words& words, std::size_t i)
{
    const std::string_view word = words.at(i);
    const bool shape = word.size() == 2 && (word[0] == 'q' || word[0] == 'h');
    const int number = shape ? word[1] - '0' : 0;
    if (number < 1 || number > (word[0] == 'q' ? 4 : 2) || !words.is_capital(i)) {
        return std::nullopt;
    }
    return Piece{i + 1, word[0] == 'q' ? 'Q' : 'H', number, {}};
}

std::optional<Piece> piece_at(const Words& words, std::size_t i)
{
    const std::size_t at = i + (words.match(i, Kind::fiscal) ? 1 : 0);
    auto piece = ordered_piece(words, at);
    return piece ? piece : lettered_piece(words, at);
}

std::optional<Piece> season_at(const Words& words, std::size_t i)
{
    const Match season = words.match(i, Kind::season);
    const bool noun = season && (words.token(i).upos == "NOUN" || words.token(i).upos == "PROPN");
    return noun && !words.is_in_name(i) ? std::optional{Piece{i + 1, 'S', 0, season.entry->value}}
                                        : std::nullopt;
}

/// Without a year the one that lies nearest and fits the tense.
std::optional<Period> nearest(const Context& context, std::size_t word, const Piece& piece)
{
    constexpr std::chrono::days kJustOver{120}; // "will report for the third quarter"
    if (!context.today) {
        return std::nullopt;
    }
    const Day today = *context.today;
    const Direction direction = context.tenses.around(word);
    return nearest_in_years(
        today, [&](int year) { return piece_in(year, piece); },
        [&](const Period& period) {
            return !(direction == Direction::back && today < period.range.from) &&
                   !(direction == Direction::ahead && period.range.to + kJustOver < today);
        });
}

/// "this summer" is of this year, "last fall" the last one over, "next spring" the first to begin.
std::optional<Period> beside(const Context& context, const Piece& piece, int shift)
{
    if (!context.today) {
        return std::nullopt;
    }
    const Day today = *context.today;
    if (shift == 0) {
        return piece_in(year_of(today), piece);
    }
    for (int year = year_of(today) - shift;; year += shift) {
        auto period = piece_in(year, piece);
        const bool fits =
            !period || (shift < 0 ? period->range.to <= today : today < period->range.from);
        if (fits) {
            return period;
        }
    }
}

int year_named(const Expression& year)
{
    return year_of(year.range->from);
}

bool names_year(const Found& found)
{
    return found && found->range && found->precision == DatePrecision::year;
}

/// "the third quarter of 1984", "the fourth quarter last year", "summer 2014".
Expression with_year_behind(const Context& context, std::size_t first, std::size_t word,
                            const Piece& piece)
{
    const Words& words = context.words;
    std::size_t at = piece.last;
    at += words.at(at) == "of" || words.at(at) == "in" || words.at(at) == "," ? 1U : 0U;
    const Found year = read_any_year(context, at);
    if (names_year(year)) {
        return dated(first, year->last, piece_in(year_named(*year), piece), year->basis);
    }
    return dated(first, piece.last, nearest(context, word, piece), DateBasis::relative);
}

/// "the 1989 second quarter", "this year's third quarter".
Found with_year_before(const Context& context, std::size_t i, std::size_t at)
{
    const Found year = read_any_year(context, at);
    if (!names_year(year)) {
        return std::nullopt;
    }
    const std::size_t behind = year->last + (context.words.at(year->last) == "'s" ? 1 : 0);
    auto piece = piece_at(context.words, behind);
    piece = piece ? piece : season_at(context.words, behind);
    if (piece) {
        return dated(i, piece->last, piece_in(year_named(*year), *piece), year->basis);
    }
    return std::nullopt;
}

/// "last summer", "this spring"; a bare season needs "the", "in" or a year.
Found read_season(const Context& context, std::size_t i)
{
    const Words& words = context.words;
    const bool the = words.at(i) == "the";
    const std::size_t at = i + (the ? 1 : 0);
    const Match move = words.match(at, Kind::shift);
    const auto piece = season_at(words, at + move.count);
    if (!piece) {
        return std::nullopt;
    }
    if (move) {
        return dated(i, piece->last, beside(context, *piece, move.entry->number),
                     DateBasis::relative);
    }
    const Expression out = with_year_behind(context, i, at, *piece);
    const bool led = the || words.before(i) == "in" || words.before(i) == "since" ||
                     words.before(i) == "by" || words.before(i) == "during" ||
                     words.before(i) == "until";
    const bool other = words.at(piece->last) == "of" || words.is_dash(piece->last);
    return out.basis == DateBasis::explicit_ || out.last > piece->last || (led && !other)
               ? Found{out}
               : std::nullopt;
}

/// "last quarter", "the year-ago third quarter" are read elsewhere; here "Q3", "third-quarter".
Found read_ordered(const Context& context, std::size_t i)
{
    const std::size_t at = i + (context.words.at(i) == "the" ? 1 : 0);
    const auto piece = piece_at(context.words, at);
    if (!piece) {
        return with_year_before(context, i, at);
    }
    if (at != i && context.words.is_dash(piece->last - 2)) {
        return std::nullopt; // "the third-quarter loss" has the article of the loss
    }
    const Expression out = with_year_behind(context, i, at, *piece);
    // A half without a year is one of a match or of anything else.
    return piece->letter == 'H' && out.last == piece->last ? std::nullopt : Found{out};
}

} // namespace

Found read_any_year(const Context& context, std::size_t i)
{
    if (const auto year = year_number(context.words, i)) {
        return dated(i, i + year->length, year_period(year->year), DateBasis::explicit_);
    }
    const std::size_t at = i + (context.words.at(i) == "the" ? 1 : 0);
    Match move = context.words.match(at, Kind::shift);
    move = move ? move : context.words.match(at, Kind::sequel);
    if (!move || context.words.at(at + move.count) != "year") {
        return std::nullopt;
    }
    const auto anchor = move.entry->kind == Kind::sequel ? context.discourse.year() : context.today;
    const auto year = anchor ? year_period(year_of(*anchor) + move.entry->number) : std::nullopt;
    return dated(i, at + move.count + 1, year, DateBasis::relative);
}

Found read_year_part(const Context& context, std::size_t i)
{
    Found out = read_ordered(context, i);
    return out ? out : read_season(context, i);
}

} // namespace entente::dates
