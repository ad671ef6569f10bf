#!/usr/bin/env python3
"""Writes docs/formats.md from the comments at the head of src/format/*.h: docs_formats.py [--check]."""
import pathlib
import sys

HEAD = """# Formats

Made by `tools/docs_formats.py` from the comments at the head of each header; do not edit. A format's header is its
document: the layout, what nobody knows, and what reading gives on failure.
"""


def comment(path):
    lines = []
    for line in path.read_text().splitlines():
        if not line.startswith("//"):
            break
        lines.append(line[2:].removeprefix(" "))
    return lines


def page():
    out = [HEAD]
    for path in sorted(pathlib.Path("src/format").glob("*.h")):
        lines = comment(path)
        if not lines or lines[0].startswith("For tests"):
            continue
        first = lines.index("") if "" in lines else len(lines)
        out.append(f"## [{path.name}](../{path})\n\n" + "\n".join(lines[:first]) + "\n")
        rest = "\n".join(lines[first:]).strip("\n")
        if rest:
            out.append("```\n" + rest + "\n```\n")
    return "\n".join(out)


def main():
    target = pathlib.Path("docs/formats.md")
    if "--check" not in sys.argv:
        target.write_text(page())
        return 0
    if target.exists() and target.read_text() == page():
        return 0
    print("docs/formats.md is not what the headers say: run tools/docs_formats.py")
    return 1


if __name__ == "__main__":
    sys.exit(main())
