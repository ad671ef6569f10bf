#!/usr/bin/env python3
"""Exports each case of test/exhibit in each form, some at each level, and has the forms' own validators look at it:
export_test.py BRIDLE.

The validators are what tools/setup.sh puts into .deps/validators; without them the test is skipped. Two exports must
agree in every byte, and nothing that names a person in an exhibit may stand in one that is not revealed."""
import csv
import datetime
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import warnings

VALIDATORS = pathlib.Path(".deps/validators")
FORMS = {"case": ".jsonld", "csv": "", "misp": ".json", "parquet": "", "sqlite": ".db", "stix": ".json", "timesketch": ".jsonl"}
LEVELS = ("verdict", "matched", "context", "full")
THOROUGH = ("example", "androidqf", "altered_media_ios")  # the others differ in how they were packed
csv.field_size_limit(1 << 30)


def export(bridle, case, form, level, out, *more):
    run = subprocess.run([bridle, "export", str(case), "--to", form, "--share", level, "-o", str(out), *more],
                         capture_output=True, text=True, timeout=120)
    return "" if run.returncode == 0 else f"{case.name}: {form} at {level}: {run.stderr}"


def content(path):
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return [(f.name if path.is_dir() else "", f.read_bytes()) for f in files]


def timesketch(path):
    """What its importer wants of each line, and that the two times of an event are one."""
    for line in path.read_text().splitlines():
        event = json.loads(line)
        when = datetime.datetime.fromisoformat(event["datetime"])
        epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
        if not event["message"] or not event["timestamp_desc"]:
            yield f"{path.name}: an event without words"
        if (when - epoch) // datetime.timedelta(microseconds=1) != event["timestamp"]:
            yield f"{path.name}: {event['datetime']} is not {event['timestamp']}"


def sqlite(path):
    db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)] or db.execute("PRAGMA user_version").fetchone() != (1,):
        yield f"{path.name}: not whole"
    for name, rows in db.execute("SELECT name, rows FROM tables").fetchall():
        if db.execute(f'SELECT count(*) FROM "{name}"').fetchone() != (rows,):
            yield f"{path.name}: {name} has other than {rows} rows"
    if loose := db.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'").fetchall():
        yield f"{path.name}: not STRICT: {loose}"
    db.close()


def same_rows(folder, tables):
    """CSV and Parquet hold the same tables, row for row."""
    import pyarrow.parquet
    for path in sorted(folder.glob("*.csv")):
        with open(path, newline="", encoding="utf-8") as f:
            rows = sum(1 for _ in csv.DictReader(f))
        twin = tables / (path.stem + ".parquet")
        if rows != (pyarrow.parquet.read_table(twin).num_rows if twin.exists() else 0):
            yield f"{path.name}: {rows} rows, and others in {twin.name}"


def encrypted(bridle, case, scratch):
    """What age itself decrypts is what is written without a recipient."""
    import pyrage
    identity, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    plain, sealed, folder, packed = (scratch / n for n in ("a.json", "a.age", "a", "a.tar.age"))
    ssh = scratch / "desk"
    if shutil.which("ssh-keygen"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(ssh)], check=True)
    who = ["--recipient", str(identity.to_public()), "--recipient", str(other.to_public())]
    keys = [identity, other]
    if ssh.exists():  # a machine without OpenSSH tests the other sort alone
        who += ["--recipient", ssh.with_suffix(".pub").read_text().strip()]
        keys.append(pyrage.ssh.Identity.from_buffer(ssh.read_bytes()))
    yield export(bridle, case, "stix", "matched", plain)
    yield export(bridle, case, "stix", "matched", sealed, *who)
    yield export(bridle, case, "csv", "full", folder)
    yield export(bridle, case, "csv", "full", packed, *who)
    for key in keys:
        if pyrage.decrypt(sealed.read_bytes(), [key]) != plain.read_bytes():
            yield "age decrypts something else"
    (scratch / "a.tar").write_bytes(pyrage.decrypt(packed.read_bytes(), keys[:1]))
    with tarfile.open(scratch / "a.tar") as tar:
        if [(m.name, tar.extractfile(m).read()) for m in tar] != content(folder):
            yield "the archive holds something else"


