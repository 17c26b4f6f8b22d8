// SPDX-License-Identifier: Apache-2.0
// Queries over a store, for the command and the shell alike.
#pragma once

#include "cli/session.hpp"
#include "core/filter.hpp"
#include "core/query/value.hpp"
#include "core/store/store.hpp"

#include <string_view>

namespace entente::cli {

/// Answers a query from the relations that pass the filter, grouped by category, so that a relation
/// has one category and direction. Errors: bad_query and those of the store.
[[nodiscard]] Result<query::Rows> answer(std::string_view query, const store::Store& store,
                                         Filter filter);

/// Prints an error; where it names a place in the query, that line and a caret under it.
ExitStatus fail_query(Session& session, std::string_view query, const Error& error);

} // namespace entente::cli
