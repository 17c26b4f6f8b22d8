// SPDX-License-Identifier: Apache-2.0
// What every step of the search for actors reads, and the words of a mention in it.
#pragma once

#include "core/article.hpp"
#include "core/trace.hpp"
#include "extractors/actors/gazetteer.hpp"
#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::actors {

/// One article with its analysis. All must outlive this object.
struct ActorContext {
    const Gazetteer& gazetteer;
    const Article& article;
    const language::Analysis& analysis;
    const language::Tree& tree;
    Trace* trace = nullptr; ///< where refused names are told; may be null

    /// Tells why tokens [first, last) name nobody, where someone asks.
    void refuse(std::size_t first, std::size_t last, std::string_view why) const;

    /// The text of tokens [first, last), as the article has it; not empty.
    [[nodiscard]] std::string surface(std::size_t first, std::size_t last) const;

    /// The words of tokens [first, last) in lower case, one blank between: the key of a title.
    [[nodiscard]] std::string words(std::size_t first, std::size_t last) const;

    /// The entity that holds tokens [first, last) and more; null where there is none.
    [[nodiscard]] const language::Entity* entity_around(std::size_t first, std::size_t last) const;

    /// Sets the evidence of a mention by its tokens.
    void describe(extractors::ActorSighting& sighting) const;
};

} // namespace entente::actors
