// SPDX-License-Identifier: Apache-2.0
// The categories, modes and topics of relations: PLOVER's, plus RELATE, as data.
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// PLOVER's four quadrants, and standing relations, which are no event.
enum class Quad : std::uint8_t {
    verbal_cooperation,
    material_cooperation,
    verbal_conflict,
    material_conflict,
    standing,
};

/// "verbal cooperation", …, "standing relation".
[[nodiscard]] std::string_view to_string(Quad quad) noexcept;
[[nodiscard]] std::optional<Quad> parse_quad(std::string_view text) noexcept;

/// Cooperation or conflict, for colours and tension.
[[nodiscard]] bool is_cooperation(Quad quad) noexcept;
[[nodiscard]] bool is_conflict(Quad quad) noexcept;

struct Mode {
    std::string name;
    std::optional<double> score; ///< overrides the category's score
    std::string description;
};

struct Category {
    std::string name;
    Quad quad = Quad::standing;
    double score = 0.0;                   ///< conflict–cooperation value, −10 (war) to +10
    std::vector<std::string> cameo_roots; ///< two-digit CAMEO root codes that map here
    bool symmetric = false;               ///< usually true of both sides
    std::string description;
    std::vector<Mode> modes;

    [[nodiscard]] const Mode* mode(std::string_view mode_name) const noexcept;
};

struct Topic {
    std::string name;
    std::string description;
};

/// Lifetime: immutable once loaded; shared by all threads.
class Ontology {
public:
    /// Reads the three tables of datasets/ontology.
    /// Errors: bad_dataset with file and line.
    [[nodiscard]] static Result<Ontology>
    load(std::string_view categories_tsv, std::string_view modes_tsv, std::string_view topics_tsv);

    /// The ontology compiled into the program.
    [[nodiscard]] static const Ontology& builtin();

    [[nodiscard]] const std::vector<Category>& categories() const noexcept { return categories_; }

    [[nodiscard]] const std::vector<Topic>& topics() const noexcept { return topics_; }

    /// Null where there is no such category. Names are matched exactly.
    [[nodiscard]] const Category* category(std::string_view name) const noexcept;
    [[nodiscard]] bool has_topic(std::string_view name) const noexcept;

    /// Quad class of a category; standing for unknown ones.
    [[nodiscard]] Quad quad(std::string_view category) const noexcept;
    /// Conflict–cooperation value of a category and mode.
    [[nodiscard]] double score(std::string_view category, std::string_view mode) const noexcept;

private:
    std::vector<Category> categories_;
    std::vector<Topic> topics_;
};

} // namespace entente
