// SPDX-License-Identifier: Apache-2.0
// The columns of political scientists' event tables, for those who read and those who write them.
#pragma once

#include <array>
#include <string_view>

namespace entente {

/// POLECAT's weekly files, in this order.
inline constexpr std::array<std::string_view, 40> kPolecatColumns{"Event ID",
                                                                  "Event Date",
                                                                  "Event Type",
                                                                  "Event Mode",
                                                                  "Intensity",
                                                                  "Quad Code",
                                                                  "Contexts",
                                                                  "Actor Name",
                                                                  "Actor Country",
                                                                  "Actor COW",
                                                                  "Primary Actor Sector",
                                                                  "Actor Sectors",
                                                                  "Actor Title",
                                                                  "Actor Name Raw",
                                                                  "Wikipedia Actor ID",
                                                                  "Recipient Name",
                                                                  "Recipient Country",
                                                                  "Recipient COW",
                                                                  "Primary Recipient Sector",
                                                                  "Recipient Sectors",
                                                                  "Recipient Title",
                                                                  "Recipient Name Raw",
                                                                  "Wikipedia Recipient ID",
                                                                  "Placename",
                                                                  "City",
                                                                  "District",
                                                                  "Province",
                                                                  "Country",
                                                                  "Latitude",
                                                                  "Longitude",
                                                                  "GeoNames ID",
                                                                  "Raw Placename",
                                                                  "Feature Type",
                                                                  "Source",
                                                                  "Publication Date",
                                                                  "Story People",
                                                                  "Story Organizations",
                                                                  "Story Locations",
                                                                  "Language",
                                                                  "Version"};

/// ICEWS' yearly files, in this order.
inline constexpr std::array<std::string_view, 20> kIcewsColumns{
    "Event ID",       "Event Date", "Source Name",     "Source Sectors", "Source Country",
    "Event Text",     "CAMEO Code", "Intensity",       "Target Name",    "Target Sectors",
    "Target Country", "Story ID",   "Sentence Number", "Publisher",      "City",
    "District",       "Province",   "Country",         "Latitude",       "Longitude"};

} // namespace entente
