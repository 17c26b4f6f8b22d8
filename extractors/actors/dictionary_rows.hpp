// SPDX-License-Identifier: Apache-2.0
// A dictionary of PETRARCH or TABARI as what a gazetteer takes: names with our codes and terms.
#pragma once

#include "core/diagnostics.hpp"
#include "extractors/actors/gazetteer.hpp"
#include "extractors/embedded.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace entente::actors {

/// Names of one actor.
struct DictionaryRow {
    Actor actor;
    NameKind kind = NameKind::name; ///< name, or person
    std::vector<std::string> names;
    std::optional<Office> office; ///< while they mean the actor; none: always
    std::string origin;           ///< file and line
};

struct DictionaryRows {
    std::vector<DictionaryRow> names;
    std::vector<std::string> phrases;                       ///< what is no actor: code "---"
    std::vector<std::pair<std::string, std::string>> nouns; ///< agents and their sectors
};

/// Reads a dictionary. Where `known` has a name or a person, that is kept in mind: a name that
/// means the same actor already is left out, and someone who holds offices stays a person.
/// Lines that cannot be read and codes that say nothing go to `diagnostics`, which may be null.
/// Errors: bad_dataset where nothing can be read.
[[nodiscard]] Result<DictionaryRows>
read_dictionary(const extractors::Table& table, const Gazetteer& known, Diagnostics* diagnostics);

} // namespace entente::actors
