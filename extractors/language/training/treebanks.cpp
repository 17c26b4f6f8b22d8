// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/treebanks.hpp"

#include "extractors/language/training/files.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace entente::language::training {

Result<Treebank> read_treebank(const std::string& file)
{
    auto in = open_file(file);
    if (!in) {
        return in.error();
    }
    auto documents = read_conllu(*in, file);
    if (!documents) {
        return documents.error();
    }
    return Treebank{std::filesystem::path{file}.stem().string(), std::move(*documents)};
}

Status keep_documents(Treebank& treebank, std::span<const ListedDocument> list,
                      std::span<const TextKind> kinds)
{
    const bool listed = std::any_of(list.begin(), list.end(), [&](const ListedDocument& each) {
        return std::any_of(treebank.documents.begin(), treebank.documents.end(),
                           [&](const Document& document) { return document.id == each.id; });
    });
    if (!listed) {
        return {};
    }
    auto chosen = choose_documents(std::move(treebank.documents), list, kinds);
    if (!chosen) {
        return chosen.error();
    }
    treebank.documents = std::move(*chosen);
    return {};
}

} // namespace entente::language::training
