// SPDX-License-Identifier: Apache-2.0
// UTF-8: offsets, validity, and text that cannot drive a terminal.
#include "core/text.hpp"
#include "tests/support/catch.hpp"

#include <random>
#include <stdexcept>

namespace entente::tests {

namespace {

void append_utf8(std::string& out, std::uint32_t c)
{
    const auto put = [&](std::uint32_t byte) {
        out += static_cast<char>(byte);
    };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6U));
        put(0x80 | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12U));
        put(0x80 | ((c >> 6U) & 0x3FU));
        put(0x80 | (c & 0x3FU));
    } else {
        put(0xF0 | (c >> 18U));
        put(0x80 | ((c >> 12U) & 0x3FU));
        put(0x80 | ((c >> 6U) & 0x3FU));
        put(0x80 | (c & 0x3FU));
    }
}

/// Well-formed text of `size` code points of every length.
std::string random_text(std::mt19937& random, std::size_t size)
{
    constexpr std::uint32_t kLimits[] = {0x80, 0x800, 0xD800, 0x110000};
    std::string out;
    for (std::size_t i = 0; i < size; ++i) {
        std::uint32_t c = static_cast<std::uint32_t>(random()) % kLimits[random() % 4];
        if (c >= 0xD800 && c < 0xE000) {
            c = 'x';
        }
        append_utf8(out, c);
    }
    return out;
}

} // namespace

TEST_CASE("offsets agree with a naive count at every code point", "[core][text]")
{
    std::mt19937 random{42};
    for (const std::size_t size : {0U, 1U, 2U, 15U, 16U, 31U, 63U, 64U, 65U, 127U, 128U, 500U}) {
        for (int round = 0; round < 8; ++round) {
            const std::string text = random_text(random, size);
            const text::OffsetIndex index{text};
            std::size_t seen = 0;
            for (std::size_t at = 0; at < text.size(); ++at) {
                if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
                    continue;
                }
                REQUIRE(index.code_point(at) == seen);
                REQUIRE(index.byte(seen) == at);
                ++seen;
            }
            REQUIRE(seen == size);
            CHECK(index.code_point(text.size()) == size);
            CHECK(index.byte(size) == text.size());
            CHECK(text::count_code_points(text) == size);
            CHECK(index.bytes(index.code_points({0, text.size()})) == Span{0, text.size()});
            CHECK_THROWS_AS(index.byte(size + 1), std::out_of_range);
            CHECK_THROWS_AS(index.code_point(text.size() + 1), std::out_of_range);
        }
    }
}

TEST_CASE("well-formed UTF-8 is told from ill-formed, and mended", "[core][text]")
{
    struct Row {
        std::string bytes;
        bool valid;
        std::string mended;
    };

    const std::string mark = "\xEF\xBF\xBD";
    const std::vector<Row> rows{
        {"", true, ""},
        {"plain", true, "plain"},
        {std::string{"\0", 1}, true, std::string{"\0", 1}},
        {"\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", true, "\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"},
        {"\xEF\xBF\xBF", true, "\xEF\xBF\xBF"},
        {"\xF4\x8F\xBF\xBF", true, "\xF4\x8F\xBF\xBF"},
        {"\x80", false, mark},
        {"a\xFF z", false, "a" + mark + " z"},
        {"\xC0\x80", false, mark + mark},
        {"\xC3", false, mark},
        {"\xC3(", false, mark + "("},
        {"\xE2\x82", false, mark},
        {"\xE2\x82 x", false, mark + " x"},
        {"\xED\xA0\x80", false, mark + mark + mark},
        {"\xF4\x90\x80\x80", false, mark + mark + mark + mark},
        {"\xF0\x9F\x98", false, mark},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        CHECK(text::is_valid_utf8(row.bytes) == row.valid);
        CHECK(text::to_valid_utf8(row.bytes) == row.mended);
        CHECK(text::is_valid_utf8(text::to_valid_utf8(row.bytes)));
    }
}

