// SPDX-License-Identifier: Apache-2.0
// The words of a picture: names and labels cleaned, shortened and broken into lines.
#pragma once

#include "core/graph/snapshot.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exporters {

/// One line fit to be shown: white space runs become one blank, control and bidirectional control
/// characters and ill-formed bytes U+FFFD; what is longer than `limit` code points ends in "…".
[[nodiscard]] std::string clean_line(std::string_view text, std::size_t limit);

/// Breaks at blanks into lines of about `width` code points; longer words are cut.
[[nodiscard]] std::vector<std::string> wrap(std::string_view clean, std::size_t width);

/// "2015–22", "2022", "1998–2004"; empty where no date is known.
[[nodiscard]] std::string period_years(const std::optional<DateRange>& period);

/// What a graph shows: its heaviest actors and the years of its events, as in "China, Pakistan,
/// Russia and 12 others, 2014–22". "Nothing found" for an empty graph.
[[nodiscard]] std::string make_title(const graph::Snapshot& graph);

/// The lines of a relation's label: what it is, its size and its years.
[[nodiscard]] std::vector<std::string> relation_caption(const graph::Relation& relation);

/// The lines of an actor's label.
[[nodiscard]] std::vector<std::string> actor_caption(const Actor& actor);

} // namespace entente::exporters
