// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/characters.hpp"

#include <unicode/uchar.h>

namespace entente::language {

namespace {

[[nodiscard]] std::uint16_t punctuation_class(UChar32 c)
{
    switch (c) {
    case '\'':
    case 0x2019:
    case 0x02BC:
        return kApostrophe | kClosing;
    case '`':
    case 0xB4:
        return kApostrophe;
    case '-':
    case 0x2212:
        return kDash;
    case ')':
    case ']':
    case '"':
    case 0x201D:
    case 0xBB:
        return kClosing;
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x3002:
    case 0x061F:
    case 0x06D4:
    case 0x0964:
        return kStop;
    default:
        return c >= 0x2010 && c <= 0x2015 ? kDash : 0;
    }
}

} // namespace

std::uint16_t unicode_class(UChar32 c)
{
    const std::uint32_t category = U_MASK(u_charType(c));
    std::uint16_t out = punctuation_class(c);
    if (c == 0x02BC) {
        return out;
    }
    if ((category & U_GC_L_MASK) != 0) {
        out |= kLetter;
        if ((category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) {
            out |= kUpper;
        } else if ((category & U_GC_LL_MASK) != 0) {
            out |= kLower;
        }
    } else if ((category & U_GC_ND_MASK) != 0) {
        out |= kDigit;
    } else if ((category & (U_GC_MN_MASK | U_GC_MC_MASK)) != 0) {
        out |= kMark;
    } else if (u_isUWhiteSpace(c) != 0) {
        out |= kSpace;
    } else if ((category & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0) {
        out |= kControl;
    } else if ((category & U_GC_SO_MASK) != 0) {
        out |= kPicture;
    }
    if (c == '_') {
        out |= kMark;
    }
    if (c == '\n' || c == 0x2028 || c == 0x2029) {
        out |= kLineEnd;
    }
    return out;
}

const std::array<std::uint16_t, 128>& ascii_classes()
{
    static const std::array<std::uint16_t, 128> classes = [] {
        std::array<std::uint16_t, 128> out{};
        for (std::size_t c = 0; c < out.size(); ++c) {
            out[c] = unicode_class(static_cast<UChar32>(c));
        }
        return out;
    }();
    return classes;
}

bool is_picture_modifier(UChar32 c)
{
    return c == 0xFE0F || c == 0xFE0E || c == 0x20E3 || (c >= 0x1F3FB && c <= 0x1F3FF) ||
           (c >= 0xE0020 && c <= 0xE007F);
}

bool is_flag_letter(UChar32 c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool is_joiner(UChar32 c)
{
    return c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060;
}

} // namespace entente::language
