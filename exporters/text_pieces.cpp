// SPDX-License-Identifier: Apache-2.0
#include "exporters/text_pieces.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace entente::exporters {

namespace {

template <typename Number>
void append_chars(std::string& out, Number value)
{
    std::array<char, 32> digits{}; // a double has 24 at most
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

} // namespace

void append_number(std::string& out, std::size_t value)
{
    append_chars(out, value);
}

void append_number(std::string& out, std::int64_t value)
{
    append_chars(out, value);
}

void append_number(std::string& out, double value)
{
    append_chars(out, std::isfinite(value) ? value : 0.0);
}

void append_day(std::string& out, Day day)
{
    const std::chrono::year_month_day date{day};
    const int year = static_cast<int>(date.year());
    if (year < 0 || year > 9999) {
        out += format_day(day);
        return;
    }
    const auto digit = [](unsigned value) {
        return static_cast<char>('0' + value % 10);
    };
    const auto years = static_cast<unsigned>(year);
    const auto month = static_cast<unsigned>(date.month());
    const auto day_of_month = static_cast<unsigned>(date.day());
    const std::array text{digit(years / 1000),
                          digit(years / 100),
                          digit(years / 10),
                          digit(years),
                          '-',
                          digit(month / 10),
                          digit(month),
                          '-',
                          digit(day_of_month / 10),
                          digit(day_of_month)};
    out.append(text.data(), text.size());
}

} // namespace entente::exporters
