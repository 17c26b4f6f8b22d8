// SPDX-License-Identifier: Apache-2.0
// "The two countries", "both sides", "the three", "each other", "the latter": words for several
// actors, or for one of two.
#pragma once

#include "extractors/actors/actor_context.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace entente::actors {

/// Resolves words that count actors. Sentences are given in order.
class Several {
public:
    using Sightings = std::span<const extractors::ActorSighting>;

    /// `context` must outlive this object.
    explicit Several(const ActorContext& context)
        : context_{context}
    {}

    /// The actors that the words from `first` on stand for: none, one for "the latter", as many as
    /// are counted.
    /// \param here the sentence's mentions so far, in order
    [[nodiscard]] std::vector<extractors::ActorSighting>
    find(std::size_t first, const language::Sentence& sentence, Sightings here) const;

    /// Takes note of a sentence's mentions, after find().
    void learn(Sightings here);

private:
    /// Words that count.
    struct Phrase {
        std::size_t first = 0;
        std::size_t last = 0;
        std::size_t count = 0;
        std::string noun; ///< lemma; empty for "the two"
    };

    [[nodiscard]] std::optional<Phrase> phrase_at(std::size_t first,
                                                  const language::Sentence& sentence) const;
    [[nodiscard]] std::vector<Argument> coordinated(std::size_t count, std::size_t before,
                                                    Sightings here, bool only_subjects) const;
    [[nodiscard]] std::vector<Argument> counted(const Phrase& phrase, Sightings here) const;
    [[nodiscard]] std::vector<extractors::ActorSighting>
    each_other(std::size_t first, const language::Sentence& sentence, Sightings here) const;
    [[nodiscard]] std::vector<extractors::ActorSighting>
    one_of_two(std::size_t first, const language::Sentence& sentence, Sightings here) const;
    [[nodiscard]] std::vector<Argument> named_by(const std::string& noun) const;
    [[nodiscard]] std::vector<Argument> dominant(std::size_t count) const;

    const ActorContext& context_;
    std::vector<Argument> last_;     ///< of the last sentence that had two
    std::vector<Argument> together_; ///< the two of more that it named together
    std::unordered_map<std::string, std::size_t> how_often_; ///< by principal
    std::vector<Argument> members_;                          ///< each principal once
};

} // namespace entente::actors
