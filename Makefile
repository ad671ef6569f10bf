# The commands of the README. All work is in tools/ and in CMakePresets.json.
.PHONY: help setup setup-build demo test check bench fleets fuzz lint accessible pages wheel clean

help:
	@echo "make demo    build, make an example backup, check it"
	@echo "make test    everything that CI runs"
	@echo "make check EXHIBIT=backup-folder [OUT=case-folder] [ARGS='-i pack.stix2']"
	@echo "make bench · make fleets · make fuzz [FUZZ_SECONDS=60] · make lint · make accessible · make pages · make wheel · make setup · make clean"

setup:
	@tools/setup.sh all

setup-build:
	@tools/setup.sh build

demo: setup-build
	@tools/demo.sh

test: setup
	@tools/test.sh

check: setup-build
	@test -n "$(EXHIBIT)" || { echo "say which exhibit: make check EXHIBIT=folder" >&2; exit 2; }
	@tools/build.sh release bridle
	@build/release/bridle check "$(EXHIBIT)" $(if $(OUT),-o "$(OUT)") $(ARGS)

bench: setup-build
	@tools/build.sh release bridle make_lake
	@/usr/bin/python3 bench/run.py $(ARGS)

# Five fleets of 1,400 invented phones: checked, hunted, graphed, and compared with what was planted.
fleets: setup-build
	@tools/build.sh release bridle
	@/usr/bin/python3 bench/fleets.py $(ARGS)

fuzz: setup
	@tools/build.sh sanitized all
	@FUZZ_SECONDS=$${FUZZ_SECONDS:-60} ctest --preset sanitized -R '^fuzz_'

lint: setup
	@tools/build.sh dev tidy
	@ctest --preset dev -R '^(layers|form|format|headers)$$'

# Walks the local page in the system's chromium with the keyboard alone.
pages: setup
	@tools/build.sh release bridle
	@/usr/bin/python3 tools/view_test.py build/release/bridle $(ARGS)

# The wheel for Python, into build/wheel.
wheel: setup-build
	@tools/build_wheel.py release build/wheel

# Lets axe-core look at reports in that chromium: those of test/report/, or ARGS='report.html…'.
accessible: setup
	@/usr/bin/python3 tools/accessible.py $(ARGS)

clean:
	rm -rf build
