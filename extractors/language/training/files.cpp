// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/files.hpp"

#include <fmt/format.h>

#include <iterator>

namespace entente::language::training {

Result<std::ifstream> open_file(const std::string& file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        return Error{ErrorCode::missing_input, fmt::format("{}: cannot be read", file)};
    }
    return in;
}

Result<std::string> read_file(const std::string& file)
{
    auto in = open_file(file);
    if (!in) {
        return in.error();
    }
    return std::string{std::istreambuf_iterator<char>{*in}, {}};
}

} // namespace entente::language::training
