#!/usr/bin/env python3
"""Fleets of 1,400 invented phones, checked, hunted and graphed by the three commands of the README, beside what was
planted in them: fleets.py [--bridle PATH] [--phones N] [SEED…]

The hunt is for the servers that were planted, as if somebody had published them the day after."""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))
from fleet_truth import MAKER, Compared, Truth, named_in  # noqa: E402

WORK = ROOT / "build/bench"


def timed(*command):
    start = time.monotonic()
    done = subprocess.run([str(c) for c in command], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode not in range(6):
        sys.exit(f"{command[1]}: {done.returncode}\n{done.stderr[-2000:]}")
    return time.monotonic() - start


def hunted(lake, truth, bridle, pack, out):
    pack.write_text("type,value\n" + "".join(f"domain,{host}\n" for host in sorted(truth.met_by)))
    seconds = timed(bridle, "hunt", lake, "-i", pack, "-o", out)
    found = {f["name"] for f in json.loads(out.read_text())["findings"] if f["finding"]["rule"] == "indicator.domain"}
    return seconds, Compared(found, set().union(*truth.met_by.values()))


def try_fleet(seed, options):
    fleet, lake, found = (WORK / f"{what}-{seed}" for what in ("fleet", "fleet-lake", "fleet-campaign"))
    for old in (fleet, lake, found):
        shutil.rmtree(old, ignore_errors=True)
    timed(sys.executable, MAKER, fleet, "--phones", options.phones, "--seed", seed)
    truth = Truth(fleet)
    checked = timed(options.bridle, "check", "--batch", fleet / "phones", "--lake", lake, "--progress", "none")
    seconds, phones = hunted(lake, truth, options.bridle, WORK / "servers.csv", WORK / "hunt.json")
    graphed = timed(options.bridle, "campaign", lake, "-o", found)
    named = named_in(found / "campaign.json")
    centres = len(named["accounts"] & truth.call_centres)
    cells = [seed, f"{checked:.1f} s", f"{seconds:.2f} s; {phones}", f"{graphed:.2f} s",
             Compared(named["accounts"], truth.accounts), Compared(named["servers"], truth.servers),
             Compared(named["phones"], truth.phones), f"{centres} named", f"{len(named['shared'])} named"]
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bridle", default=ROOT / "build/release/bridle")
    parser.add_argument("--phones", default=1400)
    parser.add_argument("seeds", nargs="*", default=[1, 2, 3, 4, 5])
    options = parser.parse_args()
    if MAKER is None:
        sys.exit("the maker of fleets is not there (../shared)")
    WORK.mkdir(parents=True, exist_ok=True)
    print("| seed | batch | hunt; phones | campaign | accounts | servers | phones | call centres | shared |\n" + "| --- " * 9 + "|")
    for seed in options.seeds:
        try_fleet(seed, options)


if __name__ == "__main__":
    main()
