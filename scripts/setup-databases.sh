#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fetches the databases that tests load our exports into: Kùzu, Oxigraph and the Cypher linter from
# npm, Neo4j from Maven, in the versions that tests/exporters/databases pins. They go to
# build/consumers/databases. Does nothing where all of it is there. What cannot be fetched is said, and its
# tests skip themselves: so this never fails.
#
# usage: scripts/setup-databases.sh
set -uo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
pins="$PWD/tests/exporters/databases"
target="$PWD/build/consumers/databases"
mkdir -p "$target"

# fetch NAME PINS… COMMAND: runs COMMAND once for each state of the pinned files.
fetch() {
    local name="$1" command="$2"
    shift 2
    local wanted
    wanted="$(cat "$@" | sha256sum)"
    [[ "$(cat "$target/$name.done" 2>/dev/null)" == "$wanted" ]] && return
    echo "fetching $name for the tests" >&2
    if $command >"$target/$name.log" 2>&1; then
        echo "$wanted" >"$target/$name.done"
    else
        echo "setup-databases.sh: $name cannot be fetched, its tests will be skipped:" \
            "see build/consumers/databases/$name.log" >&2
    fi
}

from_npm() {
    command -v npm && cp "$pins/package.json" "$pins/package-lock.json" "$target/" &&
        (cd "$target" && npm ci --no-audit --no-fund --ignore-scripts &&
            node node_modules/kuzu/install.js)
}

from_maven() {
    command -v mvn && command -v java &&
        mvn -q -B -f "$pins/pom.xml" dependency:copy-dependencies -DoutputDirectory="$target/neo4j"
}

fetch npm from_npm "$pins/package.json" "$pins/package-lock.json"
fetch neo4j from_maven "$pins/pom.xml"
