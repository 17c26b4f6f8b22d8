// SPDX-License-Identifier: Apache-2.0
#include "cli/repl/filter_command.hpp"

#include "cli/repl/words.hpp"
#include "cli/usage.hpp"
#include "core/text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace entente::cli::repl {

namespace {

/// Arguments as a command line would have them: "A, B" is one value, options have dashes.
std::vector<std::string> to_arguments(std::string_view rest)
{
    std::vector<std::string> arguments;
    bool glue = false;
    for (const Word& word : split_words(rest)) {
        if (word.is_comma() || glue) {
            if (!arguments.empty()) {
                arguments.back() += word.text;
            }
            glue = word.is_comma();
        } else {
            arguments.push_back(word.text);
        }
    }
    const bool dashes = std::any_of(arguments.begin(), arguments.end(),
                                    [](const std::string& word) { return word.starts_with("--"); });
    for (std::size_t i = 0; i < arguments.size() && !dashes; i += 2) {
        arguments[i] = "--" + arguments[i];
    }
    return arguments;
}

void print_filter(Shell& shell, const Filter& filter)
{
    const std::string words = describe(filter);
    shell.session().out << fmt::format("filter: {}; by {}, level {}{}\n",
                                       words.empty() ? "everything passes" : text::printable(words),
                                       to_string(filter.grouping), to_string(filter.level),
                                       filter.top == 0 ? "" : fmt::format(", top {}", filter.top));
}

} // namespace

Status run_filter(Shell& shell, std::string_view rest)
{
    const auto graph = shell.graph();
    if (!graph) {
        return graph.error();
    }
    if (text::fold(rest) == "clear") {
        (*graph)->filter = Filter{};
    } else if (!rest.empty()) {
        CLI::App app;
        app.set_help_flag();
        FilterOptions options;
        options.attach(app);
        std::vector<std::string> arguments = to_arguments(rest);
        std::reverse(arguments.begin(), arguments.end());
        try {
            app.parse(std::move(arguments));
        } catch (const CLI::ParseError& problem) {
            return usage_error(app, problem, "see `help filter`");
        }
        const auto filter = options.resolve((*graph)->names, Ontology::builtin());
        if (!filter) {
            return filter.error();
        }
        (*graph)->filter = *filter;
    }
    print_filter(shell, (*graph)->filter);
    return {};
}

} // namespace entente::cli::repl
