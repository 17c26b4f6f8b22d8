// SPDX-License-Identifier: Apache-2.0
// Names by their words, with what each may mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::actors {

/// What a name is to its actor.
enum class NameKind : std::uint8_t {
    name,      ///< the actor itself: "Pakistan", "NATO"
    adjective, ///< adjective or people: "Pakistani", "Pakistanis"
    seat,      ///< capital or building that stands for the government: "Islamabad", "Kremlin"
    place,     ///< a place of the state, where things happen: "Lahore"
    person,    ///< someone who acts for it: "Imran Khan"
};

[[nodiscard]] std::string_view to_string(NameKind kind) noexcept;

/// One meaning of a name.
struct NameMeaning {
    static constexpr std::size_t kNoOffice = static_cast<std::size_t>(-1);

    std::size_t entry = 0; ///< index into Gazetteer::entries()
    NameKind kind = NameKind::name;
    std::size_t office = kNoOffice; ///< index into offices(), for persons and dated names

    friend bool operator==(const NameMeaning&, const NameMeaning&) = default;
};

/// Tens of thousands of names in a few blocks of memory, so that a program starts fast.
/// Filled by add(), then frozen; what was added since is found after the next freeze().
/// Threads: const once frozen.
class NameIndex {
public:
    NameIndex();
    NameIndex(const NameIndex&) = delete;
    NameIndex& operator=(const NameIndex&) = delete;
    NameIndex(NameIndex&&) noexcept = default;
    NameIndex& operator=(NameIndex&&) noexcept = default;
    ~NameIndex() = default;

    /// The key of some words: each with a line end behind it.
    static void append_word(std::string& key, std::string_view word)
    {
        key += word;
        key += '\n';
    }

    /// A name without a meaning only looks like one.
    void add(std::span<const std::string_view> words);
    /// A meaning that is known is not added again.
    void add(std::span<const std::string_view> words, const NameMeaning& meaning);
    void freeze();

    /// Words of the longest name that begins with this word; 0 where none does.
    [[nodiscard]] std::size_t longest(std::string_view first_word) const;

    /// Whether a key is a name, and its meanings.
    [[nodiscard]] std::pair<bool, std::span<const NameMeaning>> find(std::string_view key) const;

private:
    using Id = std::uint32_t;

    static constexpr Id kNone = static_cast<Id>(-1);

    /// A meaning in the list of its name.
    struct Node {
        NameMeaning meaning;
        Id next = kNone;
    };

    /// A key: a name, the first word of names, or both.
    struct Name {
        std::string_view key;
        Id first = kNone; ///< node
        Id last = kNone;
        Id begin = 0; ///< in meanings_, once frozen
        Id end = 0;
        std::uint32_t longest = 0; ///< words of the longest name that begins so
        bool is_name = false;
    };

    /// A place of the hash table: open addressing with linear probing (Knuth, volume 3, 6.4), half
    /// empty at least.
    struct Slot {
        std::uint32_t hash = 0;
        Id name = kNone;
    };

    [[nodiscard]] Id id_of(std::span<const std::string_view> words);
    [[nodiscard]] Id insert(std::string_view key);
    [[nodiscard]] const Name* look_up(std::string_view key) const;
    [[nodiscard]] std::string_view keep(std::string_view text);
    void grow();

    std::deque<std::string> blocks_; ///< what the keys point into; none ever grows
    std::vector<Slot> slots_;        ///< a power of two
    std::vector<Name> names_;
    std::vector<Node> nodes_;
    std::vector<NameMeaning> meanings_;
    std::string key_; ///< of the name being added
};

} // namespace entente::actors
