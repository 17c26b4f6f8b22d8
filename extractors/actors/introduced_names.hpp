// SPDX-License-Identifier: Apache-2.0
// Short names that a text itself introduces in brackets: "the Free Rivers Movement (FRM)".
#pragma once

#include "extractors/actors/actor_context.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace entente::actors {

/// The acronyms that an article explains, with whom each stands for there.
/// Complexity: linear in the tokens.
class IntroducedNames {
public:
    explicit IntroducedNames(const ActorContext& context);

    /// Whether the text itself says what the word stands for.
    [[nodiscard]] bool contains(const std::string& word) const { return meanings_.contains(word); }

    /// Whom the word stands for in this text; nothing for someone whom no table knows, whatever the
    /// tables know by the same letters.
    [[nodiscard]] std::optional<NameMeaning> meaning(const std::string& word) const;

    /// Whether the token lies in the long form of an unknown name: "the Sahel Defence League
    /// (SDL)" names no Sahel.
    [[nodiscard]] bool is_in_unknown_name(std::size_t token) const;

private:
    [[nodiscard]] static bool is_acronym(const std::string& word);
    void introduce(const ActorContext& context, std::size_t bracket);

    std::unordered_map<std::string, std::optional<NameMeaning>> meanings_;
    std::vector<Span> unknown_; ///< token ranges in order
};

} // namespace entente::actors
