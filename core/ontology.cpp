// SPDX-License-Identifier: Apache-2.0
#include "core/ontology.hpp"

#include "core/embedded.hpp"
#include "core/tsv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace entente {

namespace {

constexpr std::array<std::pair<Quad, std::string_view>, 5> kQuads{{
    {Quad::verbal_cooperation, "verbal cooperation"},
    {Quad::material_cooperation, "material cooperation"},
    {Quad::verbal_conflict, "verbal conflict"},
    {Quad::material_conflict, "material conflict"},
    {Quad::standing, "standing relation"},
}};

Result<double> parse_score(std::string_view text)
{
    double value = 0.0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc{} || end != text.data() + text.size() || !(value >= -10.0) ||
        !(value <= 10.0)) {
        return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no score", text)}.hint(
            "write a number from -10 to 10");
    }
    return value;
}

Result<Category> parse_category(const TsvRow& row)
{
    Category category;
    category.name = row["category"];
    category.description = row["description"];
    category.symmetric = row["symmetric"] == "yes";
    for (const std::string_view root : row.list("cameo")) {
        category.cameo_roots.emplace_back(root);
    }
    const auto quad = parse_quad(row["quad"]);
    if (!quad) {
        return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no quad class", row["quad"])}
            .hint("write one of: verbal cooperation, material cooperation, verbal conflict, "
                  "material conflict, standing relation");
    }
    category.quad = *quad;
    const auto score = parse_score(row["score"]);
    if (!score) {
        return score.error();
    }
    category.score = *score;
    return category;
}

std::string_view embedded_text(std::string_view name)
{
    for (const EmbeddedFile& file : embedded::core()) {
        if (file.name == name) {
            return file.text;
        }
    }
    throw std::logic_error{fmt::format("dataset {} is not compiled in", name)};
}

} // namespace

std::string_view to_string(Quad quad) noexcept
{
    const auto* row = std::find_if(kQuads.begin(), kQuads.end(),
                                   [quad](const auto& entry) { return entry.first == quad; });
    return row->second;
}

std::optional<Quad> parse_quad(std::string_view text) noexcept
{
    for (const auto& [quad, name] : kQuads) {
        if (name == text) {
            return quad;
        }
    }
    return std::nullopt;
}

bool is_cooperation(Quad quad) noexcept
{
    return quad == Quad::verbal_cooperation || quad == Quad::material_cooperation;
}

bool is_conflict(Quad quad) noexcept
{
    return quad == Quad::verbal_conflict || quad == Quad::material_conflict;
}

const Mode* Category::mode(std::string_view mode_name) const noexcept
{
    const auto found = std::find_if(modes.begin(), modes.end(), [mode_name](const Mode& mode) {
        return mode.name == mode_name;
    });
    return found == modes.end() ? nullptr : &*found;
}

Result<Ontology> Ontology::load(std::string_view categories_tsv, std::string_view modes_tsv,
                                std::string_view topics_tsv)
{
    Ontology ontology;
    Status read = read_tsv(categories_tsv, "ontology/categories.tsv", {"category", "quad", "score"},
                           [&](const TsvRow& row) -> Status {
                               auto category = parse_category(row);
                               if (!category) {
                                   return category.error();
                               }
                               ontology.categories_.push_back(std::move(*category));
                               return {};
                           });
    if (!read) {
        return read.error();
    }
    read = read_tsv(
        modes_tsv, "ontology/modes.tsv", {"category", "mode"}, [&](const TsvRow& row) -> Status {
            const auto category =
                std::find_if(ontology.categories_.begin(), ontology.categories_.end(),
                             [&](const Category& one) { return one.name == row["category"]; });
            if (category == ontology.categories_.end()) {
                return Error{ErrorCode::bad_dataset,
                             fmt::format("mode \"{}\" belongs to the unknown category \"{}\"",
                                         row["mode"], row["category"])}
                    .hint("add the category to ontology/categories.tsv");
            }
            Mode mode{std::string{row["mode"]}, std::nullopt, std::string{row["description"]}};
            if (!row["score"].empty()) {
                const auto score = parse_score(row["score"]);
                if (!score) {
                    return score.error();
                }
                mode.score = *score;
            }
            category->modes.push_back(std::move(mode));
            return {};
        });
    if (!read) {
        return read.error();
    }
    read = read_tsv(topics_tsv, "ontology/topics.tsv", {"topic"}, [&](const TsvRow& row) -> Status {
        ontology.topics_.push_back({std::string{row["topic"]}, std::string{row["description"]}});
        return {};
    });
    if (!read) {
        return read.error();
    }
    return ontology;
}

const Ontology& Ontology::builtin()
{
    // A mistake in the compiled-in tables is a defect of the build, so value() may throw.
    static const Ontology ontology =
        load(embedded_text("ontology/categories.tsv"), embedded_text("ontology/modes.tsv"),
             embedded_text("ontology/topics.tsv"))
            .value();
    return ontology;
}

const Category* Ontology::category(std::string_view name) const noexcept
{
    const auto found = std::find_if(categories_.begin(), categories_.end(),
                                    [name](const Category& one) { return one.name == name; });
    return found == categories_.end() ? nullptr : &*found;
}

bool Ontology::has_topic(std::string_view name) const noexcept
{
    return std::any_of(topics_.begin(), topics_.end(),
                       [name](const Topic& topic) { return topic.name == name; });
}

Quad Ontology::quad(std::string_view category_name) const noexcept
{
    const Category* found = category(category_name);
    return found == nullptr ? Quad::standing : found->quad;
}

double Ontology::score(std::string_view category_name, std::string_view mode_name) const noexcept
{
    const Category* found = category(category_name);
    if (found == nullptr) {
        return 0.0;
    }
    const Mode* mode = found->mode(mode_name);
    return mode != nullptr && mode->score ? *mode->score : found->score;
}

} // namespace entente
