// SPDX-License-Identifier: Apache-2.0
#include "core/cameo_events.hpp"

#include "core/embedded.hpp"
#include "core/tsv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace entente {

namespace {

constexpr std::string_view kFile = "ontology/cameo_events.tsv";
constexpr std::string_view kPlanned = "planned ";
constexpr std::size_t kShortest = 2; ///< digits of a root
constexpr std::size_t kLongest = 4;

bool is_number(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Error bad_cell(std::string_view value, std::string_view what, std::string_view remedy)
{
    return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no {}", value, what)}.hint(
        std::string{remedy});
}

Result<CameoForm> parse_form(std::string_view text)
{
    if (text.empty()) {
        return CameoForm::directed;
    }
    if (text == "both") {
        return CameoForm::both;
    }
    if (text == "reversed") {
        return CameoForm::reversed;
    }
    return bad_cell(text, "form of an event", "write both, reversed or nothing");
}

Result<CameoEvent> parse_event(const TsvRow& row, const Ontology& ontology)
{
    CameoEvent event;
    event.code = row["cameo"];
    event.category = row["category"];
    event.mode = row["mode"];
    event.label = row["label"];
    event.name = row["name"];
    if (event.code.size() < kShortest || event.code.size() > kLongest || !is_number(event.code)) {
        return bad_cell(event.code, "CAMEO code", "write two to four digits");
    }
    const auto form = parse_form(row["form"]);
    if (!form) {
        return form.error();
    }
    event.form = *form;
    const Category* category = ontology.category(event.category);
    if (!event.category.empty() && category == nullptr) {
        return bad_cell(event.category, "category", "see categories.tsv");
    }
    if (!event.mode.empty() && (category == nullptr || category->mode(event.mode) == nullptr)) {
        return bad_cell(event.mode, fmt::format("mode of {}", event.category), "see modes.tsv");
    }
    for (const std::string_view topic : row.list("topics")) {
        if (!ontology.has_topic(topic)) {
            return bad_cell(topic, "topic", "see topics.tsv");
        }
        event.topics.emplace_back(topic);
    }
    return event;
}

Status check_use(std::string_view use, const Ontology& ontology)
{
    const auto bad = [use] {
        return bad_cell(use, "use of a code",
                        "write CATEGORY or CATEGORY/mode, \"planned \" before it for a plan, "
                        "+topic behind it for a topic");
    };
    std::string_view rest = use;
    if (rest.starts_with(kPlanned)) {
        rest.remove_prefix(kPlanned.size());
    }
    if (const std::size_t plus = rest.find('+'); plus != std::string_view::npos) {
        if (!ontology.has_topic(rest.substr(plus + 1))) {
            return bad();
        }
        rest = rest.substr(0, plus);
    }
    const std::size_t slash = rest.find('/');
    const Category* category = ontology.category(rest.substr(0, slash));
    if (category == nullptr) {
        return bad();
    }
    if (slash != std::string_view::npos && category->mode(rest.substr(slash + 1)) == nullptr) {
        return bad();
    }
    return {};
}

} // namespace

Status CameoEvents::add(CameoEvent event, const std::vector<std::string_view>& uses,
                        const Ontology& ontology)
{
    if (!by_code_.emplace(event.code, events_.size()).second) {
        return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" has a row already", event.code)}
            .hint("keep one row a code");
    }
    if (event.name.empty() != uses.empty()) {
        return Error{ErrorCode::bad_dataset,
                     fmt::format("\"{}\" has one of name and stands_for alone", event.code)}
            .hint("give both or none");
    }
    for (const std::string_view use : uses) {
        if (Status checked = check_use(use, ontology); !checked) {
            return checked;
        }
        if (!by_use_.emplace(use, events_.size()).second) {
            return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" has two codes", use)}.hint(
                "keep the one that says it best");
        }
    }
    events_.push_back(std::move(event));
    return {};
}

Result<CameoEvents> CameoEvents::load(std::string_view tsv, const Ontology& ontology)
{
    CameoEvents table;
    const Status read =
        read_tsv(tsv, kFile, {"cameo", "category", "mode", "topics", "form", "label"},
                 [&](const TsvRow& row) -> Status {
                     auto event = parse_event(row, ontology);
                     return event ? table.add(std::move(*event), row.list("stands_for"), ontology)
                                  : Status{event.error()};
                 });
    if (!read) {
        return read.error();
    }
    return table;
}

const CameoEvents& CameoEvents::builtin()
{
    // A mistake in the compiled-in table is a defect of the build, so value() may throw.
    static const CameoEvents table = [] {
        for (const EmbeddedFile& file : embedded::core()) {
            if (file.name == kFile) {
                return load(file.text, Ontology::builtin()).value();
            }
        }
        throw std::logic_error{"cameo_events.tsv is not compiled in"};
    }();
    return table;
}

const CameoEvent* CameoEvents::exact(const std::string& code) const
{
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : &events_[found->second];
}

const CameoEvent* CameoEvents::find(std::string_view code) const
{
    if (code.empty() || code.size() > kLongest || !is_number(code)) {
        return nullptr;
    }
    std::string text{code};
    for (const std::string& spelling : {text, "0" + text}) {
        if (const CameoEvent* event = exact(spelling)) {
            return event;
        }
    }
    for (text.pop_back(); text.size() >= kShortest; text.pop_back()) {
        if (const CameoEvent* event = exact(text)) {
            return event;
        }
    }
    return nullptr;
}

const CameoEvent* CameoEvents::finest(const std::string& use,
                                      std::span<const std::string> topics) const
{
    for (const std::string& topic : topics) {
        const auto found = by_use_.find(fmt::format("{}+{}", use, topic));
        if (found != by_use_.end()) {
            return &events_[found->second];
        }
    }
    const auto found = by_use_.find(use);
    return found == by_use_.end() ? nullptr : &events_[found->second];
}

const CameoEvent* CameoEvents::code_of(std::string_view category, std::string_view mode,
                                       std::span<const std::string> topics) const
{
    if (!mode.empty()) {
        if (const CameoEvent* event = finest(fmt::format("{}/{}", category, mode), topics)) {
            return event;
        }
    }
    return finest(std::string{category}, topics);
}

const CameoEvent* CameoEvents::code_of_plan(std::string_view category,
                                            std::span<const std::string> topics) const
{
    return finest(fmt::format("{}{}", kPlanned, category), topics);
}

} // namespace entente
