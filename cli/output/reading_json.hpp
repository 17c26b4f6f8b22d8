// SPDX-License-Identifier: Apache-2.0
// The linguistic layers of an article as JSON.
#pragma once

#include "cli/output/json.hpp"
#include "core/article.hpp"
#include "extractors/extractor.hpp"

namespace entente::cli {

/// Writes the members "sentences", "entities", "actors" and "dates" into an open object. Offsets
/// count code points; heads count from 1 within the sentence, 0 is the root.
void write_layers(Json& json, const Article& article, const extractors::Reading& reading);

} // namespace entente::cli
