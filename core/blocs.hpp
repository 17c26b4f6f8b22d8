// SPDX-License-Identifier: Apache-2.0
// Which states belong together: regions of the world, and blocs with members that come and go.
#pragma once

#include "core/date.hpp"
#include "core/result.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A part of the world; a state lies in one.
struct WorldRegion {
    std::string id;   ///< "south-asia"
    std::string name; ///< "South Asia"
};

/// States that act together in an organisation or a loose group.
struct Bloc {
    /// A state's time as a member, [from, to).
    struct Membership {
        std::string state;
        std::optional<Day> from; ///< empty: since there is the bloc
        std::optional<Day> to;   ///< empty: to this day
    };

    std::string code; ///< principal of the bloc itself: "NATO"
    std::string name;
    std::vector<Membership> members;

    /// Whether the state is a member on that day; without a day, whether it is one today.
    [[nodiscard]] bool has(std::string_view state, const std::optional<Day>& day) const noexcept;
};

/// The tables of regions and blocs.
/// Lifetime: immutable once loaded; shared by all threads.
class Blocs {
public:
    /// Reads datasets/actors/world_regions.tsv and blocs.tsv.
    /// Errors: bad_dataset with file and line.
    [[nodiscard]] static Result<Blocs> load(std::string_view regions_tsv,
                                            std::string_view blocs_tsv);

    /// The tables compiled into the program.
    [[nodiscard]] static const Blocs& builtin();

    [[nodiscard]] const std::vector<WorldRegion>& regions() const noexcept { return regions_; }

    /// Closest ties first: alliances before forums.
    [[nodiscard]] const std::vector<Bloc>& blocs() const noexcept { return blocs_; }

    /// Number of the region, an index into regions(), by a principal; empty for what is no state.
    [[nodiscard]] std::optional<std::size_t> region_of(std::string_view principal) const noexcept;

    /// By code, whatever its case; null where unknown.
    [[nodiscard]] const Bloc* find(std::string_view code) const;

private:
    std::vector<WorldRegion> regions_;
    std::map<std::string, std::size_t, std::less<>> region_of_state_;
    std::vector<Bloc> blocs_;
};

} // namespace entente
