// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/word_features.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace entente::language {

namespace {

constexpr std::size_t kLongestForm = 64; ///< code points looked at
constexpr std::size_t kLongestPrefix = 4;
constexpr std::size_t kLongestSuffix = 5;
constexpr std::size_t kLongestShape = 8;

/// Code points of a form, at most kLongestForm: the first ones and, of a longer form, the last.
struct Letters {
    std::array<UChar32, kLongestForm> values{};
    std::size_t size = 0;

    explicit Letters(std::string_view form)
    {
        const auto* data = reinterpret_cast<const std::uint8_t*>(form.data());
        const auto length =
            static_cast<std::int32_t>(std::min<std::size_t>(form.size(), 1U << 20U));
        for (std::int32_t at = 0; at < length;) {
            UChar32 c = 0;
            U8_NEXT(data, at, length, c);
            if (size == kLongestForm) {
                std::move(values.begin() + kLongestForm / 2 + 1, values.end(),
                          values.begin() + kLongestForm / 2);
                --size;
            }
            values[size++] = c < 0 ? 0xFFFD : c;
        }
    }
};

UChar32 lower(UChar32 c)
{
    return c < 0x80 ? (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) : u_tolower(c);
}

char class_of(UChar32 c)
{
    if (c < 0x80) {
        if (c >= 'a' && c <= 'z') {
            return 'x';
        }
        if (c >= 'A' && c <= 'Z') {
            return 'X';
        }
        return c >= '0' && c <= '9' ? 'd' : static_cast<char>(c);
    }
    if (u_isupper(c) != 0) {
        return 'X';
    }
    if (u_isalpha(c) != 0) {
        return 'x';
    }
    return u_isdigit(c) != 0 ? 'd' : '*';
}

void append(std::string& text, UChar32 c)
{
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::int32_t length = 0;
    UBool failed = 0;
    U8_APPEND(bytes.data(), length, U8_MAX_LENGTH, static_cast<std::uint32_t>(c), failed);
    if (failed == 0) {
        text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
    }
}

/// Hashes code points one by one: keys of affixes need no strings.
class Hash {
public:
    explicit Hash(char kind) { add(static_cast<std::uint8_t>(kind)); }

    void add(std::uint32_t value) noexcept
    {
        constexpr std::uint64_t kPrime = 0x100000001B3U;
        state_ = (state_ ^ value) * kPrime;
    }

    [[nodiscard]] std::uint64_t key() const noexcept
    {
        std::uint64_t h = state_;
        h ^= h >> 33U;
        h *= 0xFF51AFD7ED558CCDU;
        h ^= h >> 33U;
        h *= 0xC4CEB9FE1A85EC53U;
        h ^= h >> 33U;
        return h == 0 ? 1 : h; // nought marks an empty place in a table
    }

private:
    std::uint64_t state_ = 0xCBF29CE484222325U;
};

std::uint64_t key_of(char kind, const UChar32* from, const UChar32* to)
{
    Hash hash{kind};
    for (; from != to; ++from) {
        hash.add(static_cast<std::uint32_t>(*from));
    }
    return hash.key();
}

} // namespace

std::string lower_form(std::string_view form)
{
    std::string out;
    out.reserve(form.size());
    const auto* data = reinterpret_cast<const std::uint8_t*>(form.data());
    const auto length = static_cast<std::int32_t>(form.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT(data, at, length, c);
        append(out, lower(c < 0 ? 0xFFFD : c));
    }
    return out;
}

std::string word_shape(std::string_view form)
{
    const Letters letters{form};
    std::string shape;
    for (std::size_t i = 0; i < letters.size && shape.size() < kLongestShape; ++i) {
        const char c = class_of(letters.values[i]);
        if (shape.empty() || shape.back() != c) {
            shape.push_back(c);
        }
    }
    return shape;
}

std::uint64_t feature_key(char kind, std::string_view text) noexcept
{
    Hash hash{kind};
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT(data, at, length, c);
        hash.add(static_cast<std::uint32_t>(c < 0 ? 0xFFFD : c));
    }
    return hash.key();
}

std::uint64_t hint_key(unsigned bit) noexcept
{
    Hash hash{'h'};
    hash.add(bit);
    return hash.key();
}

void form_keys(std::string_view form, FormKeys& keys)
{
    Letters letters{form};
    auto& values = letters.values;
    const std::size_t n = letters.size;
    keys.features.clear();
    keys.features.push_back(key_of('f', values.data(), values.data() + n));

    Hash shape{'s'};
    char last = '\0';
    std::size_t runs = 0;
    bool digit = false;
    bool hyphen = false;
    std::size_t capitals = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const char c = class_of(values[i]);
        digit = digit || c == 'd';
        hyphen = hyphen || c == '-';
        capitals += c == 'X' ? 1 : 0;
        if (c != last && runs < kLongestShape) {
            shape.add(static_cast<std::uint8_t>(c));
            ++runs;
        }
        last = c;
    }
    Hash kind{'k'}; // length and what it is made of
    kind.add(static_cast<std::uint32_t>(std::min<std::size_t>(n, 12)));
    kind.add((digit ? 1U : 0U) | (hyphen ? 2U : 0U) |
             (capitals == 0 ? 0U : (capitals == n ? 8U : 4U)));

    for (std::size_t i = 0; i < n; ++i) {
        values[i] = lower(values[i]);
    }
    keys.vector = key_of('v', values.data(), values.data() + n);
    keys.features.push_back(key_of('w', values.data(), values.data() + n));
    keys.features.push_back(shape.key());
    keys.features.push_back(kind.key());
    for (std::size_t length = 1; length <= std::min(kLongestPrefix, n); ++length) {
        keys.features.push_back(key_of('p', values.data(), values.data() + length));
    }
    for (std::size_t length = 1; length <= std::min(kLongestSuffix, n); ++length) {
        keys.features.push_back(key_of('e', values.data() + (n - length), values.data() + n));
    }
}

} // namespace entente::language
