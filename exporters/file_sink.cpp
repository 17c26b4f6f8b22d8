// SPDX-License-Identifier: Apache-2.0
#include "exporters/file_sink.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace entente::exporters {

Error write_error(int error_number, const std::string& file)
{
    return Error{ErrorCode::write_failed,
                 fmt::format("cannot write: {}", std::generic_category().message(error_number))}
        .at(file)
        .hint("check that the folder exists, may be written and has room");
}

FileSink::FileSink(int descriptor, std::string name) noexcept
    : descriptor_{descriptor}
    , name_{std::move(name)}
{}

FileSink::~FileSink()
{
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

Status FileSink::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return write_error(errno, name_);
        }
        const std::size_t taken = written < 0 ? 0 : static_cast<std::size_t>(written);
        bytes.remove_prefix(taken);
        bytes_ += taken;
    }
    return {};
}

Status FileSink::close()
{
    const int descriptor = std::exchange(descriptor_, -1);
    // Pipes and terminals cannot be synchronised, and need not be.
    const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS;
    const int sync_error = errno;
    if (::close(descriptor) != 0 && synced) {
        return write_error(errno, name_);
    }
    return synced ? Status{} : Status{write_error(sync_error, name_)};
}

void sync_folder(const std::filesystem::path& folder) noexcept
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

} // namespace entente::exporters
