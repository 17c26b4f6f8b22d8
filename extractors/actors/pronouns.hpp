// SPDX-License-Identifier: Apache-2.0
// Pronouns of the third person, and whom they stand for.
#pragma once

#include "extractors/actors/actor_context.hpp"
#include "extractors/actors/quotations.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::actors {

/// "he" and its forms.
[[nodiscard]] bool is_person_pronoun(std::string_view form) noexcept;

/// Someone who is "he" or "she": a person, or "the Russian president".
[[nodiscard]] bool is_human(const ActorContext& context, const extractors::ActorSighting& sighting);

/// Resolves pronouns by the subjects of the clauses around them, then by the subject of the
/// sentence before: English news keeps its centre in the subject (Hobbs 1978; Grosz, Joshi and
/// Weinstein 1995). A pronoun that may stand for a thing is left open. Sentences are given in
/// order.
class Pronouns {
public:
    using Sightings = std::span<const extractors::ActorSighting>;

    /// Both must outlive this object.
    Pronouns(const ActorContext& context, const Quotations& quotations)
        : context_{context}
        , tree_{context.tree}
        , quotations_{quotations}
    {}

    /// Whom the pronoun at a token stands for: nobody, one, or several for "they".
    /// \param here the sentence's mentions so far, in order
    [[nodiscard]] std::vector<extractors::ActorSighting> find(std::size_t token,
                                                              Sightings here) const;

    /// The subject of the last sentence, if it is human: "…," he said.
    [[nodiscard]] std::optional<Argument> last_person() const;

    /// Takes note of a sentence's mentions, after find().
    void learn(Sightings here);

private:
    enum class Form { person, thing, plural };

    /// Whom a pronoun stands for; nobody and closed where it stands for something else.
    struct Antecedent {
        const extractors::ActorSighting* sighting = nullptr;
        bool closed = false;
    };

    [[nodiscard]] std::string others(const ActorCode& chosen, Form form, Sightings among,
                                     std::size_t token) const;
    [[nodiscard]] bool is_empty(std::size_t token, Form form) const;
    [[nodiscard]] bool agrees(const extractors::ActorSighting& sighting, Form form,
                              bool coordinated) const;
    [[nodiscard]] std::size_t clause_of(std::size_t token) const;
    [[nodiscard]] Antecedent judge(std::size_t nominal, std::size_t token, Form form,
                                   Sightings here) const;
    [[nodiscard]] Antecedent by_clauses(std::size_t token, Form form, Sightings here) const;
    [[nodiscard]] bool is_object_of_deed(std::size_t token) const;
    [[nodiscard]] bool is_in_honour(std::size_t token) const;
    [[nodiscard]] bool has_mark(std::size_t clause, std::string_view word) const;
    [[nodiscard]] bool is_of_actors_only(std::size_t token) const;
    [[nodiscard]] const extractors::ActorSighting* beneath(std::size_t nominal, std::size_t token,
                                                           Form form, Sightings here) const;
    [[nodiscard]] const extractors::ActorSighting* owner_of(std::size_t token, Form form,
                                                            Sightings here) const;
    [[nodiscard]] const extractors::ActorSighting* thanked(std::size_t token, Sightings here) const;
    [[nodiscard]] Antecedent by_order(std::size_t token, Form form, Sightings here) const;
    [[nodiscard]] bool follows_stranger(std::size_t token, Sightings here) const;
    [[nodiscard]] bool follows_thing(std::size_t token, Sightings here) const;
    [[nodiscard]] bool is_thing_handled(std::size_t token, Sightings here) const;
    [[nodiscard]] bool is_coordinated_before(std::size_t nominal, std::size_t token) const;
    [[nodiscard]] const extractors::ActorSighting* of_last_sentence(std::size_t token,
                                                                    Form form) const;
    [[nodiscard]] std::vector<Argument> coordinated_with(const extractors::ActorSighting& sighting,
                                                         Sightings here) const;

    const ActorContext& context_;
    const language::Tree& tree_;
    const Quotations& quotations_;
    std::vector<extractors::ActorSighting> last_; ///< mentions of the last sentence that had any
    std::optional<extractors::ActorSighting> subject_; ///< of the last sentence that had one
    std::vector<Argument> with_subject_;               ///< coordinated with it
};

} // namespace entente::actors
