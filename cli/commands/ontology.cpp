// SPDX-License-Identifier: Apache-2.0
// `entente ontology`: the categories, modes and topics of relations.
#include "core/ontology.hpp"

#include "cli/command.hpp"
#include "cli/output/json.hpp"
#include "cli/output/table.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace entente::cli {

namespace {

std::string to_json(const Ontology& ontology)
{
    Json json;
    json.begin_object().key("categories").begin_array();
    for (const Category& category : ontology.categories()) {
        json.begin_object().key("name").text(category.name);
        json.key("quad").text(to_string(category.quad)).key("score").real(category.score);
        json.key("symmetric").boolean(category.symmetric);
        json.key("description").text(category.description).key("cameo").begin_array();
        for (const std::string& root : category.cameo_roots) {
            json.text(root);
        }
        json.end_array().key("modes").begin_array();
        for (const Mode& mode : category.modes) {
            json.begin_object().key("name").text(mode.name);
            json.key("score").real(ontology.score(category.name, mode.name));
            json.key("description").text(mode.description).end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().key("topics").begin_array();
    for (const Topic& topic : ontology.topics()) {
        json.begin_object().key("name").text(topic.name);
        json.key("description").text(topic.description).end_object();
    }
    json.end_array().end_object();
    return std::string{json.line()};
}

ExitStatus show_ontology(bool as_json, bool with_modes, Session& session)
{
    const Ontology& ontology = Ontology::builtin();
    if (as_json) {
        session.out << to_json(ontology) << '\n';
        return ExitStatus::done;
    }
    Table categories{{{"category"}, {"class"}, {"score", Align::right}, {"meaning"}}};
    for (const Category& category : ontology.categories()) {
        categories.add({category.name, std::string{to_string(category.quad)},
                        fmt::format("{:.1f}", category.score), category.description});
        for (const Mode& mode : category.modes) {
            if (with_modes) {
                categories.add({"  " + mode.name, "",
                                mode.score ? fmt::format("{:.1f}", *mode.score) : "",
                                mode.description});
            }
        }
    }
    categories.print(session);
    session.out << '\n';
    Table topics{{{"topic"}, {"meaning"}}};
    for (const Topic& topic : ontology.topics()) {
        topics.add({topic.name, topic.description});
    }
    topics.print(session);
    return ExitStatus::done;
}

Action setup(CLI::App& app)
{
    auto as_json = std::make_shared<bool>(false);
    auto with_modes = std::make_shared<bool>(false);
    app.add_flag("--json", *as_json, "Print one JSON object");
    app.add_flag("--modes", *with_modes, "List the modes of each category too");
    return [as_json, with_modes](Session& session) {
        return show_ontology(*as_json, *with_modes, session);
    };
}

} // namespace

Command ontology_command()
{
    return {"ontology", "List the categories and topics of relations",
            "  entente ontology\n"
            "  entente ontology --modes\n"
            "  entente ontology --json | jq '.categories[].name'\n",
            &setup};
}

} // namespace entente::cli
