// SPDX-License-Identifier: Apache-2.0
// Any bytes as a graph file: what is taken can be written and read as mentions.
#include "core/mention_json.hpp"
#include "extractors/records/record_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

namespace {

class Checked final : public entente::records::Outlet {
public:
    entente::Status take(entente::store::Extracted record) override
    {
        for (const entente::Mention& mention : record.mentions) {
            if (mention.article != record.article.id) {
                std::abort();
            }
            // A store refuses what cannot be read back; it must never be read back as another.
            const auto again = entente::mention_from_json(entente::to_json(mention));
            if (again && entente::to_json(*again) != entente::to_json(mention)) {
                std::abort();
            }
        }
        return {};
    }

    void leave_out(entente::records::Omission, std::string_view) override {}

    void lose(entente::Error error) override { static_cast<void>(error.message()); }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text{reinterpret_cast<const char*>(data), size};
    for (const char* name : {"json", "node-link", "graphml"}) {
        std::istringstream in{text};
        Checked outlet;
        const auto read =
            entente::records::format_by_name(name)->read(in, "fuzz", {{}, {}, 4096}, outlet);
        static_cast<void>(read.ok());
    }
    return 0;
}
