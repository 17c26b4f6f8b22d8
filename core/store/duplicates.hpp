// SPDX-License-Identifier: Apache-2.0
// Near-copies of a text: MinHash signatures and groups (Broder 1997; banding after Leskovec et
// al.).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
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

/// MinHash over the five-word shingles of the case-folded text. A shorter text is one shingle; one
/// without words has no signature and no copies. Linear in the length of the text.
[[nodiscard]] std::optional<Signature> make_signature(std::string_view text);

/// A signature as bytes, the same on every machine, and back; none for bytes of another length.
[[nodiscard]] std::string to_bytes(const Signature& signature);
[[nodiscard]] std::optional<Signature> signature_from_bytes(std::string_view bytes) noexcept;

/// Estimated Jaccard similarity, 0 to 1.
[[nodiscard]] double similarity(const Signature& left, const Signature& right) noexcept;

/// One hash for each band; texts that share one are compared.
[[nodiscard]] std::array<std::uint32_t, kBands> band_hashes(const Signature& signature) noexcept;

/// The connected components of pairs: each node is mapped to the smallest node of its component.
/// Nodes without a pair are not in the map.
[[nodiscard]] std::unordered_map<std::int64_t, std::int64_t>
connected_components(const std::vector<std::pair<std::int64_t, std::int64_t>>& pairs);

/// The number of the group whose smallest article id this is: a positive hash of that id, so that
/// it hangs on the articles alone, not on the order in which they came.
[[nodiscard]] std::int64_t group_number(std::string_view smallest_article_id) noexcept;

} // namespace entente::store
