#!/usr/bin/env bash
# Everything that CI runs, and at the end one line: N passed, N failed, N skipped. A stage that passed is not run
# again while nothing in the tree has changed, but for CI.
set -uo pipefail
cd "$(dirname "$0")/.."
jobs=$(nproc)
if [ "${CI:-}" = true ]; then export FUZZ_SECONDS=${FUZZ_SECONDS:-20}; fi
export FUZZ_SECONDS=${FUZZ_SECONDS:-5}

# What the tests depend on: every file of the tree. Empty outside of a checkout: then nothing is taken for unchanged.
tree=$(git ls-files -z --cached --others --exclude-standard 2>/dev/null | sort -z | xargs -0r sha256sum 2>/dev/null | sha256sum)
git rev-parse HEAD >/dev/null 2>&1 || tree=

failed=0
for preset in dev sanitized; do
  passed=build/$preset/passed
  if [ "${CI:-}" != true ] && [ -n "$tree" ] && [ "$(cat "$passed" 2>/dev/null)" = "$tree $FUZZ_SECONDS" ]; then
    echo "== $preset: passed before, and nothing has changed since"
    continue
  fi
  echo "== $preset: build"
  rm -f "build/$preset/ctest.xml" "$passed"
  tools/build.sh "$preset" all || { echo "the $preset build failed" >&2; failed=1; continue; }
  echo "== $preset: tests"
  if ctest --preset "$preset" -j "$jobs" --output-junit ctest.xml; then
    echo "$tree $FUZZ_SECONDS" >"$passed"
  else
    failed=1
  fi
done
/usr/bin/python3 tools/test_total.py build/{dev,sanitized}/ctest.xml || failed=1
exit $failed
