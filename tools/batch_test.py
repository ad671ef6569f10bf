#!/usr/bin/env python3
"""Tests `bridle check --batch`: batch_test.py BRIDLE [KILLS].

Phones of fixtures, and folders that are none, are checked into a lake: each stands in the table once, with one and two phones at a time
the cases are the same in every byte, and the same as those of single checks. A batch that was killed or stopped at any moment and begun
again ends with the same lake: nothing lost, nothing doubled."""
import collections
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import make_backup
import make_exhibit
from faults_test import environment, hashes

CALLS = pathlib.Path("test/artefact/android_whatsapp_calls")
PACK = pathlib.Path("examples/packs/example.stix2").resolve()
REFUSED = {"empty": "holds no exhibit", "pipe": "nor a regular file", "two words": "cannot call a case by the name of that folder"}


def make_phones(folder):
    for n, case in enumerate(sorted(CALLS.iterdir()) * 2):
        (folder / f"P{n:02}").mkdir(parents=True)
        make_exhibit.artefact(case / "in", folder / f"P{n:02}" / "whatsapp")
    (folder / "backup" / "phone").mkdir(parents=True)
    make_backup.write(pathlib.Path("examples/backup"), folder / "backup" / "phone", None, None)
    for name in ("log", "two words"):
        (folder / name).mkdir()
        (folder / name / "log.txt").write_text("words of nobody")
    for name in ("empty", "pipe"):
        (folder / name).mkdir()
    os.mkfifo(folder / "pipe" / "pipe")  # that nobody writes to
    (folder / "notes.txt").write_text("not a phone")
    return {p.name for p in folder.iterdir() if p.is_dir()}


class Batch:
    def __init__(self, bridle, phones, scratch):
        self.bridle, self.phones, self.scratch, self.env = bridle, phones, scratch, environment(scratch)

    def start(self, lake, *more):
        command = [self.bridle, "check", "--batch", self.phones, "--lake", self.scratch / lake, "-i", PACK, "--format", "jsonl", *more]
        return subprocess.Popen([str(c) for c in command], env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, lake, *more):
        process = self.start(lake, *more)
        out, err = process.communicate(timeout=300)
        return process.returncode, [json.loads(line) for line in out.splitlines()], err

    def names(self, lake):
        run = subprocess.run([self.bridle, "lake", "list", self.scratch / lake], env=self.env, capture_output=True, text=True)
        return [line.split("\t")[0] for line in run.stdout.splitlines()]

    def results(self, lake):
        return {p.stem: p.read_bytes() for p in (self.scratch / lake).glob("segments/*/results/*.json")}


def unlike(batch, lake, names, results):
    """How a lake is not the one that a batch without a fault would have made."""
    counts = collections.Counter(batch.names(lake))
    if set(counts) != names - set(REFUSED) or set(counts.values()) != {1}:
        return f"the lake holds {counts}"
    if batch.results(lake) != results:
        return "a result differs"
    if left := [p.name for p in batch.scratch.glob("*.unfinished")]:
        return f"{left} is left"
    return None


def complete(batch, names):
    """One at a time, two at a time, and each alone."""
    code, phones, said = batch.run("lake", "--jobs", 1, "-o", batch.scratch / "one")
    if code != 5 or sorted(p["phone"] for p in phones) != sorted(names):
        yield f"{code} {phones} {said}"
    verdicts = {p["phone"]: p.get("verdict") for p in phones}
    if (verdicts["backup"], verdicts["log"], verdicts["empty"]) != ("match", "inconclusive", None):
        yield f"verdicts {verdicts}"
    refused = {p["phone"]: p["refused"] for p in phones if "refused" in p}
    if set(refused) != set(REFUSED) or not all(REFUSED[name] in why for name, why in refused.items()):
        yield f"refused {refused}"
    if "notes.txt" not in said or not all(name in said for name in REFUSED):
        yield f"the table is not whole: {said}"
    batch.run("two-lake", "--jobs", 2, "-o", batch.scratch / "two")
    for name in sorted(names - set(REFUSED)):
        alone = batch.scratch / "alone"
        shutil.rmtree(alone, ignore_errors=True)
        subprocess.run([batch.bridle, "check", *sorted((batch.phones / name).iterdir()), "-i", PACK, "-o", alone],
                       env=batch.env, stdin=subprocess.DEVNULL, capture_output=True)
        seen = {(case / "result.json").read_bytes() + json.dumps(hashes(case / "records")).encode()
                for case in (batch.scratch / "one" / name, batch.scratch / "two" / name, alone)}
        if len(seen) != 1:
            yield f"{name} is not the same, checked alone, one by one and two at a time"


def again(batch, results):
    before = hashes(batch.scratch / "lake" / "segments")
    code, phones, said = batch.run("lake")
    if code != 5 or f"{len(results)} in the lake before" not in said or len(phones) != len(results) + len(REFUSED):
        yield f"the second run: {code} {phones} {said}"
    if hashes(batch.scratch / "lake" / "segments") != before:
        yield "the second run changed the lake"


def killed(batch, names, results, kills, took):
    chance = random.Random(7)
    for n in range(kills):
        lake, more = f"killed-{n}", ["-o", batch.scratch / f"kept-{n}"] if n % 2 else []
        for _ in range(1 + n % 3):
            process = batch.start(lake, *more)
            time.sleep(chance.uniform(0, took))
            process.kill()
            process.communicate()
        code, _, said = batch.run(lake, *more)
        if code != 5:
            yield f"after a kill: {code} {said}"
        if why := unlike(batch, lake, names, results):
            yield f"after a kill: {why}"
        if more and {p.name for p in more[1].iterdir()} != names - set(REFUSED):
            yield f"after a kill: {sorted(p.name for p in more[1].iterdir())} are kept"


def stopped(batch, names, results, took):
    process = batch.start("stopped", "--jobs", 1)
    time.sleep(took / 3)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=300)
    if process.returncode < 2 or ("not begun" not in said and len(batch.names("stopped")) < len(results)):
        yield f"stopped: {process.returncode} {said}"
    batch.run("stopped")
    if why := unlike(batch, "stopped", names, results):
        yield f"stopped and begun again: {why}"


def misused(batch):
    for what in (["--batch", batch.phones], ["--lake", batch.scratch / "x"], ["--batch", batch.phones, "--lake", batch.phones / "lake"],
                 ["--batch", batch.phones, "--lake", batch.scratch / "x", batch.phones / "log"],
                 ["--batch", batch.scratch / "nowhere", "--lake", batch.scratch / "x"],
                 ["--batch", batch.phones, "--lake", batch.scratch / "x", "-o", batch.phones / "cases"]):
        run = subprocess.run([batch.bridle, "check", *map(str, what)], env=batch.env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if run.returncode != 2:
            yield f"{what}: {run.returncode} {run.stderr}"


def problems(bridle, kills, scratch):
    names = make_phones(scratch / "phones")
    batch = Batch(bridle, scratch / "phones", scratch)
    yield from complete(batch, names)
    results = batch.results("lake")
    yield from again(batch, results)
    yield from misused(batch)
    began = time.monotonic()
    batch.run("timed")
    took = time.monotonic() - began
    yield from killed(batch, names, results, kills, took)
    yield from stopped(batch, names, results, took)


def main():
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    with tempfile.TemporaryDirectory() as scratch:
        found = list(problems(pathlib.Path(sys.argv[1]).resolve(), kills, pathlib.Path(scratch)))
    print(*found, sep="\n")
    sys.exit(len(found) > 0)


main()
