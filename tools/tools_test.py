#!/usr/bin/env python3
"""Tests of the tools that other tests lean on."""
import pathlib
import plistlib
import sqlite3
import tempfile
import unittest

import aes
import make_backup
import make_exhibit


class Aes(unittest.TestCase):
    def test_block_of_fips_197(self):
        key = bytes(range(32))
        block = bytes.fromhex("00112233445566778899aabbccddeeff")
        self.assertEqual(aes.encrypt_block(aes.schedule(key), block).hex(), "8ea2b7ca516745bfeafc49904b496089")

    def test_wrap_of_rfc_3394(self):
        key = bytes(range(32))
        secret = bytes.fromhex("00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F")
        self.assertEqual(aes.wrap(key, secret).hex().upper(), "28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326"
                         "CBC7F0E71A99F43BFB988B9B7A02DD21")

    def test_cbc_pads(self):
        self.assertEqual(len(aes.encrypt_cbc(bytes(32), bytes(16))), 32)
        self.assertEqual(len(aes.encrypt_cbc(bytes(32), b"")), 16)


class Text(unittest.TestCase):
    def test_hex(self):
        self.assertEqual(make_exhibit.hex_bytes('00 ff # a comment\n"ab\\n"*2 01*3'), b"\x00\xffab\nab\n\1\1\1")
        with self.assertRaises(ValueError):
            make_exhibit.hex_bytes("zz")

    def test_database_is_the_same_each_time_and_opens(self):
        text = "-- page_size: 1024\nCREATE TABLE t(a);\nINSERT INTO t VALUES (mac('2001-01-02T00:00:00Z'));"
        data, wal = make_exhibit.database(text)
        self.assertEqual((data, wal), make_exhibit.database(text))
        self.assertIsNone(wal)
        self.assertEqual(data[16:18], b"\x04\x00")
        self.assertEqual(self.rows(data), [(86400.0,)])

    def test_rows_after_the_wal_line_are_in_the_log_alone(self):
        data, wal = make_exhibit.database(
            "-- wal: yes\nCREATE TABLE t(a);\nINSERT INTO t VALUES (1);\n-- WAL\nINSERT INTO t VALUES (2);\n")
        self.assertEqual(self.rows(data), [(1,)])
        self.assertEqual(self.rows(data, wal), [(1,), (2,)])

    def rows(self, data, wal=None):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "db"
            path.write_bytes(data)
            if wal:
                pathlib.Path(f"{path}-wal").write_bytes(wal)
            with sqlite3.connect(path) as db:
                return db.execute("SELECT a FROM t").fetchall()


class Backup(unittest.TestCase):
    def make(self, password=None):
        with tempfile.TemporaryDirectory() as folder:
            top, out = pathlib.Path(folder) / "in", pathlib.Path(folder) / "out"
            (top / "HomeDomain/Library").mkdir(parents=True)
            (top / "HomeDomain/Library/x.txt").write_text("hello")
            (top / "_backup.json").write_text('{"device_name": "A", "apps": [{"bundle": "org.example.app"}]}')
            out.mkdir()
            make_backup.write(top, out, password)
            return {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file()}

    def test_plain(self):
        files = self.make()
        self.assertEqual({n for n in files if "/" not in n}, {"Manifest.db", "Manifest.plist", "Status.plist", "Info.plist"})
        [identity] = [n for n in files if "/" in n]
        self.assertEqual(files[identity], b"hello")
        self.assertEqual(plistlib.loads(files["Info.plist"])["Installed Applications"], ["org.example.app"])
        self.assertEqual(files, self.make())

    def test_encrypted(self):
        files = self.make("word")
        about = plistlib.loads(files["Manifest.plist"])
        self.assertTrue(about["IsEncrypted"])
        self.assertEqual(len(about["ManifestKey"]), 44)
        self.assertNotEqual(files["Manifest.db"][:6], b"SQLite")
        self.assertEqual(files, self.make("word"))


unittest.main()
