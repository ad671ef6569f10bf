"""An iOS backup out of a folder of text: the layout that iTunes and Finder write since iOS 10.

_backup.json says what the files cannot; every key may be missing:
  device_name product_type product_version build serial udid date         of the phone
  apps     [{"bundle", "name", "artist", "version", "source", "purchased"}] installed apps
  times    {"<Domain>/<path>": {"mtime", "birth", "changed"}}
  folders  ["<Domain>/<path>"]      empty folders
  links    {"<Domain>/<path>": "where it points"}
  missing  ["<Domain>/<path>"]      in the manifest, but not there
  cut      {"<Domain>/<path>": 100} only so many bytes are there
  omit     ["Info.plist"]           files at the top that are not there
  plain    true                     of an encrypted backup: a copy that some tool decrypted, keys still listed
Encrypted backups are made with few rounds, so that tests are quick; keys come from the seed and are no secret.
"""
import datetime
import hashlib
import json
import pathlib
import plistlib
import random
import struct
from plistlib import UID

import aes
import make_exhibit

PLAIN, FOLDER, LINK = 1, 2, 4
MODES = {PLAIN: 0o100644, FOLDER: 0o40755, LINK: 0o120755}
FILE_CLASS, MANIFEST_CLASS = 3, 4
DEFAULTS = {"device_name": "Example phone", "product_type": "iPhone14,5", "product_version": "17.4.1",
            "build": "21E236", "serial": "EXAMPLE00001", "udid": "00008110-0000E0A0E0A0E01E",
            "date": "2024-05-20T18:30:00Z", "apps": [], "times": {}, "folders": [], "links": {}, "missing": [],
            "cut": {}, "omit": [], "plain": False}


class Keys:
    """A backup keybag with the password's key and the class keys."""
    rounds_sha256, rounds_sha1 = 1000, 1000

    def __init__(self, password, seed):
        self.random = random.Random(seed)
        self.salt, self.second_salt = self.random.randbytes(20), self.random.randbytes(20)
        key = hashlib.pbkdf2_hmac("sha256", password.encode(), self.second_salt, self.rounds_sha256, 32)
        self.key = hashlib.pbkdf2_hmac("sha1", key, self.salt, self.rounds_sha1, 32)
        self.classes = {n: self.random.randbytes(32) for n in range(1, 12)}

    def keybag(self):
        def entry(tag, value):
            value = struct.pack(">I", value) if isinstance(value, int) else value
            return tag + struct.pack(">I", len(value)) + value
        out = entry(b"VERS", 5) + entry(b"TYPE", 1) + entry(b"UUID", self.random.randbytes(16)) \
            + entry(b"HMCK", self.random.randbytes(40)) + entry(b"WRAP", 0) + entry(b"SALT", self.salt) \
            + entry(b"ITER", self.rounds_sha1) + entry(b"DPWT", 0) + entry(b"DPIC", self.rounds_sha256) \
            + entry(b"DPSL", self.second_salt)
        for number, key in self.classes.items():
            out += entry(b"UUID", self.random.randbytes(16)) + entry(b"CLAS", number) + entry(b"WRAP", 2) \
                + entry(b"KTYP", 0) + entry(b"WPKY", aes.wrap(self.key, key))
        return out

    def seal(self, number, data):
        """(the file's key, wrapped; the file, encrypted)"""
        key = self.random.randbytes(32)
        return struct.pack("<I", number) + aes.wrap(self.classes[number], key), aes.encrypt_cbc(key, data)


