#!/usr/bin/env python3
"""Tests one artefact on its fixtures: golden.py BRIDLE ID.

Each test/artefact/ID/<case>/in/ is turned into files, `bridle artefact-rows` reads them, and what it prints must
be want.jsonl. BRIDLE_RECORD=1 writes that file: read it before you commit it. Then every file is cut and changed
in fixed places: the program must come back in time, with 0 or 3, and may not be silent about a file that was cut."""
import os
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile

import make_exhibit

CPU_SECONDS = 5
FLIPS = 24
SIDES = ("-wal", "-shm", "-journal")


def limit(seconds=CPU_SECONDS):
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def command(bridle, artefact, folder, path):
    """for one file and the log and journal beside it"""
    out = [bridle, "artefact-rows", artefact, str(path)]
    for option, side in (("--wal", "-wal"), ("--journal", "-journal")):
        if (folder / f"{path}{side}").exists():
            out += [option, f"{path}{side}"]
    return out


def rows(bridle, artefact, folder, path):
    """(exit code, what was printed)"""
    run = subprocess.run(command(bridle, artefact, folder, path), cwd=folder, capture_output=True, timeout=120,
                         preexec_fn=limit)
    return run.returncode, run.stdout, run.stderr.decode(errors="replace")


def limit_all():
    limit(CPU_SECONDS * 12)


class Reading:
    """A program that reads the file anew each time it is asked, and is started again where it ended."""

    def __init__(self, asked, folder):
        self.asked, self.folder, self.run = asked + ["--again"], folder, None

    def again(self):
        """(exit code that it would have had, how many lines, what it said before it died)"""
        if self.run is None:
            self.errors = tempfile.TemporaryFile()
            self.run = subprocess.Popen(self.asked, cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=self.errors, text=True, preexec_fn=limit_all)
        try:
            self.run.stdin.write("\n")
            self.run.stdin.flush()
        except BrokenPipeError:
            pass
        if told := self.run.stdout.readline().split():
            return int(told[0]), int(told[1]), ""
        return self.end(), 0, self.said

    def end(self):
        if self.run is None:
            return 0
        self.run.stdin.close()
        code, self.run = self.run.wait(timeout=120), None
        self.errors.seek(0)
        self.said = self.errors.read().decode(errors="replace")
        return code


def main_files(paths):
    """Those that the artefact reads: others lie beside them, as logs do, the files of a backup and those of messages."""
    return [path for path in paths if not str(path).endswith(SIDES) and not re.fullmatch("[0-9a-f]{40}", path.name)
            and "Media" not in path.parts]


def all_rows(bridle, artefact, folder, paths):
    out, files = b"", main_files(paths)
    for path in files:
        code, printed, errors = rows(bridle, artefact, folder, path)
        if code not in (0, 3):
            raise SystemExit(f"{path}: exit {code}\n{errors}")
        out += (f'{{"file":"{path}"}}\n'.encode() if len(files) > 1 else b"") + printed
    return out


def mutations(data, name):
    """(what was done, the changed bytes), the same on each machine"""
    cuts = {0, 1, 16, 100, *(len(data) * part // 100 for part in (10, 25, 50, 75, 90)), len(data) - 1}
    for at in sorted(at for at in cuts if 0 <= at < len(data)):
        yield f"cut to {at}", data[:at]
    numbers = random.Random(name)
    for _ in range(FLIPS if data else 0):
        at, mask = numbers.randrange(len(data)), numbers.choice((1, 2, 8, 64, 128, 255))
        yield f"flip {mask} at {at}", data[:at] + bytes([data[at] ^ mask]) + data[at + 1:]
    for _ in range(FLIPS // 3 if len(data) > 64 else 0):
        at = numbers.randrange(len(data) - 32)
        yield f"32 bytes of ff at {at}", data[:at] + b"\xff" * 32 + data[at + 32:]


def survive(bridle, artefact, folder, paths):
    for changed in paths:
        if not str(changed).endswith(SIDES) and changed not in main_files(paths):
            continue
        name, side = str(changed), next((s for s in SIDES if str(changed).endswith(s)), "")
        if side == "-shm":
            continue
        original = (folder / changed).read_bytes()
        read = pathlib.Path(name.removesuffix(side))
        reading = Reading(command(bridle, artefact, folder, read), folder)
        silent = not reading.again()[1]
        for done, data in mutations(original, name):
            (folder / changed).write_bytes(data)
            code, lines, errors = reading.again()
            if code not in (0, 3):
                yield f"{changed}, {done}: exit {code}\n{errors[-2000:]}"
            elif done.startswith("cut") and not side and not lines and not silent:
                yield f"{changed}, {done}: silence"
        (folder / changed).write_bytes(original)
        if (code := reading.end()) != 0:  # what a sanitizer finds at the end
            yield f"{changed}: exit {code}\n{reading.said[-2000:]}"


def test(bridle, artefact, case):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        paths = make_exhibit.artefact(case / "in", folder)
        got, want = all_rows(bridle, artefact, folder, paths), case / "want.jsonl"
        if os.environ.get("BRIDLE_RECORD") == "1":
            want.write_bytes(got)
        if not want.exists() or want.read_bytes() != got:
            yield f"{want} differs:"
            yield subprocess.run(["diff", "-u", want if want.exists() else "/dev/null", "-"], input=got,
                                 capture_output=True).stdout.decode(errors="replace")
        yield from survive(bridle, artefact, folder, paths)


def main():
    bridle, artefact = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2]
    if subprocess.run([bridle, "artefacts", "--json"], capture_output=True).returncode != 0:
        print("bridle artefacts --json does not run yet")
        sys.exit(77)
    cases = sorted(p for p in pathlib.Path("test/artefact", artefact).iterdir() if p.is_dir())
    found = [f"{artefact} has no case"] if not cases else []
    for case in cases:
        found += [f"{case.name}: {problem}" for problem in test(bridle, artefact, case)]
    print(*found, sep="\n")
    sys.exit(len(found) > 0)


if __name__ == "__main__":
    main()
