// SPDX-License-Identifier: Apache-2.0
#include "cli/repl/completion.hpp"

#include "cli/output/width.hpp"
#include "cli/repl/commands.hpp"
#include "core/ontology.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace entente::cli::repl {

namespace {

/// Those of `names` that begin as the last word of the line does, whatever its case.
Completion from_names(std::string_view line, const std::vector<std::string>& names)
{
    Completion completion{line.find_last_of(" ,") + 1, {}};
    const std::string begun = text::fold(line.substr(completion.begin));
    for (const std::string& name : names) {
        if (text::fold(name).starts_with(begun)) {
            completion.candidates.push_back(name);
        }
    }
    return completion;
}

/// Names with blanks in quotes, as the shell reads them.
std::vector<std::string> quoted(std::vector<std::string> names)
{
    for (std::string& name : names) {
        if (name.find(' ') != std::string::npos) {
            name.insert(0, 1, '"').push_back('"');
        }
    }
    return names;
}

template <typename Item>
std::vector<std::string> names_of(const std::vector<Item>& items)
{
    std::vector<std::string> names;
    names.reserve(items.size());
    for (const Item& item : items) {
        names.push_back(item.name);
    }
    return names;
}

/// An option's values; none where they are no list.
std::vector<std::string> values_of(std::string_view option)
{
    const Ontology& ontology = Ontology::builtin();
    if (option == "category") {
        return names_of(ontology.categories());
    }
    if (option == "topic") {
        return names_of(ontology.topics());
    }
    if (option == "quad") {
        return quoted({"verbal cooperation", "material cooperation", "verbal conflict",
                       "material conflict", "standing relation"});
    }
    if (option == "status") {
        return {"actual", "planned", "hypothetical", "negated"};
    }
    if (option == "level") {
        return {"state", "actor"};
    }
    return option == "group" ? std::vector<std::string>{"pair", "category", "topic"}
                             : std::vector<std::string>{};
}

Completion complete_filter(ActorNames& names, std::string_view line)
{
    static const std::vector<std::string> options{
        "actor", "between",      "category",       "quad",  "topic", "status", "since", "until",
        "as-of", "min-mentions", "min-confidence", "level", "group", "top",    "clear"};
    const std::vector<Word> words = split_words(line);
    const bool begun = line.back() != ' ' && line.back() != ',';
    const std::size_t before = words.size() - (begun ? 1 : 0);
    // The option is before the word, and before the values that commas join to it.
    std::size_t option = before;
    while (option >= 2 && words[option - 1].is_comma()) {
        option -= 2;
    }
    std::string_view name = option > 0 ? std::string_view{words[option - 1].text} : "";
    name.remove_prefix(std::min(name.find_first_not_of('-'), name.size()));
    if (name == "actor" || name == "between") {
        return complete_actor(names, line);
    }
    const std::vector<std::string> values = values_of(name);
    return from_names(line, values.empty() ? options : values);
}

/// Files and folders that continue the path at the end of the line.
Completion complete_file(std::string_view line)
{
    namespace fs = std::filesystem;
    Completion completion{line.find(' ') + 1, {}};
    const std::string typed{line.substr(completion.begin)};
    const std::size_t slash = typed.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : typed.substr(0, slash + 1);
    const std::string begun = typed.substr(folder.size());
    std::error_code failure;
    for (fs::directory_iterator at{folder.empty() ? "." : folder, failure};
         !failure && at != fs::directory_iterator{}; at.increment(failure)) {
        const std::string name = at->path().filename().string();
        std::error_code ignored;
        if (name.starts_with(begun) && (name.front() != '.' || begun.starts_with('.'))) {
            completion.candidates.push_back(folder + name + (at->is_directory(ignored) ? "/" : ""));
        }
    }
    completion.candidates = quoted(std::move(completion.candidates));
    std::sort(completion.candidates.begin(), completion.candidates.end());
    return completion;
}

} // namespace

Completion complete_line(ActorNames& names, std::string_view line)
{
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) {
        return from_names(line, command_names());
    }
    const std::string command = text::fold(line.substr(0, blank));
    if (command == "help") {
        return from_names(line, command_names());
    }
    if (command == "filter") {
        return complete_filter(names, line);
    }
    if (command == "open" || command == "export") {
        return complete_file(line);
    }
    if (command == "top") {
        return from_names(line, {"evidence"});
    }
    return complete_actor(names, line);
}

std::vector<std::string> lay_out(const std::vector<std::string>& candidates, std::size_t columns)
{
    constexpr std::size_t kGap = 2;
    std::size_t width = 0;
    std::vector<std::string> cells;
    for (const std::string& candidate : candidates) {
        cells.push_back(shorten(text::printable(candidate), columns));
        width = std::max(width, display_width(cells.back()));
    }
    const std::size_t across = std::max<std::size_t>(1, (columns + kGap) / (width + kGap));
    const std::size_t down = (cells.size() + across - 1) / across;
    std::vector<std::string> lines(down);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::string& line = lines[i % down]; // down the first column, then the next
        line += i + down < cells.size() ? pad_right(cells[i], width + kGap) : cells[i];
    }
    return lines;
}

} // namespace entente::cli::repl
