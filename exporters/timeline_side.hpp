// SPDX-License-Identifier: Apache-2.0
// Which events of a timeline are named, and where their words stand. Lengths are points.
#pragma once

#include "exporters/timeline_events.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exporters::timeline {

inline constexpr double kNameSize = 11.0;     ///< of the face
inline constexpr std::size_t kNameLimit = 46; ///< letters of an event's label

/// About how wide a line is in a sans-serif face, rather too wide than too narrow.
[[nodiscard]] double text_width(std::string_view utf8, double size);

/// The days of an event, as exactly as they are known: 2022, 2022-03, 2022-03-04/2022-03-06.
[[nodiscard]] std::string date_words(const TimelineEvent& event);

/// An event with its words and the place where they stand.
struct NamedEvent {
    const TimelineEvent* event = nullptr;
    double x = 0.0; ///< of its bar's middle
    std::vector<std::string> lines;
    double left = 0.0; ///< of the words
    double width = 0.0;
    std::size_t row = 0; ///< 0 is the nearest to the bars
};

/// One side of the picture: what is counted and named above or below the axis.
class Side {
public:
    Side(const std::vector<TimelineEvent>& events, const TimelineBins& bins, bool above);

    [[nodiscard]] bool above() const noexcept { return above_; }

    [[nodiscard]] const std::array<Quad, 2>& quads() const noexcept { return quads_; }

    /// The highest bar, in events.
    [[nodiscard]] std::size_t most() const noexcept { return most_; }

    [[nodiscard]] std::size_t height_of(const TimelineBin& bin) const;

    /// Chooses the events to be named and finds room for their words.
    /// \param middle the x of a bin's middle by its number
    void name_events(const std::function<double(std::size_t)>& middle, double bar_width,
                     double right_edge);

    [[nodiscard]] const std::vector<NamedEvent>& named() const noexcept { return named_; }

    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }

private:
    [[nodiscard]] bool belongs(const TimelineEvent& event) const;
    [[nodiscard]] double importance(std::size_t event) const;

    /// Words must not cover others, nor the lines that lead from words farther out to their bars.
    [[nodiscard]] bool find_room(NamedEvent& wanted, double right_edge) const;

    const std::vector<TimelineEvent>* events_;
    const TimelineBins* bins_;
    bool above_;
    std::array<Quad, 2> quads_;
    std::size_t most_ = 0;
    std::vector<NamedEvent> named_;
    std::size_t rows_ = 0;
};

} // namespace entente::exporters::timeline
