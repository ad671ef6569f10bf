#!/usr/bin/env python3
"""Runs one fuzz target: fuzz.py NAME PROGRAM CORPORA. Its seeds are test/fuzz/NAME/, made into files;
for all artefacts together their fixtures, each behind its artefact's id.

A libFuzzer program runs for FUZZ_SECONDS (60) and keeps what it found in CORPORA/NAME; the
replaying one takes the seeds alone. An input that breaks the target stays as CORPORA/NAME-crash-….
"""
import os
import pathlib
import subprocess
import sys

import make_exhibit

name, program, corpora = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
seeds = corpora / f"{name}-seeds"
seeds.mkdir(parents=True, exist_ok=True)
source = pathlib.Path("test/fuzz") / name
if source.is_dir():
    make_exhibit.artefact(source, seeds)
if name == "artefact":
    for case in sorted(pathlib.Path("test/artefact").glob("*/*/in")):
        artefact = case.parts[2]
        for path, data in make_exhibit.tree(case):
            (seeds / f"{artefact}-{case.parts[3]}-{path.name}").write_bytes(artefact.encode() + b"\n" + data)

is_libfuzzer = b"libFuzzer" in subprocess.run([program, "-help=1"], capture_output=True).stdout \
    + subprocess.run([program, "-help=1"], capture_output=True).stderr
if not is_libfuzzer:
    sys.exit(subprocess.run([program, seeds]).returncode)
corpus = corpora / name
corpus.mkdir(exist_ok=True)
run = subprocess.run([
    program, f"-max_total_time={os.environ.get('FUZZ_SECONDS', '60')}", "-timeout=10", "-rss_limit_mb=2048",
    "-max_len=65536", "-print_final_stats=1", f"-artifact_prefix={corpora}/{name}-", corpus, seeds],
    stderr=subprocess.PIPE, text=True, errors="replace")
print(run.stderr[-4000:])
sys.exit(run.returncode)
