// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

namespace entente::text {

namespace {

constexpr std::size_t kBlock = 64;

bool is_continuation(char byte) noexcept
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Decodes one code point at `at` and moves past it; negative where ill-formed.
UChar32 next(std::string_view bytes, std::size_t& at) noexcept
{
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    // ICU's macros count in int32_t; a window of four bytes keeps any size of text in range.
    const std::size_t window = std::min<std::size_t>(bytes.size() - at, 4);
    std::int32_t offset = 0;
    UChar32 code_point = 0;
    U8_NEXT(data + at, offset, static_cast<std::int32_t>(window), code_point);
    at += static_cast<std::size_t>(offset);
    return code_point;
}

bool is_unsafe(UChar32 c) noexcept
{
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool bidirectional = c == 0x061C || c == 0x200E || c == 0x200F ||
                               (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || bidirectional || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

void append_hex(std::string& out, std::uint32_t value, int digits)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
        out += kDigits[(value >> static_cast<unsigned>(shift)) & 0xFU];
    }
}

} // namespace

bool is_valid_utf8(std::string_view bytes) noexcept
{
    for (std::size_t at = 0; at < bytes.size();) {
        if (next(bytes, at) < 0) {
            return false;
        }
    }
    return true;
}

std::string to_valid_utf8(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t start = at;
        if (next(bytes, at) < 0) {
            out += "\xEF\xBF\xBD";
        } else {
            out += bytes.substr(start, at - start);
        }
    }
    return out;
}

std::size_t count_code_points(std::string_view utf8) noexcept
{
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return !is_continuation(c); }));
}

std::string printable(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t start = at;
        const UChar32 code_point = next(utf8, at);
        if (code_point < 0) {
            for (std::size_t i = start; i < at; ++i) {
                out += "\\x";
                append_hex(out, static_cast<unsigned char>(utf8[i]), 2);
            }
        } else if (!is_unsafe(code_point)) {
            out += utf8.substr(start, at - start);
        } else if (code_point < 0x100) {
            out += "\\x";
            append_hex(out, static_cast<std::uint32_t>(code_point), 2);
        } else {
            out += "\\u{";
            append_hex(out, static_cast<std::uint32_t>(code_point), 4);
            out += '}';
        }
    }
    return out;
}

namespace {

/// Compatibility decomposition without the marks that stand over letters.
std::string decompose(std::string_view utf8, bool fold_case)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status) != 0) {
        throw std::runtime_error{"ICU has no normalisation data"};
    }
    auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece{utf8.data(), static_cast<std::int32_t>(utf8.size())});
    text = nfkd->normalize(text, status);
    if (fold_case) {
        text.foldCase();
    }
    icu::UnicodeString bare;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) {
            bare.append(c);
        }
    }
    std::string out;
    bare.toUTF8String(out);
    return out;
}

bool is_ascii(std::string_view utf8)
{
    return std::all_of(utf8.begin(), utf8.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

} // namespace

std::string fold(std::string_view utf8)
{
    if (!is_ascii(utf8)) {
        return decompose(utf8, true);
    }
    std::string out;
    out.reserve(utf8.size());
    for (const char c : utf8) {
        out += (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

std::string without_marks(std::string_view utf8)
{
    return is_ascii(utf8) ? std::string{utf8} : decompose(utf8, false);
}

std::string_view trim(std::string_view utf8) noexcept
{
    std::size_t begin = 0;
    while (begin < utf8.size()) {
        std::size_t after = begin;
        const UChar32 c = next(utf8, after);
        if (c < 0 || u_isUWhiteSpace(c) == 0) {
            break;
        }
        begin = after;
    }
    std::size_t end = utf8.size();
    while (end > begin) {
        std::size_t before = end - 1;
        while (before > begin && is_continuation(utf8[before])) {
            --before;
        }
        std::size_t after = before;
        const UChar32 c = next(utf8, after);
        if (c < 0 || after != end || u_isUWhiteSpace(c) == 0) {
            break;
        }
        end = before;
    }
    return utf8.substr(begin, end - begin);
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> pieces;
    while (true) {
        const std::size_t at = text.find(separator);
        pieces.push_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return pieces;
        }
        text.remove_prefix(at + 1);
    }
}

std::uint64_t hash(std::string_view bytes) noexcept
{
    std::uint64_t value = 0xCBF29CE484222325ULL;
    for (const char c : bytes) {
        value ^= static_cast<unsigned char>(c);
        value *= 0x100000001B3ULL;
    }
    return value;
}

std::string to_hex(std::uint64_t value)
{
    std::string out;
    append_hex(out, static_cast<std::uint32_t>(value >> 32U), 8);
    append_hex(out, static_cast<std::uint32_t>(value & 0xFFFFFFFFU), 8);
    return out;
}

OffsetIndex::OffsetIndex(std::string_view utf8)
    : text_{utf8}
{
    code_points_at_block_.reserve(utf8.size() / kBlock + 1);
    std::size_t seen = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if (i % kBlock == 0) {
            code_points_at_block_.push_back(seen);
        }
        seen += is_continuation(utf8[i]) ? 0U : 1U;
    }
    if (utf8.size() % kBlock == 0) {
        code_points_at_block_.push_back(seen);
    }
}

std::size_t OffsetIndex::code_point(std::size_t byte) const
{
    if (byte > text_.size()) {
        throw std::out_of_range{"byte offset past the end of the text"};
    }
    const std::size_t block = byte / kBlock;
    return code_points_at_block_[block] +
           count_code_points(text_.substr(block * kBlock, byte - block * kBlock));
}

std::size_t OffsetIndex::byte(std::size_t code_point) const
{
    const auto after =
        std::upper_bound(code_points_at_block_.begin(), code_points_at_block_.end(), code_point);
    const auto block = static_cast<std::size_t>(after - code_points_at_block_.begin()) - 1;
    std::size_t seen = code_points_at_block_[block];
    for (std::size_t at = block * kBlock; at < text_.size(); ++at) {
        if (is_continuation(text_[at])) {
            continue;
        }
        if (seen == code_point) {
            return at;
        }
        ++seen;
    }
    if (seen != code_point) {
        throw std::out_of_range{"code point past the end of the text"};
    }
    return text_.size();
}

Span OffsetIndex::code_points(Span bytes) const
{
    return {code_point(bytes.begin), code_point(bytes.end)};
}

Span OffsetIndex::bytes(Span code_points) const
{
    return {byte(code_points.begin), byte(code_points.end)};
}

} // namespace entente::text
