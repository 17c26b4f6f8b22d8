// SPDX-License-Identifier: Apache-2.0
#include "cli/clock.hpp"

#include "core/date.hpp"

#include <fmt/format.h>

#include <chrono>

namespace entente::cli {

std::string now_utc()
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::hh_mm_ss time{now - day};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", format_day(day), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

} // namespace entente::cli
