#!/usr/bin/env python3
"""Makes files as a phone has them out of text that people can read and review.

    make_exhibit.py artefact IN OUT                    every file of IN, turned into what it stands for
    make_exhibit.py backup IN OUT [--password WORD]    an iOS backup of IN/<Domain>/<path> and IN/_backup.json

x.sql        an SQLite database x. Leading comments `-- page_size: 4096` are pragmas; `-- wal: yes` makes the
             statements after a line `-- WAL` stand in x-wal alone. FUNCTIONS below may be used.
x.hex        bytes: hex digits, "text", 00*16 for repetition, # comments
x.zlib       a zlib stream of the text
x.abx        Android's binary XML of the XML: see make_abx.py
x.xml        a property list in XML becomes a binary one, x; other XML is copied
others       copied

The same text gives the same bytes on every machine."""
import argparse
import datetime
import json
import pathlib
import plistlib
import re
import shutil
import sqlite3
import struct
import tempfile
import zlib

import make_abx

MAC_EPOCH = 978307200
SQLITE_VERSION = struct.pack(">I", 3040001)  # stands in the header; fixed, so that hashes do not depend on it
WAL_SALTS = (0x62726964, 0x6C65776C)
PRAGMAS = ("page_size", "encoding", "auto_vacuum", "secure_delete", "user_version", "application_id")


