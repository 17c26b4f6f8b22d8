// SPDX-License-Identifier: Apache-2.0
// Compares a text with a file that a person has read.
#pragma once

#include "tests/support/catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace entente::tests {

/// Fails the test where `text` differs from tests/golden/NAME. With ENTENTE_UPDATE_GOLDEN=1 in the
/// environment the file is written instead: read the difference before you commit it.
inline void check_golden(const std::string& name, std::string_view text)
{
    const auto file = std::filesystem::path{ENTENTE_SOURCE_DIR} / "tests" / "golden" / name;
    const char* update = std::getenv("ENTENTE_UPDATE_GOLDEN");
    if (update != nullptr && std::string_view{update} == "1") {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream out{file, std::ios::binary | std::ios::trunc};
        out << text << std::flush;
        INFO("writing " << file.string());
        REQUIRE(out.good());
        return;
    }
    INFO("golden file " << file.string() << "; ENTENTE_UPDATE_GOLDEN=1 writes it anew");
    std::ifstream in{file, std::ios::binary};
    REQUIRE(in.good());
    const std::string expected{std::istreambuf_iterator<char>{in},
                               std::istreambuf_iterator<char>{}};
    CHECK(std::string{text} == expected);
}

} // namespace entente::tests
