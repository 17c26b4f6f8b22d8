// SPDX-License-Identifier: Apache-2.0
// From candidates to mentions: status, topics, label, date and confidence.
#pragma once

#include "core/article.hpp"
#include "core/trace.hpp"
#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/candidates.hpp"
#include "extractors/relations/lexicon.hpp"

#include <string_view>
#include <vector>

namespace entente::relations {

/// Mentions of one article in the order of comes_before(). In one sentence the same relation
/// counts once, by its most confident candidate.
[[nodiscard]] std::vector<Mention>
build_mentions(const Article& article, const extractors::Reading& reading,
               const language::Tree& tree, const std::vector<Candidate>& candidates,
               const Lexicon& lexicon, std::string_view version, Trace* trace);

} // namespace entente::relations
