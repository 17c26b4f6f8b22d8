// SPDX-License-Identifier: Apache-2.0
// The tables of a store, and the steps from an older version to this one.
#pragma once

#include "core/store/database.hpp"

namespace entente::store {

/// Creates the tables in an empty file, or brings an older store up to date, in one transaction.
/// Errors: not_a_store for a foreign SQLite file, newer_store for one of a later version.
[[nodiscard]] Status prepare_schema(const Database& database);

/// Checks identity and version without writing.
/// Errors: not_a_store, newer_store; an older store is readable.
[[nodiscard]] Status check_identity(const Database& database);

} // namespace entente::store
