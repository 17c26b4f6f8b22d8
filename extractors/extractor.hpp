// SPDX-License-Identifier: Apache-2.0
// The interface of an extractor: one article in, its mentions out.
#pragma once

#include "core/article.hpp"
#include "core/relation.hpp"
#include "core/trace.hpp"
#include "extractors/language/analysis.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::extractors {

/// An actor found in the text, whether or not a relation came of it.
struct ActorSighting {
    Argument actor;
    std::size_t first = 0; ///< tokens [first, last)
    std::size_t last = 0;
    std::size_t head = 0;   ///< token that heads the mention
    bool is_person = false; ///< a person who acts for the actor, not the actor itself
    bool is_scene = false;  ///< a place of the actor, named as where something happens
    bool is_aside = false;  ///< named without acting: "anti-Danish", a newspaper that is quoted
    std::string office;     ///< of a person whom the tables know: "Prime Minister"
    std::string reason;     ///< which entry and rule resolved it, for explain
};

/// A time expression found in the text.
struct DateSighting {
    Evidence mention;
    std::string type;  ///< DATE, TIME, DURATION or SET
    std::string value; ///< TIMEX3 or ISO 8601
    std::optional<EventDate> date;
    std::size_t first = 0; ///< tokens [first, last)
    std::size_t last = 0;
};

/// Every layer of one article's reading.
struct Reading {
    language::Analysis analysis;
    std::vector<ActorSighting> actors;
    std::vector<DateSighting> dates;
    std::vector<Mention> mentions; ///< in the order of comes_before()
};

/// A pure function of (article, datasets, version): the same bytes in give the same bytes out.
/// Threads: const and shared by all threads.
class Extractor {
public:
    Extractor() = default;
    Extractor(const Extractor&) = delete;
    Extractor& operator=(const Extractor&) = delete;
    virtual ~Extractor() = default;

    /// Name, version and what tells its tables from others; a store replaces mentions of another.
    [[nodiscard]] virtual std::string_view version() const noexcept = 0;

    /// Reads one article. `trace` may be null. Memory: linear in the text, which run_pipeline()
    /// bounds by reading very long ones in parts.
    [[nodiscard]] virtual Reading read(const Article& article, Trace* trace) const = 0;
};

} // namespace entente::extractors
