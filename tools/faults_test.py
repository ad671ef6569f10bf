#!/usr/bin/env python3
"""Tests what is left of a check that something broke: faults_test.py BRIDLE.

Killed at any moment, a disk that is full, a limit on files, an exhibit cut while it is read, a person who stops it:
either there is a whole case, or a folder without result.json that report and export refuse."""
import hashlib
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time

import make_backup

FILLER = 200_000_000  # so that a check takes a moment
KILLS = 12


def environment(scratch):
    clear = {k: v for k, v in os.environ.items() if not k.startswith(("BRIDLE_", "MVT_"))}
    return clear | {"HOME": str(scratch)}


class Bridle:
    def __init__(self, program, scratch):
        self.program, self.env = program, environment(scratch)

    def start(self, *args, most=None):
        limit = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))) if most else None
        return subprocess.Popen([self.program, *map(str, args)], env=self.env, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=limit)

    def run(self, *args, most=None):
        process = self.start(*args, most=most)
        out, err = process.communicate(timeout=120)
        return process.returncode, out + err


def hashes(folder):
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def whole(case, wanted):
    return case.is_dir() and (case / "result.json").is_file() and wanted == (
        (case / "result.json").read_bytes(), hashes(case / "records"))


def unlike_a_case(bridle, case, scratch):
    """Why a folder passes for a case that is none."""
    if (case / "result.json").exists():
        return "there is a result.json"
    for verb in (["report", case, "--for", "analyst"], ["export", case, "--to", "csv", "-o", scratch / "csv"],
                 ["export", case, "--to", "timesketch", "-o", scratch / "x.jsonl"]):
        code, said = bridle.run(*verb)
        if code == 0 or not ("result" in said or "no case" in said):
            return f"{verb[0]} takes it: {code} {said}"
    return None


def outlived(case):
    """Processes that still work on a case."""
    for _ in range(50):
        left = [p for p in pathlib.Path("/proc").glob("[0-9]*/cmdline") if str(case).encode() in read(p)]
        if not left:
            return []
        time.sleep(0.1)
    return left


def read(path):
    try:
        return path.read_bytes()
    except OSError:
        return b""


def killed(bridle, exhibit, scratch, wanted, took):
    chance = random.Random(6)
    for n in range(KILLS):
        case = scratch / f"killed-{n}"
        process = bridle.start("check", exhibit, "-o", case)
        time.sleep(chance.uniform(0, took))
        process.kill()
        process.communicate()
        if left := outlived(case):
            yield f"killed, and {left} works on"
        if not whole(case, wanted) and (why := unlike_a_case(bridle, case, scratch)):
            yield f"killed: {why}"


def limited(bridle, exhibit, scratch, wanted):
    for most in (100, 1_000, 4_000, 10_000, 20_000):
        case = scratch / f"limited-{most}"
        code, said = bridle.run("check", exhibit, "-o", case, most=most)
        if whole(case, wanted):
            continue
        if code != 1 or "a file may not grow larger" not in said:
            yield f"files of {most} bytes at most: {code} {said}"
        if why := unlike_a_case(bridle, case, scratch):
            yield f"files of {most} bytes at most: {why}"


def full(bridle, exhibit, scratch, wanted):
    disk = scratch / "disk"
    disk.mkdir()
    for size in (16, 32, 64, 96, 128, 160):
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "bridle", disk], capture_output=True).returncode:
            print("no disk to fill: only root may make one")
            return
        try:
            code, said = bridle.run("check", exhibit, "-o", disk / "case")
            if whole(disk / "case", wanted):
                continue
            if code not in (1, 2) or (code == 1 and "no space is left" not in said):
                yield f"a disk of {size} kB: {code} {said}"
            if why := unlike_a_case(bridle, disk / "case", scratch):
                yield f"a disk of {size} kB: {why}"
        finally:
            subprocess.run(["umount", disk], check=True)


def begun(bridle, exhibit, case):
    """A check that is at work on an exhibit that takes it seconds."""
    os.truncate(exhibit / "filler.bin", 10 * FILLER)
    process = bridle.start("check", exhibit, "-o", case)
    while process.poll() is None and not case.is_dir():
        time.sleep(0.001)
    return process


def cut(bridle, exhibit, scratch):
    for n in range(3):
        case = scratch / f"cut-{n}"
        process = begun(bridle, exhibit, case)
        time.sleep(n / 20)
        os.truncate(exhibit / "filler.bin", FILLER // 3)
        said = process.communicate(timeout=300)[1]
        if process.returncode not in (3, 6):
            yield f"cut while it was read: {process.returncode} {said}"
            continue
        result = json.loads((case / "result.json").read_text())
        if result["complete"] or "filler.bin" not in [gap["path"] for gap in result["gaps"]]:
            yield f"cut while it was read, and nothing says so: {result['verdict']}"


def stopped(bridle, exhibit, scratch):
    for name in (signal.SIGINT, signal.SIGTERM):
        case = scratch / f"stopped-{name}"
        process = begun(bridle, exhibit, case)
        process.send_signal(name)
        said = process.communicate(timeout=300)[1]
        result = json.loads((case / "result.json").read_text())
        if process.returncode != 3 or result["complete"] or result["verdict"] != "inconclusive":
            yield f"stopped: {process.returncode} {result['verdict']} {said}"


def problems(bridle, scratch):
    exhibit = scratch / "phone"
    exhibit.mkdir()
    make_backup.write(pathlib.Path("examples/backup"), exhibit, None, None)
    with open(exhibit / "filler.bin", "wb") as filler:
        filler.truncate(FILLER)
    began, case = time.monotonic(), scratch / "whole"
    code, said = bridle.run("check", exhibit, "-o", case)
    took = time.monotonic() - began
    if code != 0:
        yield f"{code} {said}"
        return
    wanted = (case / "result.json").read_bytes(), hashes(case / "records")
    yield from killed(bridle, exhibit, scratch, wanted, took)
    yield from limited(bridle, exhibit, scratch, wanted)
    yield from full(bridle, exhibit, scratch, wanted)
    yield from stopped(bridle, exhibit, scratch)
    yield from cut(bridle, exhibit, scratch)


def main():
    with tempfile.TemporaryDirectory() as scratch:
        found = list(problems(Bridle(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(scratch)), pathlib.Path(scratch)))
    print(*found, sep="\n")
    sys.exit(len(found) > 0)


if __name__ == "__main__":
    main()
