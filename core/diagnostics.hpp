// SPDX-License-Identifier: Apache-2.0
// Where a library reports what went wrong with one item of many, and goes on.
#pragma once

#include "core/error.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace entente {

enum class Severity : std::uint8_t {
    note,    ///< worth knowing
    warning, ///< something was guessed or left out
    error,   ///< one item was lost; the rest goes on
};

struct Diagnostic {
    Severity severity = Severity::error;
    Error error;
};

/// A sink for diagnostics, passed in by the caller. Libraries never print.
/// Threads: report() is called by one thread at a time, unless an implementation says otherwise.
class Diagnostics {
public:
    Diagnostics() = default;
    Diagnostics(const Diagnostics&) = delete;
    Diagnostics& operator=(const Diagnostics&) = delete;
    virtual ~Diagnostics() = default;

    virtual void report(Diagnostic diagnostic) = 0;

    void error(Error error) { report({Severity::error, std::move(error)}); }

    void warning(Error error) { report({Severity::warning, std::move(error)}); }

    void note(Error error) { report({Severity::note, std::move(error)}); }
};

/// Keeps everything in order of arrival, for tests and for callers that print later.
class CollectedDiagnostics final : public Diagnostics {
public:
    void report(Diagnostic diagnostic) override { items_.push_back(std::move(diagnostic)); }

    [[nodiscard]] const std::vector<Diagnostic>& items() const noexcept { return items_; }

private:
    std::vector<Diagnostic> items_;
};

} // namespace entente
