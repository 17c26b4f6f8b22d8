// SPDX-License-Identifier: Apache-2.0
#include "core/blocs.hpp"

#include "core/embedded.hpp"
#include "core/text.hpp"
#include "core/tsv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace entente {

namespace {

std::string_view embedded_text(std::string_view name)
{
    for (const EmbeddedFile& file : embedded::core()) {
        if (file.name == name) {
            return file.text;
        }
    }
    throw std::logic_error{fmt::format("dataset {} is not compiled in", name)};
}

Result<std::optional<Day>> parse_optional_day(std::string_view text)
{
    if (text.empty()) {
        return std::optional<Day>{};
    }
    const auto day = parse_day(text);
    if (!day) {
        return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no day", text)}.hint(
            "write YYYY-MM-DD, or nothing");
    }
    return std::optional{*day};
}

Status add_members(Bloc& bloc, const TsvRow& row)
{
    const auto from = parse_optional_day(row["from"]);
    const auto to = parse_optional_day(row["to"]);
    for (const auto* day : {&from, &to}) {
        if (!*day) {
            return day->error();
        }
    }
    if (*from && *to && !(**from < **to)) {
        return Error{ErrorCode::bad_dataset, "\"from\" is not before \"to\""}.hint(
            "\"to\" is the first day on which they were no members");
    }
    for (const std::string_view state : row.list("members")) {
        bloc.members.push_back({std::string{state}, *from, *to});
    }
    return {};
}

} // namespace

bool Bloc::has(std::string_view state, const std::optional<Day>& day) const noexcept
{
    return std::any_of(members.begin(), members.end(), [&](const Membership& member) {
        if (member.state != state) {
            return false;
        }
        return day ? (!member.from || *member.from <= *day) && (!member.to || *day < *member.to)
                   : !member.to;
    });
}

Result<Blocs> Blocs::load(std::string_view regions_tsv, std::string_view blocs_tsv)
{
    Blocs blocs;
    Status read = read_tsv(
        regions_tsv, "actors/world_regions.tsv", {"region", "name", "states"},
        [&](const TsvRow& row) -> Status {
            for (const std::string_view state : row.list("states")) {
                if (!blocs.region_of_state_.emplace(state, blocs.regions_.size()).second) {
                    return Error{ErrorCode::bad_dataset,
                                 fmt::format("\"{}\" lies in a region already", state)}
                        .hint("a state has one region: remove it from the others");
                }
            }
            blocs.regions_.push_back({std::string{row["region"]}, std::string{row["name"]}});
            return {};
        });
    if (!read) {
        return read.error();
    }
    read = read_tsv(
        blocs_tsv, "actors/blocs.tsv", {"bloc", "name", "members"},
        [&](const TsvRow& row) -> Status {
            const auto found =
                std::find_if(blocs.blocs_.begin(), blocs.blocs_.end(),
                             [&](const Bloc& one) { return one.code == row["bloc"]; });
            if (found != blocs.blocs_.end()) {
                return add_members(*found, row);
            }
            blocs.blocs_.push_back({std::string{row["bloc"]}, std::string{row["name"]}, {}});
            return add_members(blocs.blocs_.back(), row);
        });
    if (!read) {
        return read.error();
    }
    return blocs;
}

const Blocs& Blocs::builtin()
{
    // A mistake in the compiled-in tables is a defect of the build, so value() may throw.
    static const Blocs blocs =
        load(embedded_text("actors/world_regions.tsv"), embedded_text("actors/blocs.tsv")).value();
    return blocs;
}

std::optional<std::size_t> Blocs::region_of(std::string_view principal) const noexcept
{
    const auto found = region_of_state_.find(principal);
    return found == region_of_state_.end() ? std::nullopt : std::optional{found->second};
}

const Bloc* Blocs::find(std::string_view code) const
{
    const std::string folded = text::fold(code);
    const auto found = std::find_if(blocs_.begin(), blocs_.end(), [&](const Bloc& bloc) {
        return text::fold(bloc.code) == folded;
    });
    return found == blocs_.end() ? nullptr : &*found;
}

} // namespace entente
