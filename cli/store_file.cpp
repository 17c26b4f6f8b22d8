// SPDX-License-Identifier: Apache-2.0
#include "cli/store_file.hpp"

#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

namespace entente::cli {

bool looks_like_store(const std::string& file)
{
    constexpr std::string_view kMagic = "SQLite format 3";
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) {
        return false; // a look into a pipe would take its first bytes
    }
    std::ifstream in{file, std::ios::binary};
    std::string head(kMagic.size(), '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    return in && head == kMagic;
}

} // namespace entente::cli
