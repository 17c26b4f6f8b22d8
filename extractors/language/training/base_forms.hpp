// SPDX-License-Identifier: Apache-2.0
// Regular English inflection backwards: which known word a form is of.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::language::training {

/// What was done to a base form.
enum class Inflection : std::size_t {
    ing,         ///< making
    ed,          ///< made up of "-ed": stopped
    verb_s,      ///< goes
    noun_s,      ///< ties
    comparative, ///< bigger
    superlative, ///< biggest
};

/// The regular forms of a base form, the usual one first: "stop" → "stopping"; "travel" →
/// "traveling", "travelling".
[[nodiscard]] std::vector<std::string> inflect(std::string_view base, Inflection inflection);

/// Words whose base forms are known, and how common words are.
///
/// "making" could come from "mak" or "make": what decides is which of them is known as a verb, how
/// many of its other forms occur, and how common it is.
class BaseForms {
public:
    /// \param words by falling frequency; without repetition
    explicit BaseForms(std::span<const std::string> words);

    /// Adds a word that is known to be inflected so; `times` it was seen.
    void add_verb(std::string_view lemma, std::size_t times = 1);
    void add_noun(std::string_view lemma, std::size_t times = 1);
    void add_adjective(std::string_view lemma, std::size_t times = 1);

    /// The base of a lower-case form, or nothing where no known or probable word has this form.
    [[nodiscard]] std::optional<std::string> base_of(std::string_view form,
                                                     Inflection inflection) const;

private:
    enum class WordClass : std::size_t { verb, noun, adjective };

    [[nodiscard]] static WordClass class_of(Inflection inflection);
    [[nodiscard]] std::optional<double> score(std::string_view base, std::string_view form,
                                              Inflection inflection) const;
    [[nodiscard]] bool occurs(const std::vector<std::string>& forms) const;

    std::unordered_map<std::string, std::size_t> ranks_; ///< from 0
    std::array<std::unordered_map<std::string, std::size_t>, 3> known_;
};

} // namespace entente::language::training
