// SPDX-License-Identifier: Apache-2.0
// Mentions as JSON: the line that `extract` prints, and the shape that every file of ours holds.
#pragma once

#include "core/relation.hpp"

#include <string>
#include <string_view>

namespace entente {

/// Version of the mention's JSON form; written into every line as "format".
inline constexpr std::string_view kMentionFormat = "entente-mention 1";

/// One mention as a JSON object on one line, without a line end. Field order is fixed; fields that
/// were read but not understood come last.
[[nodiscard]] std::string to_json(const Mention& mention);

/// Reads what to_json() writes; "doc", "begin", "end", "source", "target" and "category" must be
/// there, everything else may be missing or null. Unknown fields are kept in Mention::extra.
/// Errors: bad_article, naming the field, where a field is missing or of the wrong type, or
/// "format" names another form than kMentionFormat.
[[nodiscard]] Result<Mention> mention_from_json(std::string_view json);

} // namespace entente
