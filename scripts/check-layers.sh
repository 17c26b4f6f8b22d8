#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fails where a layer includes one that it may not know, and where a library is named outside the
# one place that may name it.
set -euo pipefail

cd "${1:-$(dirname "${BASH_SOURCE[0]}")/..}"
failed=0

# forbid MESSAGE PATTERN PATH… prints every line of PATH that matches PATTERN.
forbid() {
    local message="$1" pattern="$2"
    shift 2
    local found
    found="$(grep -rnE --include='*.cpp' --include='*.hpp' "$pattern" "$@" 2>/dev/null || true)"
    if [[ -n "$found" ]]; then
        echo "check-layers: $message:" >&2
        echo "$found" | sed 's/^/  /' >&2
        failed=1
    fi
}

forbid "core knows no other layer" '#include "(extractors|exporters|cli)/' core
forbid "extractors know core alone" '#include "(exporters|cli)/' extractors
forbid "exporters know core alone" '#include "(extractors|cli)/' exporters
# main.cpp is where a program begins, that of entente-train in the folder of its library.
forbid "libraries do not print or exit" 'std::(cout|cerr|exit)\b' \
    --exclude=main.cpp core extractors exporters
forbid "libraries have no clock" 'system_clock::now|std::time\(' core extractors exporters

# only PATTERN FILE… fails for every other source that matches PATTERN.
only() {
    local message="$1" pattern="$2"
    shift 2
    local found
    found="$(grep -rlE --include='*.cpp' --include='*.hpp' "$pattern" core extractors exporters cli |
        grep -vxF "$(printf '%s\n' "$@")" || true)"
    if [[ -n "$found" ]]; then
        echo "check-layers: $message, but these do too:" >&2
        echo "$found" | sed 's/^/  /' >&2
        failed=1
    fi
}

only "core/graph/snapshot.cpp alone names Boost" 'boost::|<boost/' core/graph/snapshot.cpp
only "core/store/database.cpp alone includes SQLite" '<sqlite3.h>' core/store/database.cpp
only "cli/repl/line_editor.cpp alone includes libedit" '<(histedit|editline/readline).h>' \
    cli/repl/line_editor.cpp

only "extractors/records/graphml.cpp alone includes Expat" '<expat.h>' extractors/records/graphml.cpp

forbid "extractors/language/training alone includes Eigen" '<Eigen/' \
    --exclude-dir=training core extractors exporters cli

exit "$failed"
