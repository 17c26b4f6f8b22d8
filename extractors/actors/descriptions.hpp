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
    explicit Descriptions(const ActorContext& context)
        : context_{context}
    {}

    /// The description that begins at a word of the sentence: none, one, or two for "both
    /// countries". What stays open is left open.
    /// \param here the sentence's mentions
    [[nodiscard]] std::vector<extractors::ActorSighting>
    find(std::size_t first, const language::Sentence& sentence, Sightings here) const;

    /// Takes note of a sentence's mentions, after find().
    void learn(Sightings here);

private:
    [[nodiscard]] std::vector<extractors::ActorSighting>
    pair(std::size_t first, const language::Sentence& sentence, Sightings here) const;
    [[nodiscard]] std::optional<extractors::ActorSighting>
    definite(std::size_t first, const language::Sentence& sentence, Sightings here) const;
    [[nodiscard]] std::optional<extractors::ActorSighting>
    bare_title(std::size_t first, const language::Sentence& sentence) const;
    [[nodiscard]] std::optional<Argument> described(const std::string& noun, std::size_t before,
                                                    Sightings here) const;
    template <typename Fits>
    [[nodiscard]] std::optional<Argument> only_one(std::size_t before, std::size_t sentences,
                                                   Sightings here, const Fits& fits) const;
    [[nodiscard]] std::optional<Argument> last_state(std::size_t before, Sightings here) const;
    void learn_noun(const extractors::ActorSighting& sighting);
    void learn_titles(const extractors::ActorSighting& sighting);

    const ActorContext& context_;
    std::unordered_map<std::string, Argument> by_title_; ///< "prime minister" → who
    /// "regime" → who was described so; nobody where two were.
    std::unordered_map<std::string, std::optional<Argument>> by_noun_;
    std::deque<std::pair<Argument, std::size_t>> recent_; ///< last mentions and their sentences
    std::optional<Argument> state_;                       ///< that "the country" would be
    std::vector<Argument> pair_;                          ///< of the last sentence that had two
};

} // namespace entente::actors
