// SPDX-License-Identifier: Apache-2.0
// Reads English: the trained model behind the Analyzer interface.
#pragma once

#include "core/result.hpp"
#include "extractors/language/analysis.hpp"
#include "extractors/language/entity_finder.hpp"
#include "extractors/language/lemmatizer.hpp"
#include "extractors/language/name_lists.hpp"
#include "extractors/language/network.hpp"
#include "extractors/language/sentence_splitter.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::language {

/// The model that is compiled in: datasets/models/english.model. Part of the program's file, so the
/// operating system maps it and reads only what is used.
[[nodiscard]] std::span<const std::byte> builtin_model() noexcept;

/// Sentences and words by rules and a learned splitter; tags, trees and scores of entity labels by
/// the network; lemmas by learned rules; entities by the scores, lists of names and rules.
class EnglishAnalyzer final : public Analyzer {
public:
    /// \param model the bytes of a model file, which outlive the analyzer
    /// \param name  for messages
    /// Errors: bad_dataset when the model or a table of names does not hold together.
    [[nodiscard]] static Result<std::unique_ptr<EnglishAnalyzer>>
    load(std::span<const std::byte> model, std::string_view name);

    /// With the model that is compiled in.
    [[nodiscard]] static Result<std::unique_ptr<EnglishAnalyzer>> load_builtin();

    [[nodiscard]] Analysis analyze(std::string_view text) const override;

    // The stages one by one, in their order; each needs what those before it filled in.
    [[nodiscard]] Analysis split(std::string_view text) const;
    [[nodiscard]] std::vector<Hints> look_up_names(const Analysis& analysis) const;
    [[nodiscard]] EntityScores tag_and_parse(Analysis& analysis,
                                             std::span<const Hints> hints) const;
    void lemmatize(Analysis& analysis) const;
    void find_entities(Analysis& analysis, std::span<const Hints> hints,
                       const EntityScores& scores) const;

    /// Tells one model from another.
    [[nodiscard]] std::uint64_t model_checksum() const noexcept { return checksum_; }

private:
    EnglishAnalyzer(Network network, Lemmatizer lemmatizer, SentenceSplitter splitter,
                    NameLists names, std::uint64_t checksum)
        : network_{std::move(network)}
        , entity_finder_{network_.entity_labels()}
        , lemmatizer_{lemmatizer}
        , splitter_{splitter}
        , names_{std::move(names)}
        , checksum_{checksum}
    {}

    Network network_;
    EntityFinder entity_finder_;
    Lemmatizer lemmatizer_;
    SentenceSplitter splitter_;
    NameLists names_;
    std::uint64_t checksum_;
};

} // namespace entente::language
