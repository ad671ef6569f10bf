#!/usr/bin/env python3
"""Compares `bridle mvt-ios` and `bridle mvt-android` with MVT itself, module by module, output by output.

    mvt_front_test.py BRIDLE [--mvt FOLDER_OF_ITS_PROGRAMS] [--keys] [-i PACK]... COMMAND EXHIBIT...
                                   COMMAND as in MVT: "mvt-ios check-backup", "mvt-android check-bugreport", ...

Without an exhibit the example backup is made and checked. Each module's rows become tuples of the keys that both
know (docs/mvt-front.md says which differ). The table tells how many rows MVT has, how many we have, and how many of
MVT's are not among ours. Exit 1 if a row is missing that the page does not explain, 77 if MVT is not on this machine."""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

# Keys whose values differ in form, or that say where the row lay; docs/mvt-front.md says why.
NOT_COMPARED = {
    "sms": {"text", "links", "direction", "account"},
    "interaction_c": {"direction", "attachment_id", "recipient_count"},
    "chrome_history": {"id", "timestamp"},
    "safari_history": {"timestamp"},
    "webkit_resource_load_statistics": {"domain_id", "last_seen", "most_recent_user_interaction_time", "most_recent_web_push_interaction_time",
                                        "had_user_interaction"},
    "manifest": {"size"},
    "whatsapp": {"links", "ZMESSAGEDATE", "ZSENTDATE", "ZMEDIAURL"},
    "shortcuts": {"action_urls"},
    "configuration_profiles": {"plist"},
    "global_preferences": {"value"},
    "dumpsys_accessibility": {"binding", "bound", "crashed", "user_id", "installed_service_count"},
    "dumpsys_packages": {"permissions", "users", "app_id", "requested_permissions", "package_type"},
    "aqf_packages": {"files"},
    "dumpsys_battery_daily": {"occurrences"},
    "dbinfo": {"pid"},
    "dumpsys_battery_history": {"package_name"},
    "locationd_clients": {"Registered"},
    "mounts": {"process_ids", "is_system_partition", "mount_options"},
    "dumpsys_adb_state": {"keystore", "user_keys"},
    "tombstones": {"binary_path", "timestamp"},
    "processes": {"cpu_time"},
    "sms_attachments": {"start_date"},
}

# Modules whose missing rows docs/mvt-front.md and docs/differences-from-mvt.md explain.
EXPLAINED = {"aqf_log_timestamps", "bugreport_timestamps", "dumpsys_activities", "dumpsys_receivers", "dumpsys_adb_state", "processes", "filesystem", "cache_files",
             "shutdown_log"}

# What MVT writes where the phone has nothing: the moment 0, the hash of no icon, messages that stay; and the phone's own word.
NOTHING = {"1970-01-01 00:00:00.000000", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "off", "null", "{null}"}


