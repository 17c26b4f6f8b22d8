// SPDX-License-Identifier: Apache-2.0
// The flags of a picture's look.
#pragma once

#include "core/result.hpp"
#include "exporters/picture_options.hpp"

#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
}

namespace entente::cli {

/// The flags as typed. attach() declares them, resolve() checks what they mean.
class PictureFlags {
public:
    /// Declares the flags on `app`; this object must outlive the parsing.
    void attach(CLI::App& app);

    /// Errors: unknown_name, naming the flag and a remedy.
    [[nodiscard]] Result<exporters::PictureOptions> resolve() const;

private:
    std::string theme_;
    std::string colours_;
    std::vector<std::string> clusters_;
};

} // namespace entente::cli
