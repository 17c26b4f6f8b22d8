// SPDX-License-Identifier: Apache-2.0
// The linguistic layers of an article as JSON.
#pragma once

#include "cli/output/json.hpp"
#include "core/article.hpp"
#include "extractors/pipeline.hpp"

#include <string>

namespace entente::cli {

/// Writes the members "sentences", "entities", "actors" and "dates" into an open object. Offsets
/// count code points; heads count from 1 within the sentence, 0 is the root.
void write_layers(Json& json, const Article& article, const extractors::Reading& reading);

/// Writes an object with the id and the layers a line, part by part. Sentences leave at once; what
/// stands behind them, much less, is kept until the last part.
class ReadingWriter {
public:
    [[nodiscard]] std::string write(const extractors::Delivery& delivery);

private:
    Json json_; ///< id and sentences
    Json entities_;
    Json actors_;
    Json dates_;
};

} // namespace entente::cli
