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
    /// Whom a text means by an acronym and by its long form.
    struct Name {
        std::optional<NameMeaning> meaning; ///< none for someone whom no table knows
        std::string long_form;              ///< as the text has it
        std::string acronym;
        bool is_organisation = true; ///< or a thing: "Free Trade Agreement (FTA)"
    };

    explicit IntroducedNames(const ActorContext& context);

    /// What the text says that a word stands for, whatever the tables know by the same letters;
    /// null where it says nothing.
    [[nodiscard]] const Name* find(const std::string& word) const;

    /// The long form that begins at a token, and where it ends; null where none does.
    [[nodiscard]] const Name* long_form_at(std::size_t first, std::size_t& last) const;

private:
    [[nodiscard]] static bool is_acronym(const std::string& word);
    void introduce(const ActorContext& context, std::size_t bracket);

    /// Tokens [first, last) that an acronym stands for.
    struct LongForm {
        std::size_t first = 0;
        std::size_t last = 0;
        std::string acronym;
    };

    std::unordered_map<std::string, Name> names_; ///< by acronym
    std::vector<LongForm> long_forms_;            ///< in order
};

} // namespace entente::actors
