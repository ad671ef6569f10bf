#!/usr/bin/env python3
"""Looks whether other tools show a row of a WhatsApp store that bridle does not: row by row, by script.

    compare_whatsapp.py BRIDLE [--aleapp DIR] [--ileapp DIR] [--exporter wtsexporter] FOLDER…

FOLDER holds the databases of one phone under their own names (msgstore.db, wa.db; ChatStorage.sqlite, …). DIR is a
source tree of that tool: its artefact functions run unchanged, with the few helpers that they import standing here.
Rows become tuples of what both know. Exit 1 if a peer has a row that is not among ours; docs/differences-from-whatsapp-tools.md
says why where that is meant."""
import argparse
import collections
import datetime
import importlib.util
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import types

UTC = datetime.timezone.utc
STORES = {"msgstore.db": "android", "wa.db": "android", "ChatStorage.sqlite": "ios", "CallHistory.sqlite": "ios", "ContactsV2.sqlite": "ios"}


def second(value):
    if isinstance(value, datetime.datetime) and value.year < 1970:
        return ""  # -1 stands for no time
    return value.strftime("%Y-%m-%dT%H:%M:%S") if isinstance(value, datetime.datetime) else str(value or "")[:19]


def from_seconds(value):
    return datetime.datetime.fromtimestamp(int(value), UTC)


def text(value):
    return "" if value is None else str(value)


class Ours:
    """Records of bridle by artefact, read once."""

    def __init__(self, bridle, folder):
        self.bridle, self.folder, self.kept = bridle, folder, {}

    def rows(self, artefact, store):
        key = (artefact, store)
        if key not in self.kept:
            lines = []
            if (self.folder / store).exists():
                command = [self.bridle, "artefact-rows", artefact, store]
                if (self.folder / f"{store}-wal").exists():
                    command += ["--wal", f"{store}-wal"]
                run = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
                lines = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{\"row\"")]
            self.kept[key] = lines
        return self.kept[key]

    def tuples(self, artefacts, store, *fields):
        """of those fields; one with ':s' is a time to the second"""
        for artefact in artefacts.split():
            for row in self.rows(artefact, store):
                yield tuple(second(row.get(f[:-2])) if f.endswith(":s") else text(row.get(f)) for f in fields)


def stand_in():
    """The module that the artefacts of ALEAPP and iLEAPP import from their own tool."""
    module = types.ModuleType("scripts.ilapfuncs")

    def open_readonly(path):
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        database.row_factory = sqlite3.Row
        return database

    def records(path, query, attach=None):
        database = open_readonly(path)
        if attach:
            database.execute(attach)
        try:
            return database.execute(query).fetchall()
        except sqlite3.Error as error:
            print(f"  the peer's query fails: {error}")
            return []

    module.artifact_processor = lambda function: function
    module.open_sqlite_db_readonly = open_readonly
    module.attach_sqlite_db_readonly = lambda path, name: f'ATTACH DATABASE "file:{path}?mode=ro" AS {name}'
    module.get_sqlite_db_records = records
    module.null_absent_columns = lambda path, query: query
    module.does_column_exist_in_db = lambda path, table, column: column in [r[1] for r in open_readonly(path).execute(f"PRAGMA table_info({table})")]
    module.get_file_path = lambda files, name: next((f for f in files if f.endswith(name)), "")
    module.check_in_media = lambda path, *_, **__: path
    module.convert_unix_ts_to_utc = lambda value: from_seconds(value / 1000 if value > 1e11 else value)
    module.convert_cocoa_core_data_ts_to_utc = lambda value: from_seconds(value + 978307200) if value else ""
    module.logfunc = print
    return module


