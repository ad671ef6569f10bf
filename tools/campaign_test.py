#!/usr/bin/env python3
"""A small fleet of invented phones, checked, kept in a lake and judged: campaign_test.py BRIDLE.

Compares what `bridle campaign` names with what the fleet's maker planted; a fleet that nobody attacked must give no
name at all, and the same lake the same bytes."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

TREE = pathlib.Path(__file__).resolve().parent.parent
BRIDLE = str(pathlib.Path(sys.argv[1]).resolve())
MAKER = next((m for p in TREE.parents if (m := p / "shared/exam/make_fleet.py").exists()), None)
LEAST = 0.98  # precision and recall


def run(*words, codes=(0,)):
    done = subprocess.run([str(w) for w in words], capture_output=True)
    if done.returncode not in codes:
        sys.exit(f"{words[:4]}: {done.returncode}\n{done.stderr.decode()[-2000:]}")


def judged(folder, *fleet):
    """What was planted, and the folder of what was found."""
    run(sys.executable, MAKER, folder / "fleet", "--countries", "20", "--seed", "21", *fleet)
    phones = sorted((folder / "fleet/phones").iterdir())
    for phone in phones:
        run(BRIDLE, "check", *sorted(phone.iterdir()), "-o", folder / "cases" / phone.name, "--jobs", "1",
            codes=range(6))
    run(BRIDLE, "lake", "add", folder / "lake", *(folder / "cases" / phone.name for phone in phones))
    run(BRIDLE, "campaign", folder / "lake", "-o", folder / "found")
    return json.loads((folder / "fleet/truth.json").read_text()), folder / "found"


def compare(what, named, planted, can_be_told=None):
    """All that is named must be planted; what leaves too little behind to be told need not be named."""
    wanted = planted if can_be_told is None else can_be_told
    precision = len(named & planted) / len(named) if named else 1
    recall = len(named & wanted) / len(wanted) if wanted else 1
    print(f"{what}: {len(named)} named, {len(planted)} planted, precision {precision:.3f}, recall {recall:.3f}")
    if precision < LEAST or recall < LEAST:
        sys.exit(f"{what}: too many are {sorted(named - planted)}, {sorted(wanted - named)} were missed")


def contents(folder, phone):
    for file in (folder / "fleet/phones" / phone).rglob("*"):
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as inner:
                yield from map(inner.read, inner.namelist())
        elif file.is_file():
            yield file.read_bytes()


def phones_with_a_trace(folder, server):
    """The maker counts phones that met a server although nothing of it is left on them."""
    name = server["host"].encode()
    return sum(any(name in content for content in contents(folder, phone)) for phone in server["visible_on"])


def check_fleet(folder):
    truth, found = judged(folder, "--phones", "300")
    result = json.loads((found / "campaign.json").read_text())
    named = {what: {one["id"] for one in result[what]} for what in ("accounts", "servers", "phones")}
    compare("accounts", named["accounts"], {a["number"] for a in truth["attackers"] if a["victims"]})
    traces = {s["host"]: phones_with_a_trace(folder, s) for s in truth["servers"]}
    compare("servers", named["servers"], {host for host, n in traces.items() if n > 0},
            can_be_told={host for host, n in traces.items() if n > 1})
    compare("phones", named["phones"], set(truth["victims"]))
    if centres := named["accounts"] & set(truth["call_centres"]):
        sys.exit(f"call centres are named: {centres}")
    run(BRIDLE, "campaign", folder / "lake", "-o", folder / "again")
    for file in sorted(found.iterdir()):
        if file.read_bytes() != (folder / "again" / file.name).read_bytes():
            sys.exit(f"{file.name}: the same lake gave other bytes")


def check_peace(folder):
    _, found = judged(folder, "--phones", "60", "--victims", "0")
    result = json.loads((found / "campaign.json").read_text())
    if any(result[what] for what in ("accounts", "servers", "phones", "cells", "window")):
        sys.exit(f"nobody attacked, and somebody is named: {result}")


if MAKER is None:
    print("skipped: the maker of fleets is not there (../shared)")
    sys.exit(77)
for check in (check_fleet, check_peace):
    work = pathlib.Path(tempfile.mkdtemp())
    check(work)
    shutil.rmtree(work)
