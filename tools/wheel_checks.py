"""Run by wheel_test.py in an environment that has the wheel and nothing else: wheel_checks.py BRIDLE FOLDER."""
import base64
import concurrent.futures
import hashlib
import importlib.metadata
import json
import os
import pathlib
import subprocess
import sys
import typing

import bridle
from bridle import _result

PACKS = "examples/packs"


def same_as_the_command_line(program, folder):
    """Result and records, byte for byte, and a call-back that heard of it."""
    heard = []
    case = bridle.check(folder / "backup", output=folder / "python", indicators=[PACKS], progress=heard.append)
    subprocess.run([program, "check", folder / "backup", "-o", folder / "line", "-i", PACKS], capture_output=True)
    for name in ["result.json", *(f"records/{artefact}.parquet" for artefact in case.artefacts)]:
        assert (folder / "python" / name).read_bytes() == (folder / "line" / name).read_bytes(), name
    result = json.loads((folder / "line/result.json").read_text())
    for name in ("verdict", "complete", "exhibits", "coverage", "findings", "gaps"):
        assert getattr(case, name) == result[name], name
    assert case.verdict == "match" and len(case.findings) > 10 and len(case.artefacts) > 30
    assert {event["phase"] for event in heard} == {"intake", "artefact", "finding"}, heard
    told = [event["artefact"] for event in heard if event["phase"] == "finding"]
    assert set(told) == {finding["artefact"] for finding in case.findings if finding["rule"].startswith("indicator.")}, told
    assert bridle.open(folder / "line").findings == case.findings
    sums = {s["surface"]: s["records"] for s in case.coverage}
    assert all(len(case.records(artefact)) == sums[artefact] for artefact in case.artefacts if artefact in sums)


def passwords(folder):
    """Two checks at a time, from two threads."""
    def check(password):
        return bridle.check(folder / "encrypted", output=folder / password, password=password, indicators=PACKS)

    with concurrent.futures.ThreadPoolExecutor() as threads:
        right, wrong = threads.map(check, ("an example", "another"))
    assert right.verdict == "match" and wrong.verdict == "inconclusive" and not wrong.complete


def raised(kind, function, *args, **options):
    try:
        function(*args, **options)
    except kind as error:
        return error
    raise AssertionError(f"{kind.__name__} was expected")


def refusals(folder):
    backup, out = folder / "backup", folder / "refused"
    missing = raised(bridle.Refused, bridle.check, folder / "nowhere", output=out)
    assert (missing.file, missing.at) == (str(folder / "nowhere"), None) and "no such file" in missing.why, missing
    inside = raised(bridle.Refused, bridle.check, backup, output=backup / "case")
    assert inside.file == str(backup) and "inside the exhibit" in inside.why and not (backup / "case").exists()
    full = raised(bridle.Refused, bridle.check, backup, output=folder / "python")
    assert full.file == str(folder / "python") and full.why == "the folder for the case is not empty"
    packs = folder / "packs"
    packs.mkdir()
    (packs / "bad.stix2").write_text('{"type":"bundle","objects":[{')
    bad = raised(bridle.Refused, bridle.check, backup, output=out, indicators=[packs])
    assert (bad.file, bad.at) == (str(packs / "bad.stix2"), 29), bad
    assert str(bad) == f"{packs}/bad.stix2: the text is not JSON (byte 29)"
    assert not out.exists()
    raised(ValueError, bridle.check, backup, output=out, password="two\nlines")


def changes(folder):
    """An exhibit that is not the same at the end, and a call-back that has seen enough."""
    exhibit = folder / "changing"
    exhibit.mkdir()
    for name in ("Info.plist", "Manifest.db", "Manifest.plist", "Status.plist"):
        (exhibit / name).write_bytes((folder / "backup" / name).read_bytes())
    (exhibit / "filler.bin").touch()
    os.truncate(exhibit / "filler.bin", 1 << 30)  # takes a second to hash

    def cut(event):
        os.truncate(exhibit / "filler.bin", 1 << 20)

    failure = raised(bridle.IntegrityFailure, bridle.check, exhibit, output=folder / "changed", progress=cut)
    assert failure.file == "filler.bin" and failure.case.verdict == "invalid", failure
    os.truncate(exhibit / "filler.bin", 1 << 32)

    def enough(event):
        raise LookupError("enough")

    assert str(raised(LookupError, bridle.check, exhibit, output=folder / "stopped", progress=enough)) == "enough"
    stopped = bridle.open(folder / "stopped")
    assert stopped.verdict == "inconclusive" and not stopped.complete


def damage(folder):
    case = folder / "line"
    raised(KeyError, bridle.open(case).records, "ios_nothing")
    raised(FileNotFoundError, bridle.open, folder / "nowhere")
    table = case / "records/ios_sms.parquet"
    whole = table.read_bytes()
    for content in (b"", b"PAR1", whole[:len(whole) // 2], whole[:-8] + b"\xff\xff\xff\x7fPAR1"):
        table.write_bytes(content)
        for read in (len, bridle.Records.__arrow_c_stream__, bridle.Records.__arrow_c_schema__):
            assert raised(bridle.Damaged, read, bridle.open(case).records("ios_sms")).file == str(table)
    result = case / "result.json"
    for content, at in ((b'{"verdict": \xff}', 12), ('{"é": nought}'.encode(), 7), (b'{"schema": "other/1"}', None)):
        result.write_bytes(content)
        error = raised(bridle.Damaged, bridle.open, case)
        assert (error.file, error.at) == (str(result), at), error


def types_are_the_schema(kind, schema):
    """The typed dictionaries against docs/result.schema.json."""
    kind = kind.__args__[0] if typing.get_origin(kind) in (typing.NotRequired, typing.Required) else kind
    if typing.get_origin(kind) is list:
        types_are_the_schema(kind.__args__[0], schema["items"])
    elif typing.get_origin(kind) is typing.Literal:
        assert set(kind.__args__) == set(schema["enum"]), (kind, schema)
    elif typing.is_typeddict(kind):
        hints = typing.get_type_hints(kind, include_extras=True)
        assert hints.keys() == schema["properties"].keys(), (kind, hints.keys() ^ schema["properties"].keys())
        assert kind.__required_keys__ == set(schema["required"]), (kind, kind.__required_keys__ ^ set(schema["required"]))
        for name, hint in hints.items():
            types_are_the_schema(hint, schema["properties"][name])
    elif kind in (str, int, bool) and "type" in schema:
        assert {str: "string", int: "integer", bool: "boolean"}[kind] == schema["type"], (kind, schema)


def installed_whole():
    """Each file is what the wheel's own list says, and the program of the command line runs."""
    for file in importlib.metadata.files("bridle"):
        if file.hash and file.suffix != ".pyc":
            digest = hashlib.sha256(file.read_binary()).digest()
            assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == file.hash.value, file
    program = pathlib.Path(sys.executable).parent / "bridle"
    said = subprocess.run([program, "--version"], capture_output=True, text=True).stdout
    assert said == f"bridle {bridle.__version__}\n" == f"bridle {importlib.metadata.version('bridle')}\n", said


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    installed_whole()
    types_are_the_schema(_result.Result, json.loads(pathlib.Path("docs/result.schema.json").read_text()))
    same_as_the_command_line(program, folder)
    passwords(folder)
    refusals(folder)
    changes(folder)
    damage(folder)


main()
