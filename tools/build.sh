#!/usr/bin/env bash
# Configures a preset and builds targets of it: build.sh PRESET TARGET… A quiet build prints nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
shift
log=build/$preset/configure.log
mkdir -p "build/$preset"
cmake --preset "$preset" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
cmake --build --preset "$preset" --target "$@" -- --quiet
