// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/lemma_sources.hpp"

#include "core/tsv.hpp"
#include "extractors/language/training/files.hpp"

#include <iterator>
#include <unordered_set>
#include <utility>

namespace entente::language::training {

namespace {

/// Reads a table as `read` does and appends what it has found.
template <typename T>
Status append(const std::filesystem::path& folder, const char* file,
              Result<std::vector<T>> (*read)(std::string_view, std::string_view),
              std::vector<T>& all)
{
    const auto text = read_file((folder / file).string());
    if (!text) {
        return text.error();
    }
    auto found = read(*text, file);
    if (!found) {
        return found.error();
    }
    all.insert(all.end(), std::make_move_iterator(found->begin()),
               std::make_move_iterator(found->end()));
    return {};
}

Result<std::vector<std::string>> read_base_forms(std::string_view text, std::string_view file)
{
    std::vector<std::string> lemmas;
    const Status done = read_tsv(text, file, {"lemma"}, [&](const TsvRow& row) {
        lemmas.emplace_back(row["lemma"]);
        return Status{};
    });
    if (!done) {
        return done.error();
    }
    return lemmas;
}

} // namespace

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

Status read_lemma_tables(const std::filesystem::path& folder, LemmaSources& sources)
{
    Status done = append(folder, "language/irregular_forms.tsv", read_listed_forms, sources.listed);
    for (const char* file : {"actors/states.tsv", "actors/peoples.tsv", "actors/regions.tsv"}) {
        if (done) {
            done = append(folder, file, read_proper_adjectives, sources.listed);
        }
    }
    if (done) {
        done = append(folder, "lexicon/verbs.tsv", read_base_forms, sources.verbs);
    }
    if (done) {
        done = append(folder, "lexicon/nouns.tsv", read_base_forms, sources.nouns);
    }
    return done;
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
