// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.hpp"

namespace entente::cli {

namespace {

volatile std::sig_atomic_t interrupt_seen = 0;

extern "C" void note_interrupt(int)
{
    interrupt_seen = 1;
}

} // namespace

InterruptGuard::InterruptGuard()
{
    interrupt_seen = 0;
    struct sigaction action = {};
    action.sa_handler = note_interrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, &former_interrupt_);
    ::sigaction(SIGTERM, &action, &former_termination_);
}

InterruptGuard::~InterruptGuard()
{
    ::sigaction(SIGINT, &former_interrupt_, nullptr);
    ::sigaction(SIGTERM, &former_termination_, nullptr);
}

bool InterruptGuard::interrupted() const noexcept
{
    return interrupt_seen != 0;
}

} // namespace entente::cli
