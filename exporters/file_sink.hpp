// SPDX-License-Identifier: Apache-2.0
// Files as sinks: a write that failed is never taken for one that worked.
#pragma once

#include "exporters/exporter.hpp"

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace entente::exporters {

/// An open file. The destructor closes it; close() tells whether everything arrived.
class FileSink final : public Sink {
public:
    /// \param name for messages: what the user asked for
    FileSink(int descriptor, std::string name) noexcept;
    FileSink(const FileSink&) = delete;
    FileSink& operator=(const FileSink&) = delete;
    ~FileSink() override;

    [[nodiscard]] Status write(std::string_view bytes) override;

    /// Waits until the bytes are on the disk, and closes. Errors: write_failed.
    [[nodiscard]] Status close();

    [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }

private:
    int descriptor_;
    std::uint64_t bytes_ = 0; ///< taken so far
    std::string name_;
};

/// write_failed of a file, in the words of the system's error number.
[[nodiscard]] Error write_error(int error_number, const std::string& file);

/// Makes a renaming in the folder durable; a file system that cannot is no failure.
void sync_folder(const std::filesystem::path& folder) noexcept;

} // namespace entente::exporters
