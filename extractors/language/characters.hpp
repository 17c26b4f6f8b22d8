// SPDX-License-Identifier: Apache-2.0
// What the tokenizer knows of single characters.
#pragma once

#include <unicode/utypes.h>

#include <array>
#include <cstdint>

namespace entente::language {

/// What a code point can be; several at once.
inline constexpr std::uint16_t kLetter = 1;
inline constexpr std::uint16_t kUpper = 2; ///< title case too
inline constexpr std::uint16_t kLower = 4;
inline constexpr std::uint16_t kDigit = 8;
inline constexpr std::uint16_t kMark = 16; ///< combining
inline constexpr std::uint16_t kSpace = 32;
inline constexpr std::uint16_t kControl = 64; ///< and format characters
inline constexpr std::uint16_t kApostrophe = 128;
inline constexpr std::uint16_t kDash = 256;
inline constexpr std::uint16_t kClosing = 512;
inline constexpr std::uint16_t kStop = 1024;    ///< . ! ? and their kin
inline constexpr std::uint16_t kPicture = 2048; ///< emoji and other symbols that modifiers join to
inline constexpr std::uint16_t kLineEnd = 4096;
inline constexpr std::uint16_t kInWord = kLetter | kDigit | kMark;

/// All the classes of a code point.
[[nodiscard]] std::uint16_t unicode_class(UChar32 c);

/// The same for those below 128, ready made.
[[nodiscard]] const std::array<std::uint16_t, 128>& ascii_classes();

/// Skin tones, variation selectors and tags, which change the picture before them.
[[nodiscard]] bool is_picture_modifier(UChar32 c);

/// Half of a flag.
[[nodiscard]] bool is_flag_letter(UChar32 c);

/// Format characters that join what they stand between: soft hyphen, joiners.
[[nodiscard]] bool is_joiner(UChar32 c);

} // namespace entente::language
