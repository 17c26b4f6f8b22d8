// SPDX-License-Identifier: Apache-2.0
// Sentences in CoNLL-U, the exchange format of Universal Dependencies.
#pragma once

#include "extractors/pipeline.hpp"

#include <cstddef>
#include <string>

namespace entente::cli {

/// Writes article by article, part by part.
class ConlluWriter {
public:
    /// All sentences of a part, with `# newdoc` before the first of an article, `# sent_id` and
    /// `# text` comments, and `SpaceAfter=No` where words touch. Columns without a value hold "_".
    [[nodiscard]] std::string write(const extractors::Delivery& delivery);

private:
    std::size_t sentences_ = 0; ///< of the article so far
};

} // namespace entente::cli
