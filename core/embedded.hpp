// SPDX-License-Identifier: Apache-2.0
// Data files compiled into the program.
#pragma once

#include <span>
#include <string_view>

namespace entente {

/// One file of datasets/ inside the program.
/// Lifetime: both views point into static storage.
struct EmbeddedFile {
    std::string_view name; ///< path below datasets/, such as "ontology/categories.tsv"
    std::string_view text; ///< the whole file, UTF-8
};

namespace embedded {
/// The files that core compiles in: the ontology, regions and blocs.
std::span<const EmbeddedFile> core() noexcept;
} // namespace embedded

} // namespace entente
