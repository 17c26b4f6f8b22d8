// SPDX-License-Identifier: Apache-2.0
#include "extractors/articles/source.hpp"

#include "core/text.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace entente::articles {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSniffed = 512; ///< bytes that decide on a format without an extension

const ArticleFormat* format_of_extension(const std::string& file)
{
    const std::string extension = text::fold(fs::path{file}.extension().string());
    for (const ArticleFormat& format : formats()) {
        if (std::find(format.extensions.begin(), format.extensions.end(), extension) !=
            format.extensions.end()) {
            return &format;
        }
    }
    return nullptr;
}

const ArticleFormat& format_by_sniffing(std::istream& in)
{
    // The first bytes that are there; peeking keeps them for the reader, also on a pipe.
    std::string head;
    if (in.rdbuf() != nullptr && in.peek() != std::istream::traits_type::eof()) {
        const std::streamsize ready = in.rdbuf()->in_avail();
        const auto wanted = static_cast<std::size_t>(std::max<std::streamsize>(ready, 1));
        head.resize(std::min(kSniffed, wanted));
        const std::streamsize got =
            in.rdbuf()->sgetn(head.data(), static_cast<std::streamsize>(head.size()));
        head.resize(static_cast<std::size_t>(std::max<std::streamsize>(got, 0)));
        for (std::size_t i = head.size(); i > 0; --i) {
            if (in.rdbuf()->sungetc() == std::istream::traits_type::eof()) {
                break;
            }
        }
    }
    for (const ArticleFormat& format : formats()) {
        if (format.sniff(head)) {
            return format;
        }
    }
    return formats().back();
}

std::string known_extensions()
{
    std::string all;
    for (const ArticleFormat& format : formats()) {
        for (const std::string_view extension : format.extensions) {
            all += (all.empty() ? "" : ", ") + std::string{extension};
        }
    }
    return all;
}

} // namespace

ArticleSource::ArticleSource(const std::vector<std::string>& inputs, ReadOptions options,
                             std::istream& standard_input, Diagnostics& diagnostics)
    : options_{std::move(options)}
    , standard_input_{standard_input}
    , diagnostics_{diagnostics}
    , inputs_(inputs.begin(), inputs.end())
{}

void ArticleSource::fail(Error error)
{
    ++failures_;
    diagnostics_.error(std::move(error));
}

void ArticleSource::expand(const std::string& input)
{
    if (input == "-") {
        files_.push_back(input);
        return;
    }
    std::error_code failure;
    const fs::file_status status = fs::status(input, failure);
    if (status.type() == fs::file_type::none) {
        fail(Error{ErrorCode::unreadable_input,
                   fmt::format("the input cannot be reached: {}", failure.message())}
                 .at(input)
                 .hint("check the path and the permissions of its folder"));
    } else if (failure || !fs::exists(status)) {
        fail(Error{ErrorCode::missing_input, "no such file or folder"}.at(input).hint(
            "check the path"));
    } else if (fs::is_directory(status)) {
        expand_folder(input);
    } else {
        files_.push_back(input);
    }
}

void ArticleSource::expand_folder(const std::string& folder)
{
    std::vector<std::string> found;
    std::error_code failure;
    // Links to folders are not followed, so a loop of links cannot trap the walk.
    fs::recursive_directory_iterator at{folder, failure};
    for (; !failure && at != fs::recursive_directory_iterator{}; at.increment(failure)) {
        const std::string name = at->path().filename().string();
        std::error_code ignored;
        if (!name.empty() && name.front() == '.') {
            if (at->is_directory(ignored)) {
                at.disable_recursion_pending();
            }
        } else if (at->is_directory(ignored) && !at->is_symlink(ignored) &&
                   ::faccessat(AT_FDCWD, at->path().c_str(), R_OK | X_OK, AT_EACCESS) != 0) {
            // The walk would end there; what lies beside it is still read.
            at.disable_recursion_pending();
            fail(Error{ErrorCode::unreadable_input, "the folder may not be read"}
                     .at(at->path().string())
                     .hint("check its permissions"));
        } else if (at->is_regular_file(ignored) && format_of_extension(name) != nullptr) {
            found.push_back(at->path().string());
        }
    }
    if (failure) {
        fail(Error{ErrorCode::unreadable_input,
                   fmt::format("the folder cannot be listed: {}", failure.message())}
                 .at(folder)
                 .hint("check its permissions"));
    } else if (found.empty()) {
        fail(Error{ErrorCode::missing_input, "the folder holds no articles"}.at(folder).hint(
            fmt::format("articles are files with one of the extensions {}", known_extensions())));
    }
    std::sort(found.begin(), found.end());
    files_.insert(files_.end(), found.begin(), found.end());
}

/// Opens the next file that can be opened; false at the end of all inputs.
bool ArticleSource::open_next()
{
    while (true) {
        while (files_.empty()) {
            if (inputs_.empty()) {
                return false;
            }
            const std::string input = inputs_.front();
            inputs_.pop_front();
            expand(input);
        }
        file_name_ = files_.front();
        files_.pop_front();
        if (file_name_ == "-") {
            reader_ = format_by_sniffing(standard_input_)
                          .make(standard_input_, "standard input", options_);
            return true;
        }
        file_ = std::ifstream{file_name_, std::ios::binary};
        if (!file_) {
            fail(Error{ErrorCode::unreadable_input,
                       fmt::format("the file cannot be opened: {}", std::strerror(errno))}
                     .at(file_name_)
                     .hint("check its permissions"));
            continue;
        }
        const ArticleFormat* format = format_of_extension(file_name_);
        reader_ = (format != nullptr ? *format : format_by_sniffing(file_))
                      .make(file_, file_name_, options_);
        return true;
    }
}

std::optional<Article> ArticleSource::next()
{
    while (true) {
        if (!reader_ && !open_next()) {
            return std::nullopt;
        }
        auto article = reader_->next();
        if (!article) {
            const bool stream_lost = article.error().code() == ErrorCode::unreadable_input;
            fail(article.error());
            if (stream_lost) {
                reader_.reset();
            }
            continue;
        }
        if (*article) {
            return std::move(**article);
        }
        reader_.reset();
    }
}

} // namespace entente::articles
