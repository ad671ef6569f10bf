#!/usr/bin/env python3
"""Tests lakes: lake_test.py BRIDLE.

A hunt gives, for each exhibit of test/exhibit, the findings of a fresh check to the last word; what people wrote and
who they are is in no file of the lake; a case that was removed has left nothing; and writers that are killed at any
moment, or that write at once, lose nothing and double nothing."""
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

import exhibit_test

KILLS = int(os.environ.get("LAKE_KILLS", "12"))
PACKS = ["examples/packs/example.stix2", "test/exhibit/androidqf/watch.stix2"]


def environment(scratch):
    clear = {k: v for k, v in os.environ.items() if not k.startswith(("BRIDLE_", "MVT_"))}
    return clear | {"HOME": str(scratch)}


class Lakes:
    def __init__(self, bridle, scratch):
        self.bridle, self.scratch, self.env = bridle, scratch, environment(scratch)

    def run(self, *args):
        done = subprocess.run([self.bridle, *map(str, args)], env=self.env, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=300)
        return done.returncode, done.stdout, done.stderr

    def names(self, lake):
        code, out, err = self.run("lake", "list", lake)
        assert code == 0, err
        return [line.split("\t")[0] for line in out.splitlines()]

    def rows(self, lake):
        """How many records a lake holds, as its segments say."""
        code, _, err = self.run("lake", "list", lake)
        assert code == 0, err
        return int(err.split(" cases, ")[1].split(" records")[0])


def checked(lakes, kept):
    """Each exhibit without packs as kept/NAME, and the result of one with packs."""
    fresh = {}
    for folder in sorted(pathlib.Path("test/exhibit").iterdir()):
        facts = json.loads((folder / "case.json").read_text())
        place = lakes.scratch / f"made-{folder.name}"
        place.mkdir()
        exhibit = exhibit_test.received(folder.resolve(), facts, place)
        for out, packs in ((kept / folder.name, []), (place / "fresh", PACKS)):
            facts["args"] = [word for pack in packs for word in ("-i", pack)]
            exhibit_test.check(lakes.bridle, facts, exhibit, out, folder, 1)
        fresh[folder.name] = json.loads((place / "fresh/result.json").read_text())
    return fresh


def unlike_fresh_checks(lakes, lake, fresh):
    out = lakes.scratch / "hunt.json"
    code, _, err = lakes.run("hunt", lake, "-o", out, *(word for pack in PACKS for word in ("-i", pack)))
    hunt = json.loads(out.read_text())
    if code != 5:
        yield f"a hunt with matches ends with {code}: {err}"
    if [case["name"] for case in hunt["cases"]] != sorted(fresh):
        yield f"the hunt is about {[case['name'] for case in hunt['cases']]}"
    for case in hunt["cases"]:
        want = fresh[case["name"]]
        got = [one["finding"] for one in hunt["findings"] if one["name"] == case["name"]]
        if got != want["findings"]:
            yield f"{case['name']}: the hunt gives other findings than a check:\n{got}\n{want['findings']}"
        if (case["verdict"], case["complete"]) != (want["verdict"], want["complete"]):
            yield f"{case['name']}: {case['verdict']}, and a check says {want['verdict']}"
    _, told, _ = lakes.run("hunt", lake, "--changed", "--format", "json", *(w for p in PACKS for w in ("-i", p)))
    if json.loads(told)["findings"]:
        yield "a hunt tells again what was told before"


def contents(lake):
    return {path: path.read_bytes() for path in lake.rglob("*") if path.is_file() and "/records/" in str(path)}


def plain_columns(path):
    """All texts of a file of records."""
    sys.path += map(str, pathlib.Path(".deps/python").glob("lib/python3*/site-packages"))
    import pyarrow.parquet
    table = pyarrow.parquet.read_table(path, partitioning=None)
    return {value for column in table.columns if str(column.type) == "string" for value in column.to_pylist() if value}


