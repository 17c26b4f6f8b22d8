// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/code_points.hpp"

#include <unicode/utf8.h>

#include <algorithm>

namespace entente::language {

namespace {

[[nodiscard]] UChar32 ascii_lower(UChar32 c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

} // namespace

CodePoints::CodePoints(std::string_view text)
    : text_{text}
    , chars_(text.size() + 1)
{
    const auto& ascii = ascii_classes();
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size(); ++size_) {
        Char& out = chars_[size_];
        out.begin = at;
        if (data[at] < 0x80) {
            out.value = data[at];
            out.classes = ascii[data[at]];
            ++at;
            continue;
        }
        const std::size_t window = std::min<std::size_t>(text.size() - at, 4);
        std::int32_t offset = 0;
        UChar32 value = 0;
        U8_NEXT(data + at, offset, static_cast<std::int32_t>(window), value);
        out.value = value < 0 ? 0xFFFD : value;
        out.classes = unicode_class(out.value);
        at += static_cast<std::size_t>(offset);
    }
    chars_.resize(size_ + 1);
    chars_[size_] = {0, 0, text.size()};
}

FoldedWord CodePoints::lower(std::size_t from, std::size_t to) const
{
    FoldedWord word;
    if (to - from > FoldedWord::kLongest) {
        return word;
    }
    for (std::size_t i = from; i < to; ++i) {
        const UChar32 c = chars_[i].value;
        if (c >= 0x80) {
            word.clear();
            return word;
        }
        word.push_back(static_cast<char>(ascii_lower(c)));
    }
    return word;
}

bool CodePoints::reads(std::size_t from, std::string_view lower_case) const
{
    for (std::size_t i = 0; i < lower_case.size(); ++i) {
        if (ascii_lower(at(from + i)) != lower_case[i]) {
            return false;
        }
    }
    return true;
}

} // namespace entente::language
