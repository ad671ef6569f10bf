#!/usr/bin/env bash
# Everything that CI runs, and at the end one line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")/.."
jobs=$(nproc)
if [ "${CI:-}" = true ]; then export FUZZ_SECONDS=${FUZZ_SECONDS:-60}; fi
export FUZZ_SECONDS=${FUZZ_SECONDS:-5}

failed=0
for preset in dev asan-ubsan fuzz; do
  echo "== $preset: build"
  rm -f "build/$preset/ctest.xml"
  tools/build.sh "$preset" all || { echo "the $preset build failed" >&2; failed=1; continue; }
  echo "== $preset: tests"
  ctest --preset "$preset" -j "$jobs" --output-junit ctest.xml || failed=1
done
/usr/bin/python3 tools/test_total.py build/{dev,asan-ubsan,fuzz}/ctest.xml || failed=1
exit $failed