def told_of_people(lakes, lake):
    texts = set().union(*(plain_columns(path) for path in contents(lake)))
    if not any(text.startswith("sealed:") for text in texts):
        yield "no identifier is sealed"
    for text in sorted(texts):
        if "@s.whatsapp.net" in text or "55501" in text and text.strip("+").isdigit():
            yield f"an identifier stands in the lake: {text}"
    for word in ("Hello", "hello", "see you"):
        if any(word in text for text in texts):
            yield f"words of a message stand in the lake: {word}"


def left_of_a_removed_case(lakes, lake):
    before = lakes.names(lake)
    code, _, err = lakes.run("lake", "remove", lake, "androidqf")
    if code != 0 or lakes.names(lake) != [n for n in before if n != "androidqf"]:
        yield f"a case is not removed: {code} {err}"
    for path in lake.rglob("*"):
        if path.is_file() and path.suffix == ".parquet" and "androidqf" in plain_columns(path):
            yield f"{path} still holds records of a removed case"
        if path.stem == "androidqf":
            yield f"{path} is still there"
    if lakes.run("lake", "remove", lake, "androidqf")[0] != 2:
        yield "a case that is not there is removed"


def many(kept, scratch, count):
    """The same case under many names."""
    made = []
    for n in range(count):
        made.append(scratch / "many" / f"phone-{n:03}")
        shutil.copytree(kept / "example", made[-1])
    return made


def lost_or_doubled(lakes, kept):
    cases, lake = many(kept, lakes.scratch, 24), lakes.scratch / "killed"
    chance = random.Random(7)
    one = lakes.scratch / "one"
    begun = time.monotonic()
    lakes.run("lake", "add", one, *cases[:8])
    moment, each = 1.2 * (time.monotonic() - begun), lakes.rows(one) // 8
    sound = set()
    for n in range(KILLS):
        some = chance.sample(cases, 8)
        process = subprocess.Popen([lakes.bridle, "lake", "add", lake, *map(str, some)], env=lakes.env,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.random() * moment)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if not (lake / "lake.json").exists():
            continue
        names = set(lakes.names(lake))
        if len(names) != len(lakes.names(lake)) or lakes.rows(lake) != each * len(names):
            yield f"kill {n}: {len(lakes.names(lake))} cases, {lakes.rows(lake)} records of {each} each"
        if not sound <= names:
            yield f"kill {n}: lost {sound - names}"
        sound = names
    writers = [subprocess.Popen([lakes.bridle, "lake", "add", lake, *map(str, cases[i::3] + cases[:3])], env=lakes.env,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for i in range(3)]
    for writer in writers:
        writer.wait()
    names = lakes.names(lake)
    if names != [case.name for case in cases] or lakes.rows(lake) != each * len(cases):
        yield f"three writers at once: {len(names)} cases, {lakes.rows(lake)} records"
    if code := lakes.run("lake", "compact", lake)[0]:
        yield f"compacting ends with {code}"
    if len(list((lake / "segments").iterdir())) != 1 or list((lake / "staging").iterdir()):
        yield f"after compacting there are {sorted(p.name for p in lake.rglob('0*'))}"
    if lakes.rows(lake) != each * len(cases):
        yield "compacting changes how many records there are"


def problems(bridle, scratch):
    lakes, kept, lake = Lakes(bridle, scratch), scratch / "kept", scratch / "lake"
    kept.mkdir()
    fresh = checked(lakes, kept)
    code, out, err = lakes.run("lake", "add", lake, *sorted(kept.iterdir()))
    if code != 0:
        yield f"lake add: {code} {out} {err}"
        return
    yield from unlike_fresh_checks(lakes, lake, fresh)
    try:
        yield from told_of_people(lakes, lake)
        yield from left_of_a_removed_case(lakes, lake)
    except ImportError:
        print("pyarrow is not there: what the lake's files hold was not looked at")
    yield from lost_or_doubled(lakes, kept)


def main():
    bridle = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as scratch:
        found = list(problems(bridle, pathlib.Path(scratch)))
    print(*found, sep="\n")
    sys.exit(len(found) > 0)


if __name__ == "__main__":
    main()
