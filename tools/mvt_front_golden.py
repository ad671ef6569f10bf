#!/usr/bin/env python3
"""Tests `bridle mvt-ios` and `bridle mvt-android` without MVT: mvt_front_golden.py BRIDLE.

The example backup, and the Android exhibits of test/exhibit/ that GOLDEN names, give the files of test/mvt_front/NAME.txt:
all but command.log, info.json and the case, the first rows of each, JSON without its indentation. BRIDLE_RECORD=1 writes them.
Then the options, the variables and the ways to end that scripts rely on."""
import difflib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import make_exhibit

TREE = pathlib.Path(__file__).resolve().parent.parent
PACK = TREE / "examples/packs/example.stix2"
# name: command, folder of the tree, whether it is a backup as text
GOLDEN = {
    "ios_backup": ("mvt-ios check-backup", "examples/backup", True),
    "androidqf": ("mvt-android check-androidqf", "test/exhibit/androidqf/in", False),
    "android_backup": ("mvt-android check-backup", "test/exhibit/androidqf/in/acquisition/backup.ab.hex", False),
    "bugreport": ("mvt-android check-bugreport", "test/mvt_front/bugreport/in", False),
    "intrusion_logs": ("mvt-android check-intrusion-logs", "test/exhibit/androidqf/in/acquisition/intrusion_logs", False),
}
BRIDLE = ""
SHOWN = 5  # rows of each file


def bridle(*words, env=None, **more):
    clear = {k: v for k, v in os.environ.items() if not k.startswith(("MVT_", "BRIDLE_"))}
    return subprocess.run([BRIDLE, *map(str, words)], capture_output=True, text=True, stdin=subprocess.DEVNULL, env={**clear, **(env or {})}, **more)


def made(name, work):
    command, folder, backup = GOLDEN[name]
    out = work / name
    if backup:
        subprocess.run([sys.executable, TREE / "tools/make_exhibit.py", "backup", TREE / folder, out], check=True)
    elif (TREE / folder).is_file():
        (name, data), = make_exhibit.files_of(TREE / folder)
        out.mkdir()
        out = out / name
        out.write_bytes(data)
    else:
        make_exhibit.artefact(TREE / folder, out)
    return command.split(), out


def told(folder):
    """all files of a folder of results as lines"""
    lines = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith("bridle-case") or path.name in ("command.log", "info.json"):
            continue
        lines.append(f"== {path.name}")
        if path.suffix == ".json":
            value = json.loads(path.read_text())
            rows = [json.dumps(row, ensure_ascii=False) for row in (value if isinstance(value, list) else [value])]
        else:
            rows = path.read_text().splitlines()
        lines += rows[:SHOWN]
        if len(rows) > SHOWN:
            lines.append(f"… {len(rows)} in all")
    return lines


def check_golden(name, work):
    command, exhibit = made(name, work)
    done = bridle(*command, "-i", PACK, "-o", work / f"{name}.out", exhibit)
    want = TREE / "test/mvt_front" / f"{name}.txt"
    have = [line.replace(str(work), "") for line in told(work / f"{name}.out")] if done.returncode == 0 else [done.stdout, done.stderr]
    if os.environ.get("BRIDLE_RECORD") == "1":
        want.parent.mkdir(exist_ok=True)
        want.write_text("\n".join(have) + "\n")
    old = want.read_text().splitlines() if want.exists() else []
    return list(difflib.unified_diff(old, have, str(want), "now", lineterm=""))


def expect(problems, what, done, code, *texts):
    said = done.stdout + done.stderr
    if done.returncode != code or not all(text in said for text in texts):
        problems.append(f"{what}: ended with {done.returncode}, not {code}, or does not say {texts}:\n{said[:800]}")


