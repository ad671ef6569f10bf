#!/usr/bin/env python3
"""Tests `bridle check` on a whole exhibit: exhibit_test.py BRIDLE CASE.

test/exhibit/CASE/in/ is an exhibit as text, a backup unless told otherwise, and case.json says
  in        another folder of the tree in its place
  files     true if in/ is the exhibit, each file as make_exhibit.py makes it
  packed    "zip" or "tar" if the exhibit is to be one of it
  backup    keys that stand before those of _backup.json
  args      more arguments of check; {case} is the folder of the case, {tree} the top of the source
  password  makes the backup encrypted
  given     the password that check gets, if it is another one; null for none
  expect    {"exit": 5, "verdict": "match", …}: the exit code, and keys of result.json
  surfaces  {"ios_sms": "encrypted", …}: their states
result.json must be want.json, whole but for the engine's version and the surfaces that are absent or encrypted:
they would make each new artefact change every case. BRIDLE_RECORD=1 writes it. Two runs with one
and four threads, in two places and languages, must agree in every byte of result.json and records/, and leave the
exhibit as it was; sha256sum must find beside the exhibit what intake/SHA256SUMS says."""
import difflib
import hashlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile

import make_backup
import make_exhibit

ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}
WHEN = 1_714_600_000  # when each file of an exhibit was changed last, if nothing else says so
VERDICT_WORDS = re.compile(r"\b(clean|safe|infected)\b", re.IGNORECASE)


def hashes(folder):
    if folder.is_file():
        return {folder.name: hashlib.sha256(folder.read_bytes()).hexdigest()}
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in sorted(folder.rglob("*")) if p.is_file()}


def pack(folder, form):
    """The same bytes each time, and without the folder in front."""
    packed, paths = folder.with_suffix("." + form), sorted(p for p in folder.rglob("*") if p.is_file())
    with zipfile.ZipFile(packed, "w") if form == "zip" else tarfile.open(packed, "w") as out:
        for path in paths:
            name, data = str(path.relative_to(folder)), path.read_bytes()
            if form == "zip":
                out.writestr(zipfile.ZipInfo(name), data)
            else:
                about = tarfile.TarInfo(name)
                about.size, about.mtime = len(data), WHEN
                out.addfile(about, io.BytesIO(data))
    return packed


def unlike_sums(exhibit, case):
    run = subprocess.run(["sha256sum", "--quiet", "--strict", "-c", str(case / "intake/SHA256SUMS")],
                         cwd=exhibit.parent, capture_output=True, text=True, errors="replace")
    return run.stdout + run.stderr if run.returncode else ""


def normal(result):
    result["engine"]["version"] = "any"
    result["coverage"] = [s for s in result["coverage"] if s["state"] not in ("absent", "encrypted")]
    return json.dumps(result, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def check(bridle, facts, exhibit, out, folder, jobs):
    args = [a.format(case=folder, tree=pathlib.Path.cwd()) for a in facts.get("args", [])]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("BRIDLE_", "MVT_"))}
    environment["HOME"] = str(out.parent)  # no packs of the person who runs the test
    environment |= ELSEWHERE if jobs > 1 else {"TZ": "UTC", "LC_ALL": "C"}
    password = facts.get("given", facts.get("password"))
    if password is not None:
        environment["BRIDLE_PASSWORD"] = password
    return subprocess.run([bridle, "check", str(exhibit), "-o", str(out), "--jobs", str(jobs), *args], timeout=300,
                          env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")


def received(folder, facts, scratch):
    """The exhibit of a case, made in `scratch`."""
    exhibit = scratch / "exhibit"
    exhibit.mkdir()
    source = pathlib.Path(facts["in"]) if "in" in facts else folder / "in"
    if facts.get("files"):
        make_exhibit.artefact(source, exhibit)
    else:
        make_backup.write(source, exhibit, facts.get("password"), facts.get("backup"))
    for path in exhibit.rglob("*"):
        os.utime(path, (WHEN, WHEN))
    return pack(exhibit, facts["packed"]) if "packed" in facts else exhibit


def problems(bridle, folder, scratch):
    facts = json.loads((folder / "case.json").read_text())
    exhibit = received(folder, facts, scratch)
    before, outs = hashes(exhibit), []
    for jobs in (1, 4):
        outs.append(scratch / f"jobs-{jobs}")
        run = check(bridle, facts, exhibit, outs[-1], folder, jobs)
        if run.returncode != facts["expect"]["exit"]:
            yield f"exit {run.returncode}, expected {facts['expect']['exit']}\n{run.stdout}{run.stderr}"
            return
        for word in VERDICT_WORDS.findall(run.stdout + run.stderr):
            yield f"says «{word}»"
    if hashes(exhibit) != before:
        yield "the exhibit has changed"
    if odd := unlike_sums(exhibit, outs[0]):
        yield f"sha256sum does not agree: {odd}"
    for name in ("result.json", "records"):
        one, four = (hashes(out / name) if (out / name).is_dir() else (out / name).read_bytes() for out in outs)
        if one != four:
            yield f"{name} differs between one and four threads, or between two places"
    result = json.loads((outs[0] / "result.json").read_text())
    for key, value in facts["expect"].items():
        if key != "exit" and result.get(key) != value:
            yield f"{key} is {result.get(key)!r}, expected {value!r}"
    states = {surface["surface"]: surface["state"] for surface in result["coverage"]}
    for surface, state in facts.get("surfaces", {}).items():
        if states.get(surface) != state:
            yield f"{surface} is {states.get(surface)!r}, expected {state!r}"
    got, want = normal(result), folder / "want.json"
    if os.environ.get("BRIDLE_RECORD") == "1":
        want.write_text(got)
    wanted = want.read_text() if want.exists() else ""
    if got != wanted:
        yield "".join(list(difflib.unified_diff(wanted.splitlines(True), got.splitlines(True), str(want), "got"))[:200])


def main():
    bridle, folder = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path("test/exhibit", sys.argv[2]).resolve()
    if subprocess.run([bridle, "artefacts", "--json"], capture_output=True).returncode != 0:
        print("bridle artefacts --json does not run yet")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as scratch:
        found = list(problems(bridle, folder, pathlib.Path(scratch)))
    print(*found, sep="\n")
    sys.exit(len(found) > 0)


if __name__ == "__main__":
    main()
