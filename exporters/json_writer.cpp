// SPDX-License-Identifier: Apache-2.0
#include "exporters/json_writer.hpp"

#include "core/text.hpp"
#include "exporters/text_pieces.hpp"

#include <algorithm>

namespace entente::exporters {

namespace {

/// Stands for itself in a JSON string.
bool is_plain(char c) noexcept
{
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

void append_escape(std::string& out, unsigned code_unit)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    out += "\\u";
    for (unsigned shift = 16; shift > 0; shift -= 4) {
        out += kDigits[(code_unit >> (shift - 4)) & 0xFU];
    }
}

void append_character(std::string& out, char c)
{
    switch (c) {
    case '"':
    case '\\':
        out += '\\';
        out += c;
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        if (const auto byte = static_cast<unsigned char>(c); byte < 0x20 || byte == 0x7F) {
            append_escape(out, byte);
        } else {
            out += c;
        }
    }
}

} // namespace

void append_json_string(std::string& out, std::string_view utf8)
{
    out += '"';
    if (std::all_of(utf8.begin(), utf8.end(), is_plain)) { // names and labels nearly always
        out += utf8;
        out += '"';
        return;
    }
    const std::string valid = text::to_valid_utf8(utf8);
    const std::string_view rest{valid};
    for (std::size_t at = 0; at < rest.size(); ++at) {
        const std::string_view three = rest.substr(at, 3);
        if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9") {
            append_escape(out, three.back() == '\xA8' ? 0x2028 : 0x2029);
            at += 2;
        } else {
            append_character(out, rest[at]);
        }
    }
    out += '"';
}

void JsonWriter::value(std::string_view text)
{
    before_value();
    if (std::all_of(text.begin(), text.end(), is_plain)) { // names and labels nearly always
        out_.write('"');
        out_.write(text);
        out_.write('"');
        return;
    }
    text_.clear();
    append_json_string(text_, text);
    out_.write(text_);
}

template <typename Number>
void JsonWriter::number(Number value)
{
    before_value();
    text_.clear();
    append_number(text_, value);
    out_.write(text_);
}

void JsonWriter::value(double number)
{
    this->number(number);
}

void JsonWriter::value(std::size_t number)
{
    this->number(number);
}

void JsonWriter::value(std::int64_t number)
{
    this->number(number);
}

void JsonWriter::word(std::string_view text)
{
    before_value();
    out_.write(text);
}

void JsonWriter::begin(char bracket)
{
    before_value();
    out_.write(bracket);
    ++depth_;
    filled_ <<= 1U;
}

void JsonWriter::end(char bracket)
{
    const bool filled = (filled_ & 1U) != 0;
    const bool on_own_line = filled && spread();
    --depth_;
    filled_ >>= 1U;
    if (on_own_line) {
        line_end();
    }
    out_.write(bracket);
}

void JsonWriter::next_member()
{
    const bool filled = (filled_ & 1U) != 0;
    filled_ |= 1U;
    if (spread()) {
        if (filled) {
            out_.write(',');
        }
        line_end();
    } else if (filled) {
        out_.write(", ");
    }
}

void JsonWriter::line_end()
{
    out_.write('\n');
    for (std::size_t i = 0; i < depth_; ++i) {
        out_.write(' ');
    }
}

Status JsonWriter::finish()
{
    out_.write('\n');
    return out_.finish();
}

} // namespace entente::exporters
