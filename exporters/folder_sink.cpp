// SPDX-License-Identifier: Apache-2.0
#include "exporters/folder_sink.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

namespace entente::exporters {

FolderSink::FolderSink(std::filesystem::path folder, std::string name)
    : folder_{std::move(folder)}
    , name_{std::move(name)}
{}

Status FolderSink::write(std::string_view /*bytes*/)
{
    return Error{ErrorCode::internal, "bytes of a folder that belong to no file"}.at(name_);
}

Status FolderSink::write_to(std::string_view file, std::string_view bytes)
{
    auto found = files_.find(file);
    if (found == files_.end()) {
        const std::filesystem::path path = folder_ / file;
        const int descriptor =
            ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor < 0) {
            return write_error(errno, name_);
        }
        found = files_.emplace(file, std::make_unique<FileSink>(descriptor, name_)).first;
    }
    return found->second->write(bytes);
}

Status FolderSink::close(std::string_view heading)
{
    std::string list = fmt::format("{}\n", heading);
    for (const auto& [file, sink] : files_) {
        list += fmt::format("{}\t{}\n", file, sink->bytes());
    }
    if (Status listed = write_to(kManifest, list); !listed) {
        return listed;
    }
    for (const auto& [file, sink] : files_) {
        if (Status closed = sink->close(); !closed) {
            return closed;
        }
    }
    return {};
}

void FolderSink::remove() noexcept
{
    for (const auto& [file, sink] : files_) {
        ::unlink((folder_ / file).c_str());
    }
}

Written FolderSink::written() const noexcept
{
    Written written;
    for (const auto& [file, sink] : files_) {
        ++written.files;
        written.bytes += sink->bytes();
    }
    return written;
}

} // namespace entente::exporters
