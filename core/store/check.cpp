// SPDX-License-Identifier: Apache-2.0
// Whether a store is sound: the file, its references, its index, and evidence against texts.
#include "core/mention_json.hpp"
#include "core/store/store.hpp"
#include "core/store/store_impl.hpp"

#include <fmt/format.h>

#include <array>

namespace entente::store {

namespace {

constexpr std::string_view kReload = "load the article again with `entente add`";
constexpr std::string_view kRestore = "restore a copy, or build the store anew with `entente add`";

Status check_file(const Database& database, std::vector<Finding>& findings)
{
    auto rows = database.prepare("PRAGMA integrity_check(20)");
    if (!rows) {
        return rows.error();
    }
    return rows->for_each([&]() -> Status {
        if (rows->text(0) != "ok") {
            findings.push_back({std::string{rows->text(0)}, std::string{kRestore}});
        }
        return {};
    });
}

Status check_references(const Database& database, std::vector<Finding>& findings)
{
    auto rows = database.prepare("PRAGMA foreign_key_check");
    if (!rows) {
        return rows.error();
    }
    return rows->for_each([&]() -> Status {
        findings.push_back({fmt::format("row {} of {} refers to a missing row of {}",
                                        rows->integer(1), rows->text(0), rows->text(2)),
                            std::string{kRestore}});
        return {};
    });
}

/// What one mention says of itself, of its columns and of its article's text.
std::string find_fault(const Statement& row)
{
    const std::int64_t id = row.integer(0);
    const auto mention = mention_from_json(row.text(1));
    if (!mention) {
        return fmt::format("mention {} of \"{}\" cannot be read: {}", id, row.text(3),
                           mention.error().message());
    }
    if (mention->article != row.text(3) || mention->source.code.text() != row.text(4) ||
        mention->target.code.text() != row.text(5) || mention->category != row.text(6) ||
        mention->sentence.text != row.text(7)) {
        return fmt::format("mention {} of \"{}\" is filed under other values than it holds", id,
                           row.text(3));
    }
    const std::string_view text = row.text(2);
    const Span bytes = mention->sentence.bytes;
    if (!text.empty() && (bytes.end > text.size() ||
                          text.substr(bytes.begin, bytes.size()) != mention->sentence.text)) {
        return fmt::format("the evidence of mention {} is not in \"{}\"", id, row.text(3));
    }
    return {};
}

Status check_mentions(const Database& database, std::vector<Finding>& findings)
{
    auto rows = database.prepare(
        "SELECT mentions.id, mentions.json, articles.text, articles.key, mentions.source, "
        "mentions.target, mentions.category, mentions.text "
        "FROM mentions JOIN articles ON articles.id = mentions.article ORDER BY mentions.id");
    if (!rows) {
        return rows.error();
    }
    return rows->for_each([&]() -> Status {
        if (std::string fault = find_fault(*rows); !fault.empty()) {
            findings.push_back({std::move(fault), std::string{kReload}});
        }
        return {};
    });
}

/// SQLite's own check of an FTS index writes; this one finds sentences that are missing from it
/// and entries that belong to none.
Status check_index(const Database& database, std::vector<Finding>& findings)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kQuestions{{
        {"SELECT count(*) FROM mentions WHERE id NOT IN (SELECT id FROM evidence_docsize)",
         "{} sentences are missing from the evidence index"},
        {"SELECT count(*) FROM evidence_docsize WHERE id NOT IN (SELECT id FROM mentions)",
         "{} entries of the evidence index belong to no sentence"},
    }};
    for (const auto& [sql, what] : kQuestions) {
        const auto off = database.integer(sql);
        if (!off) {
            return off.error();
        }
        if (*off != 0) {
            findings.push_back({fmt::format(fmt::runtime(what), *off), std::string{kRestore}});
        }
    }
    return {};
}

} // namespace

Result<std::vector<Finding>> Store::check() const
{
    const ReadTransaction moment{impl_->database};
    std::vector<Finding> findings;
    for (const auto& step : {check_file, check_references, check_index, check_mentions}) {
        if (Status done = step(impl_->database, findings); !done) {
            if (done.error().code() == ErrorCode::corrupt_store) {
                findings.push_back({done.error().message(), std::string{kRestore}});
                return findings;
            }
            return done.error();
        }
    }
    return findings;
}

} // namespace entente::store
