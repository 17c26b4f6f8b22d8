// SPDX-License-Identifier: Apache-2.0
// Writing relations through an exporter, for the command and the shell alike.
#pragma once

#include "cli/graph_loading.hpp"
#include "cli/session.hpp"
#include "core/store/store.hpp"
#include "exporters/exporter.hpp"

#include <string>

namespace entente::cli {

/// The format that is named, or that the file's extension tells.
/// Errors: unsupported_format, with the nearest name or all of them; usage, for a format of several
/// files where no folder is named.
[[nodiscard]] Result<const exporters::Format*> find_format(const std::string& name,
                                                           const std::string& file);

/// Writes to `file`, or to the session's output where no file is named. `written`, where given, is
/// told what came of a file or folder.
[[nodiscard]] Status write_export(const exporters::Format& format, const store::Store& store,
                                  const Filter& filter, LoadedRelations loaded,
                                  const std::string& title, const std::string& file,
                                  const Session& session,
                                  const exporters::PictureOptions& picture = {},
                                  exporters::Written* written = nullptr);

/// How much was written, as in " (34 KiB)" or, of a folder, " (12 files, 34 KiB)".
[[nodiscard]] std::string describe_written(const exporters::Format& format,
                                           const exporters::Written& written);

} // namespace entente::cli
