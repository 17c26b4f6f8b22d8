// SPDX-License-Identifier: Apache-2.0
// How a text writes a name that a dictionary has in capitals.
#pragma once

#include "extractors/actors/gazetteer.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::actors {

class NameSpelling {
public:
    /// Takes the spellings of all names that are known so far; about 20 ms.
    explicit NameSpelling(const Gazetteer& known);

    /// "HAMID KARZAI" → "Hamid Karzai"; a name that is known as it is known ("AL QAEDA" →
    /// "al-Qaeda" and others); one with small letters as it is. Best first, never empty.
    [[nodiscard]] std::vector<std::string> of(std::string_view name) const;

private:
    void learn(const std::string& name);
    [[nodiscard]] std::string word(std::string_view capitals, bool first) const;

    std::unordered_map<std::string, std::vector<std::string>> known_; ///< by letters and blanks
    std::unordered_map<std::string, std::string> acronyms_;           ///< by letters
};

} // namespace entente::actors
