#!/usr/bin/env python3
"""Makes an Android backup (*.ab) to measure with: messages, settings, databases, pictures and texts.

    bench/make_adb_backup.py OUT.ab [--mb 420] [--sms 20000] [--packed] [--seed 1]

The same options give the same bytes. Pictures are noise, three fifths of all; texts are made of a few
words. Packed, the data is a zlib stream that is flushed behind each file, as Android's is.
"""
import argparse
import io
import json
import pathlib
import random
import tarfile
import zlib

WORDS = """about after again always before between bring call carry check city close coming dinner early evening every
family finish follow forget garden happy hello house hurry know later leave letter light little lunch market meeting
message moment money morning mother never night number office often open people perhaps phone picture place please
question ready remember school second small station still story street summer sure table thanks think tomorrow town
train tonight under wait walk water week weekend where window winter without word work write year yesterday""".split()
APPS = [f"com.example.{name}" for name in ("mail", "maps", "notes", "chat", "camera", "player", "bank", "weather", "reader", "games")]
BEGIN_MS = 1_717_236_000_000  # 2024-06-01T10:00:00Z
MESSAGES_A_FILE = 1000  # as Android's telephony provider writes them
TELEPHONY = "com.android.providers.telephony"


class Archive:
    """The tar of a backup, written to the file as it grows."""

    def __init__(self, out, packed):
        self.out, self.squeeze, self.written = out, zlib.compressobj(6) if packed else None, 0

    def write(self, data):
        self.written += len(data)
        self.out.write(self.squeeze.compress(data) if self.squeeze else data)

    def add(self, path, data):
        member = tarfile.TarInfo(path)
        member.size, member.mode, member.mtime = len(data), 0o600, BEGIN_MS // 1000
        self.write(member.tobuf(tarfile.USTAR_FORMAT) + data + b"\0" * (-len(data) % 512))
        if self.squeeze:
            self.out.write(self.squeeze.flush(zlib.Z_SYNC_FLUSH))

    def end(self):
        self.write(b"\0" * 1024)
        if self.squeeze:
            self.out.write(self.squeeze.flush())


def sentence(random_, least=3, most=24):
    return " ".join(random_.choices(WORDS, k=random_.randint(least, most)))


def messages(random_, first, count):
    for n in range(first, first + count):
        link = f" https://{random_.choice(WORDS)}{n}.example/{random_.choice(WORDS)}" if random_.random() < 0.1 else ""
        when = BEGIN_MS + n * 600_000
        yield {"self_phone": "+1202555-0100", "address": f"+1202555{random_.randint(100, 199):04}",
               "body": sentence(random_) + link, "date": str(when), "date_sent": str(when - 2000), "status": "-1",
               "type": random_.choice("12"), "recipients": [f"+1202555{random_.randint(100, 199):04}"], "read": "1"}


def manifest(package):
    return f"1\n{package}\n1\n35\n\n0\n1\n{'30' * 64}\n".encode()


def text(random_, size):
    out = io.StringIO()
    while out.tell() < size:
        out.write(sentence(random_) + ".\n")
    return out.getvalue()[:size].encode()


def write_messages(archive, random_, count):
    archive.add(f"apps/{TELEPHONY}/_manifest", manifest(TELEPHONY))
    for number, first in enumerate(range(0, count, MESSAGES_A_FILE)):
        page = list(messages(random_, first, min(MESSAGES_A_FILE, count - first)))
        archive.add(f"apps/{TELEPHONY}/d_f/{number:06}_sms_backup", zlib.compress(json.dumps(page).encode()))


def write_files(archive, random_, size):
    for package in APPS:
        archive.add(f"apps/{package}/_manifest", manifest(package))
        archive.add(f"apps/{package}/sp/settings.xml", b"<map>\n" + text(random_, 4000) + b"</map>\n")
    number = 0
    while archive.written < size:
        app = random_.choice(APPS)
        archive.add(f"shared/0/DCIM/Camera/IMG_{number:06}.jpg", random_.randbytes(random_.randint(1 << 20, 2 << 20)))
        archive.add(f"apps/{app}/f/{number:06}.txt", text(random_, random_.randint(1 << 19, 1 << 20)))
        archive.add(f"apps/{app}/f/cache/{number:06}", text(random_, random_.randint(1 << 10, 1 << 18)))
        number += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--mb", type=int, default=420)
    parser.add_argument("--sms", type=int, default=20_000)
    parser.add_argument("--packed", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random_ = random.Random(options.seed)
    with options.out.open("wb") as out:
        out.write(f"ANDROID BACKUP\n5\n{int(options.packed)}\nnone\n".encode())
        archive = Archive(out, options.packed)
        write_messages(archive, random_, options.sms)
        write_files(archive, random_, options.mb << 20)
        archive.end()


main()
