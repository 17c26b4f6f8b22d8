// SPDX-License-Identifier: Apache-2.0
// What the tables of offices lack for given articles: terms that ended, people whom none has.
#pragma once

#include "core/article.hpp"
#include "extractors/actors/gazetteer.hpp"
#include "extractors/extractor.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::actors {

/// Why a row of the offices is wanted.
enum class StaleReason {
    ended,   ///< all known terms of the person ended before the article, or begin after it
    unknown, ///< a title met with a name that no row has
};

[[nodiscard]] std::string_view to_string(StaleReason reason) noexcept;

/// A person met in articles for whom the tables have no term at their dates.
struct StaleOffice {
    StaleReason reason = StaleReason::ended;
    std::string person;
    ActorCode code;     ///< as the text says, else that of the last term with the sector ELI
    std::string office; ///< as the text has it in lower case, else that of the last term; empty
                        ///< where all terms begin later
    std::string from; ///< first day of the row to add: when the last known term ended; may be empty
    std::string first; ///< dates of the first and last article that has the person; may be empty
    std::string last;
    std::size_t articles = 0;
};

/// Collects over many articles. Not thread-safe.
class Staleness {
public:
    /// `gazetteer` must outlive this object.
    explicit Staleness(const Gazetteer& gazetteer)
        : gazetteer_{&gazetteer}
    {}

    /// Takes note of one article, or of a part of one.
    void add(const Article& article, const extractors::Reading& reading);

    /// Most often met first.
    [[nodiscard]] std::vector<StaleOffice> offices() const;

private:
    void add_ended(const Article& article, const extractors::Reading& reading);
    void add_unknown(const Article& article, const extractors::Reading& reading);
    void note(StaleOffice office, const Article& article);

    const Gazetteer* gazetteer_;
    std::map<std::pair<std::string, std::string>, StaleOffice> met_; ///< by person and code
    std::map<std::pair<std::string, std::string>, std::string> last_article_;
};

} // namespace entente::actors
