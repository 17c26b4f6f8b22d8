// SPDX-License-Identifier: Apache-2.0
// Finds who is meant: names, people in office, described officials, and what refers back to them.
#pragma once

#include "core/article.hpp"
#include "core/trace.hpp"
#include "extractors/actors/gazetteer.hpp"
#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"

#include <vector>

namespace entente::actors {

/// The stage between the language layers and the relations.
/// Threads: const and shared by all threads.
class ActorFinder {
public:
    ActorFinder() = default;
    ActorFinder(const ActorFinder&) = delete;
    ActorFinder& operator=(const ActorFinder&) = delete;
    virtual ~ActorFinder() = default;

    /// All actor mentions in order of the text, none inside another; "the two countries" is two of
    /// the same words. `trace` may be null.
    [[nodiscard]] virtual std::vector<extractors::ActorSighting>
    find(const Article& article, const language::Analysis& analysis, const language::Tree& tree,
         Trace* trace) const = 0;
};

/// The first finder: longest names of the gazetteer, offices at the article's date, head nouns that
/// name a sector, titles and pronouns that refer to whom they last stood for. A reference that
/// stays open is left open.
class GazetteerFinder final : public ActorFinder {
public:
    explicit GazetteerFinder(const Gazetteer& gazetteer)
        : gazetteer_{&gazetteer}
    {}

    [[nodiscard]] std::vector<extractors::ActorSighting> find(const Article& article,
                                                              const language::Analysis& analysis,
                                                              const language::Tree& tree,
                                                              Trace* trace) const override;

private:
    const Gazetteer* gazetteer_;
};

} // namespace entente::actors
