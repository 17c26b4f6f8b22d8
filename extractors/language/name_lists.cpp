// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/name_lists.hpp"

#include "core/text.hpp"
#include "core/tsv.hpp"
#include "extractors/language/tokenizer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <variant>

namespace entente::language {

namespace {

constexpr std::size_t kFirstSize = std::size_t{1} << 17U; ///< room for the built-in tables
constexpr std::size_t kLongestName = 8;                   ///< words
constexpr Hints kStarts = bit(Hint::country) | bit(Hint::place) | bit(Hint::landform) |
                          bit(Hint::people) | bit(Hint::organisation) | bit(Hint::leader);

constexpr std::uint64_t kSeed = 0xCBF29CE484222325ULL;
constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ULL;

/// A word's bytes into the running key of a name, eight at a time. Two names with one key would
/// share their hints; with 64 bits and some 10⁵ names that happens once in 10⁹ sets of tables.
std::uint64_t mix(std::uint64_t key, std::string_view word) noexcept
{
    const auto step = [&](std::uint64_t value) {
        key = (key ^ value) * kPrime;
        key ^= key >> 29U;
    };
    std::uint64_t block = 0;
    unsigned filled = 0;
    for (const char c : word) {
        block |= std::uint64_t{static_cast<unsigned char>(c)} << (8U * filled);
        if (++filled == 8) {
            step(block);
            block = 0;
            filled = 0;
        }
    }
    step(block);
    step(word.size() + 1);
    return key;
}

std::uint64_t finish(std::uint64_t key) noexcept
{
    key ^= key >> 32U;
    key *= kPrime;
    key ^= key >> 29U;
    return key == 0 ? 1 : key;
}

std::uint64_t key_of(std::span<const std::string_view> words) noexcept
{
    std::uint64_t key = kSeed;
    for (const std::string_view word : words) {
        key = mix(key, word);
    }
    return finish(key);
}

bool is_upper(char c) noexcept
{
    return c >= 'A' && c <= 'Z';
}

/// Capitals alone, more than two of them: a heading, a dateline, an acronym.
bool is_shouted(std::string_view word) noexcept
{
    return word.size() > 2 && std::all_of(word.begin(), word.end(), is_upper);
}

/// "ISLAMABAD" → "Islamabad".
std::string in_title_case(std::string_view word)
{
    std::string out{word};
    for (std::size_t i = 1; i < out.size(); ++i) {
        out[i] = static_cast<char>(out[i] - 'A' + 'a');
    }
    return out;
}

constexpr Hint inner(Hint start) noexcept
{
    return static_cast<Hint>(static_cast<unsigned>(start) + 1);
}

Hints inner_of(Hints starts) noexcept
{
    return (starts & kStarts) << 1U;
}

static_assert(inner(Hint::leader) == Hint::leader_inner);

/// What the column "kind" of a table says of a name: a hint or a role.
struct Kind {
    std::string_view name;
    std::variant<Hint, WordRole> meaning;
};

constexpr std::array<Kind, 17> kKinds{{{"city", Hint::place},
                                       {"region", Hint::place},
                                       {"country", Hint::country},
                                       {"landform", Hint::landform},
                                       {"people", Hint::people},
                                       {"given", Hint::given_name},
                                       {"surname", Hint::surname},
                                       {"organisation", Hint::organisation_word},
                                       {"facility", Hint::facility_word},
                                       {"landform-word", Hint::landform_word},
                                       {"place-word", Hint::place_word},
                                       {"title", Hint::title_word},
                                       {"generic-body", WordRole::generic_body},
                                       {"weak-body", WordRole::weak_body},
                                       {"weak-people", WordRole::weak_people},
                                       {"before-title", WordRole::before_title},
                                       {"after-hyphen", WordRole::after_hyphen}}};

constexpr std::uint16_t bit(WordRole role) noexcept
{
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(role));
}

/// Whether the tokens of this name end at its spaces. A full stop in a name belongs to an
/// abbreviation, which the tokenizer would not know at the end of a text.
bool is_plain(std::string_view name) noexcept
{
    return name.find_first_of("-'&,/()") == std::string_view::npos &&
           name.find("\xE2\x80") == std::string_view::npos; // typographic dashes and quotes
}

} // namespace

class NameLists::Builder {
public:
    explicit Builder(NameLists& lists)
        : out_{&lists}
    {}

    void add(std::string_view name, Hint hint)
    {
        if (Slot* slot = slot_of(name)) {
            slot->hints |= bit(hint);
        }
    }

    void add(std::string_view name, WordRole role)
    {
        if (Slot* slot = slot_of(name)) {
            slot->roles |= bit(role);
        }
    }

    void add_all(const std::vector<std::string_view>& names, Hint hint)
    {
        for (const std::string_view name : names) {
            add(name, hint);
        }
    }

    /// A table of datasets/names: one or several kinds a name.
    Status names(const extractors::Table& table)
    {
        return read_tsv(table.text(), table.name, {"name", "kind"}, [&](const TsvRow& row) {
            for (const std::string_view kind : row.list("kind")) {
                const auto* const known =
                    std::find_if(kKinds.begin(), kKinds.end(),
                                 [&](const Kind& one) { return one.name == kind; });
                if (known == kKinds.end()) {
                    return Status{
                        Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no kind", kind)}.hint(
                            "see the README of datasets/names")};
                }
                std::visit([&](auto meaning) { add(row["name"], meaning); }, known->meaning);
            }
            return Status{};
        });
    }

    Status actors(const extractors::Table& table)
    {
        return read_tsv(table.text(), table.name, {"code", "kind", "name"}, [&](const TsvRow& row) {
            const bool state = row["kind"] == "state" && row["code"].find(':') == row["code"].npos;
            const Hint hint = state                         ? Hint::country
                              : row["kind"] == "population" ? Hint::people
                              : row["kind"] == "region"     ? Hint::place
                                                            : Hint::organisation;
            add(row["name"], hint);
            add_all(row.list("names"), hint);
            add_all(row.list("adjectives"), Hint::people);
            add_all(row.list("seats"), Hint::place);
            add_all(row.list("places"), Hint::place);
            return Status{};
        });
    }

    Status offices(const extractors::Table& table)
    {
        return read_tsv(table.text(), table.name, {"person"}, [&](const TsvRow& row) {
            add(row["person"], Hint::leader);
            add_all(row.list("names"), Hint::leader);
            return Status{};
        });
    }