TEST_CASE("random bytes are mended to well-formed text, which stays as it is", "[core][text]")
{
    std::mt19937 random{7};
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(random() % 40, '\0');
        for (char& byte : bytes) {
            byte = static_cast<char>(random() % 256);
        }
        const std::string mended = text::to_valid_utf8(bytes);
        REQUIRE(text::is_valid_utf8(mended));
        REQUIRE(text::to_valid_utf8(mended) == mended);
        REQUIRE((mended == bytes) == text::is_valid_utf8(bytes));
        for (const char c : text::printable(bytes)) {
            REQUIRE(static_cast<unsigned char>(c) >= 0x20);
        }
    }
}

TEST_CASE("what would drive a terminal is written out", "[core][text]")
{
    struct Row {
        std::string text;
        std::string printed;
    };

    const std::vector<Row> rows{
        {"caf\xC3\xA9 \xE4\xB8\xAD", "caf\xC3\xA9 \xE4\xB8\xAD"},
        {"\x1B[31mred", "\\x1b[31mred"},
        {"line\nbreak\ttab", "line\\x0abreak\\x09tab"},
        {std::string{"\0", 1}, "\\x00"},
        {"\x7F", "\\x7f"},
        {"\xC2\x9B", "\\x9b"},
        {"\xE2\x80\xAE"
         "evil",
         "\\u{202e}evil"},
        {"\xE2\x80\xA8", "\\u{2028}"},
        {"\xFF", "\\xff"},
    };
    for (const Row& row : rows) {
        CHECK(text::printable(row.text) == row.printed);
    }
}

TEST_CASE("folding forgets case and diacritics", "[core][text]")
{
    struct Row {
        const char* text;
        const char* folded;
    };

    const std::vector<Row> rows{
        {"", ""},
        {"Pakistan", "pakistan"},
        {"\xC3\x89lys\xC3\xA9"
         "e",
         "elysee"},
        {"Erdo\xC4\x9F"
         "an",
         "erdogan"},
        {"STRASSE", "strasse"},
        {"Stra\xC3\x9F"
         "e",
         "strasse"},
        {"\xCE\xA3\xCE\xAF\xCF\x83\xCF\x85\xCF\x86\xCE\xBF\xCF\x82",
         "\xCF\x83\xCE\xB9\xCF\x83\xCF\x85\xCF\x86\xCE\xBF\xCF\x83"},
        {"\xEF\xBC\xA1", "a"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(text::fold(row.text) == row.folded);
        CHECK(text::fold(text::fold(row.text)) == text::fold(row.text));
    }
}

TEST_CASE("white space of any script is trimmed from both ends only", "[core][text]")
{
    CHECK(text::trim("") == "");
    CHECK(text::trim(" \t\r\n ") == "");
    CHECK(text::trim("  a b  ") == "a b");
    CHECK(text::trim("\xC2\xA0\xE3\x80\x80x\xE2\x80\x89") == "x");
    CHECK(text::trim("\xC3\xA9 ") == "\xC3\xA9");
    CHECK(text::trim("x\xFF") == "x\xFF");
}

TEST_CASE("splitting keeps empty pieces", "[core][text]")
{
    using Pieces = std::vector<std::string_view>;
    CHECK(text::split("", ',') == Pieces{""});
    CHECK(text::split("a", ',') == Pieces{"a"});
    CHECK(text::split("a,,b,", ',') == Pieces{"a", "", "b", ""});
    CHECK(text::split(",", ',') == Pieces{"", ""});
}

TEST_CASE("hashes are those of FNV-1a, for ever", "[core][text]")
{
    CHECK(text::to_hex(text::hash("")) == "cbf29ce484222325");
    CHECK(text::to_hex(text::hash("a")) == "af63dc4c8601ec8c");
    CHECK(text::to_hex(text::hash("foobar")) == "85944171f73967e8");
    CHECK(text::to_hex(0) == "0000000000000000");
    CHECK(text::to_hex(~std::uint64_t{0}) == "ffffffffffffffff");
}

} // namespace entente::tests
