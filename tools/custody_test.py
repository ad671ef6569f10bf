#!/usr/bin/env python3
"""Custody of a case, as outsiders would check it, and the owner's consent: custody_test.py BRIDLE.

Checks the example backup, seals the case with a new key, stamps it by a small authority of openssl's, and has stock
ssh-keygen, openssl and sha256sum confirm it. Then does each kind of tampering to a copy: `bridle verify` must end
with 6 and name it. `bridle replay` must say identical, and what differs where something does."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

TREE = pathlib.Path(__file__).resolve().parent.parent
BRIDLE = str(pathlib.Path(sys.argv[1]).resolve())
AUTHORITY = """[ req ]
distinguished_name = dn
[ dn ]
[ ca ]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[ stamps ]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[ authority ]
serial = {0}/serial
signer_digest = sha256
default_policy = 1.3.6.1.4.1.32473.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""


def run(*words, code=0, **more):
    done = subprocess.run([str(w) for w in words], capture_output=True, **more)
    if done.returncode != code:
        sys.exit(f"{words}: {done.returncode} instead of {code}\n{done.stdout.decode()}\n{done.stderr.decode()}")
    return done.stdout.decode()


def make_key(folder, name):
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", folder / name)
    return f"{name} {(folder / (name + '.pub')).read_text()}"


