// SPDX-License-Identifier: Apache-2.0
// The filter flags that all commands over a store share.
#pragma once

#include "cli/actor_names.hpp"
#include "core/filter.hpp"
#include "core/ontology.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
}

namespace entente::cli {

/// The flags as typed. attach() declares them, resolve() checks what they mean.
class FilterOptions {
public:
    /// Declares the flags on `app`; this object must outlive the parsing.
    void attach(CLI::App& app);

    /// Errors: bad_value, unknown_name, each naming the flag and a remedy.
    [[nodiscard]] Result<Filter> resolve(ActorNames& names, const Ontology& ontology) const;

    /// Whether `--group` was given, for commands with another default.
    [[nodiscard]] bool has_grouping() const noexcept { return !group_.empty(); }

private:
    std::vector<std::string> actors_;
    std::vector<std::string> between_;
    std::vector<std::string> categories_;
    std::vector<std::string> quads_;
    std::vector<std::string> topics_;
    std::vector<std::string> statuses_;
    std::string since_;
    std::string until_;
    std::string as_of_;
    std::string level_;
    std::string group_;
    double min_confidence_ = 0.0;
    std::size_t min_mentions_ = 1;
    std::size_t top_ = 0;
};

/// The filter in words, such as "between PAK and RUS, since 2014-01-01"; empty where all passes.
[[nodiscard]] std::string describe(const Filter& filter);

} // namespace entente::cli
