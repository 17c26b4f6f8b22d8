// SPDX-License-Identifier: Apache-2.0
#include "core/store/database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace entente::store {

namespace {

constexpr int kBusyMilliseconds = 10'000;

/// A path as an SQLite URI: everything but letters, digits and "/.-_" is escaped.
std::string as_uri(const std::string& file, std::string_view query)
{
    std::string uri = "file:";
    for (const char c : file) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-' || c == '_';
        if (plain) {
            uri += c;
        } else {
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return uri + std::string{query};
}

} // namespace

Error database_error(int code, std::string_view detail, const std::string& file)
{
    const auto make = [&](ErrorCode kind, std::string what, std::string remedy) {
        return Error{kind, std::move(what)}.at(file).hint(std::move(remedy));
    };
    switch (code) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_FSTAT:
    case SQLITE_IOERR_CORRUPTFS:
        return make(ErrorCode::unreadable_input, "the store cannot be read: the disk is failing",
                    "check the disk, or restore a copy");
    default:
        break;
    }
    switch (code & 0xFF) {
    case SQLITE_NOTADB:
        return make(ErrorCode::not_a_store, "this is no store of entente",
                    "name a .kg file that `entente add` made");
    case SQLITE_CORRUPT:
        return make(ErrorCode::corrupt_store, "the store is damaged",
                    "restore a copy, or build it anew with `entente add`");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return make(ErrorCode::store_busy, "another process is writing to the store",
                    "wait until it has ended and run the command again");
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return make(ErrorCode::write_failed,
                    "the store cannot be written: the disk is full or failing",
                    "free some space and run the same command again; nothing loaded is lost");
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return make(ErrorCode::write_failed, "the store may not be written",
                    "check the permissions of the file and its folder");
    case SQLITE_CANTOPEN:
        return make(ErrorCode::write_failed, "the store cannot be opened",
                    "check that the folder exists and may be written");
    case SQLITE_TOOBIG:
        return make(ErrorCode::too_large, "an article is too large for the store",
                    "split it; a text may have 1,000,000,000 bytes at most");
    default:
        return make(ErrorCode::internal, fmt::format("SQLite: {}", detail),
                    "run `entente check` on the store");
    }
}

class IdleStatements {
public:
    IdleStatements() { idle_.reserve(kMost); } // giving back must not fail

    IdleStatements(const IdleStatements&) = delete;
    IdleStatements& operator=(const IdleStatements&) = delete;

    ~IdleStatements()
    {
        for (sqlite3_stmt* statement : idle_) {
            sqlite3_finalize(statement);
        }
    }

    /// Null where there is none of this text.
    [[nodiscard]] sqlite3_stmt* take(std::string_view sql)
    {
        const auto found = std::find_if(idle_.rbegin(), idle_.rend(), [&](sqlite3_stmt* statement) {
            return sqlite3_sql(statement) == sql;
        });
        if (found == idle_.rend()) {
            return nullptr;
        }
        sqlite3_stmt* statement = *found;
        idle_.erase(std::next(found).base());
        return statement;
    }

    /// The one that was given back longest ago goes where there are too many.
    void give_back(sqlite3_stmt* statement) noexcept
    {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
        if (idle_.size() == kMost) {
            sqlite3_finalize(idle_.front());
            idle_.erase(idle_.begin());
        }
        idle_.push_back(statement);
    }

private:
    static constexpr std::size_t kMost = 32;

    std::vector<sqlite3_stmt*> idle_; ///< last given back is last
};

void Statement::GiveBack::operator()(sqlite3_stmt* statement) const noexcept
{
    idle->give_back(statement);
}

Statement& Statement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(statement_.get(), index, value);
    return *this;
}

Statement& Statement::bind(int index, double value)
{
    sqlite3_bind_double(statement_.get(), index, std::isfinite(value) ? value : 0.0);
    return *this;
}

Statement& Statement::bind(int index, std::string_view value)
{
    sqlite3_bind_text64(statement_.get(), index, value.empty() ? "" : value.data(), value.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(int index, const std::optional<std::int64_t>& value)
{
    if (value) {
        sqlite3_bind_int64(statement_.get(), index, *value);
    } else {
        sqlite3_bind_null(statement_.get(), index);
    }
    return *this;
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    sqlite3* database = sqlite3_db_handle(statement_.get());
    const Error error = database_error(code, sqlite3_errmsg(database), *file_);
    sqlite3_reset(statement_.get());
    return error;
}

Status Statement::run()
{
    const auto row = step();
    reset();
    return row ? Status{} : Status{row.error()};
}

void Statement::reset()
{
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return data == nullptr ? std::string_view{} : std::string_view{data, size};
}

void Database::Close::operator()(sqlite3* database) const noexcept
{
    sqlite3_close_v2(database);
}

Database::Database(sqlite3* database, const std::string& file)
    : file_{std::make_unique<std::string>(file)}
    , database_{database}
    , idle_{std::make_shared<IdleStatements>()}
{}

Result<Database> Database::open(const std::string& file, Access access)
{
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    std::string_view query;
    switch (access) {
    case Access::read:
        flags |= SQLITE_OPEN_READONLY;
        break;
    case Access::read_immutable:
        flags |= SQLITE_OPEN_READONLY;
        query = "?immutable=1";
        break;
    case Access::write:
        flags |= SQLITE_OPEN_READWRITE;
        break;
    case Access::create:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        break;
    }
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(as_uri(file, query).c_str(), &handle, flags, nullptr);
    Database database{handle, file};
    if (code != SQLITE_OK) {
        return database_error(code, handle != nullptr ? sqlite3_errmsg(handle) : "out of memory",
                              file);
    }
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, kBusyMilliseconds);
    return database;
}

Result<Statement> Database::prepare(std::string_view sql) const
{
    sqlite3_stmt* statement = idle_->take(sql);
    if (statement == nullptr) {
        const int code =
            sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                               SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK) {
            return database_error(code, sqlite3_errmsg(database_.get()), *file_);
        }
    }
    return Statement{statement, idle_, file_.get()};
}

Status Database::execute(const std::string& sql) const
{
    const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return database_error(code, sqlite3_errmsg(database_.get()), *file_);
    }
    return {};
}

Result<std::int64_t> Database::integer(std::string_view sql) const
{
    auto statement = prepare(sql);
    if (!statement) {
        return statement.error();
    }
    const auto row = statement->step();
    if (!row) {
        return row.error();
    }
    return *row ? statement->integer(0) : 0;
}

std::int64_t Database::last_row_id() const
{
    return sqlite3_last_insert_rowid(database_.get());
}

bool Database::in_transaction() const
{
    return sqlite3_get_autocommit(database_.get()) == 0;
}

bool Database::read_only() const
{
    return sqlite3_db_readonly(database_.get(), "main") == 1;
}

namespace {

/// One statement, which is prepared only once.
Status run(const Database& database, std::string_view sql)
{
    auto statement = database.prepare(sql);
    return statement ? statement->run() : Status{statement.error()};
}

} // namespace

ReadTransaction::ReadTransaction(const Database& database)
    : database_{database}
    , begun_{!database.in_transaction() && run(database, "BEGIN").ok()}
{}

ReadTransaction::~ReadTransaction()
{
    if (begun_) {
        static_cast<void>(run(database_, "COMMIT"));
    }
}

} // namespace entente::store
