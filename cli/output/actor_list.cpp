// SPDX-License-Identifier: Apache-2.0
#include "cli/output/actor_list.hpp"

#include "cli/output/json.hpp"
#include "cli/output/table.hpp"

#include <array>
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

} // namespace entente::cli
