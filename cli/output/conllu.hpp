// SPDX-License-Identifier: Apache-2.0
// Sentences in CoNLL-U, the exchange format of Universal Dependencies.
#pragma once

#include "core/article.hpp"
#include "extractors/language/analysis.hpp"

#include <string>

namespace entente::cli {

/// All sentences of an article, with `# newdoc`, `# sent_id` and `# text` comments, and
/// `SpaceAfter=No` where words touch. Columns without a value hold "_".
[[nodiscard]] std::string to_conllu(const Article& article, const language::Analysis& analysis);

} // namespace entente::cli
