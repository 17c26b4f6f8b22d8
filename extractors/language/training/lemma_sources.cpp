// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/lemma_sources.hpp"

#include "core/tsv.hpp"

#include <unordered_set>
#include <utility>

namespace entente::language::training {

Result<std::vector<ListedForm>> read_listed_forms(std::string_view text, std::string_view file)
{
    std::vector<ListedForm> forms;
    const Status done =
        read_tsv(text, file, {"form", "upos", "xpos", "lemma"}, [&](const TsvRow& row) -> Status {
            const std::vector<std::string_view> tags = row.list("xpos");
            if (row["form"].empty() || row["upos"].empty() || tags.empty() ||
                row["lemma"].empty()) {
                return Error{ErrorCode::bad_dataset, "an empty cell"}.hint(
                    "fill form, upos, xpos and lemma");
            }
            for (const std::string_view xpos : tags) {
                forms.push_back({std::string{row["form"]}, std::string{row["upos"]},
                                 std::string{xpos}, std::string{row["lemma"]}});
            }
            return {};
        });
    if (!done) {
        return done.error();
    }
    return forms;
}

Result<std::vector<ListedForm>> read_proper_adjectives(std::string_view text, std::string_view file)
{
    std::vector<ListedForm> forms;
    const Status done = read_tsv(text, file, {"adjectives"}, [&](const TsvRow& row) -> Status {
        for (const std::string_view adjective : row.list("adjectives")) {
            if (adjective.find(' ') == std::string_view::npos) {
                forms.push_back({std::string{adjective}, "ADJ", "JJ", std::string{adjective}});
            }
        }
        return {};
    });
    if (!done) {
        return done.error();
    }
    return forms;
}

std::vector<std::string> read_first_words(std::istream& in, std::size_t most)
{
    std::vector<std::string> words;
    std::unordered_set<std::string> seen;
    for (std::string line; words.size() < most && std::getline(in, line);) {
        std::string word = line.substr(0, line.find_first_of(" \t"));
        if (!word.empty() && seen.insert(word).second) {
            words.push_back(std::move(word));
        }
    }
    return words;
}

} // namespace entente::language::training
