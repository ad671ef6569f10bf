#!/usr/bin/env python3
"""Fails if clang-format would change a file; says how to change it. Skipped without clang-format-19."""
import pathlib
import shutil
import subprocess
import sys

program = shutil.which("clang-format-19")
if not program:
    print("clang-format-19 is not installed")
    sys.exit(77)
files = sorted(p for top in ("src", "test", "bench") for p in pathlib.Path(top).rglob("*") if p.suffix in (".h", ".cc"))
sys.exit(subprocess.run([program, "--dry-run", "--Werror", *files]).returncode)
