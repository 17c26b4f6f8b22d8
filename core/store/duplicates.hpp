// SPDX-License-Identifier: Apache-2.0
// Near-copies of a text: MinHash signatures and groups (Broder 1997; banding after Leskovec et al.).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente::store {

inline constexpr std::size_t kSignatureSize = 64;
inline constexpr std::size_t kBands = 16; ///< of four hashes: finds Jaccard 0.7 in 99 of 100 cases
/// Share of common word five-shingles from which two texts count as one source.
inline constexpr double kNearCopy = 0.7;

using Signature = std::array<std::uint32_t, kSignatureSize>;

/// MinHash over the five-word shingles of the case-folded text. Short texts take what they have.
/// Linear in the length of the text.
[[nodiscard]] Signature make_signature(std::string_view text);

/// Estimated Jaccard similarity, 0 to 1.
[[nodiscard]] double similarity(const Signature& left, const Signature& right) noexcept;

/// One hash for each band; texts that share one are compared.
[[nodiscard]] std::array<std::uint32_t, kBands> band_hashes(const Signature& signature) noexcept;

/// The connected components of pairs: each node's component is named by its smallest node, so the
/// order of arrival does not show. Nodes without a pair are not in the map.
[[nodiscard]] std::unordered_map<std::int64_t, std::int64_t>
group_near_copies(const std::vector<std::pair<std::int64_t, std::int64_t>>& pairs);

} // namespace entente::store
