// SPDX-License-Identifier: Apache-2.0
// The extractor of this program: all stages in a row.
#pragma once

#include "extractors/actors/gazetteer.hpp"
#include "extractors/extractor.hpp"
#include "extractors/relations/lexicon.hpp"

#include <memory>
#include <string>
#include <vector>

namespace entente::extractors {

/// Tables of the user that go on top of the compiled-in ones.
struct ExtractorFiles {
    std::vector<std::string> actor_files;
    std::vector<std::string> lexicon_files;
};

/// Loads all tables; about 50 ms. What cannot be read of a dictionary goes to `diagnostics`, which
/// may be null. Errors: missing_input, bad_dataset with file and line.
[[nodiscard]] Result<std::unique_ptr<Extractor>> make_extractor(const ExtractorFiles& extra = {},
                                                                Diagnostics* diagnostics = nullptr);

} // namespace entente::extractors
