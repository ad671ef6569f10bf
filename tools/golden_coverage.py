#!/usr/bin/env python3
"""Fails if an artefact has no fixture, or a field of it has a value in none: golden_coverage.py BRIDLE."""
import json
import pathlib
import subprocess
import sys

run = subprocess.run([sys.argv[1], "artefacts", "--json"], capture_output=True)
if run.returncode != 0:
    print("bridle artefacts --json does not run yet")
    sys.exit(77)
missing = []
known = set()
for artefact in json.loads(run.stdout):
    known.add(artefact["id"])
    valued = set()
    cases = list(pathlib.Path("test/artefact", artefact["id"]).glob("*/want.jsonl"))
    for case in cases:
        for line in case.read_text().splitlines():
            valued |= {name for name, value in json.loads(line).items() if value not in (None, "")}
    if not cases:
        missing.append(f"{artefact['id']}: no test/artefact/{artefact['id']}/<case>/want.jsonl")
        continue
    missing += [f"{artefact['id']}: {field['name']} has a value in no case"
                for field in artefact["fields"] if field["name"] not in valued]
for folder in pathlib.Path("test/artefact").glob("*"):
    if folder.is_dir() and folder.name not in known:
        missing.append(f"{folder}: there is no such artefact")
print(*missing, sep="\n")
sys.exit(len(missing) > 0)