def people(folder, findings):
    """Telephone numbers and addresses that the exhibit's records hold, as they stand in them."""
    kinds = ("phone", "email", "account")
    schema = json.loads((folder / "schema.json").read_text())["files"]
    found = set()
    for path in sorted(folder.glob("*.csv")):
        columns = [f["name"] for f in schema[path.name]["fields"] if f["kind"] in kinds]
        with open(path, newline="", encoding="utf-8") as f:
            for row in csv.DictReader(f):
                found |= {row[c].lstrip("'") for c in columns if "@" in row[c] or row[c].lstrip("'").startswith("+")}
    matched = {row["value"].lstrip("'") for row in csv.DictReader(open(findings, newline="", encoding="utf-8"))}
    return {f for f in found - matched if "\n" not in f}


def exports(bridle, case, scratch, levels):
    revealed = scratch / f"{case.name}-revealed"
    yield export(bridle, case, "csv", "full", revealed, "--reveal")
    known = people(revealed, revealed / "findings.csv")
    for form, extension in FORMS.items():
        for level in levels:
            if (form, level) == ("timesketch", "verdict"):
                continue
            twice = (1, 2) if level == "matched" else (1,)
            outs = [scratch / f"{case.name}-{level}-{n}.{form}{extension}" for n in twice]
            for out in outs:
                yield export(bridle, case, form, level, out)
            if not all(out.exists() for out in outs):
                continue
            if content(outs[0]) != content(outs[-1]):
                yield f"{outs[0].name}: another export has other bytes"
            if form not in ("parquet", "sqlite"):  # those pack their texts
                bytes_ = b"".join(data for _, data in content(outs[0]))
                yield from (f"{outs[0].name}: tells {p!r}" for p in known if p.encode() in bytes_)
    for level in (l for l in levels if l != "verdict"):
        yield from timesketch(scratch / f"{case.name}-{level}-1.timesketch.jsonl")
    for level in levels:
        yield from sqlite(scratch / f"{case.name}-{level}-1.sqlite.db")
        yield from same_rows(scratch / f"{case.name}-{level}-1.csv", scratch / f"{case.name}-{level}-1.parquet")


def validated(scratch):
    from pymisp import MISPEvent
    stix = sorted(scratch.glob("*-1.stix.json"))
    run = subprocess.run([VALIDATORS / "bin/stix2_validator", "--strict", *stix], capture_output=True, text=True)
    if run.returncode or run.stdout.count("STIX JSON: Valid") != len(stix):
        yield f"stix2_validator: {run.stdout}{run.stderr}"
    for path in sorted(scratch.glob("*-1.misp.json")):
        with warnings.catch_warnings(record=True) as told:
            event = MISPEvent()
            event.load_file(path)
        if told or len(event.attributes) < 1 or not event.tags:
            yield f"{path.name}: {[str(w.message) for w in told]}"
    # All in one graph: reading the ontology is most of its time.
    graphs = sorted(scratch.glob("*-matched-1.case.jsonld")) + [scratch / "example-verdict-1.case.jsonld", scratch / "androidqf-full-1.case.jsonld"]
    run = subprocess.run([VALIDATORS / "bin/case_validate", *graphs], capture_output=True, text=True)
    if run.returncode:
        yield f"case_validate: {run.stdout}{run.stderr}"


def main():
    if not (VALIDATORS / "made").exists():
        print("the validators are not there: tools/setup.sh all fetches them")
        sys.exit(77)
    for packages in (*VALIDATORS.glob("lib/python3*/site-packages"), *pathlib.Path(".deps/python").glob("lib/python3*/site-packages")):
        sys.path.insert(0, str(packages.resolve()))
    import exhibit_test
    bridle, found = str(pathlib.Path(sys.argv[1]).resolve()), []
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        for about in sorted(pathlib.Path("test/exhibit").glob("*/case.json")):
            folder, facts, case = about.parent.resolve(), json.loads(about.read_text()), scratch / about.parent.name
            at = scratch / f"{case.name}-exhibit"
            at.mkdir()
            exhibit_test.check(bridle, facts, exhibit_test.received(folder, facts, at), case, folder, 2)
            found += exports(bridle, case, scratch, LEVELS if case.name in THOROUGH else LEVELS[1:2])
        found += validated(scratch)
        found += encrypted(bridle, scratch / "example", scratch)
    found = [f for f in found if f]
    print(*found[:50], sep="\n")
    sys.exit(len(found) > 0)


main()
