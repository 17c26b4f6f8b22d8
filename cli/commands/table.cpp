// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"

namespace entente::cli {

#define ENTENTE_COMMANDS(X)                                                                        \
    X(add)                                                                                         \
    X(extract)                                                                                     \
    X(merge)                                                                                       \
    X(import)                                                                                      \
    X(export)                                                                                      \
    X(query)                                                                                       \
    X(repl)                                                                                        \
    X(show)                                                                                        \
    X(explain)                                                                                     \
    X(analyze)                                                                                     \
    X(stats)                                                                                       \
    X(check)                                                                                       \
    X(actors)                                                                                      \
    X(gaps)                                                                                        \
    X(ontology)

#define ENTENTE_X(name) Command name##_command();
ENTENTE_COMMANDS(ENTENTE_X)
#undef ENTENTE_X

std::span<const Command> commands()
{
#define ENTENTE_X(name) name##_command(),
    static const Command all[] = {ENTENTE_COMMANDS(ENTENTE_X)};
#undef ENTENTE_X
    return all;
}

} // namespace entente::cli
