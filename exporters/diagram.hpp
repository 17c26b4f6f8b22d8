// SPDX-License-Identifier: Apache-2.0
// The design that DOT files and images share: what an actor and a relation look like.
#pragma once

#include "exporters/cgraph.hpp"
#include "exporters/exporter.hpp"

#include <string>
#include <vector>

namespace entente::exporters {

/// Fonts, boxes and spacing.
void set_design(DotGraph& diagram, const graph::Snapshot& graph, const PictureOptions& options);

/// Title and legend.
/// \param labelled how many relations carry a label
void set_head(DotGraph& diagram, const graph::Snapshot& graph, const ExportContext& context,
              std::size_t labelled);

/// Adds a box for each actor, named by its code; in the order of Snapshot::nodes().
std::vector<DotGraph::Node> add_actors(DotGraph& diagram, const graph::Snapshot& graph,
                                       const PictureOptions& options);

/// Adds the box that holds a relation's label on its line.
DotGraph::Node add_label(DotGraph& diagram, const graph::Relation& relation, std::size_t number,
                         const PictureOptions& options);

/// Adds the title of a frame as a box of its own, so that lines go round it.
DotGraph::Node add_title(DotGraph& diagram, const std::string& id, const std::string& title,
                         const PictureOptions& options);

/// What a frame around a cluster looks like; empty title where add_title() shows it.
[[nodiscard]] Attributes frame_attributes(const std::string& title, const PictureOptions& options);

/// Colour, width, dashes and tooltip of a relation's line.
[[nodiscard]] Attributes line_attributes(const graph::Relation& relation,
                                         const PictureOptions& options);

/// Whether the label's act goes from the relation's target to its source.
[[nodiscard]] bool points_back(const graph::Relation& relation) noexcept;

/// The arrowhead of a line: full where all mentions go the same way, open where only those of the
/// label do, none otherwise. `source_first` tells that the line is drawn from source to target
/// whichever way the label's act goes.
[[nodiscard]] Attributes arrow(const graph::Relation& relation, bool source_first);

void append(Attributes& attributes, const Attributes& more);

/// The relation's label as an escape string of several lines.
[[nodiscard]] std::string relation_label(const graph::Relation& relation);

/// "r1", "r2", …: the name of a relation in a file, by its number.
[[nodiscard]] std::string relation_id(std::size_t number);

/// The layout engine that suits so many boxes.
[[nodiscard]] const char* layout_engine(std::size_t boxes) noexcept;

} // namespace entente::exporters
