// SPDX-License-Identifier: Apache-2.0
// Any bytes as a date: what is read is a day of the calendar and writes itself the same way again.
#include "core/date.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto date = entente::PartialDate::parse({reinterpret_cast<const char*>(data), size});
    if (date) {
        const auto again = entente::PartialDate::parse(date->to_string());
        if (!again || *again != *date || date->range().empty()) {
            std::abort();
        }
    }
    return 0;
}
