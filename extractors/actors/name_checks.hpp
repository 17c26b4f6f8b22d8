// SPDX-License-Identifier: Apache-2.0
// Words that are spelled like an actor's name and are none where they stand.
#pragma once

#include "extractors/actors/actor_context.hpp"

#include <cstddef>
#include <vector>

namespace entente::actors {

/// What the words around a name of the gazetteer make of it.
/// Threads: const; as long-lived as its context.
class NameChecks {
public:
    /// `context` must outlive this object.
    explicit NameChecks(const ActorContext& context);

    /// "NAIROBI (AP) -", which the analyzer cuts off as a sentence, and "By Ann Mills in Lagos".
    [[nodiscard]] bool is_dateline(const language::Sentence& sentence) const;

    /// Whether tokens [first, last) name nobody whatever the name means: a common word, a part of
    /// a landmark.
    [[nodiscard]] bool is_no_name(std::size_t first, std::size_t last,
                                  const language::Sentence& sentence) const;

    /// The same for one meaning of the name: a language, a part of a longer name.
    [[nodiscard]] bool is_other(std::size_t first, std::size_t last, NameKind kind,
                                const language::Sentence& sentence) const;

    /// "the River Gambia", "Iceland Foods", "Jordan Street": by the words that masks.tsv has.
    [[nodiscard]] bool is_part_of_landmark(std::size_t first, std::size_t last,
                                           const language::Sentence& sentence) const;

    /// "Russian-made": who made it does nothing with it.
    [[nodiscard]] bool is_origin(std::size_t first, std::size_t last,
                                 const language::Sentence& sentence) const;

    /// "India Martinez", "Chavez Ravine", "Orban & Sons": the name goes on behind the match.
    [[nodiscard]] bool goes_on(std::size_t last, const language::Sentence& sentence) const;

    /// Where "Lebanon, Pennsylvania" ends; 0 where no state of the United States follows.
    [[nodiscard]] std::size_t end_of_address(std::size_t first, std::size_t last,
                                             const language::Sentence& sentence) const;

private:
    [[nodiscard]] bool is_common_word(std::size_t first, std::size_t last,
                                      const language::Sentence& sentence) const;
    [[nodiscard]] bool is_shouted_pronoun(std::size_t i, const language::Sentence& sentence) const;
    [[nodiscard]] bool is_combining_form(std::size_t first, std::size_t last,
                                         const language::Sentence& sentence) const;
    [[nodiscard]] bool is_language(std::size_t first, std::size_t last, NameKind kind,
                                   const language::Sentence& sentence) const;
    [[nodiscard]] bool is_name_of_thing(std::size_t first, std::size_t last) const;
    [[nodiscard]] bool is_in_person_name(std::size_t first, std::size_t last, NameKind kind) const;
    [[nodiscard]] bool is_named_after(std::size_t first, std::size_t last,
                                      const language::Sentence& sentence) const;
    [[nodiscard]] static bool is_headline(const ActorContext& context,
                                          const language::Sentence& sentence);
    [[nodiscard]] bool is_headline(const language::Sentence& sentence) const;
    [[nodiscard]] bool is_role(std::size_t first, std::size_t last) const;
    [[nodiscard]] bool is_name_word(std::size_t i) const;

    const ActorContext& context_;
    std::vector<bool> headlines_; ///< by sentence
};

} // namespace entente::actors
