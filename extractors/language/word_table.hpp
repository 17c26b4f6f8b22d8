// SPDX-License-Identifier: Apache-2.0
// From keys to rows: a hash table that lies in the model file and needs no loading.
#pragma once

#include "extractors/language/model_file.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace entente::language {

/// Keys to row numbers; open addressing with linear probing.
/// Lifetime: refers to the model's bytes. Complexity: a lookup takes three probes on average.
class WordTable {
public:
    WordTable() = default;

    /// Errors: bad_dataset when the arrays do not fit together.
    [[nodiscard]] static Result<WordTable> load(SectionReader& section, std::size_t rows);

    /// The row of a key, if it has one.
    [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t key) const noexcept;

    /// Writes a table; key number i has row i. Keys are distinct and not nought.
    static void write(SectionWriter& section, const std::vector<std::uint64_t>& keys);

private:
    std::span<const std::uint64_t> keys_;
    std::span<const std::uint32_t> rows_;
};

} // namespace entente::language
