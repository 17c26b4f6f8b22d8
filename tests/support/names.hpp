// SPDX-License-Identifier: Apache-2.0
// The lists of names that are compiled in, loaded once.
#pragma once

#include "extractors/language/name_lists.hpp"

namespace entente::tests {

[[nodiscard]] inline const language::NameLists& builtin_names()
{
    static const auto kLists = language::NameLists::load().value();
    return kLists;
}

} // namespace entente::tests
