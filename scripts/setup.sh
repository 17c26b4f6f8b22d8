#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what the build needs on Debian 12 or later. Does nothing where all of it is there.
#
# usage: scripts/setup.sh [build|test|lint|fuzz]…
#   build  what the program needs      test  what the tests need besides
#   lint   clang-format and clang-tidy         fuzz  clang with libFuzzer
set -euo pipefail

build=(g++ cmake make ninja-build pkg-config libboost-dev libboost-graph-dev rapidjson-dev
       libcli11-dev libgraphviz-dev libsqlite3-dev libicu-dev libfmt-dev libtbb-dev
       libedit-dev libexpat1-dev fonts-dejavu-core)
test=(catch2 graphviz libeigen3-dev libxml2-utils poppler-utils sqlite3
      python3-networkx python3-igraph python3-jsonschema unzip
      python3-rdflib raptor2-utils serdi chromium)
lint=(clang-format-14 clang-tidy-14)
fuzz=(clang libclang-rt-dev)

# Node.js bundles the interactive page. It serves wherever it comes from; Debian's npm would not go
# together with a Node.js from elsewhere.
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    build+=(nodejs npm)
fi

# Gephi's toolkit and Neo4j, which tests load our exports into, come through Maven.
if ! command -v java >/dev/null || ! command -v mvn >/dev/null; then
    test+=(maven default-jdk-headless)
fi

wanted=()
for group in "${@:-build}"; do
    case "$group" in
        build) wanted+=("${build[@]}") ;;
        test) wanted+=("${test[@]}") ;;
        lint) wanted+=("${lint[@]}") ;;
        fuzz) wanted+=("${fuzz[@]}") ;;
        *) echo "setup.sh: unknown group \"$group\"; give build, test, lint or fuzz" >&2; exit 2 ;;
    esac
done

missing=()
for package in "${wanted[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
        missing+=("$package")
done
if ((${#missing[@]} == 0)); then
    exit 0
fi

as_root=()
if ((EUID != 0)); then
    command -v sudo >/dev/null || {
        echo "setup.sh: run this as root, or install: ${missing[*]}" >&2
        exit 3
    }
    as_root=(sudo)
fi
echo "installing ${#missing[@]} packages: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq >&2
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends "${missing[@]}" >&2