def peer_rows(tree, file, function, folder):
    """What one artefact function of a tool's source tree gives for the databases of a folder."""
    sys.modules["scripts"] = package = types.ModuleType("scripts")
    package.__path__ = [str(tree / "scripts")]
    sys.modules["scripts.ilapfuncs"] = stand_in()
    sys.modules.setdefault("xmltodict", types.ModuleType("xmltodict"))
    spec = importlib.util.spec_from_file_location(file, tree / "scripts/artifacts" / f"{file}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    files = [str(folder / name) for name in STORES if (folder / name).exists()]
    return getattr(module, function)(types.SimpleNamespace(get_files_found=lambda: files))[1]


A = "android_whatsapp_"
MESSAGES = A + "messages " + A + "old_messages"
PAIRS = {  # of a tool: file, function, how its row becomes a tuple, where ours come from and by which fields
    "aleapp": [
        ("WhatsApp", "get_whatsapp_contacts", lambda r: (text(r[1]),), (A + "contacts", "wa.db", "whatsapp_id")),
        ("WhatsApp", "get_whatsapp_call_logs", lambda r: (second(r[0]),), (A + "calls", "msgstore.db", "time:s")),
        ("WhatsApp", "get_whatsapp_messages", lambda r: (second(r[0]), text(r[5])), (MESSAGES, "msgstore.db", "time:s", "text")),
        ("WhatsApp", "get_whatsapp_one_to_one_messages", lambda r: (second(r[0]), text(r[5])), (MESSAGES, "msgstore.db", "time:s", "text")),
        ("WhatsApp", "get_whatsapp_group_messages", lambda r: (second(r[0]), text(r[5])), (MESSAGES, "msgstore.db", "time:s", "text")),
        ("WhatsApp", "get_whatsapp_group_details", lambda r: (text(r[1]),), (A + "chats", "msgstore.db", "name")),
        ("whatsAppExtended", "get_whatsapp_reactions", lambda r: (second(r[0]), text(r[2]), text(r[11])), (A + "reactions", "msgstore.db", "time:s", "reaction", "stanza")),
        ("whatsAppExtended", "get_whatsapp_message_edits", lambda r: (second(r[0]), text(r[9])), (A + "edits", "msgstore.db", "time:s", "first_stanza")),
        ("whatsAppExtended", "get_whatsapp_revoked_messages", lambda r: (text(r[10]),), (A + "revoked", "msgstore.db", "stanza")),
        ("whatsAppExtended", "get_whatsapp_polls", lambda r: (second(r[0]), text(r[1]), text(r[10])), (A + "polls", "msgstore.db", "time:s", "question", "stanza")),
        ("whatsAppExtended", "get_whatsapp_message_receipts", lambda r: (second(r[0]), second(r[1]), text(r[10])), (A + "receipts", "msgstore.db", "time:s", "read:s", "stanza")),
        ("whatsAppExtended", "get_whatsapp_system_events", lambda r: (second(r[0]), text(r[2])), (A + "group_changes", "msgstore.db", "time:s", "chat")),
    ],
    "ileapp": [
        ("whatsApp", "whatsAppCallHistory", lambda r: (second(r[0]), text(r[5])), ("ios_whatsapp_call_participants", "CallHistory.sqlite", "time:s", "peer")),
        ("whatsApp", "whatsAppContacts", lambda r: (text(r[0]), text(r[-2])), ("ios_whatsapp_contacts", "ContactsV2.sqlite", "name", "whatsapp_id")),
        ("whatsApp", "whatsAppMessages", lambda r: (second(r[0]), text(r[4]), text(r[15])), ("ios_whatsapp_messages", "ChatStorage.sqlite", "time:s", "text", "chat")),
        ("whatsAppExtended", "whatsAppReactions", lambda r: (second(r[0]), text(r[1])), ("ios_whatsapp_reactions", "ChatStorage.sqlite", "time:s", "reaction")),
        ("whatsAppExtended", "whatsAppChannelReactionTallies", lambda r: (text(r[1]), text(r[2]), text(r[3])), ("ios_whatsapp_reactions", "ChatStorage.sqlite", "reaction", "people", "chat")),
        ("whatsAppExtended", "whatsAppGroupEvents", lambda r: (second(r[0]), text(r[1])), ("ios_whatsapp_messages", "ChatStorage.sqlite", "time:s", "group_event")),
        ("whatsAppExtended", "whatsAppGroupMembershipChanges", lambda r: (second(r[0]), text(r[1]), text(r[2])), ("ios_whatsapp_group_changes", "ChatStorage.sqlite", "time:s", "what", "chat")),
    ],
}


def exported(program, folder):
    """Messages and calls of WhatsApp-Chat-Exporter: (id on the network) and (time of a call)."""
    ios = (folder / "ChatStorage.sqlite").exists()
    store = folder / ("ChatStorage.sqlite" if ios else "msgstore.db")
    if not store.exists():
        return [], []
    with tempfile.TemporaryDirectory() as out:
        options = ["-i", "-w", folder / "ContactsV2.sqlite", "--call-db", folder / "CallHistory.sqlite"] if ios else ["-a", "-w", folder / "wa.db"]
        run = subprocess.run([program, *options, "-d", store, "-m", f"{out}/none", "-o", f"{out}/o", "-j", f"{out}/all.json", "--no-html", "--dont-filter-empty"],
                             capture_output=True, text=True, cwd=out)
        path = pathlib.Path(out) / "all.json"
        if not path.exists():
            print(f"  it fails: {(run.stderr.strip().splitlines() or run.stdout.strip().splitlines() or ['no word'])[-1]}")
            return [], []
        chats = json.loads(path.read_text())
    messages, calls = [], []
    for chat, content in chats.items():
        for message in content["messages"].values():
            when = second(from_seconds(message["timestamp"] / 1000 if message["timestamp"] > 1e11 else message["timestamp"]))
            if chat == "000000000000000":
                calls.append((when,))
            else:
                messages.append((when, text(message["key_id"])))
    return messages, calls


def report(name, theirs, ours):
    theirs, ours = collections.Counter(theirs), collections.Counter(ours)
    lacking = theirs - ours
    print(f"| {name} | {theirs.total()} | {(theirs & ours).total()} | {lacking.total()} | {(ours - theirs).total()} |")
    for row, count in list(lacking.items())[:5]:
        print(f"    lacking {count}: {row}", file=sys.stderr)
    return lacking.total()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bridle", type=pathlib.Path)
    parser.add_argument("--aleapp", type=pathlib.Path)
    parser.add_argument("--ileapp", type=pathlib.Path)
    parser.add_argument("--exporter")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    lacking = 0
    for folder in options.folders:
        ours = Ours(options.bridle.resolve(), folder)
        print(f"\n{folder.name}\n\n| rows | theirs | both | theirs alone | ours alone |\n| --- | --- | --- | --- | --- |")
        ios = any((folder / name).exists() for name in STORES if STORES[name] == "ios")
        tool = "ileapp" if ios else "aleapp"
        for file, function, as_tuple, (artefacts, store, *fields) in PAIRS[tool] if getattr(options, tool) else ():
            if (folder / store).exists():
                rows = map(as_tuple, peer_rows(getattr(options, tool), file, function, folder))
                if "polls" in function:  # a row for each answer; ours hold them all
                    rows = list(dict.fromkeys(rows))
                lacking += report(f"{tool} {function}", rows, ours.tuples(artefacts, store, *fields))
        if options.exporter:
            messages, calls = exported(options.exporter, folder)
            store, names = ("ChatStorage.sqlite", "ios_whatsapp_messages") if ios else ("msgstore.db", MESSAGES)
            lacking += report("exporter messages", messages, ours.tuples(names, store, "time:s", "stanza"))
            calls_of = ("ios_whatsapp_calls", "CallHistory.sqlite") if ios else (A + "calls", "msgstore.db")
            lacking += report("exporter calls", calls, ours.tuples(*calls_of, "time:s"))
    return lacking > 0


if __name__ == "__main__":
    sys.exit(main())
