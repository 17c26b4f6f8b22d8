// SPDX-License-Identifier: Apache-2.0
#include "cli/repl/words.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace entente::cli::repl {

namespace {

bool is_blank(char c) noexcept
{
    return c == ' ' || c == '\t';
}

/// Words [first, last) as one text.
std::string join(const std::vector<Word>& words, std::size_t first, std::size_t last)
{
    std::string joined;
    for (std::size_t i = first; i < last; ++i) {
        joined += (joined.empty() ? "" : " ") + words[i].text;
    }
    return joined;
}

/// The end of the words from `first` that may be one name.
std::size_t end_of_run(const std::vector<Word>& words, std::size_t first)
{
    std::size_t last = first + 1;
    while (!words[first].quoted && last < words.size() && !words[last].quoted &&
           !words[last].is_comma()) {
        ++last;
    }
    return last;
}

} // namespace

std::vector<Word> split_words(std::string_view line)
{
    std::vector<Word> words;
    for (std::size_t at = 0; at < line.size();) {
        const char c = line[at];
        if (is_blank(c)) {
            ++at;
        } else if (c == ',') {
            words.push_back({",", false});
            ++at;
        } else if (c == '"' || c == '\'') {
            const std::size_t end = std::min(line.find(c, at + 1), line.size());
            words.push_back({std::string{line.substr(at + 1, end - at - 1)}, true});
            at = std::min(end + 1, line.size());
        } else {
            std::size_t end = at;
            while (end < line.size() && !is_blank(line[end]) && line[end] != ',') {
                ++end;
            }
            words.push_back({std::string{line.substr(at, end - at)}, false});
            at = end;
        }
    }
    return words;
}

Result<std::vector<ActorCode>> read_actors(ActorNames& names, std::string_view line,
                                           std::size_t least, std::size_t most)
{
    constexpr std::size_t kLongestName = 8;
    const std::vector<Word> words = split_words(line);
    std::vector<ActorCode> codes;
    for (std::size_t first = 0; first < words.size();) {
        const std::size_t end = end_of_run(words, first);
        const bool joint = words[first].is_comma() ||
                           (!words[first].quoted && text::fold(words[first].text) == "and");
        if (joint) {
            ++first;
            continue;
        }
        std::size_t last = std::min(end, first + kLongestName);
        std::optional<ActorCode> code = names.find(join(words, first, last));
        while (!code && last > first + 1) {
            --last;
            code = names.find(join(words, first, last));
        }
        if (!code) {
            // The error speaks of the whole run: "North Koria" rather than "North".
            return names.resolve(join(words, first, std::min(end, first + 3))).error();
        }
        codes.push_back(std::move(*code));
        first = last;
    }
    if (codes.size() < least || codes.size() > most) {
        const std::string wanted =
            least == most ? std::to_string(least) : fmt::format("{} or {}", least, most);
        return Error{ErrorCode::usage,
                     fmt::format("{} actors named, {} wanted", codes.size(), wanted)}
            .hint("part names with commas, such as: South Korea, Japan");
    }
    return codes;
}

Completion complete_actor(ActorNames& names, std::string_view line)
{
    // From the longest fragment behind the command to the shortest: "South Ko" before "Ko".
    std::size_t begin = line.find(' ');
    while (begin < line.size()) {
        while (begin < line.size() && (is_blank(line[begin]) || line[begin] == ',')) {
            ++begin;
        }
        std::size_t name = begin;
        if (name < line.size() && (line[name] == '"' || line[name] == '\'')) {
            ++name;
        }
        if (name < line.size()) {
            Completion completion{begin, names.completions(line.substr(name))};
            for (std::string& candidate : completion.candidates) {
                if (candidate.find(' ') != std::string::npos) {
                    candidate = fmt::format("\"{}\"", candidate);
                }
            }
            if (!completion.candidates.empty()) {
                return completion;
            }
        }
        begin = line.find_first_of(" ,", begin);
    }
    return {line.size(), {}};
}

} // namespace entente::cli::repl
