#!/usr/bin/env python3
"""Makes the file system of an Android phone whose WhatsApp received many files, to measure with.

    bench/make_media.py OUT [--mb 3000] [--seed 1]

Films are two thirds of the bytes, pictures a third, documents the rest; their insides are noise. Each stands in
msgstore.db with its hash; of the files the last is changed by one byte, and one in a hundred is not there. The same
options give the same bytes.
"""
import argparse
import base64
import hashlib
import pathlib
import random
import sqlite3
import struct

BEGIN_MS = 1_717_236_000_000  # 2024-06-01T10:00:00Z
SHARED = "data/media/0/Android/media/com.whatsapp/WhatsApp"
SCHEMA = """
CREATE TABLE jid (_id INTEGER PRIMARY KEY, user TEXT, server TEXT, type INTEGER, raw_string TEXT);
CREATE TABLE chat (_id INTEGER PRIMARY KEY, jid_row_id INTEGER UNIQUE, hidden INTEGER, subject TEXT);
CREATE TABLE message (_id INTEGER PRIMARY KEY, chat_row_id INTEGER, from_me INTEGER, key_id TEXT, sender_jid_row_id INTEGER,
    status INTEGER, timestamp INTEGER, received_timestamp INTEGER, message_type INTEGER, text_data TEXT, starred INTEGER);
CREATE TABLE message_media (message_row_id INTEGER PRIMARY KEY, chat_row_id INTEGER, transferred INTEGER, transcoded INTEGER,
    file_path TEXT, file_size INTEGER, direct_path TEXT, message_url TEXT, mime_type TEXT, file_length INTEGER,
    media_name TEXT, file_hash TEXT, enc_file_hash TEXT, original_file_hash TEXT, partial_media_hash TEXT);
"""


class Numbers(random.Random):
    """Random numbers, and noise that costs little: pieces of one block, each with a beginning of its own."""

    def noise(self, least, most):
        if not hasattr(self, "block"):
            self.block = self.randbytes(24 << 20)
        size, at = self.randrange(least, most), self.randrange(12 << 20)
        return self.randbytes(64) + self.block[at:at + size - 64]


def film(numbers):
    data = numbers.noise(2 << 20, 12 << 20)
    return b"\0\0\0\x18ftypisom\0\0\2\0isommp41" + struct.pack(">I", len(data) + 8) + b"mdat" + data


def picture(numbers):
    head = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + b"\xff\xc0\0\x11\x08\x04\x00\x03\x00\3\1\x22\0\2\x11\1\3\x11\1"
    data = numbers.noise(80_000, 400_000).replace(b"\xff", b"\xfe")
    return head + b"\xff\xda\0\x0c\3\1\0\2\x11\3\x11\0\x3f\0" + data + b"\xff\xd9"


def document(numbers):
    return b"PK\3\4" + numbers.noise(10_000, 2_000_000)


SORTS = {"VID": (film, "WhatsApp Video", "mp4", "video/mp4"), "IMG": (picture, "WhatsApp Images", "jpg", "image/jpeg"),
         "DOC": (document, "WhatsApp Documents", "docx", "application/msword")}


def write(out, megabytes, seed):
    numbers, written, count = Numbers(seed), 0, 0
    store = out / "data/data/com.whatsapp/databases/msgstore.db"
    store.parent.mkdir(parents=True)
    database = sqlite3.connect(store)
    database.executescript(SCHEMA)
    database.execute("INSERT INTO jid VALUES (1, '15555550101', 's.whatsapp.net', 0, '15555550101@s.whatsapp.net')")
    database.execute("INSERT INTO chat VALUES (1, 1, 0, NULL)")
    while written < megabytes << 20:
        sort = numbers.choices(("VID", "IMG", "DOC"), (6, 90, 4))[0]
        make, folder, extension, mime = SORTS[sort]
        data, count = make(numbers), count + 1
        path = f"Media/{folder}/{sort}-202406{count // 10000 + 1:02}-WA{count % 10000:04}.{extension}"
        last = written + len(data) >= megabytes << 20
        if count % 100 != 50 or last:
            (out / SHARED / path).parent.mkdir(parents=True, exist_ok=True)
            (out / SHARED / path).write_bytes(data[:-9] + b"!" + data[-8:] if last else data)
            written += len(data)
        when = BEGIN_MS + count * 60_000
        database.execute("INSERT INTO message VALUES (?, 1, 0, ?, NULL, 0, ?, ?, 1, NULL, 0)", (count, f"{count:032}", when, when + 900))
        digest = base64.b64encode(hashlib.sha256(data).digest()).decode()
        database.execute("INSERT INTO message_media VALUES (?, 1, 1, 0, ?, 0, NULL, NULL, ?, ?, NULL, ?, NULL, NULL, NULL)",
                         (count, path, mime, len(data), digest))
    database.commit()
    database.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--mb", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.out, options.mb, options.seed)


if __name__ == "__main__":
    main()
