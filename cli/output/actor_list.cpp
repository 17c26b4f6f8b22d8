// SPDX-License-Identifier: Apache-2.0
#include "cli/output/actor_list.hpp"

#include "cli/output/json.hpp"
#include "cli/output/table.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <utility>

namespace entente::cli {

void print_actors(Session& session, const std::vector<const actors::Entry*>& entries)
{
    constexpr std::size_t kNamesShown = 4;
    Table table{{{"code"}, {"kind"}, {"name"}, {"also"}}};
    for (const actors::Entry* entry : entries) {
        std::string also;
        std::size_t shown = 0;
        for (const auto* names : {&entry->names, &entry->adjectives, &entry->seats}) {
            for (const std::string& name : *names) {
                if (name != entry->actor.name && shown < kNamesShown) {
                    also += (also.empty() ? "" : ", ") + name;
                    ++shown;
                }
            }
        }
        table.add({entry->actor.code.text(), std::string{to_string(entry->actor.kind)},
                   display_name(entry->actor), also});
    }
    table.print(session);
}

void print_actors_json(Session& session, const std::vector<const actors::Entry*>& entries)
{
    for (const actors::Entry* entry : entries) {
        Json json;
        json.begin_object().key("code").text(entry->actor.code.text());
        json.key("name").text(entry->actor.name).key("kind").text(to_string(entry->actor.kind));
        const std::array<std::pair<std::string_view, const std::vector<std::string>*>, 4> lists{{
            {"names", &entry->names},
            {"adjectives", &entry->adjectives},
            {"seats", &entry->seats},
            {"places", &entry->places},
        }};
        for (const auto& [key, names] : lists) {
            json.key(key).begin_array();
            for (const std::string& name : *names) {
                json.text(name);
            }
            json.end_array();
        }
        json.end_object();
        session.out << json.line() << '\n';
    }
}

namespace {

/// Empty where the calendar's ends stand for an open one.
std::string edge(Day day)
{
    const bool open =
        day <= Day{std::chrono::year{1} / 1 / 1} || day >= Day{std::chrono::year{9999} / 1 / 1};
    return open ? std::string{} : format_day(day);
}

} // namespace

void print_people(Session& session, const actors::Gazetteer& gazetteer,
                  const std::vector<const actors::Office*>& offices)
{
    Table table{{{"person"}, {"code"}, {"office"}, {"from"}, {"to"}}};
    for (const actors::Office* office : offices) {
        table.add({office->person, gazetteer.entries()[office->entry].actor.code.text(),
                   office->title, edge(office->term.from), edge(office->term.to)});
    }
    table.print(session);
}

void print_people_json(Session& session, const actors::Gazetteer& gazetteer,
                       const std::vector<const actors::Office*>& offices)
{
    for (const actors::Office* office : offices) {
        Json json;
        json.begin_object().key("person").text(office->person);
        json.key("code").text(gazetteer.entries()[office->entry].actor.code.text());
        json.key("office").text(office->title);
        json.key("from").text(edge(office->term.from)).key("to").text(edge(office->term.to));
        json.end_object();
        session.out << json.line() << '\n';
    }
}

void print_stale(Session& session, const std::vector<actors::StaleOffice>& offices)
{
    session.out << "person\tcode\toffice\tfrom\tto\tnames\n";
    for (const actors::StaleOffice& one : offices) {
        const bool ended = one.reason == actors::StaleReason::ended;
        std::string when = one.first.empty() ? "without date" : one.first;
        when += one.first == one.last ? "" : " to " + one.last;
        session.out << fmt::format("# {}: {} article{}, {}\n",
                                   ended ? "no term then" : "in no table", one.articles,
                                   one.articles == 1 ? "" : "s", when);
        session.out << fmt::format("{}\t{}\t{}\t{}\t\t\n", text::printable(one.person),
                                   one.code.text(), text::printable(one.office), one.from);
    }
}

void print_stale_json(Session& session, const std::vector<actors::StaleOffice>& offices)
{
    for (const actors::StaleOffice& one : offices) {
        Json json;
        json.begin_object().key("reason").text(to_string(one.reason));
        json.key("person").text(one.person).key("code").text(one.code.text());
        json.key("office").text(one.office).key("from").text(one.from);
        json.key("first").text(one.first).key("last").text(one.last);
        json.key("articles").integer(static_cast<std::int64_t>(one.articles)).end_object();
        session.out << json.line() << '\n';
    }
}

} // namespace entente::cli
