#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Everything that must hold: layers, build without warnings, all tests. Quick when run again.
#
# usage: scripts/test.sh [PRESET]     PRESET is dev (the default), release, asan or tsan
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset="${1:-dev}"

scripts/setup.sh build test
scripts/setup-consumers.sh
scripts/setup-databases.sh
scripts/check-layers.sh
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"
ctest --preset "$preset"
