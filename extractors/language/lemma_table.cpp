// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/lemma_table.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace entente::language::lemmas {

namespace {

constexpr std::uint64_t kBasis = 0xCBF29CE484222325U;
constexpr std::uint64_t kPrime = 0x100000001B3U;
constexpr std::uint64_t kWordBegins = 0x100; // no byte
constexpr std::size_t kShortCapitals = 4;    // "NATO" may be short for something

constexpr std::string_view kRightQuote = "\xE2\x80\x99";
constexpr std::string_view kLeftQuote = "\xE2\x80\x98";

std::uint64_t seed_of(Question question, std::uint8_t group, Shape shape)
{
    const auto parts = static_cast<std::uint64_t>(question) |
                       static_cast<std::uint64_t>(shape) << 8U |
                       static_cast<std::uint64_t>(group) << 16U;
    return (kBasis ^ parts) * kPrime;
}

std::uint64_t step(std::uint64_t hash, std::uint64_t byte)
{
    return (hash ^ byte) * kPrime;
}

/// Spreads what the last bytes said over all bits.
std::uint64_t finished(std::uint64_t hash)
{
    hash ^= hash >> 31U;
    hash *= 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 29U);
}

std::uint64_t byte_at(std::string_view text, std::size_t i)
{
    return static_cast<unsigned char>(text[i]);
}

std::uint64_t hash_backwards(std::uint64_t hash, std::string_view text)
{
    for (std::size_t i = text.size(); i-- > 0;) {
        hash = step(hash, byte_at(text, i));
    }
    return hash;
}

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

char ascii_upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Calls `each` for every code point; ill-formed bytes are negative.
template <typename F>
void for_code_points(std::string_view utf8, F each)
{
    const auto* data = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(utf8.size(), INT32_MAX));
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t start = at;
        UChar32 c = 0;
        U8_NEXT(data, at, size, c);
        each(c, utf8.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start)));
    }
}

void append_code_point(std::string& out, UChar32 c)
{
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes.data(), size, static_cast<std::uint32_t>(c));
    out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

template <typename Ascii, typename Any>
std::string mapped(std::string_view utf8, Ascii ascii, Any any)
{
    std::string out;
    out.reserve(utf8.size());
    if (is_ascii(utf8)) {
        for (const char c : utf8) {
            out += ascii(c);
        }
        return out;
    }
    for_code_points(utf8, [&](UChar32 c, std::string_view bytes) {
        if (c < 0) {
            out += bytes;
        } else {
            append_code_point(out, any(c));
        }
    });
    return out;
}

} // namespace

Shape shape_of(std::string_view form)
{
    std::size_t upper = 0;
    std::size_t lower = 0;
    bool first_upper = false;
    bool first = true;
    const auto count = [&](bool is_upper, bool is_lower) {
        upper += is_upper ? 1U : 0U;
        lower += is_lower ? 1U : 0U;
        first_upper = first ? is_upper : first_upper;
        first = false;
    };
    if (is_ascii(form)) {
        for (const char c : form) {
            count(c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z');
        }
    } else {
        for_code_points(form, [&](UChar32 c, std::string_view) {
            count(c >= 0 && u_isupper(c) != 0, c >= 0 && u_islower(c) != 0);
        });
    }
    if (upper == 0) {
        return Shape::lower;
    }
    if (upper == 1 && first_upper) {
        return Shape::capital;
    }
    if (lower == 0) {
        return upper <= kShortCapitals ? Shape::short_capitals : Shape::capitals;
    }
    return Shape::mixed;
}

Keys::Keys(Question question, std::uint8_t group, Shape shape, std::string_view text)
{
    std::uint64_t hash = seed_of(question, group, shape);
    keys_[size_++] = finished(hash);
    std::uint64_t segment = 0;
    const std::size_t last = text.size() - std::min<std::size_t>(text.size(), 1);
    for (std::size_t i = text.size(); i-- > 0;) {
        if (segment == 0 && text[i] == '-' && i < last && i > 0) {
            segment = finished(step(hash, kWordBegins));
        }
        hash = step(hash, byte_at(text, i));
        if (size_ <= kLongestSuffix) {
            keys_[size_++] = finished(hash);
        }
    }
    if (segment != 0) {
        keys_[size_++] = segment;
    }
    keys_[size_++] = finished(step(hash, kWordBegins));
}

std::uint64_t word_key(Question question, std::uint8_t group, Shape shape, std::string_view word)
{
    return finished(step(hash_backwards(seed_of(question, group, shape), word), kWordBegins));
}

std::uint64_t suffix_key(Question question, std::uint8_t group, Shape shape,
                         std::string_view suffix)
{
    return finished(hash_backwards(seed_of(question, group, shape), suffix));
}

std::uint64_t tag_key(std::string_view upos, std::string_view xpos)
{
    return finished(hash_backwards(step(hash_backwards(kBasis, xpos), kWordBegins), upos));
}

std::string lower_case(std::string_view utf8)
{
    return mapped(utf8, ascii_lower, u_tolower);
}

std::string upper_case(std::string_view utf8)
{
    return mapped(utf8, ascii_upper, u_toupper);
}

std::string in_case(std::string_view utf8, LetterCase letter_case)
{
    if (letter_case == LetterCase::keep) {
        return std::string{utf8};
    }
    std::string lower = lower_case(utf8);
    if (letter_case == LetterCase::lower || lower.empty()) {
        return lower;
    }
    std::size_t first = 1;
    while (first < lower.size() && (static_cast<unsigned char>(lower[first]) & 0xC0U) == 0x80U) {
        ++first;
    }
    return upper_case(std::string_view{lower}.substr(0, first)) + lower.substr(first);
}

std::optional<std::string> plain_number(std::string_view form)
{
    const std::string_view whole = form.substr(0, form.find('.'));
    const std::size_t first = whole.find(',');
    if (first == 0 || first == std::string_view::npos || first > 3 ||
        whole.size() % 4 != first % 4) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool separates = i < whole.size() && i % 4 == first % 4;
        if (separates ? form[i] != ',' : !is_digit(form[i]) && form[i] != '.') {
            return std::nullopt;
        }
    }
    std::string plain{form};
    std::erase(plain, ',');
    return plain;
}

bool has_typographic_apostrophe(std::string_view form) noexcept
{
    return form.find(kRightQuote) != std::string_view::npos ||
           form.find(kLeftQuote) != std::string_view::npos;
}

std::string plain_apostrophes(std::string_view form)
{
    std::string plain;
    plain.reserve(form.size());
    for (std::size_t i = 0; i < form.size();) {
        const std::string_view rest = form.substr(i);
        if (rest.starts_with(kRightQuote) || rest.starts_with(kLeftQuote)) {
            plain += '\'';
            i += kRightQuote.size();
        } else {
            plain += form[i++];
        }
    }
    return plain;
}

} // namespace entente::language::lemmas
