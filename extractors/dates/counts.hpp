// SPDX-License-Identifier: Apache-2.0
// Numbers as texts write them: "3", "1,000", "twenty-five", "a couple of", "2 1/2", "third".
#pragma once

#include "extractors/dates/words.hpp"

#include <optional>
#include <string>

namespace entente::dates {

struct Count {
    std::size_t length = 0; ///< in words
    int value = 0;
    bool open = false; ///< "several": more than one, nobody knows how many
    bool half = false; ///< and a half

    /// As TIMEX3 writes so many units of `times` each: "3", "2.5", "X".
    [[nodiscard]] std::string text(int times = 1) const;
};

/// Up to 100,000. "a" is one, where `article` allows it. Of "two to three" the first counts.
[[nodiscard]] std::optional<Count> read_count(const Words& words, std::size_t i, bool article);

/// "3rd", "third", "twenty-first"; "last" is -1.
[[nodiscard]] std::optional<Count> read_ordinal(const Words& words, std::size_t i);

} // namespace entente::dates
