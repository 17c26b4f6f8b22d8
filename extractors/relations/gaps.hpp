// SPDX-License-Identifier: Apache-2.0
// What the tables lack for a corpus: predicates and names that stand between known actors.
#pragma once

#include "core/article.hpp"
#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/lexicon.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace entente::relations {

/// A verb or noun that joins two actors and has no frame.
struct PredicateGap {
    bool is_verb = true;
    std::string lemma;
    std::string place; ///< where the target stands: "obj", or a preposition
    std::size_t times = 0;
    std::string source; ///< codes of the first two actors that it joined
    std::string target;
    std::string example; ///< the first sentence, at most 200 bytes of it
};

/// A name that stands in a relation to a known actor and means nobody.
struct NameGap {
    std::string name;
    std::string type;  ///< of the entity: ORG or NORP
    std::string other; ///< code of the first actor beside it
    std::size_t times = 0;
    std::string example;
};

/// Collects over many articles. Not thread-safe.
class Gaps {
public:
    /// `lexicon` must outlive this object.
    explicit Gaps(const Lexicon& lexicon)
        : lexicon_{&lexicon}
    {}

    /// Takes note of one article, or of a part of one.
    void add(const Article& article, const extractors::Reading& reading);

    /// Most frequent first.
    [[nodiscard]] std::vector<PredicateGap> predicates() const;
    [[nodiscard]] std::vector<NameGap> names() const;

private:
    const Lexicon* lexicon_;
    std::map<std::tuple<bool, std::string, std::string>, PredicateGap> predicates_;
    std::map<std::string, NameGap> names_;
};

} // namespace entente::relations
