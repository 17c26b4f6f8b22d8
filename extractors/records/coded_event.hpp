// SPDX-License-Identifier: Apache-2.0
// A coded event on its way into the store: what GDELT, ICEWS and POLECAT have in common.
#pragma once

#include "core/cameo_events.hpp"
#include "core/date.hpp"
#include "core/store/store.hpp"
#include "extractors/records/actor_directory.hpp"
#include "extractors/records/record_reader.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::records {

/// What one row says, in our terms.
struct CodedEvent {
    std::string id;     ///< unique among all formats: "gdelt:410479387"
    std::string format; ///< name and version of the layout, "GDELT 2.0"; the mention's extractor
    std::string title;  ///< of the record, "GDELT event 410479387"
    std::string uri;    ///< the source's address
    std::string publisher;
    std::optional<PartialDate> published;

    KnownActor source;
    KnownActor target;
    std::string source_text; ///< as the row names it
    std::string target_text;
    std::string event_text; ///< what is done, with its code: "visit (CAMEO 042)"
    std::string place;      ///< as the row names it; may be empty
    std::string category;
    std::string mode;
    std::vector<std::string> topics;
    std::string label;
    std::string rule; ///< the code, "CAMEO 042"
    bool symmetric = false;
    std::optional<EventDate> date;
    double confidence = 0.0;
    std::vector<std::pair<std::string, std::string>> columns; ///< kept beside the mention
};

/// The event as an article without text and its one mention. The evidence sentence is made of the
/// row's own words: "BEIJING – visit (CAMEO 043) – MOSCOW; Beijing, China". The extractor's name
/// ends in a hash of the mention, so that a store replaces a record that has changed.
[[nodiscard]] store::Extracted to_extracted(const CodedEvent& event);

/// Whether an event of CAMEO is a relation and both cells name someone; else the outlet hears why
/// not.
[[nodiscard]] bool is_relation(const CameoEvent& event, std::string_view source,
                               std::string_view target, Outlet& outlet);

/// Whether both sides are known and differ; else the outlet hears why not.
/// \param unknown the cell of the side that is not known, if one is not
[[nodiscard]] bool are_two(const std::optional<KnownActor>& source,
                           const std::optional<KnownActor>& target, std::string_view unknown,
                           Outlet& outlet);

/// "2014-07-21", "20140721", "7/21/2014"; none for anything else or a day that does not exist.
[[nodiscard]] std::optional<Day> parse_record_day(std::string_view text);

/// The host of an address, without "www.": "example.org"; empty where there is none.
[[nodiscard]] std::string host_of(std::string_view uri);

} // namespace entente::records