def rows(path):
    """the records of a file of either side: a list, or lists by the file that they come from"""
    value = json.loads(path.read_text())
    if isinstance(value, dict):
        lists = [v for v in value.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
        return [row for rows in lists for row in rows] if lists and len(lists) == len(value) else [value]
    return [row if isinstance(row, dict) else {"path": row} for row in value]


def plain(value):
    """a value in a form that does not depend on who wrote it"""
    if isinstance(value, list):
        return sorted((plain(v) for v in value), key=json.dumps) if value else ""
    if isinstance(value, dict):
        return [[k, plain(v)] for k, v in sorted(value.items())]
    if isinstance(value, bool) or value in (None, ""):
        return "" if value is None or value == "" else str(value)
    if isinstance(value, (int, float)):
        return f"{float(value):.9g}"
    text = str(value).replace("\\x00", "\0").strip()
    if text in NOTHING:
        return ""
    # MVT cuts times that are stored in nanoseconds to seconds.
    return text[:19] if text[4:5] == "-" and text[10:11] in " T" and len(text) in (20, 23, 26) else text


def shape(row, keys):
    return json.dumps([plain(row.get(k)) for k in keys], ensure_ascii=False)


def compare(module, theirs, ours, show_keys):
    known = {k for row in ours for k in row}
    keys = sorted({k for row in theirs for k in row} & known - NOT_COMPARED.get(module, set()))
    have = {shape(row, keys) for row in ours}
    missing = [row for row in theirs if shape(row, keys) not in have]
    note = ""
    if show_keys:
        note = "   not ours: " + " ".join(sorted({k for row in theirs for k in row} - known))
    if missing:
        row = missing[0]
        near = max(ours, key=lambda o: sum(plain(o.get(k)) == plain(row.get(k)) for k in keys), default={})
        note += "   " + ", ".join(f"{k}: {row.get(k)!r} / {near.get(k)!r}" for k in keys if plain(row.get(k)) != plain(near.get(k)))[:300]
    return len(missing), note


def real(module, theirs):
    """without rows that MVT makes up: placeholders, and a message again for each of its links"""
    if module == "datausage":
        return [row for row in theirs if not str(row.get("proc_name")).startswith(("MISSING", "MANIPULATED"))]
    if module == "whatsapp":
        firsts = {row["Z_PK"]: row for row in reversed(theirs) if "Z_PK" in row}
        return [*firsts.values(), *(row for row in theirs if "Z_PK" not in row)]
    return theirs


def run(program, arguments, home):
    env = dict(os.environ, HOME=str(home), MVT_NETWORK_ACCESS_ALLOWED="false")
    done = subprocess.run([str(p) for p in [*program, *arguments]], env=env, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{program} ended with {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")


def compare_exhibit(asked, command, exhibit, work):
    home = work / "home"
    home.mkdir(exist_ok=True)
    group, check = command.split()
    packs = [word for pack in asked.indicators for word in ("-i", pack)]
    for folder in (work / "mvt", work / "ours"):
        shutil.rmtree(folder, ignore_errors=True)
    extra = ["-n"] if check in ("check-androidqf",) else []
    run([asked.mvt / group, "--disable-update-check", "--disable-indicator-update-check", check], [*extra, *packs, "-o", work / "mvt", exhibit], home)
    run([asked.bridle, group, "--disable-update-check", check], [*extra, *packs, "-o", work / "ours", exhibit], home)
    print(f"{command} {exhibit}\n{'module':34}{'MVT':>8}{'ours':>8}{'missing':>8}")
    worse = 0
    for path in sorted((work / "mvt").glob("*.json")):
        module = path.stem
        if module in ("alerts", "info", "urls") or module.endswith("_detected"):
            continue
        theirs = real(module, rows(path))
        mine = work / "ours" / path.name
        ours = rows(mine) if mine.exists() else []
        missing, note = compare(module, theirs, ours, asked.keys)
        worse += missing if module not in EXPLAINED else 0
        print(f"{module:34}{len(theirs):8}{len(ours):8}{missing:8}{note}")
    return worse


def example(work):
    tree = pathlib.Path(__file__).resolve().parent.parent
    made = work / "backup"
    subprocess.run([sys.executable, tree / "tools/make_exhibit.py", "backup", tree / "examples/backup", made], check=True)
    return made, tree / "examples/packs/example.stix2"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bridle", type=pathlib.Path)
    parser.add_argument("--mvt", type=pathlib.Path)
    parser.add_argument("--keys", action="store_true")
    parser.add_argument("-i", dest="indicators", action="append", default=[])
    parser.add_argument("command", nargs="?", default="mvt-ios check-backup")
    parser.add_argument("exhibits", nargs="*")
    asked = parser.parse_intermixed_args()
    found = shutil.which("mvt-ios")
    asked.mvt = asked.mvt or (pathlib.Path(found).parent if found else None)
    if not asked.mvt:
        print("MVT is not on this machine")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        if not asked.exhibits:
            made, pack = example(work)
            asked.exhibits, asked.indicators = [made], [*asked.indicators, pack]
        worse = sum(compare_exhibit(asked, asked.command, exhibit, work) for exhibit in asked.exhibits)
    sys.exit(worse > 0)


main()
