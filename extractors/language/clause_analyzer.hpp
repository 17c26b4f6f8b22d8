// SPDX-License-Identifier: Apache-2.0
// The first analyzer: word lists, endings and clause structure, no model.
#pragma once

#include "extractors/language/analysis.hpp"
#include "extractors/language/vocabulary.hpp"

namespace entente::language {

/// Tokenizes, tags and parses by rule.
class ClauseAnalyzer final : public Analyzer {
public:
    explicit ClauseAnalyzer(Vocabulary vocabulary)
        : vocabulary_{std::move(vocabulary)}
    {}

    [[nodiscard]] Analysis analyze(std::string_view text) const override;

private:
    Vocabulary vocabulary_;
};

} // namespace entente::language
