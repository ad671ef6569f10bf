#!/usr/bin/env python3
"""Fails if a page of docs/ is not what the program prints: docs_artefacts.py BRIDLE.

BRIDLE_RECORD=1 writes them."""
import os
import pathlib
import subprocess
import sys

PAGES = {"artefacts.md": "--markdown", "rules.md": "--rules"}
stale = False
for name, option in PAGES.items():
    page = pathlib.Path("docs") / name
    printed = subprocess.run([sys.argv[1], "artefacts", option], capture_output=True, check=True).stdout
    if os.environ.get("BRIDLE_RECORD") == "1":
        page.write_bytes(printed)
    if not page.exists() or page.read_bytes() != printed:
        print(f"{page} is out of date: bridle artefacts {option} > {page}")
        stale = True
sys.exit(stale)
