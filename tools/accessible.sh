#!/usr/bin/env bash
# Checks every report in every language with axe-core in Chromium: accessible.sh [CASE…]. Needs node, npm and chromium,
# which set-up does not install: they are larger than all else that the tests need.
set -euo pipefail
cd "$(dirname "$0")/.."
for program in node npm "${CHROMIUM:-chromium}"; do
  command -v "$program" >/dev/null || { echo "accessible: $program is not installed" >&2; exit 1; }
done
CHROMIUM=$(command -v "${CHROMIUM:-chromium}")
export CHROMIUM
[ -d tools/axe/node_modules ] || npm ci --prefix tools/axe --no-audit --no-fund --silent
files=()
for case in "$@"; do
  for language in en fr es ar; do
    for reader in owner analyst court; do
      file=build/accessible/$(basename "$case").$reader.$language.html
      mkdir -p build/accessible
      build/dev/bridle report "$case" --for "$reader" --lang "$language" -o "$file" >/dev/null
      files+=("$file")
    done
  done
done
[ ${#files[@]} -gt 0 ] || files=(test/report/*/*.html)
node tools/axe/check.mjs "${files[@]}"
