// SPDX-License-Identifier: Apache-2.0
// `entente repl`: the shell.
#include "cli/command.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/repl/shell.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace entente::cli {

namespace {

ExitStatus run_repl(const std::string& file, Session& session)
{
    repl::Shell shell{session};
    if (!file.empty()) {
        if (const Status opened = shell.open(file); !opened) {
            return fail(session, opened.error());
        }
    }
    return shell.run();
}

Action setup(CLI::App& app)
{
    auto file = std::make_shared<std::string>();
    app.add_option("graph", *file, "The store to open, a .kg file")->type_name("GRAPH.kg");
    return [file](Session& session) {
        return run_repl(*file, session);
    };
}

} // namespace

Command repl_command()
{
    return {"repl", "Explore a store in a shell, or run a script of its commands",
            "  entente repl world.kg\n"
            "  echo 'relations Pakistan, Russia' | entente repl world.kg\n",
            &setup};
}

} // namespace entente::cli
