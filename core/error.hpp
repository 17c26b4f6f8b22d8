// SPDX-License-Identifier: Apache-2.0
// What went wrong, where, and what the user can do about it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace entente {

/// The exit statuses of the program, and so the coarsest classes of failure.
enum class ExitStatus : int {
    done = 0,       ///< everything asked for was done
    incomplete = 1, ///< ran, but some articles failed or nothing was found
    usage = 2,      ///< wrong command line, filter or query
    unreadable = 3, ///< an input or store could not be read or written
    internal = 70,  ///< a defect of entente
};

// The one table of error codes: name, exit status, short meaning.
#define ENTENTE_ERROR_CODES(X)                                                                     \
    X(usage, usage, "wrong usage")                                                                 \
    X(bad_value, usage, "value out of range")                                                      \
    X(bad_query, usage, "query not understood")                                                    \
    X(unknown_name, usage, "unknown name")                                                         \
    X(not_found, incomplete, "nothing found")                                                      \
    X(bad_article, incomplete, "article not readable")                                             \
    X(bad_encoding, incomplete, "text not decodable")                                              \
    X(too_large, incomplete, "input over a limit")                                                 \
    X(missing_input, unreadable, "input missing")                                                  \
    X(unreadable_input, unreadable, "input not readable")                                          \
    X(bad_dataset, unreadable, "dataset malformed")                                                \
    X(not_a_store, unreadable, "not a store")                                                      \
    X(newer_store, unreadable, "store of a newer version")                                         \
    X(corrupt_store, unreadable, "store damaged")                                                  \
    X(store_busy, unreadable, "store in use")                                                      \
    X(write_failed, unreadable, "output not writable")                                             \
    X(unsupported_format, usage, "format not known")                                               \
    X(internal, internal, "internal error")

/// Kind of a failure. Each maps to one ExitStatus.
enum class ErrorCode : std::uint8_t {
#define ENTENTE_X(name, status, text) name,
    ENTENTE_ERROR_CODES(ENTENTE_X)
#undef ENTENTE_X
};

/// The code's name in snake case, such as "not_a_store"; static storage.
[[nodiscard]] std::string_view to_string(ErrorCode code) noexcept;
[[nodiscard]] ExitStatus exit_status(ErrorCode code) noexcept;

/// A place in a file. Line and column count from 1; 0 means unknown.
struct SourceLocation {
    std::string file;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
};

/// One failure in words: what is wrong, where, how to mend it, and what caused it.
///
/// Messages are lower case, without a full stop; the hint is an imperative that names the remedy.
class Error {
public:
    Error(ErrorCode code, std::string what);

    /// Fluent setters, so that an error reads as one sentence where it is made.
    [[nodiscard]] Error at(std::string file, std::uint64_t line = 0, std::uint64_t column = 0) &&;
    [[nodiscard]] Error hint(std::string remedy) &&;
    [[nodiscard]] Error caused_by(Error cause) &&;

    [[nodiscard]] ErrorCode code() const noexcept { return code_; }

    [[nodiscard]] const std::string& what() const noexcept { return what_; }

    [[nodiscard]] const SourceLocation& where() const noexcept { return where_; }

    [[nodiscard]] const std::string& remedy() const noexcept { return hint_; }

    /// Everything on one line: "FILE:LINE:COLUMN: WHAT: CAUSE; HINT". Control characters of names
    /// that came from outside are escaped, so that an error cannot drive a terminal.
    [[nodiscard]] std::string message() const;

private:
    ErrorCode code_;
    std::string what_;
    SourceLocation where_;
    std::string hint_;
    std::shared_ptr<const Error> cause_;
};

} // namespace entente
