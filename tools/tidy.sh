#!/bin/sh
# clang-tidy on one file: tidy.sh CLANG_TIDY BUILD FILE STAMP. Writes STAMP and STAMP.d if it passes.
set -eu
# The build's list names a warning that only gcc knows, and clang finds its own use of what is deprecated
# in the library's sorting.
if ! "$1" --quiet -p "$2" --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-deprecated-declarations \
    "$3" >"$4.log" 2>&1; then
  cat "$4.log"
  exit 1
fi
g++ -std=gnu++23 -I"$(dirname "$0")/../src" -MM -MG -MT "$4" -MF "$4.d" "$3"
touch "$4"
