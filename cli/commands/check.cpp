// SPDX-License-Identifier: Apache-2.0
// `entente check`: is a store sound?
#include "cli/command.hpp"
#include "cli/graph_loading.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/json.hpp"
#include "core/store/store.hpp"
#include "core/text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace entente::cli {

namespace {

ExitStatus check(const std::string& file, bool as_json, Session& session)
{
    const auto store = store::Store::open(file, store::OpenMode::read);
    if (!store) {
        return fail(session, store.error());
    }
    const auto findings = store->check();
    if (!findings) {
        return fail(session, findings.error());
    }
    for (const store::Finding& finding : *findings) {
        if (as_json) {
            Json json;
            json.begin_object().key("what").text(finding.what);
            json.key("remedy").text(finding.remedy).end_object();
            session.out << json.line() << '\n';
        } else {
            session.out << fmt::format("{}; {}\n", text::printable(finding.what),
                                       text::printable(finding.remedy));
        }
    }
    if (findings->empty() && !as_json && !session.quiet) {
        session.out << "sound\n";
    }
    return findings->empty() ? ExitStatus::done : ExitStatus::unreadable;
}

Action setup(CLI::App& app)
{
    auto file = std::make_shared<std::string>();
    auto as_json = std::make_shared<bool>(false);
    add_graph_argument(app, *file);
    app.add_flag("--json", *as_json, "Print findings as JSON Lines; nothing for a sound store");
    return [file, as_json](Session& session) {
        return check(*file, *as_json, session);
    };
}

} // namespace

Command check_command()
{
    return {"check", "Check a store's integrity",
            "  entente check world.kg\n"
            "  entente check world.kg --quiet && echo sound\n",
            &setup};
}

} // namespace entente::cli
