// SPDX-License-Identifier: Apache-2.0
// What a load did to a store, in one line or as JSON.
#pragma once

#include "cli/session.hpp"
#include "core/store/store.hpp"

#include <cstddef>

namespace entente::cli {

struct StoreReport {
    std::size_t added = 0;
    std::size_t replaced = 0;
    std::size_t unchanged = 0;
    std::size_t failed = 0;
    std::size_t mentions = 0; ///< of the articles added or replaced

    void count(store::AddOutcome outcome, std::size_t article_mentions);

    [[nodiscard]] std::size_t done() const noexcept { return added + replaced + unchanged; }

    /// The line is left out when quiet; the JSON is a result and always printed.
    void print(Session& session, bool json) const;
};

} // namespace entente::cli
