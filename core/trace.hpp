// SPDX-License-Identifier: Apache-2.0
// How a reading came about: the steps that `explain` shows.
#pragma once

#include "core/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// Which stage speaks.
enum class TraceStage : std::uint8_t { sentence, token, actor, date, frame, confidence, relation };

[[nodiscard]] constexpr std::string_view to_string(TraceStage stage) noexcept
{
    switch (stage) {
    case TraceStage::sentence:
        return "sentence";
    case TraceStage::token:
        return "token";
    case TraceStage::actor:
        return "actor";
    case TraceStage::date:
        return "date";
    case TraceStage::frame:
        return "frame";
    case TraceStage::confidence:
        return "confidence";
    case TraceStage::relation:
        return "relation";
    }
    return "";
}

/// One step. Accepted steps lead to the result; refused ones say why something is not there.
struct TraceStep {
    TraceStage stage = TraceStage::sentence;
    bool accepted = true;
    Span code_points;    ///< what it is about, in the article's text
    std::string subject; ///< the words, the actor, the frame
    std::string reason;  ///< which entry, rule or line of which file, or why not
};

/// A sink for steps. Stages take a pointer that is null where nobody asks, and then pay nothing.
class Trace {
public:
    Trace() = default;
    Trace(const Trace&) = delete;
    Trace& operator=(const Trace&) = delete;
    virtual ~Trace() = default;

    virtual void step(TraceStep step) = 0;
};

} // namespace entente
