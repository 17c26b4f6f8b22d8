// SPDX-License-Identifier: Apache-2.0
#include "extractors/records/record_reader.hpp"

#include <algorithm>

namespace entente::records {

std::string_view to_string(Omission omission) noexcept
{
    switch (omission) {
    case Omission::no_relation:
        return "no relation";
    case Omission::one_actor:
        return "one actor";
    case Omission::same_actor:
        return "same actor";
    case Omission::unknown_actor:
        return "unknown actor";
    }
    return {};
}

const RecordFormat* format_by_name(std::string_view name) noexcept
{
    const auto all = formats();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [name](const RecordFormat& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

const RecordFormat* format_by_content(std::string_view head) noexcept
{
    const auto all = formats();
    const auto found = std::find_if(
        all.begin(), all.end(), [head](const RecordFormat& one) { return one.looks_like(head); });
    return found == all.end() ? nullptr : &*found;
}

} // namespace entente::records
