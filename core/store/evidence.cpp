// SPDX-License-Identifier: Apache-2.0
// Full-text search in the sentences that speak for a relation.
#include "core/store/stored_mention.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace entente::store {

namespace {

/// FTS5 builds a tree of the words; nobody asks for more than these in earnest.
constexpr std::size_t kMaxWords = 100;

bool is_blank(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == '\0';
}

/// Every word as a quoted FTS5 string: nothing that a user types is syntax.
std::string as_match(std::string_view words)
{
    const std::string valid = text::to_valid_utf8(words);
    std::string match;
    std::size_t count = 0;
    for (std::size_t at = 0; at < valid.size() && count < kMaxWords;) {
        if (is_blank(valid[at])) {
            ++at;
            continue;
        }
        match += match.empty() ? "\"" : " \"";
        for (; at < valid.size() && !is_blank(valid[at]); ++at) {
            match += valid[at] == '"' ? "\"\"" : std::string(1, valid[at]);
        }
        match += '"';
        ++count;
    }
    return match;
}

} // namespace

Result<std::vector<StoredMention>> Store::search(std::string_view words, std::size_t limit) const
{
    const std::string match = as_match(words);
    std::vector<StoredMention> found;
    if (match.empty() || limit == 0) {
        return found;
    }
    const ReadTransaction moment{impl_->database};
    const auto groups = impl_->duplicate_groups();
    if (!groups) {
        return groups.error();
    }
    auto rows = impl_->database.prepare(
        fmt::format("SELECT {} FROM evidence JOIN mentions ON mentions.id = evidence.rowid "
                    "JOIN articles ON articles.id = mentions.article WHERE evidence MATCH ? "
                    "ORDER BY bm25(evidence), articles.key, mentions.id LIMIT ?",
                    kMentionColumns));
    if (!rows) {
        return rows.error();
    }
    constexpr auto kMost = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
    rows->bind(1, match).bind(2, static_cast<std::int64_t>(std::min(limit, kMost)));
    Status read = rows->for_each([&]() -> Status {
        auto stored = read_mention(*rows, **groups, impl_->database.file());
        if (!stored) {
            return stored.error();
        }
        found.push_back(std::move(*stored));
        return {};
    });
    if (!read) {
        return read.error();
    }
    return found;
}

} // namespace entente::store
