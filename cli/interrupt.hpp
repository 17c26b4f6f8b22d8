// SPDX-License-Identifier: Apache-2.0
// Ctrl-C as a question that a long run asks itself.
#pragma once

#include <csignal>

namespace entente::cli {

/// While it lives, the first SIGINT or SIGTERM sets a flag; a second one ends the process as usual.
/// One at a time.
class InterruptGuard {
public:
    InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;
    ~InterruptGuard();

    [[nodiscard]] bool interrupted() const noexcept;

private:
    struct sigaction former_interrupt_ = {};
    struct sigaction former_termination_ = {};
};

} // namespace entente::cli