def check_ways_to_end(work):
    problems = []
    _, backup = made("ios_backup", work / "again")
    ios = ("mvt-ios", "--disable-update-check", "--disable-indicator-update-check")
    expect(problems, "no results kept", bridle(*ios, "check-backup", backup), 0, "[sms] SMS:")
    expect(problems, "own codes", bridle(*ios, "check-backup", "--bridle-exit-codes", "-i", PACK, backup), 5, "CRITICAL ALERT")
    expect(problems, "variable for packs", bridle(*ios, "check-backup", "-m", "SMS", backup, env={"MVT_STIX2": str(PACK)}), 0, "CRITICAL ALERT [sms]")
    expect(problems, "list", bridle(*ios, "check-backup", "-l", backup), 0, "SafariHistory")
    expect(problems, "unknown module", bridle(*ios, "check-backup", "-m", "Nope", backup), 2, "Nope")
    expect(problems, "no such path", bridle(*ios, "check-backup", work / "nowhere"), 2, "does not exist")
    expect(problems, "wrong kind", bridle("mvt-android", "check-bugreport", backup), 1, "ios-backup")
    expect(problems, "module to load", bridle(*ios, "check-backup", "--load-module", "x.py", backup), 2, "--load-module")
    expect(problems, "download", bridle(*ios, "download-iocs"), 1, "never goes to the network")
    expect(problems, "sysdiagnose", bridle(*ios, "check-sysdiagnose", backup), 1, "sysdiagnose")
    expect(problems, "version", bridle("mvt-android", "version"), 0, "bridle ")
    expect(problems, "usage", bridle("mvt-ios", "check-backup"), 2)
    once = bridle(*ios, "check-backup", "-o", work / "twice", "-H", backup)
    twice = bridle(*ios, "check-backup", "-o", work / "twice", "-H", backup)
    expect(problems, "a folder used before", once, 0)
    expect(problems, "a folder used again", twice, 0)
    before = told(work / "twice")
    expect(problems, "new indicators", bridle(*ios, "check-iocs", "-i", PACK, work / "twice"), 0, "CRITICAL ALERT [sms]", "[datausage]")
    expect(problems, "new indicators, own codes", bridle(*ios, "check-iocs", "--bridle-exit-codes", "-i", PACK, work / "twice/bridle-case"), 5)
    expect(problems, "no results", bridle(*ios, "check-iocs", "-i", PACK, backup), 1, "no results")
    if told(work / "twice") != before:
        problems.append("check-iocs changed the results")
    info = json.loads((work / "twice/info.json").read_text())
    if sorted(info) != ["date", "hashes", "ioc_files", "mvt_version", "target_path"] or not info["hashes"]:
        problems.append(f"info.json: {info}")
    for place in info["hashes"]:
        if not pathlib.Path(place["file_path"]).exists():
            problems.append(f"info.json names a file that is not there: {place}")
            break
    check_locked(work, problems)
    return problems


def check_locked(work, problems):
    locked = work / "locked"
    subprocess.run([sys.executable, TREE / "tools/make_exhibit.py", "backup", TREE / "examples/backup", locked, "--password", "correct horse"], check=True)
    expect(problems, "no password", bridle("mvt-ios", "check-backup", locked), 1, "encrypted")
    right = {"MVT_IOS_BACKUP_PASSWORD": "correct horse"}
    expect(problems, "password", bridle("mvt-ios", "check-backup", "-m", "SMS", locked, env=right), 0, "[sms] SMS:")
    key = work / "key"
    expect(problems, "key", bridle("mvt-ios", "extract-key", "-p", "correct horse", "-k", key, locked), 0, "command line")
    expect(problems, "wrong password", bridle("mvt-ios", "extract-key", "-p", "wrong", locked), 1)
    expect(problems, "decrypt", bridle("mvt-ios", "decrypt-backup", "-k", key, "-d", work / "plain", locked), 0, "files written")
    expect(problems, "plain", bridle("mvt-ios", "check-backup", "-m", "SMS", work / "plain"), 0, "[sms] SMS:")
    expect(problems, "both", bridle("mvt-ios", "decrypt-backup", "-k", key, "-p", "x", "-d", work / "p2", locked), 2)


def main():
    global BRIDLE
    BRIDLE = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        problems = [line for name in GOLDEN for line in check_golden(name, work)]
        (work / "again").mkdir()
        problems += check_ways_to_end(work)
    print(*problems, sep="\n")
    sys.exit(len(problems) > 0)


main()
