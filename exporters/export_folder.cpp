// SPDX-License-Identifier: Apache-2.0
// export_to_folder(): a complete folder in place of the old one, or the old one untouched.
//
// A folder of ours holds the file entente-export.txt: a line "entente-export 1 FORMAT", then for
// each other file a line with its name, a tab and its size in bytes. Only a folder that holds these
// files with these sizes, and no more, is taken for an earlier export and replaced.
#include "core/text.hpp"
#include "exporters/folder_sink.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>

namespace entente::exporters {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHeading = "entente-export 1 ";

/// Files by name, with their sizes.
using FileList = std::map<std::string, std::uint64_t, std::less<>>;

/// What an export left in a folder; none where the folder has no list, or one we did not write.
std::optional<FileList> read_manifest(const fs::path& folder)
{
    std::ifstream in{folder / kManifest, std::ios::binary};
    std::string line;
    if (!std::getline(in, line) || !line.starts_with(kHeading)) {
        return std::nullopt;
    }
    FileList files;
    while (std::getline(in, line)) {
        const std::size_t tab = line.find('\t');
        std::uint64_t size = 0;
        const char* const end = line.data() + line.size();
        if (tab == std::string::npos || line.find('/') != std::string::npos ||
            std::from_chars(line.data() + tab + 1, end, size).ptr != end) {
            return std::nullopt;
        }
        files.emplace(line.substr(0, tab), size);
    }
    return files;
}

Error not_ours(const std::string& name, const std::string& why)
{
    return Error{ErrorCode::write_failed, "the folder is not replaced: " + why}.at(name).hint(
        "name a new folder, or remove this one yourself");
}

/// Whether a folder may be replaced: it is empty, or an export and nothing else. `files` becomes
/// what is to be removed.
Status check_replaceable(const fs::path& folder, const std::string& name, FileList& files)
{
    std::error_code failure;
    fs::directory_iterator entries{folder, failure};
    if (failure) {
        return write_error(failure.value(), name);
    }
    files.clear();
    if (entries == fs::directory_iterator{}) {
        return {};
    }
    auto listed = read_manifest(folder);
    if (!listed) {
        return not_ours(name, "it holds other things than an export");
    }
    for (const fs::directory_entry& entry : entries) {
        const std::string file = entry.path().filename().string();
        const auto found = listed->find(file);
        const bool regular = entry.symlink_status(failure).type() == fs::file_type::regular;
        if (regular && file == kManifest) {
            continue;
        }
        if (!regular || found == listed->end()) {
            return not_ours(
                name, fmt::format("\"{}\" in it is no part of an export", text::printable(file)));
        }
        if (entry.file_size(failure) != found->second || failure) {
            return not_ours(name,
                            fmt::format("\"{}\" in it has changed since", text::printable(file)));
        }
    }
    files = std::move(*listed);
    files.emplace(kManifest, 0);
    return {};
}

void remove_files(const fs::path& folder, const FileList& files) noexcept
{
    for (const auto& [file, size] : files) {
        ::unlink((folder / file).c_str());
    }
    // Not more than what was ours: a file that came in between keeps its folder.
    ::rmdir(folder.c_str());
}

/// A new folder beside the wanted one, removed unless it was moved there.
class TemporaryFolder {
public:
    TemporaryFolder(const fs::path& target, const std::string& name)
        : path_{free_name(target)}
        , sink_{path_, name}
    {}

    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    ~TemporaryFolder()
    {
        if (made_) {
            sink_.remove();
            ::rmdir(path_.c_str());
        }
    }

    [[nodiscard]] bool made() const noexcept { return made_; }

    [[nodiscard]] int error() const noexcept { return error_; }

    [[nodiscard]] FolderSink& sink() noexcept { return sink_; }

    [[nodiscard]] const fs::path& path() const noexcept { return path_; }

    [[nodiscard]] bool move_to(const fs::path& target) noexcept
    {
        if (std::rename(path_.c_str(), target.c_str()) != 0) {
            error_ = errno;
            return false;
        }
        made_ = false;
        return true;
    }

    /// Changes places with `target`, so that there is a whole folder at any moment; where the file
    /// system cannot, one after the other. The old folder is at path() afterwards.
    [[nodiscard]] bool change_places(const fs::path& target) noexcept
    {
        if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) {
            made_ = false;
            return true;
        }
        error_ = errno;
        if (error_ != EINVAL && error_ != ENOSYS) {
            return false;
        }
        const fs::path aside = fs::path{path_}.concat(".old");
        if (std::rename(target.c_str(), aside.c_str()) != 0) {
            error_ = errno;
            return false;
        }
        if (!move_to(target)) {
            static_cast<void>(std::rename(aside.c_str(), target.c_str()));
            return false;
        }
        path_ = aside;
        return true;
    }

private:
    fs::path free_name(const fs::path& target)
    {
        constexpr int kAttempts = 100;
        fs::path path;
        for (int i = 0; i < kAttempts && !made_; ++i) {
            path = target;
            path += fmt::format(".{}-{}.part", ::getpid(), i);
            made_ = ::mkdir(path.c_str(), 0777) == 0;
            error_ = made_ ? 0 : errno;
            if (!made_ && error_ != EEXIST) {
                break;
            }
        }
        return path;
    }

    bool made_ = false;
    int error_ = 0;
    fs::path path_;
    FolderSink sink_;
};

} // namespace

Status export_to_folder(const Format& format, const graph::Snapshot& graph,
                        const ExportContext& context, const std::string& folder, Written* written)
{
    std::string plain = folder;
    while (plain.size() > 1 && plain.ends_with('/')) {
        plain.pop_back();
    }
    std::error_code ignored;
    const fs::file_status status = fs::status(plain, ignored);
    const bool replaces = fs::exists(status);
    if (replaces && !fs::is_directory(status)) {
        return write_error(ENOTDIR, folder);
    }
    FileList old;
    if (replaces) {
        // Before the work, so that nobody waits for a refusal; and once more after it.
        if (Status may = check_replaceable(plain, folder, old); !may) {
            return may;
        }
    }
    // A link stays a link: what it points to is replaced.
    fs::path target = replaces ? fs::canonical(plain, ignored) : fs::path{};
    if (target.empty()) {
        target = plain;
    }
    TemporaryFolder temporary{target, folder};
    if (!temporary.made()) {
        return write_error(temporary.error(), folder);
    }
    Status done = format.make()->write(graph, context, temporary.sink());
    if (done) {
        done = temporary.sink().close(fmt::format("{}{}", kHeading, format.name));
    }
    if (done && replaces) {
        ::chmod(temporary.path().c_str(), static_cast<mode_t>(status.permissions()) & 07777U);
        done = check_replaceable(target, folder, old);
    }
    if (!done) {
        return done;
    }
    if (!(replaces ? temporary.change_places(target) : temporary.move_to(target))) {
        return write_error(temporary.error(), folder);
    }
    if (replaces) {
        remove_files(temporary.path(), old);
    }
    sync_folder(target);
    sync_folder(target.has_parent_path() ? target.parent_path() : fs::path{"."});
    if (written != nullptr) {
        *written = temporary.sink().written();
    }
    return {};
}

} // namespace entente::exporters
