#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# clang-format and clang-tidy over all sources.
#
# usage: scripts/lint.sh [--fix]      --fix lets clang-format rewrite the files
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
scripts/setup.sh build test lint
mapfile -t sources < <(git ls-files 'core/*.[ch]pp' 'extractors/*.[ch]pp' 'exporters/*.[ch]pp' \
    'cli/*.[ch]pp' 'tests/*.[ch]pp' 'examples/*.[ch]pp' 'benchmarks/*.[ch]pp')
if [[ "${1:-}" == --fix ]]; then
    clang-format-14 -i "${sources[@]}"
else
    clang-format-14 --dry-run --Werror "${sources[@]}"
fi

cmake --preset dev >/dev/null
cmake --build --preset dev --target entente_core entente_extractors >/dev/null # generated sources
mapfile -t units < <(git ls-files 'core/*.cpp' 'extractors/*.cpp' 'exporters/*.cpp' 'cli/*.cpp')
printf '%s\n' "${units[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy-14 --quiet -p build/dev
