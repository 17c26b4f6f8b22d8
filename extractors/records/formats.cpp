// SPDX-License-Identifier: Apache-2.0
// The table of formats of records.
#include "extractors/records/gdelt.hpp"
#include "extractors/records/icews.hpp"
#include "extractors/records/polecat.hpp"
#include "extractors/records/record_reader.hpp"

#include <array>

namespace entente::records {

std::span<const RecordFormat> formats() noexcept
{
    static constexpr std::array kFormats{
        RecordFormat{"gdelt", "event table of GDELT 2.0 or 1.0", looks_like_gdelt, read_gdelt},
        RecordFormat{"icews", "event table of ICEWS", looks_like_icews, read_icews},
        RecordFormat{"polecat", "event table of POLECAT", looks_like_polecat, read_polecat},
    };
    return kFormats;
}

} // namespace entente::records
