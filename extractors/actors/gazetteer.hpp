// SPDX-License-Identifier: Apache-2.0
// The names that actors go by, and the words that tell which part of a state acts.
#pragma once

#include "core/actor.hpp"
#include "core/date.hpp"
#include "core/diagnostics.hpp"
#include "core/result.hpp"
#include "extractors/actors/name_index.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace entente::actors {

/// Titles are looked for up to this many words, hyphens among them.
inline constexpr std::size_t kLongestTitle = 6;

/// An actor with all its names, as one row or several of the tables give them.
struct Entry {
    Actor actor;
    std::vector<std::string> names;
    std::vector<std::string> adjectives;
    std::vector<std::string> seats;
    std::vector<std::string> places;
    std::string home;   ///< principal of the state that a group's name is heard in; may be empty
    DateRange existed;  ///< an open end is the first or the last day of the calendar
    std::string origin; ///< file and line of the first row, for explain
};

/// A term of office.
struct Office {
    std::string person;
    std::string title;
    DateRange term;        ///< an open end is the last day of the calendar
    std::size_t entry = 0; ///< index into Gazetteer::entries(): for whom
};

/// A name found in a row of words.
struct NameMatch {
    std::size_t words = 0;                 ///< length of the match
    std::span<const NameMeaning> meanings; ///< none for a phrase that only looks like a name:
                                           ///< "Persian carpet", "Gulf of Guinea"
};

/// All actor tables, indexed by the words of each name.
/// Lifetime: immutable once loaded; shared by all threads.
class Gazetteer {
public:
    /// Loads the tables compiled in, then those of `extra_files`, which add rows or, for a code
    /// that is known, names. A dictionary of PETRARCH or TABARI is such a file too; what cannot be
    /// read of it goes to `diagnostics`, which may be null.
    /// Errors: missing_input, bad_dataset with file and line.
    [[nodiscard]] static Result<Gazetteer> load(const std::vector<std::string>& extra_files = {},
                                                Diagnostics* diagnostics = nullptr);

    [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return entries_; }

    [[nodiscard]] const std::vector<Office>& offices() const noexcept { return offices_; }

    /// The longest name that begins at the first of `words`; words are as the tokenizer cuts them.
    /// Case matters, but for a text all in capitals; diacritics do not. No match has zero words.
    [[nodiscard]] NameMatch longest_match(std::span<const std::string_view> words) const;

    /// The entry of a code; null where unknown.
    [[nodiscard]] const Entry* find(const ActorCode& code) const noexcept;

    /// The sector that a head noun names ("troops" → MIL); empty where it names none.
    [[nodiscard]] std::string_view sector_of_noun(std::string_view lemma) const;
    /// The sector of who bears a title ("Prime Minister" → GOV); words in lower case.
    [[nodiscard]] std::string_view sector_of_title(std::string_view title) const;

    /// Whether a name before, or behind, this word is part of something else: rows "* River",
    /// "Lake *" of masks.tsv; "* -speaking" for a word behind a hyphen, "* , Ohio" behind a comma.
    [[nodiscard]] bool masks_name_before(const std::string& word) const
    {
        return masks_behind_.contains(word);
    }

    [[nodiscard]] bool masks_name_behind(const std::string& word) const
    {
        return masks_before_.contains(word);
    }

    /// Whether a word behind a hyphen tells where something comes from: "Russian-made".
    [[nodiscard]] bool tells_origin(const std::string& word) const
    {
        return origins_.contains(word);
    }

    /// Whether an actor may be called "the island", "the bloc": nouns of descriptions.tsv, by kind
    /// or by code.
    [[nodiscard]] bool may_be_called(std::string_view noun, const ActorCode& code,
                                     ActorKind kind) const;

    /// Whether a noun describes some actor at all: "movement", "airline".
    [[nodiscard]] bool is_description(std::string_view noun) const
    {
        return descriptions_.contains(std::string{noun});
    }

    /// Whether a town's noun makes its name a scene: "the port of Lagos", "the Lagos ferry".
    [[nodiscard]] bool is_scene_of(std::string_view noun) const
    {
        return scene_nouns_.contains(std::string{noun});
    }

    /// Whether a verb or noun leads somewhere: "sailed to", "the road to".
    [[nodiscard]] bool is_way_to(std::string_view word) const
    {
        return ways_.contains(std::string{word});
    }

    /// Whether things of such a kind are called after places: "La Réunion, a café".
    [[nodiscard]] bool is_thing(std::string_view noun) const
    {
        return things_.contains(std::string{noun});
    }

    /// Whether long names end so that are no organisations: "Free Trade Agreement (FTA)".
    [[nodiscard]] bool is_named_thing(std::string_view noun) const
    {
        return named_things_.contains(std::string{noun});
    }

    /// Whether one does that with a place: "left", "reached".
    [[nodiscard]] bool is_done_at_place(std::string_view verb) const
    {
        return place_verbs_.contains(std::string{verb});
    }

    /// The principals one of which a text must have named for a noun to be used so: "the North".
    [[nodiscard]] std::vector<std::string> called_beside(std::string_view noun) const;

    /// The principals that a noun of descriptions.tsv names.
    [[nodiscard]] std::vector<std::string> called(std::string_view noun) const;

    /// What else the bearer of a title is called: "premier" for "prime minister".
    [[nodiscard]] std::vector<std::string> other_titles(std::string_view title) const;

    /// Entries for a person's query: exact code, exact name, then beginnings, then parts of names,
    /// then names one or two letters away. Case and diacritics are ignored. Best first.
    /// Complexity: linear in all names, each of which is folded: some tens of milliseconds.
    [[nodiscard]] std::vector<const Entry*> search(std::string_view query, std::size_t limit) const;

    /// Terms of office of the people of a name, or of a part of it. Case and diacritics are
    /// ignored. Exact names first, then by name; of one person the last term first.
    [[nodiscard]] std::vector<const Office*> search_people(std::string_view query,
                                                           std::size_t limit) const;

    /// The code that a person means by a code or an exact name.
    [[nodiscard]] std::optional<ActorCode> resolve(std::string_view name_or_code) const;

private:
    struct Builder;

    template <typename Spell>
    [[nodiscard]] NameMatch match_spelled(std::span<const std::string_view> words,
                                          const Spell& spell) const;

    /// Who may be called by a noun.
    struct Description {
        std::vector<ActorKind> kinds;
        std::vector<std::string> principals;
        std::vector<std::string> beside;
    };

    std::vector<Entry> entries_;
    std::vector<Office> offices_;
    std::unordered_map<std::string, std::size_t> by_code_;
    NameIndex names_;
    std::unordered_map<std::string, std::string> sectors_by_noun_;
    std::unordered_map<std::string, std::string> sectors_by_title_;
    std::unordered_map<std::string, std::vector<std::string>> other_titles_;
    std::unordered_map<std::string, Description> descriptions_; ///< by noun
    std::unordered_set<std::string> scene_nouns_;               ///< "port"
    std::unordered_set<std::string> place_verbs_;               ///< "leave"
    std::unordered_set<std::string> things_;                    ///< "ferry"
    std::unordered_set<std::string> named_things_;              ///< "treaty"
    std::unordered_set<std::string> ways_;                      ///< "road"
    std::unordered_set<std::string> masks_behind_;              ///< "River" of "* River"
    std::unordered_set<std::string> origins_;                   ///< "made" of "* -made"
    std::unordered_set<std::string> masks_before_;              ///< "Lake" of "Lake *"
};

} // namespace entente::actors
