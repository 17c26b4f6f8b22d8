// SPDX-License-Identifier: Apache-2.0
#include "cli/record_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <streambuf>
#include <string_view>

namespace entente::cli {

namespace {

constexpr std::size_t kHead = 1U << 16U; ///< bytes by which a format is told

constexpr std::array<std::string_view, 7> kExtensions{".csv",  ".tsv",     ".tab", ".txt",
                                                      ".json", ".graphml", ".xml"};

/// Gives back the bytes that were looked at, then the rest of the stream.
class HeadFirst final : public std::streambuf {
public:
    explicit HeadFirst(std::istream& in)
        : in_{in}
        , block_(kHead)
    {
        fill();
    }

    [[nodiscard]] std::string_view head() const
    {
        return {gptr(), static_cast<std::size_t>(egptr() - gptr())};
    }

protected:
    int_type underflow() override
    {
        return gptr() < egptr() || fill() ? traits_type::to_int_type(*gptr()) : traits_type::eof();
    }

private:
    bool fill()
    {
        in_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
        setg(block_.data(), block_.data(), block_.data() + in_.gcount());
        return in_.gcount() > 0;
    }

    std::istream& in_;
    std::vector<char> block_;
};

/// The command that unpacks a file of these first bytes; empty for one that is not packed.
std::string_view unpacker(std::string_view head)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kPacked{{
        {"\x1f\x8b", "zcat"},
        {"PK\x03\x04", "unzip -p"},
        {"BZh", "bzcat"},
        {"\xFD"
         "7zXZ",
         "xzcat"},
        {"\x28\xB5\x2F\xFD", "zstdcat"},
    }};
    for (const auto& [magic, command] : kPacked) {
        if (head.starts_with(magic)) {
            return command;
        }
    }
    return {};
}

Status read_stream(std::istream& in, const std::string& name, const records::RecordFormat* format,
                   const records::ReadOptions& options, records::Outlet& outlet)
{
    HeadFirst bytes{in};
    const std::string_view head = bytes.head();
    if (const std::string_view command = unpacker(head); !command.empty()) {
        return Error{ErrorCode::unsupported_format, "the file is packed"}.at(name).hint(
            fmt::format("unpack it: {} FILE | entente import GRAPH.kg -", command));
    }
    if (format == nullptr) {
        format = records::format_by_content(head);
    }
    if (format == nullptr && !head.empty()) {
        std::string names;
        for (const records::RecordFormat& one : records::formats()) {
            names += fmt::format("{}{}", names.empty() ? "" : ", ", one.name);
        }
        return Error{ErrorCode::unsupported_format, "no known format of records"}.at(name).hint(
            "name it with --format, one of: " + names);
    }
    if (head.empty()) {
        return {};
    }
    std::istream whole{&bytes};
    return format->read(whole, name, options, outlet);
}

bool has_known_extension(const std::filesystem::path& file)
{
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

} // namespace

Result<std::vector<std::string>> expand_record_inputs(const std::vector<std::string>& inputs)
{
    namespace fs = std::filesystem;
    std::vector<std::string> files;
    for (const std::string& input : inputs) {
        std::error_code failure;
        if (input == "-" || !fs::is_directory(input, failure)) {
            files.push_back(input);
            continue;
        }
        std::vector<std::string> found;
        fs::recursive_directory_iterator at{input, failure};
        for (; !failure && at != fs::recursive_directory_iterator{}; at.increment(failure)) {
            if (at->is_regular_file() && has_known_extension(at->path())) {
                found.push_back(at->path().string());
            }
        }
        if (failure) {
            return Error{ErrorCode::unreadable_input, failure.message()}.at(input).hint(
                "check the permissions of the folder");
        }
        std::sort(found.begin(), found.end());
        files.insert(files.end(), found.begin(), found.end());
    }
    return files;
}

Status read_records(const std::string& input, const records::RecordFormat* format,
                    const records::ReadOptions& options, std::istream& standard_input,
                    records::Outlet& outlet)
{
    if (input == "-") {
        return read_stream(standard_input, "standard input", format, options, outlet);
    }
    std::error_code failure;
    if (!std::filesystem::exists(input, failure)) {
        return Error{ErrorCode::missing_input, "no such file"}.at(input).hint("check the path");
    }
    std::ifstream in{input, std::ios::binary};
    if (!in) {
        return Error{ErrorCode::unreadable_input, "not readable"}.at(input).hint(
            "name a file that you may read");
    }
    return read_stream(in, input, format, options, outlet);
}

} // namespace entente::cli
