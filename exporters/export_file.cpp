// SPDX-License-Identifier: Apache-2.0
// export_to_file(): a complete file in place of the old one, or the old one untouched.
#include "exporters/exporter.hpp"
#include "exporters/file_sink.hpp"
#include "exporters/folder_sink.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace entente::exporters {

namespace {

namespace fs = std::filesystem;

/// A new file beside the wanted one, removed unless it was moved there.
class TemporaryFile {
public:
    explicit TemporaryFile(const fs::path& target)
    {
        constexpr int kAttempts = 100;
        for (int i = 0; i < kAttempts && descriptor_ < 0; ++i) {
            path_ = target;
            path_ += fmt::format(".{}-{}.part", ::getpid(), i);
            descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            error_ = errno;
            if (descriptor_ < 0 && error_ != EEXIST) {
                break;
            }
        }
        made_ = descriptor_ >= 0;
    }

    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    ~TemporaryFile()
    {
        if (made_) {
            ::unlink(path_.c_str());
        }
    }

    [[nodiscard]] bool made() const noexcept { return made_; }

    [[nodiscard]] int error() const noexcept { return error_; }

    [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

    [[nodiscard]] bool move_to(const fs::path& target) noexcept
    {
        if (std::rename(path_.c_str(), target.c_str()) != 0) {
            error_ = errno;
            return false;
        }
        made_ = false;
        return true;
    }

private:
    fs::path path_;
    int descriptor_ = -1;
    int error_ = 0;
    bool made_ = false;
};

Status export_to(FileSink& sink, const Format& format, const graph::Snapshot& graph,
                 const ExportContext& context)
{
    const Status written = format.make()->write(graph, context, sink);
    return written ? sink.close() : written;
}

void report(const FileSink& sink, Written* written) noexcept
{
    if (written != nullptr) {
        *written = {1, sink.bytes()};
    }
}

/// Pipes, terminals and /dev/null are written to as they are.
Status export_straight(const Format& format, const graph::Snapshot& graph,
                       const ExportContext& context, const std::string& file, Written* written)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return write_error(errno, file);
    }
    FileSink sink{descriptor, file};
    Status done = export_to(sink, format, graph, context);
    report(sink, written);
    return done;
}

} // namespace

Status export_to_file(const Format& format, const graph::Snapshot& graph,
                      const ExportContext& context, const std::string& file, Written* written)
{
    if (format.folder) {
        return export_to_folder(format, graph, context, file, written);
    }
    std::error_code ignored;
    const fs::file_status status = fs::status(file, ignored);
    if (fs::is_directory(status)) {
        return write_error(EISDIR, file);
    }
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        return export_straight(format, graph, context, file, written);
    }
    // A link stays a link: what it points to is replaced.
    fs::path target = fs::exists(status) ? fs::canonical(file, ignored) : fs::path{};
    if (target.empty()) {
        target = file;
    }
    TemporaryFile temporary{target};
    if (!temporary.made()) {
        return write_error(temporary.error(), file);
    }
    if (fs::exists(status)) {
        ::fchmod(temporary.descriptor(), static_cast<mode_t>(status.permissions()) & 07777U);
    }
    FileSink sink{temporary.descriptor(), file};
    Status done = export_to(sink, format, graph, context);
    if (!done) {
        return done;
    }
    if (!temporary.move_to(target)) {
        return write_error(temporary.error(), file);
    }
    sync_folder(target.has_parent_path() ? target.parent_path() : fs::path{"."});
    report(sink, written);
    return {};
}

} // namespace entente::exporters
