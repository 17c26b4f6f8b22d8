// SPDX-License-Identifier: Apache-2.0
#include "cli/output/terminal_size.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

namespace entente::cli {

std::size_t terminal_columns()
{
    winsize size{};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80U;
}

} // namespace entente::cli
