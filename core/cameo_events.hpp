// SPDX-License-Identifier: Apache-2.0
// What CAMEO's codes of events are in our ontology, and ours in CAMEO, by
// ontology/cameo_events.tsv.
#pragma once

#include "core/ontology.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// Which way an event of a code goes, seen from CAMEO's source.
enum class CameoForm : std::uint8_t {
    directed, ///< from source to target
    both,     ///< both do it to each other: talks, cooperation
    reversed, ///< from target to source: who hosts a visit is the target of ours
};

/// One code of the code book.
struct CameoEvent {
    std::string code;     ///< as the book writes it, with leading zeros: "043"
    std::string category; ///< of ours; empty for what is no relation, such as a mere statement
    std::string mode;
    std::vector<std::string> topics;
    CameoForm form = CameoForm::directed;
    std::string label; ///< what a person would write on an edge
    std::string name;  ///< the book's own words; empty for a code that we never write
};

/// Lifetime: immutable once loaded; shared by all threads.
class CameoEvents {
public:
    /// Errors: bad_dataset with file and line, also for a category, mode or topic that `ontology`
    /// does not have.
    [[nodiscard]] static Result<CameoEvents> load(std::string_view tsv, const Ontology& ontology);

    /// The table compiled into the program.
    [[nodiscard]] static const CameoEvents& builtin();

    /// In the order of the table.
    [[nodiscard]] const std::vector<CameoEvent>& events() const noexcept { return events_; }

    /// Null where the text is no code. A leading zero that a spreadsheet took away is put back
    /// where the code as it stands means nothing ("43", "231"); a code that is finer than the table
    /// means what its first digits mean.
    [[nodiscard]] const CameoEvent* find(std::string_view code) const;

    /// The code of what is done, with a name: of the first topic that makes it finer, else of the
    /// mode, else of the category. Null for what is no event to CAMEO, such as RELATE.
    [[nodiscard]] const CameoEvent* code_of(std::string_view category, std::string_view mode,
                                            std::span<const std::string> topics) const;

    /// The code of what is planned, which is an event of another category: an agreement or a
    /// concession. Null for plans that CAMEO does not code.
    [[nodiscard]] const CameoEvent* code_of_plan(std::string_view category,
                                                 std::span<const std::string> topics) const;

private:
    Status add(CameoEvent event, const std::vector<std::string_view>& uses,
               const Ontology& ontology);
    [[nodiscard]] const CameoEvent* finest(const std::string& use,
                                           std::span<const std::string> topics) const;
    [[nodiscard]] const CameoEvent* exact(const std::string& code) const;

    std::vector<CameoEvent> events_;
    std::unordered_map<std::string, std::size_t> by_code_;
    std::unordered_map<std::string, std::size_t> by_use_; ///< by the text of stands_for
};

} // namespace entente
