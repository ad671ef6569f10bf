#!/bin/sh
# What spark_test.py puts in the place of the program in the wheel, which is beside it as bridle-real. For what would be a
# hostile exhibit and a hole in a parser, it ends the engine, or twice the engine's worker, which then knows what was at hand.
# And the check of one phone does not begin while a file says so.
real=$0-real held=${0%/*}/held

reads() {
  for file in /proc/"$1"/fd/*; do [ "$file" -ef "$2" ] && return; done
  false
}

case "$*" in
*ends_the_engine*) kill -KILL $$ ;;
*ends_the_worker*)
  "$real" "$@" &
  engine=$! fallen=
  while [ ! -d "$4" ]; do sleep 0.01; done # the case: made once it is known how to read the exhibit
  for n in 1 2; do
    until [ "$worker" != "$fallen" ] && reads "$worker" "$2/filler.bin"; do
      [ -e /proc/$engine/exe ] || exit # it was done before it could be ended
      sleep 0.01
      read -r worker rest </proc/$engine/task/$engine/children
    done
    kill -SEGV "$worker"
    fallen=$worker
  done
  wait $engine
  exit
  ;;
*/phones/example/*)
  if [ -d "$held" ]; then
    echo $$ >>"$held/tries"
    while [ -e "$held/hold" ]; do sleep 0.05; done
  fi
  ;;
esac
exec "$real" "$@"
