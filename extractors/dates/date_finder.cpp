// SPDX-License-Identifier: Apache-2.0
#include "extractors/dates/date_finder.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace entente::dates {

namespace {

namespace chr = std::chrono;
using extractors::DateSighting;

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 13> kNumbers{"zero", "one",    "two",   "three", "four",
                                                    "five", "six",    "seven", "eight", "nine",
                                                    "ten",  "eleven", "twelve"};

template <std::size_t N>
std::optional<unsigned> index_in(const std::array<std::string_view, N>& names,
                                 std::string_view word)
{
    const auto* found = std::find(names.begin(), names.end(), word);
    return found == names.end() ? std::nullopt
                                : std::optional{static_cast<unsigned>(found - names.begin())};
}

std::optional<unsigned> number(std::string_view word)
{
    unsigned value = 0;
    const auto [end, code] = std::from_chars(word.data(), word.data() + word.size(), value);
    const std::string_view rest = word.substr(static_cast<std::size_t>(end - word.data()));
    const bool ordinal =
        rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    if (code == std::errc{} && ordinal) {
        return value;
    }
    return index_in(kNumbers, word);
}

DateRange days(Day from, int count)
{
    return {from, from + chr::days{count}};
}

class Finder {
public:
    Finder(const Article& article, const language::Analysis& analysis)
        : article_{article}
        , tokens_{analysis.tokens}
    {
        for (const language::Token& token : tokens_) {
            words_.push_back(text::fold(token.form));
        }
        if (article.date) {
            today_ = article.date->range().from;
        }
    }

