#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From articles to a graph, a picture and an answer, with one command.
#
# usage: scripts/demo.sh [FILE|FOLDER]…
#   Without arguments the project's own articles are read. Results go to the folder out/.
#   Exit status: as of entente; 1 where some articles failed or no relation was found.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
inputs=()
for input in "$@"; do
    if [[ "$input" == -h || "$input" == --help ]]; then
        sed -n '3,/^set/{s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"
        exit 0
    fi
    if [[ ! -e "$input" ]]; then
        echo "demo.sh: no such file or folder: $input" >&2
        exit 3
    fi
    inputs+=("$(realpath -- "$input")")
done
if ((${#inputs[@]} == 0)); then
    inputs=("$root/datasets/articles")
fi

cd "$root"
scripts/setup.sh build
entente="$root/build/release/cli/entente"
[[ -x "$entente" ]] || echo "building entente (some minutes the first time)…" >&2
[[ -f build/release/build.ninja ]] ||
    cmake --preset release -DENTENTE_BUILD_TESTS=OFF -DENTENTE_BUILD_EXAMPLES=OFF \
        -DENTENTE_BUILD_TRAINER=OFF >/dev/null
# On a second run ninja would say that it has nothing to do, quiet or not.
cmake --build --preset release --target entente -- --quiet |
    { grep -v '^ninja: no work to do' || true; } >&2

# In a pipe or a file the tables keep to a page's width.
page=()
[[ -t 1 ]] || page=(--width 100)

out="$root/out"
mkdir -p "$out"
rm -f "$out"/demo.kg "$out"/demo.kg-wal "$out"/demo.kg-shm "$out"/demo.{html,svg,graphml,json}
status=0
"$entente" add "$out/demo.kg" "${inputs[@]}" || status=$?
# 1: some articles failed, which has been said; the graph of the others is shown.
((status <= 1)) || exit "$status"

echo
echo "The strongest relations, each with the sentence that tells it best:"
echo
"$entente" repl "${page[@]}" "$out/demo.kg" <<<'top 10 evidence'

formats=(svg graphml json)
# The page needs Node.js when the program is built.
"$entente" --quiet export "$out/demo.kg" -o "$out/demo.html" 2>/dev/null && formats=(html "${formats[@]}")
for format in svg graphml json; do
    "$entente" --quiet export "$out/demo.kg" -o "$out/demo.$format" --top 40
done
echo
echo "Written:"
for format in "${formats[@]}"; do
    echo "  $out/demo.$format"
done
echo
echo "Ask the graph:"
echo "  $entente repl $out/demo.kg"
exit "$status"
