// SPDX-License-Identifier: Apache-2.0
// A mention is the fact: one sentence that asserts a relation between two actors.
#pragma once

#include "core/actor.hpp"
#include "core/date.hpp"
#include "core/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Whether the relation happened or holds, by the sentence's own word.
enum class Factuality : std::uint8_t { actual, planned, hypothetical, negated };

[[nodiscard]] std::string_view to_string(Factuality status) noexcept;
[[nodiscard]] std::optional<Factuality> parse_factuality(std::string_view text) noexcept;

/// A stretch of the article's text in both units; half-open.
struct Evidence {
    Span code_points; ///< offsets into the article's text in Unicode code points
    Span bytes;       ///< the same in UTF-8 bytes
    std::string text;

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// One side of a relation as a sentence names it.
struct Argument {
    ActorCode code;
    std::string name; ///< usual name of the actor
    ActorKind kind = ActorKind::state;
    Evidence mention; ///< the words themselves, a pronoun's too
    std::string via;  ///< the person or place that stands for the actor, or empty

    friend bool operator==(const Argument&, const Argument&) = default;
};

/// One sighting of a relation in one sentence, with its evidence.
struct Mention {
    std::string article; ///< id of the article ("doc" in JSON)
    Evidence sentence;
    Argument source;
    Argument target;
    std::string category;            ///< a category of the ontology: "CONSULT"
    std::string mode;                ///< finer value of the category, or empty
    std::vector<std::string> topics; ///< at most three, most certain first
    Factuality status = Factuality::actual;
    bool alleged = false;
    std::string attributed_to; ///< who says so; empty where the article itself does
    bool symmetric = false;    ///< both do it to each other; source and target are in text order
    std::string label;         ///< what a person would write on the edge
    std::optional<EventDate> date;
    Evidence cue;
    double confidence = 0.0; ///< 0 to 1
    std::string rule;        ///< id of the frame that fired
    std::string extractor;   ///< name and version, "entente 0.1.0"
    std::string extra;       ///< unknown JSON fields as read, a JSON object; empty for none

    friend bool operator==(const Mention&, const Mention&) = default;
};

/// Orders mentions as they stand in a text, then by what they say: the one order of all outputs.
[[nodiscard]] bool comes_before(const Mention& left, const Mention& right) noexcept;

/// A stable name of the fact: equal for mentions that say the same of the same words. The record
/// of who extracted it and with what confidence does not enter.
[[nodiscard]] std::string fingerprint(const Mention& mention);

} // namespace entente
