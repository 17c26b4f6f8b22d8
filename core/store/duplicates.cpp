// SPDX-License-Identifier: Apache-2.0
#include "core/store/duplicates.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <limits>

namespace entente::store {

namespace {

constexpr std::size_t kShingle = 5;

/// SplitMix64's finaliser (Steele, Lea and Flood 2014): a good mix of 64 bits.
std::uint64_t mix(std::uint64_t x) noexcept
{
    x ^= x >> 30U;
    x *= 0xBF58476D1CE4E5B9ULL;
    x ^= x >> 27U;
    x *= 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

std::vector<std::uint64_t> word_hashes(std::string_view text)
{
    const std::string folded = text::fold(text);
    std::vector<std::uint64_t> hashes;
    std::size_t begin = std::string::npos;
    for (std::size_t i = 0; i <= folded.size(); ++i) {
        const unsigned char c = i < folded.size() ? static_cast<unsigned char>(folded[i]) : ' ';
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
        if (word && begin == std::string::npos) {
            begin = i;
        } else if (!word && begin != std::string::npos) {
            hashes.push_back(text::hash(std::string_view{folded}.substr(begin, i - begin)));
            begin = std::string::npos;
        }
    }
    return hashes;
}

} // namespace

std::optional<Signature> make_signature(std::string_view text)
{
    const std::vector<std::uint64_t> words = word_hashes(text);
    if (words.empty()) {
        return std::nullopt;
    }
    Signature signature;
    signature.fill(std::numeric_limits<std::uint32_t>::max());
    const std::size_t length = std::min(kShingle, words.size());
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
        std::uint64_t shingle = 0;
        for (std::size_t k = 0; k < length; ++k) {
            shingle = mix(shingle + words[i + k]);
        }
        for (std::size_t h = 0; h < kSignatureSize; ++h) {
            const auto value = static_cast<std::uint32_t>(mix(shingle ^ mix(h + 1)) >> 32U);
            signature[h] = std::min(signature[h], value);
        }
    }
    return signature;
}

std::string to_bytes(const Signature& signature)
{
    std::string bytes;
    bytes.reserve(4 * kSignatureSize);
    for (const std::uint32_t hash : signature) {
        for (unsigned shift = 0; shift < 32; shift += 8) {
            bytes += static_cast<char>((hash >> shift) & 0xFFU);
        }
    }
    return bytes;
}

std::optional<Signature> signature_from_bytes(std::string_view bytes) noexcept
{
    if (bytes.size() != 4 * kSignatureSize) {
        return std::nullopt;
    }
    Signature signature{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        signature[i / 4] |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]))
                            << (8 * (i % 4));
    }
    return signature;
}

double similarity(const Signature& left, const Signature& right) noexcept
{
    std::size_t equal = 0;
    for (std::size_t i = 0; i < kSignatureSize; ++i) {
        equal += left[i] == right[i] ? 1U : 0U;
    }
    return static_cast<double>(equal) / static_cast<double>(kSignatureSize);
}

std::array<std::uint32_t, kBands> band_hashes(const Signature& signature) noexcept
{
    constexpr std::size_t kRows = kSignatureSize / kBands;
    std::array<std::uint32_t, kBands> hashes{};
    for (std::size_t band = 0; band < kBands; ++band) {
        std::uint64_t hash = band;
        for (std::size_t row = 0; row < kRows; ++row) {
            hash = mix(hash + signature[band * kRows + row]);
        }
        hashes[band] = static_cast<std::uint32_t>(hash >> 32U);
    }
    return hashes;
}

std::unordered_map<std::int64_t, std::int64_t>
connected_components(const std::vector<std::pair<std::int64_t, std::int64_t>>& pairs)
{
    std::unordered_map<std::int64_t, std::int64_t> parent;
    const auto find = [&](std::int64_t node) {
        parent.try_emplace(node, node);
        while (parent[node] != node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    };
    for (const auto& [a, b] : pairs) {
        const std::int64_t root_a = find(a);
        const std::int64_t root_b = find(b);
        parent[std::max(root_a, root_b)] = std::min(root_a, root_b);
    }
    std::unordered_map<std::int64_t, std::int64_t> groups;
    for (const auto& [a, b] : pairs) {
        groups[a] = find(a);
        groups[b] = find(b);
    }
    return groups;
}

std::int64_t group_number(std::string_view smallest_article_id) noexcept
{
    const auto number = static_cast<std::int64_t>(text::hash(smallest_article_id) >> 1U);
    return std::max<std::int64_t>(number, 1);
}

} // namespace entente::store
