#!/usr/bin/env python3
"""Makes a WhatsApp store of Android to measure with: msgstore.db with messages, files, links, calls.

    bench/make_msgstore.py OUT [--messages 1000000] [--seal KEY-FILE] [--seed 1]

The same options give the same bytes. One message in ten brought a file, one in ten a link, one in
a hundred came by a call. Sealed, OUT is a crypt15 backup, and the key that opens it is written to KEY-FILE.
"""
import argparse
import base64
import hashlib
import hmac
import os
import pathlib
import random
import sqlite3
import tempfile
import zlib

BEGIN_MS = 1_685_613_600_000  # 2023-06-01T10:00:00Z
PEOPLE, GROUPS = 400, 40
SYLLABLES = "ba be bi bo bu da de di do du fa fe fi ga ge go ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va ve vi za".split()
SCHEMA = """
CREATE TABLE jid (_id INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, server TEXT NOT NULL, agent INTEGER, device INTEGER, type INTEGER, raw_string TEXT);
CREATE TABLE jid_map (lid_row_id INTEGER PRIMARY KEY, jid_row_id INTEGER NOT NULL, sort_id INTEGER);
CREATE TABLE chat (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER UNIQUE, hidden INTEGER, subject TEXT, created_timestamp INTEGER,
  archived INTEGER, sort_timestamp INTEGER, unseen_missed_calls_count INTEGER);
CREATE TABLE message (_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_row_id INTEGER NOT NULL, from_me INTEGER NOT NULL, key_id TEXT NOT NULL, sender_jid_row_id INTEGER,
  status INTEGER, broadcast INTEGER, recipient_count INTEGER, participant_hash TEXT, origination_flags INTEGER, origin INTEGER, timestamp INTEGER, received_timestamp INTEGER,
  receipt_server_timestamp INTEGER, message_type INTEGER, text_data TEXT, starred INTEGER, lookup_tables INTEGER, message_add_on_flags INTEGER, sort_id INTEGER NOT NULL DEFAULT 0);
CREATE TABLE message_media (message_row_id INTEGER PRIMARY KEY, chat_row_id INTEGER, multicast_id TEXT, transferred INTEGER, transcoded INTEGER, file_path TEXT,
  file_size INTEGER, media_key BLOB, media_key_timestamp INTEGER, width INTEGER, height INTEGER, direct_path TEXT, message_url TEXT, mime_type TEXT, file_length INTEGER,
  media_name TEXT, file_hash TEXT, media_duration INTEGER, page_count INTEGER, enc_file_hash TEXT, media_caption TEXT, original_file_hash TEXT);
CREATE TABLE message_text (message_row_id INTEGER PRIMARY KEY, description TEXT, page_title TEXT, url TEXT, preview_type INTEGER);
CREATE TABLE message_link (_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_row_id INTEGER, message_row_id INTEGER, link_index INTEGER);
CREATE TABLE message_vcard (_id INTEGER PRIMARY KEY AUTOINCREMENT, message_row_id INTEGER, vcard TEXT);
CREATE TABLE message_quoted (message_row_id INTEGER PRIMARY KEY, chat_row_id INTEGER, parent_message_chat_row_id INTEGER, from_me INTEGER, sender_jid_row_id INTEGER, key_id TEXT,
  timestamp INTEGER, message_type INTEGER, text_data TEXT);
CREATE TABLE message_location (message_row_id INTEGER PRIMARY KEY, chat_row_id INTEGER, latitude REAL, longitude REAL, place_name TEXT, place_address TEXT, url TEXT);
CREATE TABLE message_thumbnail (message_row_id INTEGER PRIMARY KEY, thumbnail BLOB);
CREATE TABLE media_hash_thumbnail (media_hash TEXT PRIMARY KEY, thumbnail BLOB);
CREATE TABLE message_future (message_row_id INTEGER PRIMARY KEY, version INTEGER, data BLOB, future_message_type INTEGER);
CREATE TABLE message_system (message_row_id INTEGER PRIMARY KEY, action_type INTEGER NOT NULL);
CREATE TABLE message_system_group (message_row_id INTEGER PRIMARY KEY, is_me_joined INTEGER);
CREATE TABLE message_system_chat_participant (message_row_id INTEGER, user_jid_row_id INTEGER);
CREATE TABLE message_system_number_change (message_row_id INTEGER PRIMARY KEY, old_jid_row_id INTEGER, new_jid_row_id INTEGER);
CREATE TABLE receipt_user (_id INTEGER PRIMARY KEY AUTOINCREMENT, message_row_id INTEGER NOT NULL, receipt_user_jid_row_id INTEGER NOT NULL, receipt_timestamp INTEGER, read_timestamp INTEGER, played_timestamp INTEGER);
CREATE TABLE missed_call_logs (_id INTEGER PRIMARY KEY AUTOINCREMENT, message_row_id INTEGER, timestamp INTEGER, video_call INTEGER, group_jid_row_id INTEGER NOT NULL DEFAULT 0, is_joinable_group_call INTEGER);
CREATE TABLE call_log (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER, from_me INTEGER, call_id TEXT, transaction_id INTEGER, timestamp INTEGER, video_call INTEGER,
  duration INTEGER, call_result INTEGER, bytes_transferred INTEGER, group_jid_row_id INTEGER NOT NULL DEFAULT 0, is_joinable_group_call INTEGER,
  call_creator_device_jid_row_id INTEGER NOT NULL DEFAULT 0, call_random_id TEXT);
CREATE TABLE call_log_participant_v2 (_id INTEGER PRIMARY KEY AUTOINCREMENT, call_log_row_id INTEGER, jid_row_id INTEGER, call_result INTEGER);
CREATE TABLE call_unknown_caller (call_log_row_id INTEGER PRIMARY KEY);
CREATE TABLE message_call_log (message_row_id INTEGER, call_log_row_id INTEGER);
"""
INDICES = """
CREATE UNIQUE INDEX message_key_index ON message (chat_row_id, from_me, key_id, sender_jid_row_id);
CREATE INDEX message_sort_id_index ON message (chat_row_id, sort_id);
CREATE INDEX message_media_chat_index ON message_media (chat_row_id);
CREATE INDEX receipt_user_message_index ON receipt_user (message_row_id);
"""
NAMES = {1: ("image/jpeg", "WhatsApp Images/IMG-20230601-WA%04d.jpg"), 3: ("video/mp4", "WhatsApp Video/VID-20230601-WA%04d.mp4"),
         9: ("application/pdf", "WhatsApp Documents/DOC-20230601-WA%04d.pdf")}


