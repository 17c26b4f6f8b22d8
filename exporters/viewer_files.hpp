// SPDX-License-Identifier: Apache-2.0
// The program of the interactive page, bundled from exporters/viewer and compiled in.
#pragma once

#include <optional>
#include <string_view>

namespace entente::exporters {

/// What the page is made of besides its data. Lifetime: static storage.
struct ViewerFiles {
    std::string_view script;      ///< JavaScript, one classic script
    std::string_view script_hash; ///< "sha256-…", as a Content-Security-Policy names it
    std::string_view style;       ///< CSS
    std::string_view style_hash;  ///< "sha256-…"
    std::string_view licences;    ///< plain text: of the libraries in the script
};

/// Empty where entente was built without Node.js: see docs/dependencies.md.
[[nodiscard]] std::optional<ViewerFiles> viewer_files() noexcept;

} // namespace entente::exporters
