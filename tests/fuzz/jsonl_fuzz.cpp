// SPDX-License-Identifier: Apache-2.0
// Any bytes as article JSON Lines: no crash, no endless reading.
#include "extractors/articles/jsonl_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::istringstream in{std::string{reinterpret_cast<const char*>(data), size}};
    const auto reader = entente::articles::make_jsonl_reader(in, "fuzz", {});
    while (true) {
        const auto article = reader->next();
        if (article && !*article) {
            return 0;
        }
    }
}
