// SPDX-License-Identifier: Apache-2.0
// Whether a store is sound: the file, its references, its index, and evidence against texts.
#include "core/mention_json.hpp"
#include "core/store/store.hpp"
#include "core/store/store_impl.hpp"

#include <fmt/format.h>

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
    while (true) {
        const auto row = rows->step();
        if (!row) {
            findings.push_back({row.error().message(), std::string{kRestore}});
            return {};
        }
        if (!*row) {
            return {};
        }
        if (rows->text(0) != "ok") {
            findings.push_back({std::string{rows->text(0)}, std::string{kRestore}});
        }
    }
}

Status check_references(const Database& database, std::vector<Finding>& findings)
{
    auto rows = database.prepare("PRAGMA foreign_key_check");
    if (!rows) {
        return rows.error();
    }
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return {};
        }
        findings.push_back({fmt::format("row {} of {} refers to a missing row of {}",
                                        rows->integer(1), rows->text(0), rows->text(2)),
                            std::string{kRestore}});
    }
}

Status check_evidence(const Database& database, std::vector<Finding>& findings)
{
    auto rows = database.prepare("SELECT mentions.id, mentions.json, articles.text, articles.key "
                                 "FROM mentions JOIN articles ON articles.id = mentions.article "
                                 "WHERE articles.text <> '' ORDER BY mentions.id");
    if (!rows) {
        return rows.error();
    }
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return {};
        }
        const auto mention = mention_from_json(rows->text(1));
        if (!mention) {
            findings.push_back({fmt::format("mention {} of \"{}\" cannot be read: {}",
                                            rows->integer(0), rows->text(3),
                                            mention.error().message()),
                                std::string{kReload}});
            continue;
        }
        const std::string_view text = rows->text(2);
        const Span bytes = mention->sentence.bytes;
        const bool inside = bytes.begin <= bytes.end && bytes.end <= text.size();
        if (!inside || text.substr(bytes.begin, bytes.size()) != mention->sentence.text) {
            findings.push_back({fmt::format("the evidence of mention {} is not in \"{}\"",
                                            rows->integer(0), rows->text(3)),
                                std::string{kReload}});
        }
    }
}

Status check_index(const Database& database, std::vector<Finding>& findings)
{
    const auto missing = database.integer(
        "SELECT (SELECT count(*) FROM mentions) - (SELECT count(*) FROM evidence_docsize)");
    if (!missing) {
        return missing.error();
    }
    if (*missing != 0) {
        findings.push_back({fmt::format("the evidence index is off by {} entries", *missing),
                            std::string{kRestore}});
    }
    return {};
}

} // namespace

Result<std::vector<Finding>> Store::check() const
{
    std::vector<Finding> findings;
    for (const auto& step : {check_file, check_references, check_index, check_evidence}) {
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
