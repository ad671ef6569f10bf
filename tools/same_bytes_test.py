#!/usr/bin/env python3
"""Two builds of bridle, by two compilers, write the same bytes: same_bytes_test.py BRIDLE OTHER.

Both check some cases of test/exhibit; result.json and every file of records/ must be the same. Skipped where the
other build is not there."""
import json
import pathlib
import sys
import tempfile

import exhibit_test

CASES = ("example", "example_encrypted", "androidqf", "altered_media_android")


def written(bridle, folder, scratch):
    facts = json.loads((folder / "case.json").read_text())
    exhibit, out = scratch / "exhibit", scratch / pathlib.Path(bridle).parent.name
    if not exhibit.exists():
        exhibit = exhibit_test.received(folder, facts, scratch)
    run = exhibit_test.check(bridle, facts, exhibit, out, folder, 2)
    if run.returncode != facts["expect"]["exit"]:
        sys.exit(f"{bridle} ended with {run.returncode}\n{run.stderr}")
    return exhibit_test.hashes(out / "records") | exhibit_test.hashes(out / "result.json")


def main():
    one, other = (str(pathlib.Path(p).resolve()) for p in sys.argv[1:3])
    if not pathlib.Path(other).exists():
        print(f"skipped: {other} is not built")
        return 77
    differ = []
    for case in CASES:
        with tempfile.TemporaryDirectory() as scratch:
            a, b = (written(p, pathlib.Path("test/exhibit", case).resolve(), pathlib.Path(scratch)) for p in (one, other))
        differ += [f"{case}: {name}" for name in sorted(a.keys() | b.keys()) if a.get(name) != b.get(name)]
    print(*differ, sep="\n")
    return len(differ) > 0


if __name__ == "__main__":
    sys.exit(main())
