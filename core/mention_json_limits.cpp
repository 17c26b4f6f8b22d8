// SPDX-License-Identifier: Apache-2.0
#include "core/mention_json_limits.hpp"

#include <algorithm>

namespace entente {

namespace {

bool is_of_number(char c) noexcept
{
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

/// Where the exponent of a nought such as "-0.00e40" begins; npos for any other number.
std::size_t nought_exponent(std::string_view number) noexcept
{
    const std::size_t exponent = number.find_first_of("eE");
    const std::string_view mantissa = number.substr(0, exponent);
    const bool nought = mantissa.find('0') != std::string_view::npos &&
                        mantissa.find_first_of("123456789") == std::string_view::npos;
    return nought ? exponent : std::string_view::npos;
}

/// How much of the text, from its "e" on, is an exponent; 0 where a parser would refuse it.
std::size_t exponent_size(std::string_view text) noexcept
{
    const std::size_t sign = text.size() > 1 && (text[1] == '+' || text[1] == '-') ? 1 : 0;
    const std::size_t end = std::min(text.find_first_not_of("0123456789", 1 + sign), text.size());
    return end > 1 + sign ? end : 0;
}

} // namespace

bool is_within_depth(std::string_view json) noexcept
{
    const auto brackets =
        std::count(json.begin(), json.end(), '{') + std::count(json.begin(), json.end(), '[');
    if (static_cast<std::size_t>(brackets) <= kMaxJsonDepth) { // in strings or not
        return true;
    }
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (quoted && c == '\\') {
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '[' || c == '{')) {
            if (++depth > kMaxJsonDepth) {
                return false;
            }
        } else if (!quoted && (c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
    return true;
}

std::string_view without_nought_exponents(std::string_view json, std::string& buffer)
{
    constexpr std::size_t kNone = std::string_view::npos;
    if (json.find("0e") == kNone && json.find("0E") == kNone) { // nearly always
        return json;
    }
    bool changed = false;
    bool quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"') {
            quoted = !quoted;
        } else if (quoted) {
            i += c == '\\' ? 1U : 0U;
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            std::size_t end = i;
            while (end < json.size() && is_of_number(json[end])) {
                ++end;
            }
            const std::size_t exponent = nought_exponent(json.substr(i, end - i));
            const std::size_t size =
                exponent == std::string_view::npos ? 0 : exponent_size(json.substr(i + exponent));
            if (size > 0) {
                if (!changed) {
                    buffer = json;
                    changed = true;
                }
                std::fill_n(buffer.begin() + static_cast<std::ptrdiff_t>(i + exponent), size, ' ');
            }
            i = end - 1;
        }
    }
    return changed ? std::string_view{buffer} : json;
}

} // namespace entente
