// SPDX-License-Identifier: Apache-2.0
// Opening, transactions and the life of a store.
#include "core/store/store.hpp"

#include "core/store/duplicates.hpp"
#include "core/store/schema.hpp"
#include "core/store/store_impl.hpp"

#include <fmt/format.h>

namespace entente::store {

namespace {

Status check_exists(const std::filesystem::path& file)
{
    std::error_code failure;
    if (std::filesystem::is_directory(file, failure)) {
        return Error{ErrorCode::not_a_store, "this is a folder, no store"}
            .at(file.string())
            .hint("name a .kg file");
    }
    if (!std::filesystem::exists(file, failure)) {
        return Error{ErrorCode::missing_input, "no such store"}
            .at(file.string())
            .hint("check the path, or make the store with `entente add`");
    }
    return {};
}

/// A read-only folder cannot hold SQLite's side files; the file itself is then taken as it is.
Result<Database> open_for_reading(const std::string& file)
{
    auto database = Database::open(file, Database::Access::read);
    if (database && database->integer("SELECT count(*) FROM sqlite_schema").ok()) {
        return database;
    }
    auto immutable = Database::open(file, Database::Access::read_immutable);
    if (immutable && immutable->integer("SELECT count(*) FROM sqlite_schema").ok()) {
        return immutable;
    }
    if (!database) {
        return database.error();
    }
    return database->integer("SELECT count(*) FROM sqlite_schema").error();
}

} // namespace

Status Store::Impl::begin()
{
    if (in_transaction) {
        return {};
    }
    Status begun = database.execute("BEGIN IMMEDIATE");
    in_transaction = begun.ok();
    return begun;
}

Status Store::Impl::commit()
{
    if (!in_transaction) {
        return {};
    }
    Status committed = database.execute("COMMIT");
    if (!committed) {
        roll_back();
        return committed;
    }
    in_transaction = false;
    batch = 0;
    return {};
}

void Store::Impl::roll_back()
{
    // SQLite may have rolled back by itself; then there is nothing left to do.
    static_cast<void>(database.execute("ROLLBACK"));
    in_transaction = false;
    batch = 0;
}

Result<std::unordered_map<std::int64_t, std::int64_t>> Store::Impl::duplicate_groups() const
{
    auto rows = database.prepare("SELECT a, b FROM near_copies ORDER BY a, b");
    if (!rows) {
        return rows.error();
    }
    std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return group_near_copies(pairs);
        }
        pairs.emplace_back(rows->integer(0), rows->integer(1));
    }
}

Store::Store(std::unique_ptr<Impl> impl) : impl_{std::move(impl)} {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store::~Store()
{
    if (impl_) {
        static_cast<void>(impl_->commit());
    }
}

Result<Store> Store::open(const std::filesystem::path& file, OpenMode mode)
{
    const std::string name = file.string();
    if (mode != OpenMode::write_or_create || std::filesystem::is_directory(file)) {
        if (Status exists = check_exists(file); !exists) {
            return exists.error();
        }
    }
    if (mode == OpenMode::read) {
        auto database = open_for_reading(name);
        if (!database) {
            return database.error();
        }
        if (Status identity = check_identity(*database); !identity) {
            return identity.error();
        }
        return Store{std::make_unique<Impl>(std::move(*database))};
    }
    auto database = Database::open(name, mode == OpenMode::write ? Database::Access::write
                                                                 : Database::Access::create);
    if (!database) {
        return database.error();
    }
    // Identity first: a foreign file must not even get another journal mode.
    if (Status schema = prepare_schema(*database); !schema) {
        return schema.error();
    }
    if (Status pragmas = database->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                                           "PRAGMA foreign_keys = ON;");
        !pragmas) {
        return pragmas.error();
    }
    return Store{std::make_unique<Impl>(std::move(*database))};
}

Status Store::begin_load(std::string_view recorded_at, std::string_view origin)
{
    if (Status begun = impl_->begin(); !begun) {
        return begun;
    }
    auto insert =
        impl_->database.prepare("INSERT INTO loads (recorded_at, origin) VALUES (?, ?)");
    if (!insert) {
        return insert.error();
    }
    if (Status done = insert->bind(1, recorded_at).bind(2, origin).run(); !done) {
        impl_->roll_back();
        return done;
    }
    impl_->load = impl_->database.last_row_id();
    return {};
}

Status Store::commit()
{
    return impl_->commit();
}

} // namespace entente::store
