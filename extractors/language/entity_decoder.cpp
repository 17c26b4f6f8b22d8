// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/entity_decoder.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace entente::language {

namespace {

constexpr std::array<std::string_view, kEntityTypes> kNames{"PERSON", "ORG", "GPE",   "LOC",
                                                            "NORP",   "FAC", "EVENT", "MISC"};

std::size_t place_of_largest(const std::vector<float>& values)
{
    return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) -
                                    values.begin());
}

} // namespace

std::string_view to_string(EntityType type) noexcept
{
    return type == EntityType::none ? std::string_view{} : kNames[static_cast<std::size_t>(type)];
}

EntityDecoder::EntityDecoder(const std::vector<std::string>& labels)
{
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::string_view label = labels[i];
        Column column;
        column.partner = i;
        if (label == "O") {
            column.known = true;
        } else if (label.size() > 2 && (label.front() == 'B' || label.front() == 'I')) {
            const auto* const found = std::find(kNames.begin(), kNames.end(), label.substr(2));
            column.known = found != kNames.end();
            if (column.known) {
                column.mark.type = static_cast<EntityType>(found - kNames.begin());
            }
            column.mark.begins = label.front() == 'B';
        }
        columns_.push_back(column);
    }
    for (Column& column : columns_) {
        if (column.is_inner()) {
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                if (columns_[i].mark.type == column.mark.type && columns_[i].mark.begins) {
                    column.partner = i;
                }
            }
        }
    }
}

/// What the sentences of a text are decoded in, one after the other.
struct EntityDecoder::Memory {
    std::vector<float> best; ///< sums that end in each label
    std::vector<float> next;
    std::vector<std::uint8_t> back; ///< the label before, by token and label
};

std::vector<EntityMark> EntityDecoder::decode(std::span<const Sentence> sentences,
                                              std::size_t tokens,
                                              std::span<const float> scores) const
{
    std::vector<EntityMark> marks(tokens);
    Memory memory{std::vector<float>(width()), std::vector<float>(width()), {}};
    for (const Sentence& sentence : sentences) {
        const std::size_t size = sentence.last - sentence.first;
        decode_sentence(scores.subspan(sentence.first * width(), size * width()), memory,
                        std::span{marks}.subspan(sentence.first, size));
    }
    return marks;
}

void EntityDecoder::decode_sentence(std::span<const float> scores, Memory& memory,
                                    std::span<EntityMark> marks) const
{
    constexpr float kNever = -std::numeric_limits<float>::infinity();
    auto& [best, next, back] = memory;
    back.assign(scores.size(), 0);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto row = scores.subspan(i * width(), width());
        const std::size_t top = place_of_largest(best);
        for (std::size_t k = 0; k < width(); ++k) {
            const Column& column = columns_[k];
            std::size_t from = top;
            if (column.is_inner()) {
                from = best[column.partner] >= best[k] ? column.partner : k;
            }
            float before = best[from];
            if (i == 0) {
                before = column.is_inner() ? kNever : 0.0F;
            }
            next[k] = column.known ? before + row[k] : kNever;
            back[i * width() + k] = static_cast<std::uint8_t>(from);
        }
        best.swap(next);
    }
    std::size_t label = place_of_largest(best);
    for (std::size_t i = marks.size(); i-- > 0;) {
        marks[i] = columns_[label].mark;
        label = back[i * width() + label];
    }
}

} // namespace entente::language
