// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/name_index.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace entente::actors {

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18U; ///< bytes
constexpr std::size_t kSlots = std::size_t{1} << 18U; ///< for all tables, to hash each name once

constexpr std::array<std::string_view, 5> kNameKinds{"name", "adjective", "seat", "place",
                                                     "person"};

} // namespace

std::string_view to_string(NameKind kind) noexcept
{
    return kNameKinds[static_cast<std::size_t>(kind)];
}

NameIndex::NameIndex()
    : slots_(kSlots)
{
    names_.reserve(kSlots / 2);
    nodes_.reserve(kSlots / 2);
}

std::string_view NameIndex::keep(std::string_view text)
{
    if (blocks_.empty() || blocks_.back().size() + text.size() > blocks_.back().capacity()) {
        blocks_.emplace_back().reserve(std::max(kBlock, text.size()));
    }
    std::string& block = blocks_.back();
    block += text;
    return std::string_view{block}.substr(block.size() - text.size());
}

NameIndex::Id NameIndex::insert(std::string_view key)
{
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(key));
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = hash & mask;
    for (; slots_[i].name != kNone; i = (i + 1) & mask) {
        if (slots_[i].hash == hash && names_[slots_[i].name].key == key) {
            return slots_[i].name;
        }
    }
    const Id id = static_cast<Id>(names_.size());
    slots_[i] = {hash, id};
    names_.emplace_back().key = keep(key);
    if (2 * names_.size() > slots_.size()) {
        grow();
    }
    return id;
}

void NameIndex::grow()
{
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.name != kNone) {
            std::size_t i = slot.hash & mask;
            while (slots_[i].name != kNone) {
                i = (i + 1) & mask;
            }
            slots_[i] = slot;
        }
    }
}

const NameIndex::Name* NameIndex::look_up(std::string_view key) const
{
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(key));
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash & mask; slots_[i].name != kNone; i = (i + 1) & mask) {
        if (slots_[i].hash == hash && names_[slots_[i].name].key == key) {
            return &names_[slots_[i].name];
        }
    }
    return nullptr;
}

NameIndex::Id NameIndex::id_of(std::span<const std::string_view> words)
{
    key_.clear();
    append_word(key_, words.front());
    const Id first = insert(key_);
    for (const std::string_view word : words.subspan(1)) {
        append_word(key_, word);
    }
    const Id id = words.size() == 1 ? first : insert(key_);
    names_[first].longest =
        std::max(names_[first].longest, static_cast<std::uint32_t>(words.size()));
    names_[id].is_name = true;
    return id;
}

void NameIndex::add(std::span<const std::string_view> words)
{
    static_cast<void>(id_of(words));
}

void NameIndex::add(std::span<const std::string_view> words, const NameMeaning& meaning)
{
    Name& name = names_[id_of(words)];
    for (Id i = name.first; i != kNone; i = nodes_[i].next) {
        if (nodes_[i].meaning == meaning) {
            return;
        }
    }
    const Id node = static_cast<Id>(nodes_.size());
    nodes_.push_back({meaning, kNone});
    (name.first == kNone ? name.first : nodes_[name.last].next) = node;
    name.last = node;
}

void NameIndex::freeze()
{
    meanings_.clear();
    meanings_.reserve(nodes_.size());
    for (Name& name : names_) {
        name.begin = static_cast<Id>(meanings_.size());
        for (Id i = name.first; i != kNone; i = nodes_[i].next) {
            meanings_.push_back(nodes_[i].meaning);
        }
        name.end = static_cast<Id>(meanings_.size());
    }
}

std::size_t NameIndex::longest(std::string_view first_word) const
{
    std::string key;
    append_word(key, first_word);
    const Name* name = look_up(key);
    return name == nullptr ? 0 : name->longest;
}

std::pair<bool, std::span<const NameMeaning>> NameIndex::find(std::string_view key) const
{
    const Name* name = look_up(key);
    if (name == nullptr || !name->is_name) {
        return {false, {}};
    }
    return {true, std::span{meanings_}.subspan(name->begin, name->end - name->begin)};
}

} // namespace entente::actors
