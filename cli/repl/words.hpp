// SPDX-License-Identifier: Apache-2.0
// What is typed behind a command of the shell: words, quoted texts, actors.
#pragma once

#include "cli/actor_names.hpp"
#include "core/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli::repl {

/// A word of a line. A quoted text is one word, and so is a comma outside quotes.
struct Word {
    std::string text;
    bool quoted = false;

    [[nodiscard]] bool is_comma() const noexcept { return !quoted && text == ","; }
};

/// Cuts a line at blanks and commas; single and double quotes keep blanks. A quote that is never
/// closed ends with the line. An apostrophe inside a word is a letter.
[[nodiscard]] std::vector<Word> split_words(std::string_view line);

/// The actors that a line names, by codes or names. Commas, "and" and quotes part them; else the
/// longest run of words that is a name counts, so that `South Korea Japan` is two actors.
/// Errors: unknown_name; usage where there are fewer than `least` or more than `most`.
[[nodiscard]] Result<std::vector<ActorCode>> read_actors(ActorNames& names, std::string_view line,
                                                         std::size_t least, std::size_t most);

/// Names that may continue a line, and the byte at which they would begin.
struct Completion {
    std::size_t begin = 0;
    std::vector<std::string> candidates;
};

/// Completes the last name of a line behind its command; names with blanks are quoted.
[[nodiscard]] Completion complete_actor(ActorNames& names, std::string_view line);

} // namespace entente::cli::repl
