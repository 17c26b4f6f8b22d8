// SPDX-License-Identifier: Apache-2.0
// Articles read for a command, with progress and complaints on the error stream.
#pragma once

#include "cli/session.hpp"
#include "extractors/pipeline.hpp"

#include <functional>
#include <string>
#include <vector>

namespace entente::cli {

/// Reads all articles and hands each part of one to `take`, in the order of the input. Stops where
/// the output fails, which the program reports at its end.
/// The exit status that the articles give. Errors: of run_pipeline().
[[nodiscard]] Result<ExitStatus>
read_articles(Session& session, const extractors::Extractor& extractor,
              const std::vector<std::string>& inputs, const extractors::PipelineOptions& options,
              const std::function<void(const extractors::Delivery&)>& take);

} // namespace entente::cli