    std::vector<DateSighting> run()
    {
        for (std::size_t i = 0; i < words_.size();) {
            const std::size_t taken = calendar_date(i);
            i += taken != 0 ? taken : std::max<std::size_t>(relative_date(i), 1);
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] std::string_view word(std::size_t i) const
    {
        return i < words_.size() ? std::string_view{words_[i]} : std::string_view{};
    }

    std::size_t add(std::size_t first, std::size_t count, std::optional<DateRange> range,
                    DatePrecision precision, DateBasis basis)
    {
        DateSighting sighting;
        sighting.first = first;
        sighting.last = first + count;
        Evidence& evidence = sighting.mention;
        evidence.bytes = {tokens_[first].bytes.begin, tokens_[first + count - 1].bytes.end};
        evidence.code_points = {tokens_[first].code_points.begin,
                                tokens_[first + count - 1].code_points.end};
        evidence.text = article_.text.substr(evidence.bytes.begin, evidence.bytes.size());
        sighting.type = "DATE";
        if (range && can_be_written(*range)) {
            sighting.date = EventDate{*range, precision, basis};
            sighting.value = value_of(*range, precision);
        }
        found_.push_back(std::move(sighting));
        return count;
    }

    /// ISO 8601 has four digits for a year: "1000 years ago" in an old chronicle has no date.
    static bool can_be_written(DateRange range)
    {
        return range.from >= Day{chr::year{1} / chr::January / 1} &&
               range.to <= Day{chr::year{9999} / chr::December / 31};
    }

    static std::string value_of(DateRange range, DatePrecision precision)
    {
        std::string day = format_day(range.from);
        switch (precision) {
        case DatePrecision::year:
            return day.substr(0, 4);
        case DatePrecision::month:
            return day.substr(0, 7);
        case DatePrecision::decade:
            return day.substr(0, 3);
        default:
            return day;
        }
    }

    static std::optional<int> year(std::string_view text)
    {
        const auto value = number(text);
        const bool plausible = text.size() == 4 && value && *value >= 1500 && *value < 2200;
        return plausible ? std::optional{static_cast<int>(*value)} : std::nullopt;
    }

    /// "23 February 2022", "February 23(, 2022)", "February 2022", "in 2014".
    std::size_t calendar_date(std::size_t i)
    {
        if (const auto month = month_at(i)) {
            const auto day = number(word(i + 1));
            if (day && *day >= 1 && *day <= 31 && !year(word(i + 1))) {
                const std::size_t comma = word(i + 2) == "," ? 1 : 0;
                const auto y = year(word(i + 2 + comma));
                return day_of(i, y ? 3 + comma : 2, y, *month, *day);
            }
            const std::size_t of = word(i + 1) == "of" || word(i + 1) == "," ? 1 : 0;
            if (const auto y = year(word(i + 1 + of))) {
                return month_of(i, 2 + of, *y, *month, DateBasis::explicit_);
            }
            return bare_month(i, *month);
        }
        const auto day = number(word(i));
        if (day && *day >= 1 && *day <= 31) {
            if (const auto month = month_at(i + 1)) {
                const auto y = year(word(i + 2));
                return day_of(i, y ? 3 : 2, y, *month, *day);
            }
        }
        const std::string_view before = i > 0 ? word(i - 1) : std::string_view{};
        const bool dated = before == "in" || before == "since" || before == "by" ||
                           before == "of" || before == "until" || before == "during" ||
                           before == "from" || before == "early" || before == "late" ||
                           before == "mid";
        if (const auto y = year(word(i)); y && dated) {
            const auto from = PartialDate::of_year(chr::year{*y});
            return add(i, 1, from.range(), DatePrecision::year, DateBasis::explicit_);
        }
        return 0;
    }

    [[nodiscard]] std::optional<unsigned> month_at(std::size_t i) const
    {
        const auto month = index_in(kMonths, word(i));
        // "may" and "march" are words too; a month is capitalised.
        const bool capital =
            month && tokens_[i].form.front() >= 'A' && tokens_[i].form.front() <= 'Z';
        return capital ? std::optional{*month + 1} : std::nullopt;
    }

    /// A day of a month; without a year the one nearest to the publication date.
    std::size_t day_of(std::size_t i, std::size_t count, std::optional<int> y, unsigned month,
                       unsigned day)
    {
        const auto at = [&](int in_year) {
            return chr::year_month_day{chr::year{in_year} / chr::month{month} / chr::day{day}};
        };
        if (y) {
            if (!at(*y).ok()) {
                return add(i, count, std::nullopt, DatePrecision::day, DateBasis::explicit_);
            }
            return add(i, count, days(Day{at(*y)}, 1), DatePrecision::day, DateBasis::explicit_);
        }
        if (!today_) {
            return add(i, count, std::nullopt, DatePrecision::day, DateBasis::relative);
        }
        std::optional<Day> nearest;
        const int this_year = static_cast<int>(chr::year_month_day{*today_}.year());
        for (int candidate = this_year - 1; candidate <= this_year + 1; ++candidate) {
            if (at(candidate).ok() && (!nearest || chr::abs(Day{at(candidate)} - *today_) <
                                                       chr::abs(*nearest - *today_))) {
                nearest = Day{at(candidate)};
            }
        }
        std::optional<DateRange> range;
        if (nearest) {
            range = days(*nearest, 1);
        }
        return add(i, count, range, DatePrecision::day, DateBasis::relative);
    }

    std::size_t month_of(std::size_t i, std::size_t count, int y, unsigned month, DateBasis basis)
    {
        const auto date = PartialDate::of_month(chr::year{y} / chr::month{month});
        return add(i, count, date.range(), DatePrecision::month, basis);
    }

    /// "in March": the last one that has begun, unless the text says "next".
    std::size_t bare_month(std::size_t i, unsigned month)
    {
        const std::string_view before = i > 0 ? word(i - 1) : std::string_view{};
        const bool dated = before == "in" || before == "last" || before == "since" ||
                           before == "next" || before == "this" || before == "early" ||
                           before == "late" || before == "until" || before == "of";
        if (!dated || !today_) {
            return 0;
        }
        const chr::year_month_day today{*today_};
        int y = static_cast<int>(today.year());
        const bool later = chr::month{month} > today.month();
        if (before == "next") {
            y += later ? 0 : 1;
        } else {
            y -= later ? 1 : 0;
        }
        return month_of(i, 1, y, month, DateBasis::relative);
    }

    std::size_t relative_date(std::size_t i)
    {
        if (!today_) {
            return 0;
        }
        const std::string_view w = word(i);
        if (w == "yesterday" || w == "today" || w == "tomorrow") {
            const int shift = w == "yesterday" ? -1 : (w == "today" ? 0 : 1);
            return add(i, 1, days(*today_ + chr::days{shift}, 1), DatePrecision::day,
                       DateBasis::relative);
        }
        if (const auto weekday = index_in(kWeekdays, w)) {
            return weekday_of(i, *weekday);
        }
        if (w == "last" || w == "next" || w == "this") {
            return named_period(i, w == "last" ? -1 : (w == "next" ? 1 : 0));
        }
        const auto count = w == "a" || w == "an" ? std::optional<unsigned>{1} : number(w);
        if (count && *count <= 1000 && word(i + 2) == "ago") {
            return ago(i, static_cast<int>(*count));
        }
        return 0;
    }

    /// The last such day up to publication; with "next" or "will" around it, the coming one.
    std::size_t weekday_of(std::size_t i, unsigned weekday)
    {
        const bool next = i > 0 && word(i - 1) == "next";
        const unsigned now = chr::weekday{*today_}.c_encoding();
        const int back = static_cast<int>((now + 7 - weekday) % 7);
        const Day day =
            next ? *today_ + chr::days{back == 0 ? 7 : 7 - back} : *today_ - chr::days{back};
        return add(i, 1, days(day, 1), DatePrecision::day, DateBasis::relative);
    }

    std::size_t named_period(std::size_t i, int shift)
    {
        const chr::year_month_day today{*today_};
        const std::string_view unit = word(i + 1);
        if (unit == "week") {
            const int since_monday = static_cast<int>((chr::weekday{*today_}.c_encoding() + 6) % 7);
            return add(i, 2, days(*today_ + chr::days{7 * shift - since_monday}, 7),
                       DatePrecision::week, DateBasis::relative);
        }
        if (unit == "month") {
            const auto month = today.year() / today.month() + chr::months{shift};
            return add(i, 2, PartialDate::of_month(month).range(), DatePrecision::month,
                       DateBasis::relative);
        }
        if (unit == "year") {
            return add(i, 2, PartialDate::of_year(today.year() + chr::years{shift}).range(),
                       DatePrecision::year, DateBasis::relative);
        }
        return 0;
    }

    std::size_t ago(std::size_t i, int count)
    {
        const std::string_view unit = word(i + 1);
        const chr::year_month_day today{*today_};
        if (unit == "day" || unit == "days") {
            return add(i, 3, days(*today_ - chr::days{count}, 1), DatePrecision::day,
                       DateBasis::relative);
        }
        if (unit == "week" || unit == "weeks") {
            return add(i, 3, days(*today_ - chr::days{7 * count + 3}, 7), DatePrecision::week,
                       DateBasis::relative);
        }
        if (unit == "month" || unit == "months") {
            const auto month = today.year() / today.month() - chr::months{count};
            return add(i, 3, PartialDate::of_month(month).range(), DatePrecision::month,
                       DateBasis::relative);
        }
        if (unit == "year" || unit == "years") {
            return add(i, 3, PartialDate::of_year(today.year() - chr::years{count}).range(),
                       DatePrecision::year, DateBasis::relative);
        }
        return 0;
    }

    const Article& article_;
    const std::vector<language::Token>& tokens_;
    std::vector<std::string> words_;
    std::optional<Day> today_;
    std::vector<DateSighting> found_;
};

} // namespace

std::vector<DateSighting> find_dates(const Article& article, const language::Analysis& analysis,
                                     Trace* trace)
{
    std::vector<DateSighting> found = Finder{article, analysis}.run();
    if (trace != nullptr) {
        for (const DateSighting& sighting : found) {
            trace->step({TraceStage::date, sighting.date.has_value(), sighting.mention.code_points,
                         fmt::format("{} → {}", sighting.mention.text,
                                     sighting.date ? sighting.value : "no date"),
                         sighting.date
                             ? fmt::format("{}, to the {}", to_string(sighting.date->basis),
                                           to_string(sighting.date->precision))
                             : "no such day, or no day of publication to count from"});
        }
    }
    return found;
}

} // namespace entente::dates