class Writer:
    """Rows of each table, made in the order of the messages."""

    def __init__(self, random_):
        self.random = random_
        self.words = ["".join(random_.choices(SYLLABLES, k=random_.randint(1, 4))) for _ in range(20_000)]
        self.rows = {}

    def add(self, table, *row):
        self.rows.setdefault(table, []).append(row)

    def text(self):
        return " ".join(self.random.choices(self.words, k=self.random.randint(2, 9)))

    def base64_hash(self, n):
        return base64.b64encode(hashlib.sha256(b"%d" % n).digest()).decode()

    def people(self):
        for n in range(1, PEOPLE + 1):
            number = f"1202555{n:04}"
            self.add("jid", n, number, "s.whatsapp.net", 0, 0, 0, f"{number}@s.whatsapp.net")
            self.add("chat", n, n, 0, None, None, 0, BEGIN_MS, 0)
        for n in range(PEOPLE + 1, PEOPLE + GROUPS + 1):
            self.add("jid", n, f"1203630{n}", "g.us", 0, 0, 1, f"1203630{n}@g.us")
            self.add("chat", n, n, 0, f"{self.words[n]} {self.words[n + 1]}", BEGIN_MS, 0, BEGIN_MS, 0)

    def message(self, n):
        chat = int(self.random.paretovariate(0.7)) % (PEOPLE + GROUPS) + 1
        sent, when = self.random.random() < 0.4, BEGIN_MS + n * 37_000
        sender = self.random.randint(1, PEOPLE) if chat > PEOPLE and not sent else 0
        sort = n % 100
        kind = (1, 3, 9)[n % 3] if sort < 10 else 90 if sort == 99 else 0
        text = self.text() if kind == 0 else None
        if 10 <= sort < 20:
            url = f"https://{self.random.choice(self.words)}{n}.example/{self.random.choice(self.words)}"
            text += " " + url
            self.add("message_text", n, self.text(), self.random.choice(self.words), url, 0)
            self.add("message_link", n, chat, n, 0)
        self.add("message", n, chat, int(sent), self.random.randbytes(16).hex().upper(), sender, 13 if sent else 0, 0, 0, None, 0, 0, when,
                 0 if sent else when + 900, when + 400, kind, text, 0, 0, 0, n)
        if sort < 10:
            self.file(n, chat, kind, when)
        if sort == 99:
            self.call(n, chat, sent, when)
        if sent and sort % 2:
            self.add("receipt_user", n, n, (chat - 1) % PEOPLE + 1, when + 2000, when + 60_000, None)

    def file(self, n, chat, kind, when):
        mime, name = NAMES[kind]
        path = f"/v/t62.7118-24/{n}_{self.random.randbytes(8).hex()}?oh={self.random.randbytes(12).hex()}&oe=64A0B1C2"
        self.add("message_media", n, chat, None, 1, 0, "Media/" + name % (n % 10000), 0, self.random.randbytes(32), when // 1000, 1280, 720, path,
                 "https://mmg.whatsapp.net" + path, mime, 100_000 + n, None, self.base64_hash(n), 0, 0, self.base64_hash(-n), None, None)

    def call(self, n, chat, sent, when):
        self.add("call_log", n, (chat - 1) % PEOPLE + 1, int(sent), self.random.randbytes(16).hex().upper(), 0, when, 0, n % 600, 5 if n % 600 else 2, n * 10, 0, 0, 0, None)
        self.add("message_call_log", n, n)

    def flush(self, database):
        for table, rows in self.rows.items():
            database.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)
        self.rows.clear()


