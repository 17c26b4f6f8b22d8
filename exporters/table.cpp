// SPDX-License-Identifier: Apache-2.0
#include "exporters/table.hpp"

#include "core/text.hpp"
#include "exporters/text_pieces.hpp"

#include <algorithm>
#include <array>

namespace entente::exporters {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

bool is_plain(char c) noexcept
{
    return c >= 0x20 && c < 0x7F;
}

/// Whether a spreadsheet might compute it. The full-width forms are folded to ASCII by some
/// spreadsheets of East Asian locales.
bool begins_formula(std::string_view cell) noexcept
{
    constexpr std::array<std::string_view, 8> kBeginnings{
        "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    const std::size_t begin = cell.find_first_not_of(" '");
    return begin != std::string_view::npos &&
           std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) {
               return cell.substr(begin).starts_with(beginning);
           });
}

/// One line without controls.
std::string one_line(std::string_view text)
{
    if (std::all_of(text.begin(), text.end(), is_plain)) {
        return std::string{text};
    }
    const std::string valid = text::to_valid_utf8(text);
    const std::string_view rest{valid};
    std::string line;
    line.reserve(valid.size());
    for (std::size_t at = 0; at < rest.size(); ++at) {
        const char c = rest[at];
        const std::string_view three = rest.substr(at, 3);
        const std::string_view two = rest.substr(at, 2);
        if (two == "\r\n" || two == "\xC2\x85") { // NEL
            line += ' ';
            ++at;
        } else if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9") { // line, paragraph
            line += ' ';
            at += 2;
        } else if (c == '\n' || c == '\r' || c == '\t') {
            line += ' ';
        } else if (two.size() == 2 && two[0] == '\xC2' &&
                   static_cast<unsigned char>(two[1]) < 0xA0) {
            line += kReplacement; // C1 controls
            ++at;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            line += kReplacement;
        } else {
            line += c;
        }
    }
    return line;
}

} // namespace

std::string table_cell(std::string_view text)
{
    std::string cell = one_line(text);
    if (begins_formula(cell)) {
        cell.insert(cell.begin(), '\'');
    }
    return cell;
}

void TableWriter::header(std::span<const std::string_view> names)
{
    for (const std::string_view name : names) {
        word(name);
    }
    end_row();
}

void TableWriter::text(std::string_view text)
{
    const std::string cell = table_cell(text);
    const bool quoted = cell.find_first_of("\",;\t|") != std::string::npos ||
                        (!cell.empty() && (cell.front() == ' ' || cell.back() == ' '));
    if (!quoted) {
        word(cell);
        return;
    }
    separate();
    row_ += '"';
    for (const char c : cell) {
        row_ += c;
        if (c == '"') {
            row_ += c;
        }
    }
    row_ += '"';
}

void TableWriter::word(std::string_view word)
{
    separate();
    row_ += word;
}

void TableWriter::number(double value)
{
    separate();
    append_number(row_, value);
}

void TableWriter::number(std::size_t value)
{
    separate();
    append_number(row_, value);
}

void TableWriter::end_row()
{
    row_ += '\n';
    out_.write(row_);
    row_.clear();
    first_ = true;
}

Status TableWriter::finish()
{
    return out_.finish();
}

void TableWriter::separate()
{
    if (!first_) {
        row_ += separator_;
    }
    first_ = false;
}

} // namespace entente::exporters
