// SPDX-License-Identifier: Apache-2.0
// Opening, transactions and the life of a store.
#include "core/store/store.hpp"

#include "core/store/schema.hpp"
#include "core/store/store_impl.hpp"

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
    const auto kind = std::filesystem::status(file, failure).type();
    if (kind == std::filesystem::file_type::none) {
        return Error{ErrorCode::unreadable_input,
                     "the store cannot be reached: " + failure.message()}
            .at(file.string())
            .hint("check the permissions of its folder");
    }
    if (kind != std::filesystem::file_type::not_found &&
        kind != std::filesystem::file_type::regular) {
        // Reading a pipe would wait for ever.
        return Error{ErrorCode::not_a_store, "this is no file, so no store"}
            .at(file.string())
            .hint("name a .kg file");
    }
    if (kind == std::filesystem::file_type::not_found) {
        return Error{ErrorCode::missing_input, "no such store"}
            .at(file.string())
            .hint("check the path, or make the store with `entente add`");
    }
    return {};
}

bool holds_anything(const std::string& file)
{
    std::error_code failure;
    const auto size = std::filesystem::file_size(file, failure);
    return !failure && size > 0;
}

/// Opens and reads a little: SQLite touches the file no earlier.
Result<Database> open_and_read(const std::string& file, Database::Access access)
{
    auto database = Database::open(file, access);
    if (database) {
        if (const auto tables = database->integer("SELECT count(*) FROM sqlite_schema"); !tables) {
            return tables.error();
        }
    }
    return database;
}

/// A read-only folder cannot hold SQLite's side files; the file itself is then taken as it is,
/// unless a log beside it holds articles that would be passed over in silence.
Result<Database> open_for_reading(const std::string& file)
{
    auto database = open_and_read(file, Database::Access::read);
    if (database || database.error().code() != ErrorCode::write_failed) {
        return database;
    }
    if (holds_anything(file + "-wal")) {
        return Error{ErrorCode::unreadable_input,
                     "the store's last articles are in its log, which cannot be opened here"}
            .at(file)
            .hint("copy the store together with the file that ends in -wal to a folder that you "
                  "may write to");
    }
    auto immutable = open_and_read(file, Database::Access::read_immutable);
    if (!immutable && immutable.error().code() == ErrorCode::write_failed) {
        return Error{ErrorCode::unreadable_input, "the store cannot be opened"}.at(file).hint(
            "check that you may read the file");
    }
    return immutable;
}

/// For writing, and only then: log, durability, references.
Status prepare_for_writing(const Database& database)
{
    if (database.read_only()) {
        return Error{ErrorCode::write_failed, "the store may not be written"}
            .at(database.file())
            .hint("check the permissions of the file and its folder");
    }
    // What a savepoint may have to undo is kept in memory: it serves this process alone, and as a
    // file it was most of what a load of small articles wrote.
    return database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                            "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
}

} // namespace

Store::Impl::~Impl()
{
    static_cast<void>(commit());
}

Status Store::Impl::begin()
{
    if (!in_transaction) {
        if (Status begun = database.execute("BEGIN IMMEDIATE"); !begun) {
            return begun;
        }
        in_transaction = true;
    }
    if (!has_load || load != 0) {
        return {};
    }
    auto insert = database.prepare("INSERT INTO loads (recorded_at, origin) VALUES (?, ?)");
    if (!insert) {
        return insert.error();
    }
    Status filed = insert->bind(1, recorded_at).bind(2, origin).run();
    if (filed) {
        load = database.last_row_id();
    }
    return filed;
}

Status Store::Impl::commit()
{
    if (!in_transaction) {
        return {};
    }
    if (Status committed = database.execute("COMMIT"); !committed) {
        roll_back();
        return committed;
    }
    in_transaction = false;
    load_committed = load != 0;
    batch = 0;
    return {};
}

void Store::Impl::roll_back()
{
    // SQLite may have rolled back by itself; then there is nothing left to do.
    if (database.in_transaction()) {
        static_cast<void>(database.execute("ROLLBACK"));
    }
    in_transaction = false;
    load = load_committed ? load : 0;
    batch = 0;
    groups.reset();
}

Store::Store(std::unique_ptr<Impl> impl)
    : impl_{std::move(impl)}
{}

Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& file, OpenMode mode)
{
    const std::string name = file.string();
    std::error_code ignored;
    if (mode != OpenMode::write_or_create || std::filesystem::exists(file, ignored)) {
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
    const bool may_create = mode == OpenMode::write_or_create;
    auto database =
        Database::open(name, may_create ? Database::Access::create : Database::Access::write);
    if (!database) {
        return database.error();
    }
    // Identity first: a foreign file must not even get another journal mode.
    if (Status schema = prepare_schema(*database, may_create); !schema) {
        return schema.error();
    }
    if (Status ready = prepare_for_writing(*database); !ready) {
        return ready.error();
    }
    return Store{std::make_unique<Impl>(std::move(*database))};
}

Status Store::begin_load(std::string_view recorded_at, std::string_view origin)
{
    impl_->recorded_at = recorded_at;
    impl_->origin = origin;
    impl_->has_load = true;
    impl_->load = 0;
    impl_->load_committed = false;
    Status begun = impl_->begin();
    if (!begun) {
        impl_->roll_back();
    }
    return begun;
}

Status Store::commit()
{
    return impl_->commit();
}

} // namespace entente::store