class Backup:
    def __init__(self, facts, out, password):
        self.facts, self.out = facts, out
        self.keys = Keys(password, facts["udid"]) if password is not None else None
        self.date = make_exhibit.seconds(facts["date"])
        self.rows = []

    def times(self, name):
        """Birth, last change of content, last change of anything. Invented ones spread over the year before."""
        given = self.facts["times"].get(name, {})
        spread = int(hashlib.sha1(name.encode()).hexdigest()[:8], 16) % (300 * 86400)
        mtime = make_exhibit.seconds(given["mtime"]) if "mtime" in given else self.date - 3600 - spread
        birth = make_exhibit.seconds(given["birth"]) if "birth" in given else mtime - spread % 86400
        changed = make_exhibit.seconds(given["changed"]) if "changed" in given else mtime
        return int(birth), int(mtime), int(changed)

    def description(self, name, path, flags, size, key):
        birth, mtime, changed = self.times(name)
        record = {"$class": UID(0), "RelativePath": UID(2), "Birth": birth, "LastModified": mtime,
                  "LastStatusChange": changed, "Size": size, "Mode": MODES[flags], "Flags": 0, "GroupID": 501,
                  "UserID": 501, "InodeNumber": int(hashlib.sha1(name.encode()).hexdigest()[8:15], 16),
                  "ProtectionClass": FILE_CLASS if flags == PLAIN else 0}
        objects = ["$null", record, path]
        if flags == LINK:
            record["Target"] = UID(len(objects))
            objects.append(self.facts["links"][name])
        if key is not None:
            record["EncryptionKey"] = UID(len(objects))
            objects += [{"NS.data": key, "$class": UID(len(objects) + 1)},
                        {"$classname": "NSMutableData", "$classes": ["NSMutableData", "NSData", "NSObject"]}]
        record["$class"] = UID(len(objects))
        objects.append({"$classname": "MBFile", "$classes": ["MBFile", "NSObject"]})
        return binary({"$version": 100000, "$archiver": "NSKeyedArchiver", "$top": {"root": UID(1)},
                       "$objects": objects})

    def add(self, domain, path, flags, data=b""):
        name, key, size = f"{domain}/{path}", None, len(data)
        identity = hashlib.sha1(f"{domain}-{path}".encode()).hexdigest()
        if flags == PLAIN and name not in self.facts["missing"]:
            if self.keys:
                key, sealed = self.keys.seal(FILE_CLASS, data)
                data = data if self.facts["plain"] else sealed
            (self.out / identity[:2]).mkdir(exist_ok=True)
            (self.out / identity[:2] / identity).write_bytes(data[:self.facts["cut"].get(name, len(data))])
        self.rows.append((identity, domain, path, flags, self.description(name, path, flags, size, key)))

    def manifest_db(self):
        values = ",\n".join(f"('{i}','{quoted(d)}','{quoted(p)}',{f},x'{b.hex()}')"
                            for i, d, p, f, b in sorted(self.rows, key=lambda row: row[1:3]))
        return make_exhibit.database(f"""-- page_size: 4096
            CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB);
            CREATE TABLE Properties (key TEXT PRIMARY KEY, value BLOB);
            CREATE INDEX FilesDomainIdx ON Files(domain);
            CREATE INDEX FilesRelativePathIdx ON Files(relativePath);
            CREATE INDEX FilesFlagsIdx ON Files(flags);
            {f'INSERT INTO Files VALUES {values};' if self.rows else ''}
            INSERT INTO Properties VALUES ('SystemDomainsVersion', x'32342e30'), ('salt', x'{'00' * 16}');""")[0]

    def put(self, name, data):
        if name not in self.facts["omit"]:
            (self.out / name).write_bytes(data)

    def finish(self):
        facts, date = self.facts, datetime.datetime.utcfromtimestamp(self.date)
        manifest, key = self.manifest_db(), None
        if self.keys:
            key, sealed = self.keys.seal(MANIFEST_CLASS, manifest)
            manifest = manifest if self.facts["plain"] else sealed
        self.put("Manifest.db", manifest)
        about = {"BackupKeyBag": self.keys.keybag() if self.keys else b"", "Version": "10.0", "Date": date,
                 "SystemDomainsVersion": "24.0", "WasPasscodeSet": True, "IsEncrypted": bool(self.keys),
                 "Applications": {app["bundle"]: {"CFBundleIdentifier": app["bundle"]} for app in facts["apps"]},
                 "Lockdown": {"DeviceName": facts["device_name"], "ProductType": facts["product_type"],
                              "ProductVersion": facts["product_version"], "BuildVersion": facts["build"],
                              "UniqueDeviceID": facts["udid"], "SerialNumber": facts["serial"]}}
        if key:
            about["ManifestKey"] = key
        self.put("Manifest.plist", binary(about))
        self.put("Status.plist", binary({
            "BackupState": "new", "Date": date, "IsFullBackup": True, "SnapshotState": "finished",
            "UUID": "E0E0E0E0-0000-4000-8000-000000000001", "Version": "3.3"}))
        self.put("Info.plist", plistlib.dumps({
            "Applications": {app["bundle"]: store_record(app) for app in facts["apps"]},
            "Installed Applications": [app["bundle"] for app in facts["apps"]], "Build Version": facts["build"],
            "Device Name": facts["device_name"], "Display Name": facts["device_name"], "Last Backup Date": date,
            "GUID": "E0E0E0E000004000800000000000001E", "Product Type": facts["product_type"],
            "Product Version": facts["product_version"], "Serial Number": facts["serial"],
            "Target Identifier": facts["udid"], "Target Type": "Device",
            "Unique Identifier": facts["udid"], "iTunes Version": "12.13"}))


def binary(value):
    return plistlib.dumps(value, fmt=plistlib.FMT_BINARY)


def quoted(text):
    return text.replace("'", "''")


def store_record(app):
    names = {"bundle": "softwareVersionBundleId", "name": "itemName", "artist": "artistName",
             "version": "bundleShortVersionString", "source": "sourceApp"}
    record = {names[k]: v for k, v in app.items() if k in names}
    if "purchased" in app:
        record["com.apple.iTunesStore.downloadInfo"] = {"purchaseDate": app["purchased"]}
    return {"ApplicationSINF": b"", "PlaceholderIcon": b"", "iTunesMetadata": binary(record)}


def entries(source):
    """{(domain, path): bytes}; a database with a log of its own has its -shm beside it, as on the phone."""
    out = {}
    for path, data in make_exhibit.tree(source):
        if len(path.parts) > 1:
            out[path.parts[0], "/".join(path.parts[1:])] = data
            if path.name.endswith("-wal"):
                out[path.parts[0], "/".join(path.parts[1:])[:-3] + "shm"] = bytes(32768)
    return out


def write(source: pathlib.Path, out: pathlib.Path, password=None, changes=None):
    """Writes the backup to `out`, which is there and empty; `changes` stand before what _backup.json says."""
    said = source / "_backup.json"
    facts = DEFAULTS | (json.loads(said.read_text()) if said.exists() else {}) | (changes or {})
    backup = Backup(facts, out, password)
    files = entries(source)
    folders = {tuple(name.split("/", 1)) for name in facts["folders"]}
    for domain, path in list(files) + list(folders):
        folders |= {(domain, str(parent)) for parent in pathlib.PurePosixPath(path).parents if str(parent) != "."}
    folders |= {(domain, "") for domain, _ in files}
    for (domain, path), data in sorted(files.items()):
        backup.add(domain, path, PLAIN, data)
    for domain, path in sorted(folders):
        backup.add(domain, path, FOLDER)
    for name in sorted(facts["links"]):
        backup.add(*name.split("/", 1), LINK)
    backup.finish()
