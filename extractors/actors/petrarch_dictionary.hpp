// SPDX-License-Identifier: Apache-2.0
// Reads actor and agent dictionaries of PETRARCH and TABARI as text; what their codes mean for us
// is left to others.
#pragma once

#include "core/date.hpp"
#include "core/error.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::actors {

/// A code of CAMEO and the days on which it holds.
struct PetrarchCode {
    std::string code;              ///< capitals, without '~'; empty for the null code "---"
    std::optional<DateRange> term; ///< none: holds where no other code does
    std::uint64_t line = 0;
};

/// An actor: all names that are synonyms, and what they stand for.
struct PetrarchActor {
    std::vector<std::string> names; ///< words with single blanks between, in the file's case
    std::vector<PetrarchCode> codes;
    std::uint64_t line = 0;
};

/// A noun that says which part of a state acts.
struct PetrarchAgent {
    std::vector<std::string> nouns; ///< with the irregular plural, if one is given
    std::string code;               ///< as above
    std::uint64_t line = 0;
};

struct PetrarchDictionary {
    /// Faults are kept up to this many; the others are only counted.
    static constexpr std::size_t kFaultsKept = 3;

    std::vector<PetrarchActor> actors;
    std::vector<PetrarchAgent> agents;
    std::vector<Error> faults; ///< of lines that were passed over, with file and line
    std::size_t fault_count = 0;
};

/// Whether a file of the user is such a dictionary: it has codes in brackets, and no header of a
/// table of ours. Linear.
[[nodiscard]] bool is_petrarch_dictionary(std::string_view text);

/// Reads all lines; one that cannot be read costs itself and becomes a fault. Linear, but for
/// substitution sets, which make up to 1000 names of one.
/// \param file name for messages only
[[nodiscard]] PetrarchDictionary parse_petrarch_dictionary(std::string_view text,
                                                           std::string_view file);

} // namespace entente::actors
