// SPDX-License-Identifier: Apache-2.0
// The data files that the extractors compile in: actors, offices, lexicon.
#pragma once

#include "core/embedded.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

namespace embedded {
std::span<const EmbeddedFile> extractors() noexcept;
} // namespace embedded

namespace extractors {

/// One table, compiled in or read from disk.
struct Table {
    std::string name;  ///< for messages: path below datasets/, or the user's path
    std::string owned; ///< text of a file from disk
    std::string_view compiled;

    [[nodiscard]] std::string_view text() const noexcept
    {
        return compiled.empty() ? std::string_view{owned} : compiled;
    }
};

/// The compiled-in tables of one folder of datasets/, such as "actors/", in order of their names.
[[nodiscard]] std::vector<Table> builtin_tables(std::string_view folder);

/// 8 hexadecimal digits that change with any byte of any table, compiled in or of the user, and
/// with the checksum of the language model. Tables that cannot be read are left out: whoever loads
/// them reports that.
[[nodiscard]] std::string tables_fingerprint(const std::vector<std::string>& extra_files,
                                             std::uint64_t model);

/// A user's table. Errors: missing_input, unreadable_input.
[[nodiscard]] Result<Table> read_table(const std::string& file);

} // namespace extractors
} // namespace entente
