// SPDX-License-Identifier: Apache-2.0
// From scores of entity labels to the best row of labels that makes sense.
#pragma once

#include "extractors/language/analysis.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language {

/// Types of entities that the network tells apart.
enum class EntityType : std::int8_t { none = -1, person, org, gpe, loc, norp, fac, event, misc };

inline constexpr std::size_t kEntityTypes = 8;

/// "PERSON", "ORG", …; empty for none.
[[nodiscard]] std::string_view to_string(EntityType type) noexcept;

/// What was chosen for a token.
struct EntityMark {
    EntityType type = EntityType::none;
    bool begins = false; ///< the first word of its name
};

/// Chooses labels of a sentence so that the sum of their scores is largest (Viterbi 1967), where an
/// "I-" may only follow a "B-" or "I-" of its type.
///
/// Threads: const and shared by all threads.
class EntityDecoder {
public:
    /// \param labels names of the scores' columns: "O", "B-PERSON", "I-PERSON", …; columns of other
    ///               names are never chosen
    explicit EntityDecoder(const std::vector<std::string>& labels);

    /// Numbers of a row of scores.
    [[nodiscard]] std::size_t width() const noexcept { return columns_.size(); }

    /// \param sentences they cover the tokens
    /// \param scores    width() numbers a token
    /// \returns a mark for each of `tokens` tokens
    ///
    /// Complexity: linear in tokens times labels.
    [[nodiscard]] std::vector<EntityMark> decode(std::span<const Sentence> sentences,
                                                 std::size_t tokens,
                                                 std::span<const float> scores) const;

private:
    struct Column {
        EntityMark mark;
        bool known = false;
        std::size_t partner = 0; ///< of "I-X": the column of "B-X", or itself

        [[nodiscard]] bool is_inner() const
        {
            return mark.type != EntityType::none && !mark.begins;
        }
    };

    struct Memory;

    void decode_sentence(std::span<const float> scores, Memory& memory,
                         std::span<EntityMark> marks) const;

    std::vector<Column> columns_;
};

} // namespace entente::language