def seconds(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def attributed_body(text):
    """A message's text as Messages archives it: a typedstream of an NSAttributedString."""
    data, length = text.encode(), len(text)
    size = bytes([len(data)]) if len(data) < 128 else b"\x81" + struct.pack("<H", len(data))
    count = bytes([length]) if length < 128 else b"\x81" + struct.pack("<H", length)
    return (b"\x04\x0bstreamtyped\x81\xe8\x03\x84\x01@\x84\x84\x84\x12NSAttributedString\x00\x84\x84\x08NSObject\x00\x85"
            b"\x92\x84\x84\x84\x08NSString\x01\x94\x84\x01+" + size + data + b"\x86\x84\x02iI\x01" + count +
            b"\x92\x84\x84\x84\x0cNSDictionary\x00\x94\x84\x01i\x00\x86\x86")


def edits(text):
    """What Messages keeps of a message's earlier form, in message_summary_info."""
    return plistlib.dumps({"ec": {"0": [{"t": attributed_body(text), "d": 1.0}]}}, fmt=plistlib.FMT_BINARY)


def archive(text):
    """An object with these members as NSKeyedArchiver writes it; texts stand as objects of their own."""
    members, objects = json.loads(text), ["$null", {}]
    for name, value in members.items():
        if isinstance(value, str):
            objects.append(value)
            value = plistlib.UID(len(objects) - 1)
        objects[1][name] = value
    return plistlib.dumps({"$version": 100000, "$archiver": "NSKeyedArchiver", "$top": {"root": plistlib.UID(1)},
                           "$objects": objects}, fmt=plistlib.FMT_BINARY)


FUNCTIONS = {  # in SQL: times from ISO 8601 text, and blobs
    "mac": lambda text: seconds(text) - MAC_EPOCH,
    "mac_ns": lambda text: round((seconds(text) - MAC_EPOCH) * 1e6) * 1000,
    "unix": seconds,
    "unix_ms": lambda text: round(seconds(text) * 1e3),
    "unix_us": lambda text: round(seconds(text) * 1e6),
    "chrome": lambda text: round((seconds(text) + 11644473600) * 1e6),
    "plist": lambda text: plistlib.dumps(json.loads(text), fmt=plistlib.FMT_BINARY),
    "attributed_body": attributed_body,
    "edits": edits,
    "archive": archive,
    # The pages of a tab in Safari: a list behind four bytes.
    "session": lambda text: b"\0\0\0\2" + plistlib.dumps(json.loads(text), fmt=plistlib.FMT_BINARY),
}


def wal_checksum(data, state, order):
    first, second = state
    for a, b in struct.iter_unpack(order + "II", data):
        first = (first + a + second) & 0xFFFFFFFF
        second = (second + b + first) & 0xFFFFFFFF
    return first, second


def settle_page(page):
    return page[:96] + SQLITE_VERSION + page[100:] if page[:15] == b"SQLite format 3" else page


def settle_wal(wal):
    """The same log with fixed salts, and so with new checksums: SQLite draws salts at random."""
    magic, page_size = struct.unpack_from(">I4xI", wal)
    order = ">" if magic & 1 else "<"
    head = wal[:16] + struct.pack(">II", *WAL_SALTS)
    state = wal_checksum(head, (0, 0), order)
    out = [head + struct.pack(">II", *state)]
    for at in range(32, len(wal) - page_size - 23, 24 + page_size):
        page = settle_page(wal[at + 24:at + 24 + page_size])
        state = wal_checksum(page, wal_checksum(wal[at:at + 8], state, order), order)
        out.append(wal[at:at + 8] + struct.pack(">IIII", *WAL_SALTS, *state) + page)
    return b"".join(out)


def sql_options(text):
    options = {}
    for line in text.splitlines():
        match = re.fullmatch(r"--\s*(\w+):\s*(\S+)\s*", line)
        if match:
            options[match[1]] = match[2]
        elif line.strip() and not line.startswith("--"):
            break
    return options


def database(text):
    """(the database's bytes, its write-ahead log's bytes or None)"""
    options = sql_options(text)
    before, _, after = text.partition("\n-- WAL\n")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "db"
        db = sqlite3.connect(path, isolation_level=None)
        for name, function in FUNCTIONS.items():
            db.create_function(name, 1, function, deterministic=True)
        for name in PRAGMAS:
            if name in options:
                db.execute(f"PRAGMA {name} = {options[name]}")
        has_wal = options.get("wal") == "yes"
        db.execute(f"PRAGMA journal_mode = {'WAL' if has_wal else 'OFF'}")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA wal_autocheckpoint = 0")
        db.executescript(before)
        wal = None
        if has_wal:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            db.executescript(after)
            wal = settle_wal(pathlib.Path(f"{path}-wal").read_bytes())
        data = settle_page(path.read_bytes())
        db.close()
    return data, wal


def hex_bytes(text):
    out = bytearray()
    for line in text.splitlines():
        for token in re.finditer(r'#.*|"((?:[^"\\]|\\.)*)"(?:\*(\d+))?|([0-9a-fA-F]+)(?:\*(\d+))?|(\S)', line):
            if token[5]:
                raise ValueError(f"not hex: {line}")
            if token[1] is not None:
                out += token[1].encode().decode("unicode_escape").encode("latin-1") * int(token[2] or 1)
            elif token[3]:
                out += bytes.fromhex(token[3]) * int(token[4] or 1)
    return bytes(out)


def files_of(source: pathlib.Path):
    """What the file stands for: [(name, bytes)]."""
    name, data = source.name, source.read_bytes()
    try:
        if source.suffix == ".sql":
            db, wal = database(data.decode())
            return [(name[:-4], db)] + ([(name[:-4] + "-wal", wal)] if wal is not None else [])
        if source.suffix == ".abx":
            return [(name[:-4], make_abx.binary(data.decode()))]
        if source.suffix == ".zlib":
            return [(name[:-5], zlib.compress(data))]
        if source.suffix == ".hex":
            return [(name[:-4], hex_bytes(data.decode()))]
        if source.suffix == ".xml" and b"<plist" in data[:400]:
            return [(name[:-4], plistlib.dumps(plistlib.loads(data), fmt=plistlib.FMT_BINARY, sort_keys=False))]
    except Exception as error:
        raise SystemExit(f"{source}: {error}") from error
    return [(name, data)]


def tree(folder: pathlib.Path):
    """Every file of the folder as (path inside it, bytes), in order of path."""
    for source in sorted(p for p in folder.rglob("*") if p.is_file()):
        for name, data in files_of(source):
            yield (source.parent / name).relative_to(folder), data


def artefact(folder: pathlib.Path, out: pathlib.Path):
    """Writes the files that `folder` stands for to `out`; gives their paths inside it."""
    paths = []
    for path, data in tree(folder):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)
        paths.append(path)
    return paths


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("mode", choices=("artefact", "backup"))
    arguments.add_argument("source", type=pathlib.Path)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--password")
    args = arguments.parse_args()
    if args.out.exists():
        shutil.rmtree(args.out)
    args.out.mkdir(parents=True)
    if args.mode == "artefact":
        artefact(args.source, args.out)
    else:
        import make_backup
        make_backup.write(args.source, args.out, args.password)


if __name__ == "__main__":
    main()