private:
    /// The slot of a name, new or not; none where it has no words or too many.
    Slot* slot_of(std::string_view name)
    {
        words_.clear();
        owned_.clear();
        if (is_plain(name)) {
            for (const std::string_view word : text::split(name, ' ')) {
                words_.push_back(word);
            }
        } else {
            owned_ = split_words(name);
            words_.assign(owned_.begin(), owned_.end());
        }
        if (words_.empty() || words_.size() > kLongestName) {
            return nullptr;
        }
        Slot& first = out_->slot(key_of({words_.data(), 1}));
        first.longest = std::max(first.longest, static_cast<std::uint16_t>(words_.size()));
        return &out_->slot(key_of(words_)); // may move the first
    }

    NameLists* out_;
    std::vector<std::string_view> words_;
    std::vector<std::string> owned_;
};

Result<NameLists> NameLists::load()
{
    std::vector<extractors::Table> tables = extractors::builtin_tables("names/");
    for (extractors::Table& table : extractors::builtin_tables("actors/")) {
        const bool no_names = table.name == "actors/agents.tsv" ||
                              table.name == "actors/descriptions.tsv" ||
                              table.name == "actors/masks.tsv" || table.name == "actors/scenes.tsv";
        if (!no_names) {
            tables.push_back(std::move(table));
        }
    }
    for (extractors::Table& table : extractors::builtin_tables("offices/")) {
        if (table.name != "offices/titles.tsv") {
            tables.push_back(std::move(table));
        }
    }
    return load(std::move(tables));
}

Result<NameLists> NameLists::load(std::vector<extractors::Table> tables)
{
    NameLists lists;
    lists.slots_.resize(kFirstSize);
    Builder builder{lists};
    for (const extractors::Table& table : tables) {
        const std::string_view name = table.name;
        const Status added = name.substr(0, 7) == "actors/"    ? builder.actors(table)
                             : name.substr(0, 8) == "offices/" ? builder.offices(table)
                                                               : builder.names(table);
        if (!added) {
            return added.error();
        }
    }
    return lists;
}

const NameLists::Slot* NameLists::find(std::uint64_t key) const noexcept
{
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = key & mask;; at = (at + 1) & mask) {
        if (slots_[at].key == key) {
            return &slots_[at];
        }
        if (slots_[at].key == 0) {
            return nullptr;
        }
    }
}

NameLists::Slot& NameLists::slot(std::uint64_t key)
{
    if ((used_ + 1) * 2 > slots_.size()) {
        grow();
    }
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key & mask;
    while (slots_[at].key != 0 && slots_[at].key != key) {
        at = (at + 1) & mask;
    }
    if (slots_[at].key == 0) {
        slots_[at].key = key;
        ++used_;
    }
    return slots_[at];
}

void NameLists::grow()
{
    std::vector<Slot> old(std::max(slots_.size() * 2, kFirstSize));
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& one : old) {
        if (one.key != 0) {
            std::size_t at = one.key & mask;
            while (slots_[at].key != 0) {
                at = (at + 1) & mask;
            }
            slots_[at] = one;
        }
    }
}

std::vector<Hints> NameLists::hints(std::span<const std::string_view> words) const
{
    std::vector<Hints> out(words.size(), 0);
    std::vector<std::string_view> forms(words.begin(), words.end());
    std::vector<const Slot*> slots(words.size());
    std::deque<std::string> recased;
    for (std::size_t i = 0; i < words.size(); ++i) {
        slots[i] = find(key_of(words.subspan(i, 1)));
        if (slots[i] == nullptr && is_shouted(words[i])) {
            forms[i] = recased.emplace_back(in_title_case(words[i]));
            slots[i] = find(finish(mix(kSeed, forms[i])));
        }
    }
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (slots[i] == nullptr) {
            continue;
        }
        const std::size_t most = std::min<std::size_t>(slots[i]->longest, forms.size() - i);
        Hints starts = slots[i]->hints & kStarts;
        std::size_t length = 1;
        std::uint64_t key = mix(kSeed, forms[i]);
        for (std::size_t n = 2; n <= most; ++n) {
            key = mix(key, forms[i + n - 1]);
            const Slot* name = find(finish(key));
            if (name != nullptr && (name->hints & kStarts) != 0) {
                starts = name->hints & kStarts;
                length = n;
            }
        }
        out[i] |= (slots[i]->hints & ~kStarts) | starts;
        for (std::size_t k = 1; k < length; ++k) {
            out[i + k] |= inner_of(starts);
        }
    }
    return out;
}

Hints NameLists::whole(std::span<const std::string_view> words) const
{
    const Slot* found = words.empty() ? nullptr : find(key_of(words));
    return found == nullptr ? Hints{0} : found->hints;
}

bool NameLists::is(std::string_view word, WordRole role) const
{
    const Slot* found = find(key_of({&word, 1}));
    return found != nullptr && (found->roles & bit(role)) != 0;
}

} // namespace entente::language
