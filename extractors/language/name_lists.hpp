// SPDX-License-Identifier: Apache-2.0
// What lists of names say about the words of a sentence: places, peoples, persons, organisations.
#pragma once

#include "core/result.hpp"
#include "extractors/embedded.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente::language {

/// One bit of a word's hints. A name of several words has its first bit at the first word and its
/// second bit at the others.
enum class Hint : std::uint8_t {
    country,       ///< "Kenya", "South" of "South Africa"
    country_inner, ///< "Africa" of "South Africa"
    place,         ///< city, province or part of the world
    place_inner,
    landform, ///< sea, river, mountains
    landform_inner,
    people, ///< nationality, ethnic or religious group, language: "Kenyan"
    people_inner,
    organisation,
    organisation_inner,
    leader, ///< someone known by office
    leader_inner,
    given_name,
    surname,
    organisation_word, ///< "Ministry"
    facility_word,     ///< "Airport"
    landform_word,     ///< "River"
    place_word,        ///< "Province", "Northern", "San"
    title_word,        ///< "President"
};

inline constexpr unsigned kHintCount = 19;

/// A set of hints.
using Hints = std::uint32_t;

[[nodiscard]] constexpr Hints bit(Hint hint) noexcept
{
    return Hints{1} << static_cast<unsigned>(hint);
}

[[nodiscard]] constexpr bool has(Hints hints, Hint hint) noexcept
{
    return (hints & bit(hint)) != 0;
}

/// What rules over an article want to know of a word. The network is not told.
enum class WordRole : std::uint8_t {
    generic_body, ///< "Ministry": no organisation without another word
    weak_body,    ///< "Times": an organisation word that ends names of other things as well
    weak_people,  ///< "Roman": a people that is as often part of another name, or no people
    before_title, ///< "Deputy", "Crown"
    after_hyphen, ///< "led": an adjective behind a name and a hyphen, as in "Putin-led"
};

/// The tables of datasets/names and the names of datasets/actors and datasets/offices.
/// Lifetime: immutable once loaded; shared by all threads.
class NameLists {
public:
    /// Loads the tables compiled in. Errors: bad_dataset.
    [[nodiscard]] static Result<NameLists> load();

    /// Loads the given tables; the folder in their name tells their form. Errors: bad_dataset with
    /// file and line.
    [[nodiscard]] static Result<NameLists> load(std::vector<extractors::Table> tables);

    /// The hints of each word of a sentence. Of several names that begin at a word the longest
    /// counts. Case matters, but a word of capitals alone that is no name is read as a title has
    /// it. Complexity: linear in the number of words.
    [[nodiscard]] std::vector<Hints> hints(std::span<const std::string_view> words) const;

    /// The meanings of exactly these words as a whole name, by their first bits.
    [[nodiscard]] Hints whole(std::span<const std::string_view> words) const;

    /// Whether the lists give a word this role. Case matters.
    [[nodiscard]] bool is(std::string_view word, WordRole role) const;

private:
    class Builder;

    /// A single word, or a whole name of several.
    struct Slot {
        std::uint64_t key = 0; ///< 0 is empty
        Hints hints = 0;
        std::uint16_t longest = 0; ///< words of the longest name that begins with this one
        std::uint16_t roles = 0;   ///< a bit a WordRole
    };

    [[nodiscard]] const Slot* find(std::uint64_t key) const noexcept;
    Slot& slot(std::uint64_t key);
    void grow();

    std::vector<Slot> slots_; ///< open addressing; the size is a power of two
    std::size_t used_ = 0;
};

} // namespace entente::language
