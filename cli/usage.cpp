// SPDX-License-Identifier: Apache-2.0
#include "cli/usage.hpp"

#include "core/suggest.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace entente::cli {

Error usage_error(const CLI::App& app, const CLI::ParseError& problem, const std::string& help)
{
    const auto remaining = app.remaining();
    const auto unknown = std::find_if(remaining.begin(), remaining.end(), [](const auto& word) {
        return word.size() > 1 && word.front() == '-';
    });
    if (unknown != remaining.end()) {
        std::vector<std::string> names;
        for (const CLI::Option* option : app.get_options()) {
            for (const std::string& name : option->get_lnames()) {
                names.push_back("--" + name);
            }
        }
        const std::string name = unknown->substr(0, unknown->find('='));
        return Error{ErrorCode::usage, fmt::format("unknown option {}", name)}.hint(
            did_you_mean(name, names, help));
    }
    if (!remaining.empty()) {
        return Error{ErrorCode::usage, fmt::format("unexpected argument \"{}\"", remaining.front())}
            .hint(help);
    }
    return Error{ErrorCode::usage, problem.what()}.hint(help);
}

} // namespace entente::cli
