#!/usr/bin/env python3
"""Adds up what ctest wrote: test_total.py JUNIT-FILE… A file that is missing counts as one failure."""
import pathlib
import sys
import xml.etree.ElementTree as ET

passed = failed = skipped = 0
for name in sys.argv[1:]:
    if not pathlib.Path(name).exists():
        print(f"failed: {name} was not written")
        failed += 1
        continue
    for case in ET.parse(name).getroot().iter("testcase"):
        if case.find("skipped") is not None:
            skipped += 1
        elif case.find("failure") is not None or case.get("status") == "fail":
            print(f"failed: {pathlib.Path(name).parent.name} {case.get('name')}")
            failed += 1
        else:
            passed += 1
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(failed > 0 or passed == 0)
