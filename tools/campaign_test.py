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

from fleet_truth import MAKER, Compared, Truth, named_in

BRIDLE = str(pathlib.Path(sys.argv[1]).resolve())
LEAST = 0.98  # precision and recall


def run(*words, codes=(0,)):
    done = subprocess.run([str(w) for w in words], capture_output=True)
    if done.returncode not in codes:
        sys.exit(f"{words[:4]}: {done.returncode}\n{done.stderr.decode()[-2000:]}")


def judged(folder, *fleet):
    """The folder of what was found."""
    run(sys.executable, MAKER, folder / "fleet", "--countries", "20", "--seed", "21", *fleet)
    phones = sorted((folder / "fleet/phones").iterdir())
    for phone in phones:
        run(BRIDLE, "check", *sorted(phone.iterdir()), "-o", folder / "cases" / phone.name, "--jobs", "1",
            codes=range(6))
    run(BRIDLE, "lake", "add", folder / "lake", *(folder / "cases" / phone.name for phone in phones))
    run(BRIDLE, "campaign", folder / "lake", "-o", folder / "found")
    return folder / "found"


def compare(what, *sets):
    compared = Compared(*sets)
    print(f"{what}: {compared}")
    if compared.precision < LEAST or compared.recall < LEAST:
        sys.exit(f"{what}: too many are {sorted(compared.wrong)}, {sorted(compared.missed)} were missed")


def check_fleet(folder):
    found = judged(folder, "--phones", "300")
    truth, named = Truth(folder / "fleet"), named_in(found / "campaign.json")
    compare("accounts", named["accounts"], truth.accounts)
    compare("servers", named["servers"], truth.servers, {h for h, phones in truth.met_by.items() if len(phones) > 1})
    compare("phones", named["phones"], truth.phones)
    compare("shared", named["shared"], set())
    if centres := named["accounts"] & truth.call_centres:
        sys.exit(f"call centres are named: {centres}")
    run(BRIDLE, "campaign", folder / "lake", "-o", folder / "again")
    for file in sorted(found.iterdir()):
        if file.read_bytes() != (folder / "again" / file.name).read_bytes():
            sys.exit(f"{file.name}: the same lake gave other bytes")


def check_peace(folder):
    found = judged(folder, "--phones", "60", "--victims", "0")
    result = json.loads((found / "campaign.json").read_text())
    if any(result[what] for what in ("accounts", "servers", "phones", "cells", "shared", "window")):
        sys.exit(f"nobody attacked, and somebody is named: {result}")


if MAKER is None:
    print("skipped: the maker of fleets is not there (../shared)")
    sys.exit(77)
for check in (check_fleet, check_peace):
    work = pathlib.Path(tempfile.mkdtemp())
    check(work)
    shutil.rmtree(work)
