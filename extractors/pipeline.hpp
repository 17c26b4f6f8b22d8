// SPDX-License-Identifier: Apache-2.0
// Many articles through one extractor on all cores, in order.
#pragma once

#include "core/diagnostics.hpp"
#include "extractors/articles/reader.hpp"
#include "extractors/extractor.hpp"

#include <cstddef>
#include <functional>
#include <istream>
#include <string>
#include <vector>

namespace entente::extractors {

struct PipelineOptions {
    articles::ReadOptions read;
    std::size_t threads = 0; ///< 0 takes all cores
    bool layers = true;      ///< false: of each Reading only the mentions, in bounded memory
};

struct PipelineReport {
    std::size_t articles = 0; ///< delivered
    std::size_t failed = 0;   ///< lost to errors; each was reported
};

/// Reads `inputs`, extracts in parallel and delivers in the order of the input, so that the output
/// does not depend on the number of threads. At most a few articles a core are in memory.
///
/// \param skip   asked in input order, before extraction; true delivers nothing. May be empty.
/// \param deliver called in input order by one thread at a time; a failed Status ends the run and
///                is returned
[[nodiscard]] Result<PipelineReport>
run_pipeline(const Extractor& extractor, const std::vector<std::string>& inputs,
             const PipelineOptions& options, std::istream& standard_input, Diagnostics& diagnostics,
             const std::function<Result<bool>(const Article&)>& skip,
             const std::function<Status(const Article&, Reading)>& deliver);

} // namespace entente::extractors
