// SPDX-License-Identifier: Apache-2.0
#include "exporters/xml.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace entente::exporters {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

/// The replacement of one ASCII byte; empty where it stands for itself.
std::string_view entity(char c) noexcept
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
        return "&#9;";
    case '\n':
        return "&#10;";
    case '\r':
        return "&#13;";
    default:
        return static_cast<unsigned char>(c) < 0x20 ? kReplacement : std::string_view{};
    }
}

/// An ASCII character that stands for itself.
bool is_plain(char c) noexcept
{
    return c >= 0x20 && c <= 0x7E && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
}

} // namespace

void append_xml(std::string& out, std::string_view utf8)
{
    if (std::all_of(utf8.begin(), utf8.end(), is_plain)) { // names and labels nearly always
        out += utf8;
        return;
    }
    const std::string valid = text::to_valid_utf8(utf8);
    const std::string_view rest{valid};
    for (std::size_t at = 0; at < rest.size(); ++at) {
        const std::string_view three = rest.substr(at, 3);
        if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") { // U+FFFE, U+FFFF
            out += kReplacement;
            at += 2;
        } else if (three == "\xE2\x80\xA8") { // U+2028
            out += "&#8232;";
            at += 2;
        } else if (rest.substr(at, 2) == "\xC2\x85") { // U+0085
            out += "&#133;";
            ++at;
        } else if (const std::string_view replacement = entity(rest[at]); !replacement.empty()) {
            out += replacement;
        } else {
            out += rest[at];
        }
    }
}

std::string escape_xml(std::string_view utf8)
{
    std::string escaped;
    append_xml(escaped, utf8);
    return escaped;
}

} // namespace entente::exporters
