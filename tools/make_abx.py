#!/usr/bin/env python3
"""Android's binary XML (src/format/abx.h) out of XML that people can read.

A value of an attribute may say of what sort it is, as in n="int:5": int, inthex, long, longhex, float, double,
hex, base64, interned, true or false; else it is text."""
import base64
import struct
import xml.etree.ElementTree as ElementTree


class Writer:
    def __init__(self):
        self.out, self.names = bytearray(b"ABX\0\x10"), {}

    def text(self, text):
        data = text.encode()
        return struct.pack(">H", len(data)) + data

    def name(self, name):
        if name in self.names:
            return struct.pack(">H", self.names[name])
        self.names[name] = len(self.names)
        return b"\xff\xff" + self.text(name)

    def value(self, stated):
        """(sort, bytes)"""
        sort, colon, rest = stated.partition(":")
        if stated in ("true", "false"):
            return (12 if stated == "true" else 13), b""
        if colon and sort in ("int", "inthex"):
            return (6 if sort == "int" else 7), struct.pack(">i", int(rest, 10 if sort == "int" else 16))
        if colon and sort in ("long", "longhex"):
            return (8 if sort == "long" else 9), struct.pack(">q", int(rest, 10 if sort == "long" else 16))
        if colon and sort in ("float", "double"):
            return (10 if sort == "float" else 11), struct.pack(">f" if sort == "float" else ">d", float(rest))
        if colon and sort in ("hex", "base64"):
            data = bytes.fromhex(rest) if sort == "hex" else base64.b64decode(rest)
            return (4 if sort == "hex" else 5), struct.pack(">H", len(data)) + data
        if colon and sort == "interned":
            return 3, self.name(rest)
        return 2, self.text(stated)

    def said(self, text):
        if text:
            self.out += b"\x24" + self.text(text)

    def element(self, element):
        self.out += b"\x32" + self.name(element.tag)
        for name, stated in element.attrib.items():
            name_bytes = self.name(name)
            sort, data = self.value(stated)
            self.out += bytes([sort << 4 | 15]) + name_bytes + data
        self.said(element.text)
        for inner in element:
            self.element(inner)
            self.said(inner.tail)
        self.out += b"\x33" + self.name(element.tag)


def binary(text):
    writer = Writer()
    writer.element(ElementTree.fromstring(text))
    return bytes(writer.out + b"\x11")
