// SPDX-License-Identifier: Apache-2.0
// The linguistic layers of an article as JSON.
#pragma once

#include "cli/output/json.hpp"
#include "cli/output/spool.hpp"
#include "core/article.hpp"
#include "extractors/pipeline.hpp"

#include <ostream>
#include <string_view>

namespace entente::cli {

/// Writes the members "sentences", "entities", "actors" and "dates" into an open object. Offsets
/// count code points; heads count from 1 within the sentence, 0 is the root.
void write_layers(Json& json, const Article& article, const extractors::Reading& reading);

/// Writes an object with the id and the layers a line, part by part. Sentences leave at once; what
/// stands behind them waits for the last part.
class ReadingWriter {
public:
    void write(std::ostream& out, const extractors::Delivery& delivery);

private:
    /// An array that is written piece by piece.
    struct Layer {
        std::string_view name;
        Json json;
        Spool spool;
    };

    Json json_; ///< id and sentences
    Layer entities_{"entities", {}, {}};
    Layer actors_{"actors", {}, {}};
    Layer dates_{"dates", {}, {}};
};

} // namespace entente::cli
