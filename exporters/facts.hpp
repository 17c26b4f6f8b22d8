// SPDX-License-Identifier: Apache-2.0
// A graph as rows of tables: what every exporter for a database writes, in its own syntax.
#pragma once

#include "exporters/exporter.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente::exporters {

/// The tables. Nodes come before the links between them.
enum class FactKind : std::uint8_t {
    actor,
    article,
    event,
    mention,
    relation,   ///< actor to actor: what a person sees
    source,     ///< event to actor
    target,     ///< event to actor
    reports,    ///< mention to event
    appears_in, ///< mention to article
};

enum class FieldType : std::uint8_t { text, integer, number, truth, day, texts };

struct Field {
    std::string_view name; ///< no word of SQL, Cypher or Kùzu
    FieldType type;
};

struct FactTable {
    FactKind kind;
    std::string_view name;        ///< label or type, as in "Actor" and "APPEARS_IN"
    std::string_view file;        ///< without extension
    std::optional<FactKind> from; ///< of a link
    std::optional<FactKind> to;
    std::span<const Field> fields; ///< the first one of a node is its id

    [[nodiscard]] bool is_link() const noexcept { return from.has_value(); }
};

/// All tables, in order of FactKind.
[[nodiscard]] std::span<const FactTable> fact_tables() noexcept;
[[nodiscard]] const FactTable& fact_table(FactKind kind) noexcept;

/// One cell. Empty text, an empty list and what is not known are absent. Text is well-formed UTF-8.
using Value = std::variant<std::monostate, std::string, std::int64_t, double, bool, Day,
                           std::vector<std::string>>;

/// Who takes the rows.
class FactReceiver {
public:
    FactReceiver() = default;
    FactReceiver(const FactReceiver&) = delete;
    FactReceiver& operator=(const FactReceiver&) = delete;
    virtual ~FactReceiver() = default;

    /// `values` in order of the table's fields.
    virtual void node(const FactTable& table, std::span<const Value> values) = 0;
    /// Both ends have been, or will be, given as nodes.
    virtual void link(const FactTable& table, std::string_view from, std::string_view to,
                      std::span<const Value> values) = 0;

    /// False where further rows would be in vain.
    [[nodiscard]] virtual bool good() const = 0;
};

/// Gives every row once: actors, then relation by relation its mentions, their articles, and its
/// events. The ids of all rows hang on what they say, not on where they are stored, so that two
/// exports of one graph, or of a graph that has grown, name the same things the same.
///
/// Without a way to look up evidence there are actors and relations alone.
/// Memory: the ids of mentions and articles, and the events of one relation.
/// Errors: those of the evidence. A receiver that is no longer good() ends the walk without error.
[[nodiscard]] Status walk_facts(const graph::Snapshot& graph, const ExportContext& context,
                                FactReceiver& receiver);

/// "PAK/RUS" for a pair, "PAK/RUS/energy" for one topic of it, "PAK>RUS/ASSAULT" for a category
/// that keeps directions apart. The same whichever way the relation turns as it grows.
[[nodiscard]] std::string relation_id(const graph::Relation& relation);

} // namespace entente::exporters