def make(path, count, seed):
    database = sqlite3.connect(path)
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
    writer = Writer(random.Random(seed))
    writer.people()
    for n in range(1, count + 1):
        writer.message(n)
        if n % 50_000 == 0:
            writer.flush(database)
    writer.flush(database)
    database.executescript(INDICES)
    database.commit()
    database.close()


def field(number, data):
    return bytes([number << 3 | 2, len(data)]) + data


def head(iv):
    about = field(1, b"2.23.25.84") + field(3, b"00") + bytes([0x20, 1]) + b"".join(bytes([n << 3, 1]) for n in range(5, 16))
    about += b"".join(bytes([n << 3 & 0x7F | 0x80, n >> 4, 1]) for n in range(16, 38))
    message = bytes([0x08, 1]) + field(3, field(1, iv)) + field(4, about)
    return bytes([len(message) & 0x7F | 0x80, len(message) >> 7] if len(message) > 127 else [len(message)]) + message


def seal(plain, out, key_file, seed):
    """As WhatsApp does: one zlib stream, AES-256-GCM with an IV of 16 bytes, the tag, an MD5 of all before it."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    root, iv = (hashlib.sha256(b"%s %d" % (what, seed)).digest() for what in (b"root", b"iv"))
    key = hmac.digest(hmac.digest(bytes(32), root, "sha256"), b"backup encryption\x01", "sha256")
    cipher, squeeze, total = Cipher(algorithms.AES(key), modes.GCM(iv[:16])).encryptor(), zlib.compressobj(1), hashlib.md5()
    with open(plain, "rb") as data, open(out, "wb") as sealed:
        def write(piece):
            total.update(piece)
            sealed.write(piece)
        write(head(iv[:16]))
        while piece := data.read(1 << 20):
            write(cipher.update(squeeze.compress(piece)))
        write(cipher.update(squeeze.flush()) + cipher.finalize())
        write(cipher.tag)
        sealed.write(total.digest())
    mark = bytes.fromhex("aced0005757200025b42acf317f8060854e0020000787000000020")
    pathlib.Path(key_file).write_bytes(mark + root)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--seal", type=pathlib.Path, metavar="KEY-FILE")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not options.seal:
        return make(options.out, options.messages, options.seed)
    with tempfile.TemporaryDirectory(dir=options.out.parent) as folder:
        plain = os.path.join(folder, "msgstore.db")
        make(plain, options.messages, options.seed)
        seal(plain, options.out, options.seal, options.seed)


main()
