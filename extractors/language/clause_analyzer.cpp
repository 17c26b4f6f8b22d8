// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/clause_analyzer.hpp"

#include "extractors/language/clause_parser.hpp"
#include "extractors/language/tagger.hpp"
#include "extractors/language/tokenizer.hpp"

namespace entente::language {

Analysis ClauseAnalyzer::analyze(std::string_view text) const
{
    Analysis analysis = tokenize(text);
    tag(analysis, vocabulary_);
    parse_clauses(analysis);
    return analysis;
}

} // namespace entente::language
