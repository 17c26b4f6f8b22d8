// SPDX-License-Identifier: Apache-2.0
// Several files of one export in one folder, and the list of them that marks the folder as ours.
#pragma once

#include "exporters/exporter.hpp"
#include "exporters/file_sink.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace entente::exporters {

/// The file in a folder that says what an export put there: see export_folder.cpp.
inline constexpr std::string_view kManifest = "entente-export.txt";

/// A folder that is being filled. Files are made when first written to.
class FolderSink final : public Sink {
public:
    /// \param name for messages: what the user asked for
    FolderSink(std::filesystem::path folder, std::string name);

    /// Errors: internal, for bytes that belong to no file.
    [[nodiscard]] Status write(std::string_view bytes) override;
    [[nodiscard]] Status write_to(std::string_view file, std::string_view bytes) override;

    /// Writes the list of files under `heading`, waits until all is on the disk, and closes.
    [[nodiscard]] Status close(std::string_view heading);

    /// Removes what was written.
    void remove() noexcept;

    [[nodiscard]] Written written() const noexcept;

private:
    std::filesystem::path folder_;
    std::string name_;
    std::map<std::string, std::unique_ptr<FileSink>, std::less<>> files_;
};

/// One file of a folder, as a sink of its own.
class PartSink final : public Sink {
public:
    PartSink(Sink& folder, std::string file)
        : folder_{&folder}
        , file_{std::move(file)}
    {}

    [[nodiscard]] Status write(std::string_view bytes) override
    {
        return folder_->write_to(file_, bytes);
    }

private:
    Sink* folder_;
    std::string file_;
};

/// Writes a folder: see export_to_file().
[[nodiscard]] Status export_to_folder(const Format& format, const graph::Snapshot& graph,
                                      const ExportContext& context, const std::string& folder,
                                      Written* written);

} // namespace entente::exporters
