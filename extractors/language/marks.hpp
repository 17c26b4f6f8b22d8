// SPDX-License-Identifier: Apache-2.0
// Words that begin with no letter or digit: punctuation, emoticons, emoji, ".5", "#tag", "@name".
#pragma once

#include "extractors/language/code_points.hpp"

#include <cstddef>

namespace entente::language {

/// Behind the word that begins with the mark at `from`; never `from` itself.
[[nodiscard]] std::size_t mark_end(const CodePoints& text, std::size_t from);

} // namespace entente::language
