// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/document_list.hpp"

#include "core/tsv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace entente::language::training {

namespace {

constexpr std::array<std::pair<TextKind, std::string_view>, 3> kKinds{{
    {TextKind::permissive, "permissive"},
    {TextKind::share_alike, "share-alike"},
    {TextKind::non_commercial, "non-commercial"},
}};

std::optional<TextKind> kind_of(std::string_view name)
{
    for (const auto& [kind, text] : kKinds) {
        if (text == name) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view to_string(TextKind kind) noexcept
{
    return kKinds[static_cast<std::size_t>(kind)].second;
}

Result<std::vector<ListedDocument>> read_document_list(std::string_view text, std::string_view file)
{
    std::vector<ListedDocument> documents;
    std::set<std::string, std::less<>> seen;
    const Status done = read_tsv(
        text, file, {"document", "split", "genre", "words", "text_licence", "kind", "source"},
        [&](const TsvRow& row) -> Status {
            ListedDocument document;
            document.id = row["document"];
            document.split = row["split"];
            document.genre = row["genre"];
            document.text_licence = row["text_licence"];
            document.source = row["source"];
            if (document.id.empty() || !seen.insert(document.id).second) {
                return Error{ErrorCode::bad_dataset,
                             document.id.empty()
                                 ? "a row without a document"
                                 : fmt::format("document \"{}\" is listed twice", document.id)}
                    .hint("list each document of the treebank once");
            }
            const std::string_view words = row["words"];
            const char* const last = words.data() + words.size();
            const auto [end, error] = std::from_chars(words.data(), last, document.words);
            if (error != std::errc{} || end != last) {
                return Error{ErrorCode::bad_dataset,
                             fmt::format("\"{}\" is no number of words", words)}
                    .hint("write it in digits");
            }
            const std::optional<TextKind> kind = kind_of(row["kind"]);
            if (!kind) {
                return Error{ErrorCode::bad_dataset,
                             fmt::format("unknown kind of licence \"{}\"", row["kind"])}
                    .hint("use permissive, share-alike or non-commercial");
            }
            document.kind = *kind;
            documents.push_back(std::move(document));
            return {};
        });
    if (!done) {
        return done.error();
    }
    return documents;
}

Result<std::vector<Document>> choose_documents(std::vector<Document> documents,
                                               std::span<const ListedDocument> list,
                                               std::span<const TextKind> kinds)
{
    std::map<std::string_view, TextKind> kind_by_id;
    for (const ListedDocument& each : list) {
        kind_by_id.emplace(each.id, each.kind);
    }
    std::vector<Document> chosen;
    for (Document& document : documents) {
        const auto found = kind_by_id.find(document.id);
        if (found == kind_by_id.end()) {
            return Error{
                ErrorCode::unknown_name,
                fmt::format("document \"{}\" is not in the list of documents", document.id)}
                .hint("add it with the licence of its text, or take the list that came with the "
                      "treebank");
        }
        if (std::find(kinds.begin(), kinds.end(), found->second) != kinds.end()) {
            chosen.push_back(std::move(document));
        }
    }
    return chosen;
}

} // namespace entente::language::training
