// SPDX-License-Identifier: Apache-2.0
// How a text was read, for `explain`.
#pragma once

#include "cli/session.hpp"
#include "core/article.hpp"
#include "core/trace.hpp"
#include "extractors/extractor.hpp"

#include <string>
#include <vector>

namespace entente::cli {

/// Keeps every step in order.
class CollectedTrace final : public Trace {
public:
    void step(TraceStep step) override { steps_.push_back(std::move(step)); }

    [[nodiscard]] const std::vector<TraceStep>& steps() const noexcept { return steps_; }

private:
    std::vector<TraceStep> steps_;
};

/// Prints, for each sentence: its words as a tree, the actors and dates found, each frame tried and
/// what became of it, and the relations that resulted.
void print_explanation(Session& session, const Article& article, const extractors::Reading& reading,
                       const CollectedTrace& trace);

/// The same as one JSON object.
[[nodiscard]] std::string explanation_json(const Article& article,
                                           const extractors::Reading& reading,
                                           const CollectedTrace& trace);

} // namespace entente::cli
