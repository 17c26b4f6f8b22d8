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

/// What is delivered of an article.
enum class Delivered {
    layers,   ///< whole Readings; a very long text comes as several, one a part
    mentions, ///< of a Reading the mentions only, once an article
};

struct PipelineOptions {
    articles::ReadOptions read;
    std::size_t threads = 0; ///< 0 takes all cores
    Delivered delivered = Delivered::layers;
};

/// An article, or a part of one that is longer than kLongestPart, on its way out.
struct Delivery {
    const Article& article; ///< the whole
    Reading reading;        ///< of the part; its offsets are into the whole text, its tokens count
                            ///< from 0 in each part
    bool first = true;
    bool last = true;
};

/// Counts of whole articles.
struct PipelineReport {
    std::size_t articles = 0; ///< delivered
    std::size_t failed = 0;   ///< lost to errors; each was reported
};

/// Reads `inputs`, extracts in parallel and delivers in the order of the input, so that the output
/// does not depend on the number of threads. At most a few articles a core, and of the Readings a
/// few parts a core, are in memory.
///
/// \param skip   asked in input order, before extraction; true delivers nothing. May be empty.
/// \param deliver called in input order by one thread at a time; a failed Status ends the run and
///                is returned
[[nodiscard]] Result<PipelineReport>
run_pipeline(const Extractor& extractor, const std::vector<std::string>& inputs,
             const PipelineOptions& options, std::istream& standard_input, Diagnostics& diagnostics,
             const std::function<Result<bool>(const Article&)>& skip,
             const std::function<Status(Delivery)>& deliver);

} // namespace entente::extractors
