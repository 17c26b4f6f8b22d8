// SPDX-License-Identifier: Apache-2.0
// "The island", "the regime", "the two countries", "the Prime Minister": nouns that describe an
// actor named before.
#pragma once

#include "extractors/actors/actor_context.hpp"

#include <cstddef>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente::actors {

/// A mention by words [first, last), the last of which heads them.
[[nodiscard]] extractors::ActorSighting refer(const Argument& to, std::size_t first,
                                              std::size_t last, std::string reason);

/// What a text has called its actors so far. Sentences are given in order.
class Descriptions {
public:
    using Sightings = std::span<const extractors::ActorSighting>;

    /// `context` must outlive this object.
    /// \param names of all sentences: a title may stand before the name of who bears it
    Descriptions(const ActorContext& context,
                 const std::vector<std::vector<extractors::ActorSighting>>& names);

    /// The description that begins at a word of the sentence: none, one, or several for "both
    /// countries". What stays open is left open.
    /// \param here the sentence's mentions so far, in order
    [[nodiscard]] std::vector<extractors::ActorSighting>
    find(std::size_t first, const language::Sentence& sentence, Sightings here) const;

    /// Takes note of a sentence's mentions, after find().
    void learn(Sightings here);

private:
    using Holders = std::unordered_map<std::string, std::optional<Argument>>;

    [[nodiscard]] std::optional<extractors::ActorSighting>
    apposed(std::size_t noun, const language::Sentence& sentence, Sightings here) const;
    [[nodiscard]] std::optional<extractors::ActorSighting>
    definite(std::size_t first, const language::Sentence& sentence, Sightings here) const;
    [[nodiscard]] std::optional<extractors::ActorSighting>
    bare_title(std::size_t first, const language::Sentence& sentence) const;
    [[nodiscard]] std::optional<Argument> by_dateline() const;
    void find_home(const std::vector<std::vector<extractors::ActorSighting>>& names,
                   const std::unordered_map<std::string, std::size_t>& how_often);
    [[nodiscard]] std::optional<extractors::ActorSighting>
    organ_at_home(std::size_t noun, const language::Sentence& sentence, Sightings here) const;
    [[nodiscard]] std::optional<extractors::ActorSighting> of_same_state(std::size_t noun,
                                                                         Sightings here) const;
    [[nodiscard]] bool is_modified(std::size_t first, std::size_t noun) const;
    [[nodiscard]] bool is_audience(std::size_t noun) const;
    [[nodiscard]] std::optional<extractors::ActorSighting> half_of_country(std::size_t noun,
                                                                           Sightings here) const;
    [[nodiscard]] std::optional<Argument> described(std::size_t token, const std::string& noun,
                                                    std::size_t before, Sightings here) const;
    template <typename Fits>
    [[nodiscard]] std::optional<Argument> only_one(std::size_t before, std::size_t sentences,
                                                   Sightings here, const Fits& fits) const;
    [[nodiscard]] std::optional<Argument> last_state(std::size_t before, Sightings here) const;
    void learn_noun(const extractors::ActorSighting& sighting);
    void learn_titles(const extractors::ActorSighting& sighting, Holders& into,
                      bool only_holder) const;

    const ActorContext& context_;
    std::optional<Argument> home_; ///< the state that the text is of or about, if there is one
    Holders by_title_;             ///< "prime minister" → who bore it last
    Holders bearers_;              ///< the same of the whole text; nobody where two do
    Holders by_noun_;              ///< "regime" → who was described so; nobody where two were
    std::deque<std::pair<Argument, std::size_t>> recent_;     ///< last mentions and their sentences
    std::optional<Argument> state_;                           ///< that "the country" would be
    std::optional<std::pair<Argument, std::size_t>> subject_; ///< last state to act, its sentence
};

} // namespace entente::actors
