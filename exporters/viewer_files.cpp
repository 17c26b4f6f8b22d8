// SPDX-License-Identifier: Apache-2.0
#include "exporters/viewer_files.hpp"

#include "core/embedded.hpp"

namespace entente::embedded {

/// The output of exporters/viewer/build.mjs; empty where it was not built.
std::span<const EmbeddedFile> viewer() noexcept;

#ifndef ENTENTE_HAS_VIEWER
std::span<const EmbeddedFile> viewer() noexcept
{
    return {};
}
#endif

} // namespace entente::embedded

namespace entente::exporters {

namespace {

std::string_view file(std::string_view name) noexcept
{
    for (const EmbeddedFile& one : embedded::viewer()) {
        if (one.name == name) {
            return one.text;
        }
    }
    return {};
}

} // namespace

std::optional<ViewerFiles> viewer_files() noexcept
{
    const ViewerFiles files{file("viewer.js"), file("viewer.js.hash"), file("viewer.css"),
                            file("viewer.css.hash"), file("licences.txt")};
    return files.script.empty() ? std::nullopt : std::optional{files};
}

} // namespace entente::exporters
