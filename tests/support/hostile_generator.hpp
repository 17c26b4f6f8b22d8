// SPDX-License-Identifier: Apache-2.0
// Any number of names that try to break out of a format, the same for the same number.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace entente::tests {

/// Names made of pieces that are syntax somewhere: quotes, ends of lines, sections and scripts,
/// formulas, SQL, Cypher, Markdown, Mermaid, controls, ill-formed bytes (unpaired surrogates as a
/// JSON reader may leave them), characters of four bytes and from right to left; some are 10,000
/// characters long.
[[nodiscard]] inline std::vector<std::string> generate_hostile_names(std::size_t count)
{
    using namespace std::string_view_literals;
    constexpr std::array kPieces{"\""sv,
                                 "'"sv,
                                 "\"\""sv,
                                 "\\"sv,
                                 "\\\""sv,
                                 "\n"sv,
                                 "\r\n"sv,
                                 "\t"sv,
                                 "\0"sv,
                                 "\x01"sv,
                                 "\x1B[31m"sv,
                                 "\x7F"sv,
                                 "\xC2\x85"sv,
                                 "\xC2\x9F"sv,
                                 "\xE2\x80\xA8"sv,
                                 "\xE2\x80\xA9"sv,
                                 "\xE2\x80\xAE"sv,
                                 "\xEF\xBF\xBE"sv,
                                 "\xEF\xBB\xBF"sv,
                                 "\xED\xA0\x80"sv,
                                 "\xED\xB0\x80"sv,
                                 "\xFF"sv,
                                 "\xC3"sv,
                                 "]]>"sv,
                                 "<![CDATA["sv,
                                 "<!--"sv,
                                 "-->"sv,
                                 "</script><script>alert(1)</script>"sv,
                                 "<img src=x onerror=alert(1)>"sv,
                                 "&amp;"sv,
                                 "&#0;"sv,
                                 "&"sv,
                                 "<"sv,
                                 ">"sv,
                                 "; DROP TABLE actors;--"sv,
                                 "'}) DETACH DELETE n //"sv,
                                 "=cmd|'/C calc'!A0"sv,
                                 "=1+1"sv,
                                 "+1"sv,
                                 "-2+3"sv,
                                 "@SUM(A1)"sv,
                                 "\xEF\xBC\x9D"
                                 "1+1"sv,
                                 "`"sv,
                                 "`code`"sv,
                                 "**bold**"sv,
                                 "[link](javascript:alert(1))"sv,
                                 "http://example.org/x"sv,
                                 "| cell |"sv,
                                 "# heading"sv,
                                 "1. item"sv,
                                 "%%{init: {}}%%"sv,
                                 "end"sv,
                                 "#quot;"sv,
                                 "#35;"sv,
                                 "subgraph"sv,
                                 "${jndi:ldap://x}"sv,
                                 "{{x}}"sv,
                                 "\xF0\x9F\x98\x80"sv,
                                 "\xF0\x9F\x87\xB5\xF0\x9F\x87\xB0"sv,
                                 "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"sv,
                                 "e\xCC\x81"sv,
                                 " "sv,
                                 "  "sv,
                                 ","sv,
                                 ";"sv,
                                 "Pakistan"sv,
                                 "name"sv};
    std::mt19937 random{20261126};
    std::vector<std::string> names;
    names.reserve(count);
    while (names.size() < count) {
        std::string name;
        if (names.size() < kPieces.size()) {
            name = kPieces[names.size()]; // each piece alone, too
        } else {
            for (auto pieces = 1 + random() % 6; pieces > 0; --pieces) {
                name += kPieces[random() % kPieces.size()];
            }
        }
        if (names.size() % 400 == 399) {
            name += std::string(10'000, 'x');
        }
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace entente::tests
