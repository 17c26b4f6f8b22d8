// SPDX-License-Identifier: Apache-2.0
#include "cli/option_checks.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string>

namespace entente::cli {

namespace {

template <typename Number>
bool reads_as(const std::string& text, Number& number)
{
    const char* const last = text.data() + text.size();
    const auto [end, code] = std::from_chars(text.data(), last, number);
    return code == std::errc{} && end == last;
}

} // namespace

CLI::Validator whole_number(std::size_t least, std::size_t most)
{
    // Without a description the help shows the option's own type name alone.
    return CLI::Validator{
        [least, most](std::string& text) {
            std::size_t number = 0;
            if (reads_as(text, number) && number >= least && number <= most) {
                return std::string{};
            }
            return most == kLargestCount
                       ? fmt::format("\"{}\" is no whole number from {}", text, least)
                       : fmt::format("\"{}\" is no whole number from {} to {}", text, least, most);
        },
        ""};
}

CLI::Validator share_of_one()
{
    return CLI::Validator{
        [](std::string& text) {
            double number = 0.0;
            const bool good = reads_as(text, number) && number >= 0.0 && number <= 1.0;
            return good ? std::string{} : fmt::format("\"{}\" is no number from 0 to 1", text);
        },
        ""};
}

} // namespace entente::cli
