// SPDX-License-Identifier: Apache-2.0
// Bytes of any encoding as UTF-8, through ICU.
#include "core/text.hpp"
#include "extractors/articles/reader.hpp"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

namespace entente::articles {

namespace {

struct ByteOrderMark {
    std::string_view bytes;
    const char* encoding;
};

// UTF-32 goes before UTF-16, whose mark begins the same way.
constexpr std::array<ByteOrderMark, 5> kMarks{{
    {std::string_view{"\xEF\xBB\xBF", 3}, "UTF-8"},
    {std::string_view{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
    {std::string_view{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
    {std::string_view{"\xFF\xFE", 2}, "UTF-16LE"},
    {std::string_view{"\xFE\xFF", 2}, "UTF-16BE"},
}};

struct CloseConverter {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};

struct CloseDetector {
    void operator()(UCharsetDetector* detector) const noexcept { ucsdet_close(detector); }
};

Result<std::string> convert(std::string_view bytes, const std::string& encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter{
        ucnv_open(encoding.c_str(), &status)};
    if (U_FAILURE(status) != 0) {
        return Error{ErrorCode::bad_encoding,
                     fmt::format("\"{}\" is no encoding that is known here", encoding)}
            .hint("give an IANA name such as utf-8, windows-1252 or koi8-r");
    }
    const icu::UnicodeString decoded{bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                     converter.get(), status};
    if (U_FAILURE(status) != 0) {
        return Error{ErrorCode::bad_encoding, fmt::format("the text is no {}", encoding)}.hint(
            "name the encoding with --encoding");
    }
    std::string out;
    decoded.toUTF8String(out);
    return out;
}

std::string detect(std::string_view bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector{ucsdet_open(&status)};
    ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    const char* name =
        U_SUCCESS(status) != 0 && match != nullptr ? ucsdet_getName(match, &status) : nullptr;
    return name != nullptr && U_SUCCESS(status) != 0 ? name : "windows-1252";
}

/// Controls and replacement characters, of which a text holds few.
std::size_t count_damage(std::string_view utf8)
{
    std::size_t damage = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        const bool control = c < 0x20 && c != '\n' && c != '\t' && c != '\r' && c != '\f';
        damage += control || utf8.substr(i, 3) == "\xEF\xBF\xBD" ? 1U : 0U;
    }
    return damage;
}

} // namespace

Result<std::string> decode(std::string_view bytes, std::string_view encoding)
{
    if (bytes.size() > std::numeric_limits<std::int32_t>::max() / 2) {
        return Error{ErrorCode::too_large, "the text is larger than a gigabyte"}.hint(
            "split it into articles, one to a line of JSON");
    }
    const auto* mark = std::find_if(kMarks.begin(), kMarks.end(), [&](const ByteOrderMark& one) {
        return bytes.substr(0, one.bytes.size()) == one.bytes;
    });
    std::string name;
    if (mark != kMarks.end()) {
        bytes.remove_prefix(mark->bytes.size());
        name = mark->encoding;
    } else if (!encoding.empty()) {
        name = encoding;
    } else if (text::is_valid_utf8(bytes)) {
        name = "UTF-8";
    } else if (bytes.find('\0') == std::string_view::npos) {
        // Mostly well-formed UTF-8 with a few broken bytes stays UTF-8.
        const std::string repaired = text::to_valid_utf8(bytes);
        const bool mostly =
            std::any_of(bytes.begin(), bytes.end(),
                        [](char c) { return static_cast<unsigned char>(c) >= 0xE0; }) &&
            count_damage(repaired) * 100 < repaired.size();
        name = mostly && repaired.find("\xE2\x80") != std::string::npos ? "UTF-8" : detect(bytes);
    } else {
        name = "UTF-8";
    }
    std::string utf8;
    if (name == "UTF-8") {
        utf8 = text::to_valid_utf8(bytes);
    } else {
        auto converted = convert(bytes, name);
        if (!converted) {
            return converted.error();
        }
        utf8 = std::move(*converted);
    }
    if (count_damage(utf8) * 3 > text::count_code_points(utf8)) {
        return Error{ErrorCode::bad_encoding, "this is no text"}.hint(
            "if it is, name its encoding with --encoding");
    }
    return utf8;
}

} // namespace entente::articles
