// SPDX-License-Identifier: Apache-2.0
// Learned sentence boundaries: a linear classifier over the words around each gap.
#pragma once

#include "core/result.hpp"
#include "extractors/language/analysis.hpp"
#include "extractors/language/model_file.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::language {

/// Lifetime: refers to the bytes of the model.
/// Threads: const and shared by all threads.
class SentenceSplitter {
public:
    /// Errors: bad_dataset when the section is cut short or of another shape.
    [[nodiscard]] static Result<SentenceSplitter> load(SectionReader section);

    /// Appends the number behind the last token of each sentence of the paragraph, the paragraph's
    /// own end included.
    /// \param tokens with spans and forms; those of the paragraph are [first, last)
    void split(std::span<const Token> tokens, std::size_t first, std::size_t last,
               std::vector<std::size_t>& ends) const;

private:
    std::span<const std::int8_t> weights_;
    float scale_ = 0; ///< what a weight of one is worth, in log odds
    float bias_ = 0;
};

} // namespace entente::language
