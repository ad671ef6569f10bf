#!/usr/bin/env python3
"""Fails if docs/artefacts.md is not what `bridle artefacts --markdown` prints: docs_artefacts.py BRIDLE.

BRIDLE_RECORD=1 writes it."""
import os
import pathlib
import subprocess
import sys

page = pathlib.Path("docs/artefacts.md")
run = subprocess.run([sys.argv[1], "artefacts", "--markdown"], capture_output=True)
if run.returncode != 0:
    print("bridle artefacts --markdown does not run yet")
    sys.exit(77)
if os.environ.get("BRIDLE_RECORD") == "1":
    page.write_bytes(run.stdout)
if not page.exists() or page.read_bytes() != run.stdout:
    print(f"{page} is out of date: bridle artefacts --markdown > {page}")
    sys.exit(1)
