// SPDX-License-Identifier: Apache-2.0
// Any bytes as a mention: what is read writes itself the same way again.
#include "core/mention_json.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto mention = entente::mention_from_json({reinterpret_cast<const char*>(data), size});
    if (mention) {
        const std::string json = entente::to_json(*mention);
        const auto again = entente::mention_from_json(json);
        if (!again || entente::to_json(*again) != json) {
            std::abort();
        }
    }
    return 0;
}
