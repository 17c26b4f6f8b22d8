// SPDX-License-Identifier: Apache-2.0
// The flags of all commands that read articles.
#pragma once

#include "cli/session.hpp"
#include "core/diagnostics.hpp"
#include "extractors/entente_extractor.hpp"
#include "extractors/pipeline.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
}

namespace entente::cli {

/// What the extractor may know beyond the tables compiled in.
struct ExtractorOptions {
    extractors::ExtractorFiles files;

    void attach(CLI::App& app);

    /// Loads the extractor. Warnings about the files go to the error stream.
    [[nodiscard]] Result<std::unique_ptr<extractors::Extractor>> load(Session& session) const;
};

/// Declares --actors, which some commands have without --lexicon.
void attach_actor_files(CLI::App& app, std::vector<std::string>& files);

struct InputOptions {
    std::vector<std::string> inputs;
    std::string date;
    std::string encoding;
    ExtractorOptions extractor;

    /// Declares INPUT…, --date, --encoding, --actors and --lexicon.
    void attach(CLI::App& app);

    /// Errors: bad_value for a date or encoding that is none.
    [[nodiscard]] Result<extractors::PipelineOptions> pipeline(const Session& session) const;
};

/// Reads a `--date` value. Errors: bad_value.
[[nodiscard]] Result<std::optional<PartialDate>> parse_date_option(const std::string& text);

} // namespace entente::cli
