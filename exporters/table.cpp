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

/// What spreadsheets split cells at, by locale and by what a reader tells them. Tabs are gone here.
constexpr std::string_view kSeparators = ",;|";

/// Whether a spreadsheet might compute a cell that begins so. The full-width forms are folded to
/// ASCII by some spreadsheets of East Asian locales.
bool begins_formula(std::string_view cell) noexcept
{
    constexpr std::array<std::string_view, 8> kBeginnings{
        "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                       [cell](std::string_view beginning) { return cell.starts_with(beginning); });
}

/// `cell` from the first character on that is none of `these`.
std::string_view behind(std::string_view cell, std::string_view these) noexcept
{
    return cell.substr(std::min(cell.find_first_not_of(these), cell.size()));
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
    for (std::size_t at = cell.find_first_of(kSeparators); at != std::string::npos;
         at = cell.find_first_of(kSeparators, at + 1)) {
        if (begins_formula(behind(std::string_view{cell}.substr(at + 1), "'"))) {
            cell.insert(at + 1, 1, '\'');
        }
    }
    if (begins_formula(behind(cell, " '"))) {
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
