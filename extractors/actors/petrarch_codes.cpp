// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/petrarch_codes.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace entente::actors {

namespace {

constexpr std::size_t kLongestCode = 48;
constexpr int kLastYearOf2000s = 30; ///< PETRARCH's: "30" is 2030, "31" is 1931
constexpr Day kFirstDay{std::chrono::year{1} / 1 / 1};
constexpr Day kNoEnd{std::chrono::year{9999} / 12 / 31};

std::string_view unwrapped(std::string_view text, char open, char close)
{
    text = text::trim(text);
    if (text.size() > 1 && text.front() == open && text.back() == close) {
        text = text::trim(text.substr(1, text.size() - 2));
    }
    return text;
}

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, wrong] = std::from_chars(digits.data(), end, value);
    return wrong == std::errc{} && stop == end && value >= 0 ? std::optional{value} : std::nullopt;
}

/// "930120" or "19930120"; nothing where the day does not exist.
std::optional<Day> day(std::string_view text)
{
    text = text::trim(text);
    if (text.size() != 6 && text.size() != 8) {
        return std::nullopt;
    }
    const std::size_t year_digits = text.size() - 4;
    const auto year = number(text.substr(0, year_digits));
    const auto month = number(text.substr(year_digits, 2));
    const auto of_month = number(text.substr(year_digits + 2));
    if (!year || !month || !of_month) {
        return std::nullopt;
    }
    const int century = year_digits == 4 ? 0 : (*year <= kLastYearOf2000s ? 2000 : 1900);
    const std::chrono::year_month_day date{std::chrono::year{*year + century},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*of_month)}};
    return date.ok() && Day{date} >= kFirstDay && Day{date} < kNoEnd ? std::optional{Day{date}}
                                                                     : std::nullopt;
}

Error bad_dates(std::string_view text)
{
    return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no restriction by date", text)}
        .hint("write <YYMMDD, >YYMMDD or YYMMDD-YYMMDD, with years of two digits or four");
}

Result<DateRange> restriction(std::string_view text)
{
    constexpr std::chrono::days kOneDay{1};
    std::string_view rest = unwrapped(unwrapped(text, '(', ')'), '<', '>');
    const char sign = rest.empty() ? ' ' : rest.front();
    DateRange range{kFirstDay, kNoEnd};
    if (sign == '<' || sign == '>') {
        rest.remove_prefix(rest.substr(1, 1) == "=" ? 2 : 1);
        const auto edge = day(rest);
        if (!edge) {
            return bad_dates(text);
        }
        (sign == '<' ? range.to : range.from) = sign == '<' ? *edge + kOneDay : *edge;
        return range;
    }
    const std::size_t dash = rest.find('-');
    const auto from = day(rest.substr(0, dash));
    const auto to = dash == std::string_view::npos ? std::nullopt : day(rest.substr(dash + 1));
    if (!from || !to || *to < *from) {
        return bad_dates(text);
    }
    return DateRange{*from, *to + kOneDay};
}

/// Letters and digits in capitals; empty where another character is among them.
std::string capitals(std::string_view code)
{
    std::string out;
    for (const char c : code) {
        const bool small = c >= 'a' && c <= 'z';
        if (!small && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
            return {};
        }
        out += small ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

} // namespace

Result<ReadPetrarchCode> parse_petrarch_code(std::string_view text)
{
    text = text::trim(text);
    ReadPetrarchCode out;
    const std::size_t size = std::min(text.find_first_of(" \t<>("), text.size());
    std::string_view code = text.substr(0, size);
    if (code.starts_with('~') || code.ends_with('~')) {
        out.agent = true;
        code.starts_with('~') ? code.remove_prefix(1) : code.remove_suffix(1);
    }
    const bool null = !code.empty() && code.find_first_not_of("-#") == std::string_view::npos;
    out.code.code = null ? std::string{} : capitals(code);
    if (!null && (out.code.code.empty() || code.size() > kLongestCode)) {
        return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no code", text)}.hint(
            "write letters and digits, such as [USAGOV], [USAGOV 930120-010120] or [~COP]");
    }
    const std::string_view rest = text::trim(text.substr(size));
    if (!rest.empty()) {
        const auto term = restriction(rest);
        if (!term) {
            return term.error();
        }
        out.code.term = *term;
    }
    return out;
}

} // namespace entente::actors
