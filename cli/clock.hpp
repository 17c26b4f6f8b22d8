// SPDX-License-Identifier: Apache-2.0
// The wall clock: the libraries have none, so what they record comes from here.
#pragma once

#include <string>

namespace entente::cli {

/// Now as an ISO 8601 instant in UTC with seconds: "2022-02-24T03:00:00Z".
[[nodiscard]] std::string now_utc();

} // namespace entente::cli
