// SPDX-License-Identifier: Apache-2.0
// UTF-8 text: code-point offsets, validation, and making foreign text safe to print.
#pragma once

#include "core/span.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::text {

/// True where the bytes are well-formed UTF-8 (Unicode 15, table 3-7). Linear.
[[nodiscard]] bool is_valid_utf8(std::string_view bytes) noexcept;

/// The text with every ill-formed sequence replaced by U+FFFD, one for each maximal subpart.
[[nodiscard]] std::string to_valid_utf8(std::string_view bytes);

/// Number of code points in well-formed UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view utf8) noexcept;

/// The text with C0, C1 and bidirectional control characters written as \xNN or \u{NNNN}, so that
/// names from outside cannot drive a terminal or reorder a line. Ill-formed bytes become \xNN.
[[nodiscard]] std::string printable(std::string_view utf8);

/// Lower-cased by Unicode's full case folding, with diacritics removed: "Élysée" → "elysee".
/// For matching only, never for output.
[[nodiscard]] std::string fold(std::string_view utf8);

/// The text without diacritics, its case kept: "México" → "Mexico". For matching only.
[[nodiscard]] std::string without_marks(std::string_view utf8);

/// Without leading and trailing Unicode white space.
[[nodiscard]] std::string_view trim(std::string_view utf8) noexcept;

/// Splits at every `separator`; an empty text gives one empty piece.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// 64-bit FNV-1a of the bytes: stable across machines and versions, so it may be stored.
[[nodiscard]] std::uint64_t hash(std::string_view bytes) noexcept;

/// 16 lower-case hexadecimal digits.
[[nodiscard]] std::string to_hex(std::uint64_t value);

/// Converts between byte and code-point offsets of one text.
///
/// Lifetime: refers to the text, which must outlive it.
/// Complexity: linear to build; a conversion scans at most 64 bytes or 64 code points.
class OffsetIndex {
public:
    explicit OffsetIndex(std::string_view utf8);

    /// Code points before the byte offset, which must lie on a code-point boundary.
    [[nodiscard]] std::size_t code_point(std::size_t byte) const;
    /// Byte offset of the code point; one past the last gives the size of the text.
    [[nodiscard]] std::size_t byte(std::size_t code_point) const;

    [[nodiscard]] Span code_points(Span bytes) const;
    [[nodiscard]] Span bytes(Span code_points) const;

private:
    std::string_view text_;
    std::vector<std::size_t> code_points_at_block_; ///< code points before byte 64 * i
};

} // namespace entente::text
