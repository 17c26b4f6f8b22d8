// SPDX-License-Identifier: Apache-2.0
// The tables of a store, and the steps from an older version to this one.
#pragma once

#include "core/store/database.hpp"

namespace entente::store {

/// Brings an older store up to date, in one transaction; an empty file becomes a store where
/// `may_create` says so.
/// Errors: not_a_store for a foreign SQLite file, newer_store for one of a later version.
[[nodiscard]] Status prepare_schema(const Database& database, bool may_create);

/// Checks identity and version without writing.
/// Errors: not_a_store, newer_store; an older store is readable.
[[nodiscard]] Status check_identity(const Database& database);

} // namespace entente::store
