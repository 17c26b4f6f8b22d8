// SPDX-License-Identifier: Apache-2.0
// Files as sinks: a write that failed is never taken for one that worked.
#pragma once

#include "exporters/exporter.hpp"

#include <sys/types.h>

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

private:
    int descriptor_;
    std::string name_;
};

/// write_failed of a file, in the words of the system's error number.
[[nodiscard]] Error write_error(int error_number, const std::string& file);

} // namespace entente::exporters
