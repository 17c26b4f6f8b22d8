// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/word_table.hpp"

#include <algorithm>
#include <bit>

namespace entente::language {

Result<WordTable> WordTable::load(SectionReader& section, std::size_t rows)
{
    WordTable table;
    table.keys_ = section.array<std::uint64_t>();
    table.rows_ = section.array<std::uint32_t>();
    const bool fits = section.ok() && table.keys_.size() == table.rows_.size() &&
                      std::has_single_bit(table.keys_.size()) &&
                      std::count(table.keys_.begin(), table.keys_.end(), 0U) > 0 &&
                      std::all_of(table.rows_.begin(), table.rows_.end(),
                                  [rows](std::uint32_t row) { return row < rows || row == 0; });
    if (!fits) {
        return Error{ErrorCode::bad_dataset, "the language model's word table is damaged"}.hint(
            "train it again with entente-train");
    }
    return table;
}

std::optional<std::uint32_t> WordTable::find(std::uint64_t key) const noexcept
{
    const std::size_t mask = keys_.size() - 1;
    for (std::size_t at = key & mask; keys_[at] != 0; at = (at + 1) & mask) {
        if (keys_[at] == key) {
            return rows_[at];
        }
    }
    return std::nullopt;
}

void WordTable::write(SectionWriter& section, const std::vector<std::uint64_t>& keys)
{
    const std::size_t places = std::bit_ceil(keys.size() + keys.size() / 4 + 1);
    std::vector<std::uint64_t> table(places, 0);
    std::vector<std::uint32_t> rows(places, 0);
    for (std::size_t row = 0; row < keys.size(); ++row) {
        std::size_t at = keys[row] & (places - 1);
        while (table[at] != 0) {
            at = (at + 1) & (places - 1);
        }
        table[at] = keys[row];
        rows[at] = static_cast<std::uint32_t>(row);
    }
    section.put_array(table);
    section.put_array(rows);
}

} // namespace entente::language