class Authority:
    """Answers requests for time stamps, below a root of its own."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        (folder / "c.cnf").write_text(AUTHORITY.format(folder))
        (folder / "serial").write_text("01")
        new = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-config", folder / "c.cnf")
        run("openssl", "req", "-x509", *new, "-keyout", folder / "ca.key", "-out", folder / "ca.pem",
            "-subj", "/CN=Example Root", "-days", "30", "-extensions", "ca")
        run("openssl", "req", *new, "-keyout", folder / "tsa.key", "-out", folder / "tsa.csr",
            "-subj", "/CN=Example Time Authority")
        run("openssl", "x509", "-req", "-in", folder / "tsa.csr", "-CA", folder / "ca.pem", "-CAkey", folder / "ca.key",
            "-CAcreateserial", "-days", "30", "-extfile", folder / "c.cnf", "-extensions", "stamps",
            "-out", folder / "tsa.pem")
        self.root = folder / "ca.pem"

    def answer(self, request, into):
        run("openssl", "ts", "-reply", "-queryfile", request, "-signer", self.folder / "tsa.pem",
            "-inkey", self.folder / "tsa.key", "-config", self.folder / "c.cnf", "-section", "authority", "-out", into)


def lines(case):
    return (case / "custody.jsonl").read_text().splitlines(keepends=True)


def write_lines(case, text):
    (case / "custody.jsonl").write_text("".join(text))


def append(path, text="x"):
    with open(path, "a") as out:
        out.write(text)


def flip(path, at):
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def edit_line(case, number, old, new):
    text = lines(case)
    assert old in text[number - 1], (old, text[number - 1])
    text[number - 1] = text[number - 1].replace(old, new)
    write_lines(case, text)


def edit_case(case, change):
    path = case / "case.json"
    whole = json.loads(path.read_text())
    change(whole)
    path.write_text(json.dumps(whole, indent=1, sort_keys=True) + "\n")


def swap(case):
    text = lines(case)
    text[0], text[1] = text[1], text[0]
    write_lines(case, text)


def replace_by_link(path):
    path.rename(path.with_suffix(".moved"))
    path.symlink_to(path.with_suffix(".moved").name)


def sign_anew(case, key, line=2, purpose="bridle-case"):
    text = case.parent / "line"
    text.write_text(lines(case)[line - 1])
    (case.parent / "line.sig").unlink(missing_ok=True)
    run("ssh-keygen", "-q", "-Y", "sign", "-n", purpose, "-f", key, text)
    shutil.move(case.parent / "line.sig", case / "signatures" / f"{line:04}.sig")


def move_stamp(case, authority):
    """A stamp that is genuine, and for something else."""
    other = case.parent / "other"
    other.write_text("another line\n")
    run("openssl", "ts", "-query", "-data", other, "-sha256", "-cert", "-out", case.parent / "other.tsq")
    authority.answer(case.parent / "other.tsq", case / "signatures/0002.tsr")


def forge_stamp(path):
    """One bit of the signature at its end."""
    flip(path, -5)


def tamperings(key, other, authority):
    """What is done to a copy of the case or its exhibit, and the kind that `verify` must name."""
    some = "records/ios_sms.parquet"
    return {
        "a verdict changed": ("file-altered", lambda c, e: flip(c / "result.json", -40)),
        "the result taken away": ("file-missing", lambda c, e: (c / "result.json").unlink()),
        "a record changed": ("file-altered", lambda c, e: flip(c / some, 200)),
        "a table of records taken away": ("file-missing", lambda c, e: (c / some).unlink()),
        "a table of records put in": ("file-added", lambda c, e: shutil.copy(c / some, c / "records/ios_zzz.parquet")),
        "a file that is a link": ("file-replaced", lambda c, e: replace_by_link(c / "run.json")),
        "the run changed": ("file-altered", lambda c, e: flip(c / "run.json", 30)),
        "the report changed": ("file-altered", lambda c, e: append(c / "reports/analyst.html")),
        "a hash in SHA256SUMS": ("sums-disagree", lambda c, e: flip(c / "intake/SHA256SUMS", 3)),
        "a hash in the manifest": ("root-disagrees", lambda c, e: flip(c / "intake/manifest.jsonl", 40)),
        "a line of the manifest": ("manifest-unreadable", lambda c, e: append(c / "intake/manifest.jsonl", "{}\n")),
        "the hash of the exhibit": ("exhibit-hash-disagrees", lambda c, e: edit_case(
            c, lambda j: j["exhibits"][0].update(sha256="0" * 64))),
        "the exhibit of the result": ("result-disagrees", lambda c, e: edit_case(
            c, lambda j: j["exhibits"][0].update(sha256="1" * 64))),
        "a line of the log changed": ("log-line-altered", lambda c, e: edit_line(c, 1, '"check"', '"chequ"')),
        "a line of the log taken out": ("log-line-missing", lambda c, e: write_lines(c, lines(c)[1:])),
        "lines of the log swapped": ("log-line-moved", lambda c, e: swap(c)),
        "the end of the log cut off": ("log-cut-short", lambda c, e: write_lines(c, lines(c)[:1])),
        "half of a line": ("log-line-unreadable", lambda c, e: write_lines(c, ["".join(lines(c))[:-20]])),
        "nonsense in the log": ("log-line-unreadable", lambda c, e: append(c / "custody.jsonl", "nonsense\n")),
        "the log emptied": ("log-empty", lambda c, e: write_lines(c, [])),
        "the log taken away": ("log-missing", lambda c, e: (c / "custody.jsonl").unlink()),
        "the reason of a signed line": ("signature-invalid", lambda c, e: edit_line(c, 2, "lawyer", "police")),
        "the signature taken away": ("signature-missing", lambda c, e: (c / "signatures/0002.sig").unlink()),
        "the signature damaged": ("signature-unreadable", lambda c, e: (c / "signatures/0002.sig").write_text("none")),
        "another's signature": ("signature-other-key", lambda c, e: sign_anew(c, other)),
        "a signature for mail": ("signature-other-purpose", lambda c, e: sign_anew(c, key, purpose="email")),
        "a line signed afterwards": ("signature-unrecorded", lambda c, e: sign_anew(c, key, line=1)),
        "the stamp of another text": ("stamp-other-line", lambda c, e: move_stamp(c, authority)),
        "a stamp damaged": ("stamp-forged", lambda c, e: forge_stamp(c / "signatures/0002.tsr")),
        "a stamp that is none": ("stamp-unreadable", lambda c, e: (c / "signatures/0002.tsr").write_text("none")),
        "the stamp taken away": ("file-missing", lambda c, e: (c / "signatures/0002.tsr").unlink()),
        "a file among the signatures": ("file-added", lambda c, e: append(c / "signatures/notes.txt")),
        "a file of the exhibit changed": ("exhibit-file-altered", lambda c, e: flip(e / "Manifest.db", 100)),
        "a file of the exhibit taken away": ("exhibit-file-missing", lambda c, e: (e / "Info.plist").unlink()),
        "a file put into the exhibit": ("exhibit-file-added", lambda c, e: append(e / "aa")),
    }


def faults(case, exhibit, *more):
    done = subprocess.run([BRIDLE, "verify", case, exhibit, "--format", "json", *more], capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout)


def check_stock_tools(case, exhibit, signers, authority):
    """What the page on custody tells an outsider to do."""
    line = lines(case)[1].encode()
    run("ssh-keygen", "-Y", "verify", "-f", signers, "-I", "anna", "-n", "bridle-case",
        "-s", case / "signatures/0002.sig", input=line)
    (case.parent / "line").write_bytes(line)
    run("openssl", "ts", "-verify", "-data", case.parent / "line", "-in", case / "signatures/0002.tsr",
        "-CAfile", authority.root)
    run("sha256sum", "--check", "--strict", "--quiet", case / "intake/SHA256SUMS", cwd=exhibit.parent)
    objects = json.loads(line)["objects"]
    sums = "".join(f"{sha256}  {name}\n" for name, sha256 in objects.items())
    run("sha256sum", "--check", "--strict", "--quiet", input=sums.encode(), cwd=case)


def check_replay(case, exhibit, work):
    assert run(BRIDLE, "replay", case, exhibit).startswith("identical"), "replay"
    shutil.copytree(case, work / "replayed")
    flip(work / "replayed/records/ios_sms.parquet", 200)
    assert "records/ios_sms.parquet, from byte 200 on" in run(BRIDLE, "replay", work / "replayed", exhibit, code=6)
    shutil.copytree(exhibit, work / "changed")
    append(work / "changed/Info.plist", " ")
    assert "E-001 is another" in run(BRIDLE, "replay", work / "replayed", work / "changed", code=6)
    code, found = faults(case, exhibit)
    assert code == 0 and "replay" in lines(case)[-1], found


def check_consent(exhibit, work):
    """What the owner did not agree to is refused before anything is done, and what was done stands in the log."""
    given = {"schema": "bridle-consent/1", "owner": "Noor P.", "given": "2026-11-20", "purpose": "whether it was attacked",
             "exhibits": ["android-bugreport"], "share": {"level": "matched", "with": ["court"]}}
    record, case = work / "consent.json", work / "agreed"
    record.write_text(json.dumps(given))
    run(BRIDLE, "check", exhibit, "-o", case, "--consent", record, code=2)
    assert not list(case.rglob("*")), f"{case} holds something"
    given["exhibits"] = ["ios-backup"]
    record.write_text(json.dumps(given))
    run(BRIDLE, "check", exhibit, "-o", case, "--consent", record)
    assert json.loads((case / "case.json").read_text())["consent"]["owner"] == "Noor P."
    for refused in (("report", case, "--for", "analyst"), ("export", case, "--to", "stix", "-o", work / "no.json"),
                    ("export", case, "--to", "case", "--share", "full", "-o", work / "no.json")):
        run(BRIDLE, *refused, code=2)
    run(BRIDLE, "report", case, "--for", "court")
    run(BRIDLE, "report", case, "--for", "owner", "--lang", "fr", "-o", work / "letter.html")
    run(BRIDLE, "export", case, "--to", "case", "-o", work / "court.jsonld")
    code, found = faults(case, exhibit)
    assert code == 0, found
    deeds = [json.loads(line) for line in lines(case)]
    assert [d["action"] for d in deeds] == ["check", "report", "report", "export"], deeds
    assert "outside:court.jsonld" in deeds[3]["objects"] and "reports/court.html" in deeds[1]["objects"], deeds


def main():
    if not all(shutil.which(tool) for tool in ("ssh-keygen", "openssl", "sha256sum")):
        print("skipped: ssh-keygen, openssl or sha256sum is not there")
        return 77
    work = pathlib.Path(tempfile.mkdtemp(prefix="bridle-custody-"))
    os.environ |= {"BRIDLE_ACTOR": "ann", "BRIDLE_ROLE": "examiner"}
    case, exhibit = work / "case", work / "backup"
    run(sys.executable, TREE / "tools/make_exhibit.py", "backup", TREE / "examples/backup", exhibit)
    run(BRIDLE, "check", exhibit, "-i", TREE / "examples/packs/example.stix2", "-o", case, code=5)
    (work / "signers").write_text(make_key(work, "anna"))
    make_key(work, "eve")
    authority = Authority(work / "authority")
    stranger = Authority(work / "stranger")
    run(BRIDLE, "seal", case, "--key", work / "anna", "--reason", "handed to the lawyer")
    authority.answer(case / "signatures/0002.tsq", work / "answer.tsr")
    run(BRIDLE, "seal", case, "--stamp", work / "answer.tsr")

    told = ("--signers", work / "signers", "--authorities", authority.root)
    code, found = faults(case, exhibit, *told)
    assert code == 0 and not found["faults"] and len(found["held"]) == 6, found
    assert found["limits"] == ["the custody log is not signed behind line 2: who can write to the folder could have "
                               "written it anew"], found
    check_stock_tools(case, exhibit, work / "signers", authority)

    failed = 0
    kinds = tamperings(work / "anna", work / "eve", authority)
    for what, (kind, tamper) in kinds.items():
        shutil.rmtree(work / "copy", ignore_errors=True)
        shutil.copytree(case, work / "copy/case", symlinks=True)
        shutil.copytree(exhibit, work / "copy/backup")
        tamper(work / "copy/case", work / "copy/backup")
        code, found = faults(work / "copy/case", work / "copy/backup", *told)
        if code != 6 or kind not in [f["kind"] for f in found["faults"]]:
            print(f"{what}: {kind} expected, {code} came with", *found["faults"], sep="\n  ")
            failed += 1
    (work / "nobody").write_text("eve " + (work / "eve.pub").read_text())
    for kind, more in {"signer-not-allowed": ("--signers", work / "nobody"),
                       "stamp-other-authority": ("--authorities", stranger.root)}.items():
        code, found = faults(case, exhibit, *more)
        if code != 6 or [f["kind"] for f in found["faults"]] != [kind]:
            print(f"{kind} expected: {found['faults']}")
            failed += 1
    check_replay(case, exhibit, work)
    check_consent(exhibit, work)
    if failed:
        print(f"{failed} of {len(kinds) + 2} kinds of tampering were not named; see {work}")
        return 1
    shutil.rmtree(work)
    print(f"{len(kinds) + 2} kinds of tampering named; ssh-keygen, openssl and sha256sum agree")
    return 0


if __name__ == "__main__":
    sys.exit(main())
