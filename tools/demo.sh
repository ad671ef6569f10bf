#!/usr/bin/env bash
# Builds bridle, makes the example backup of examples/ and checks it. Ends well if the planted attack is found.
set -euo pipefail
cd "$(dirname "$0")/.."
backup=build/demo/backup case=build/demo/case
tools/build.sh release bridle
mkdir -p build/demo
/usr/bin/python3 tools/make_exhibit.py backup examples/backup "$backup"
rm -rf "$case"

echo "\$ bridle check $backup -i examples/packs/example.stix2 -o $case"
code=0
build/release/bridle check "$backup" -i examples/packs/example.stix2 -o "$case" || code=$?
if [ "$code" != 5 ]; then
  echo "demo: bridle check ended with $code; a match, 5, was expected" >&2
  exit 1
fi
build/release/bridle report "$case" --for analyst --lang en -o build/demo/report.html
echo "The case is in $case, the report is build/demo/report.html."
