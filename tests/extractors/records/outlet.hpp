// SPDX-License-Identifier: Apache-2.0
// Reading records into memory, for tests.
#pragma once

#include "extractors/records/record_reader.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace entente::tests {

/// Keeps everything.
class KeptRecords final : public records::Outlet {
public:
    Status take(store::Extracted record) override
    {
        if (records.size() >= room) {
            return Error{ErrorCode::write_failed, "no room"};
        }
        records.push_back(std::move(record));
        return {};
    }

    void leave_out(records::Omission omission, std::string_view what) override
    {
        left_out.emplace_back(omission, what);
    }

    void lose(Error error) override { lost.push_back(error.message()); }

    std::size_t room = 1'000'000;
    std::vector<store::Extracted> records;
    std::vector<std::pair<records::Omission, std::string>> left_out;
    std::vector<std::string> lost;
};

[[nodiscard]] inline std::string record_file(const std::string& name)
{
    const auto file = std::filesystem::path{ENTENTE_SOURCE_DIR} / "tests" / "extractors" /
                      "records" / "data" / name;
    std::ifstream in{file, std::ios::binary};
    INFO(file.string());
    REQUIRE(in.good());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// Reads `text` in the format that its first bytes tell.
inline Status read_records(const std::string& text, KeptRecords& kept,
                           const records::ReadOptions& options = {})
{
    const records::RecordFormat* format = records::format_by_content(text.substr(0, 1U << 16U));
    REQUIRE(format != nullptr);
    std::istringstream in{text};
    return format->read(in, "file", options, kept);
}

[[nodiscard]] inline KeptRecords& read_file(const std::string& name, KeptRecords& kept)
{
    REQUIRE(read_records(record_file(name), kept).ok());
    return kept;
}

} // namespace entente::tests
