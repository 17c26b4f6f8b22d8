// SPDX-License-Identifier: Apache-2.0
// SQLite behind types that close themselves and errors that name the file and the remedy.
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace entente::store {

/// An SQLite failure in our words. Busy, full, read-only, damaged and foreign files each get the
/// code and remedy that help.
[[nodiscard]] Error database_error(int code, std::string_view detail, const std::string& file);

class Database;

/// Statements that nobody uses at the moment, kept to be prepared only once. For one thread at a
/// time, like its database.
class IdleStatements;

/// A prepared statement. Bind, then step; reset() makes it ready again. At its end it is reset and
/// kept for the next that asks for the same text.
class Statement {
public:
    Statement(Statement&&) noexcept = default;
    Statement& operator=(Statement&&) noexcept = default;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement() = default;

    Statement& bind(int index, std::int64_t value);
    /// What is no number, which SQLite would take for NULL, is bound as 0.
    Statement& bind(int index, double value);
    Statement& bind(int index, std::string_view value);
    /// Binds NULL where there is no value.
    Statement& bind(int index, const std::optional<std::int64_t>& value);

    /// True where a row is there, false at the end.
    [[nodiscard]] Result<bool> step();
    /// Runs a statement that gives no rows, and resets it.
    [[nodiscard]] Status run();

    /// Calls `visit`, which returns a Status, for each row that is left. A visitor that fails ends
    /// the walk.
    template <typename Visit>
    [[nodiscard]] Status for_each(Visit&& visit)
    {
        while (true) {
            const auto row = step();
            if (!row) {
                return row.error();
            }
            if (!*row) {
                return {};
            }
            if (Status visited = visit(); !visited) {
                return visited;
            }
        }
    }

    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    /// Valid until the next step() or reset().
    [[nodiscard]] std::string_view text(int column) const;

private:
    friend class Database;

    struct GiveBack {
        std::shared_ptr<IdleStatements> idle;

        void operator()(sqlite3_stmt* statement) const noexcept;
    };

    Statement(sqlite3_stmt* statement, std::shared_ptr<IdleStatements> idle,
              const std::string* file)
        : statement_{statement, GiveBack{std::move(idle)}}
        , file_{file}
    {}

    std::unique_ptr<sqlite3_stmt, GiveBack> statement_;
    const std::string* file_;
};

/// An open database file.
class Database {
public:
    enum class Access { read, read_immutable, write, create };

    [[nodiscard]] static Result<Database> open(const std::string& file, Access access);

    [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;
    /// Runs statements separated by ';'.
    [[nodiscard]] Status execute(const std::string& sql) const;
    /// First column of the first row of a query, 0 where there is none.
    [[nodiscard]] Result<std::int64_t> integer(std::string_view sql) const;

    [[nodiscard]] std::int64_t last_row_id() const;
    /// False also where SQLite has rolled back by itself, as it may after a failed write.
    [[nodiscard]] bool in_transaction() const;
    /// Whether the file may only be read; SQLite opens such a file without complaint.
    [[nodiscard]] bool read_only() const;

    [[nodiscard]] const std::string& file() const { return *file_; }

private:
    struct Close {
        void operator()(sqlite3* database) const noexcept;
    };

    Database(sqlite3* database, const std::string& file);

    std::unique_ptr<std::string> file_; ///< by address: statements point to it
    std::unique_ptr<sqlite3, Close> database_;
    std::shared_ptr<IdleStatements> idle_; ///< ends before the database does
};

/// Everything read during its life is of one moment, whoever writes meanwhile. Inside another
/// transaction it does nothing.
class ReadTransaction {
public:
    explicit ReadTransaction(const Database& database);
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;
    ~ReadTransaction();

private:
    const Database& database_;
    bool begun_;
};

} // namespace entente::store
