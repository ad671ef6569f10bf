#!/usr/bin/env python3
"""Fails if the tree's text breaks a rule that no compiler holds: docs/style.md."""
import pathlib
import re
import subprocess
import sys

MAX_LINES = 300
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|not implemented)\b")
# A verdict never says more than was examined: these words are for nobody to read.
VERDICT_WORDS = re.compile(r"\b(clean|safe|infected)\b", re.IGNORECASE)
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
NAMES = re.compile(r"(^|_)(util|utils|helper|helpers|manager|context|handler|impl)(_|$)")


def problems_in(path: pathlib.Path):
    text = path.read_text(errors="replace")
    lines = text.splitlines()
    if len(lines) > MAX_LINES:
        yield f"{path}: {len(lines)} lines, of {MAX_LINES}"
    if NAMES.search(path.stem):
        yield f"{path}: the name does not say what it does"
    # A test may name the words to say that they are not there.
    may_print = path.parts[1] in ("sink", "cli") and not path.stem.endswith("_test")
    for number, line in enumerate(lines, 1):
        if UNFINISHED.search(line):
            yield f"{path}:{number}: unfinished by its own words"
        if may_print and not line.lstrip().startswith("#include"):
            for literal in LITERAL.findall(line):
                if VERDICT_WORDS.search(literal):
                    yield f"{path}:{number}: a word that no output may use: {literal}"


TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)(?=[ {:])[^;]*$", re.MULTILINE)
NAMESPACE = re.compile(r"^namespace ([\w:]+) {", re.MULTILINE)


def named_twice(headers):
    """Two types of one name in one namespace become one for the linker, which takes either's code for both."""
    seen = {}
    for path in headers:
        text = path.read_text(errors="replace")
        namespace = NAMESPACE.search(text)
        for name in TYPE.findall(text):
            first = seen.setdefault((namespace and namespace[1], name), path)
            if first != path:
                yield f"{path}: {name} is defined in {first} too"


def tracked():
    run = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True)
    return [pathlib.Path(name) for name in run.stdout.split("\0") if name] if run.returncode == 0 else []


def main():
    found = []
    for path in sorted(pathlib.Path("src").rglob("*")):
        if path.suffix in (".h", ".cc"):
            found += problems_in(path)
    found += named_twice(sorted(pathlib.Path("src").rglob("*.h")))
    for path in tracked():
        if path.parts[0] in ("test", "examples") and path.exists() and b"\0" in path.read_bytes():
            found.append(f"{path}: a fixture that a reviewer cannot read as text")
    print(*found, sep="\n")
    sys.exit(len(found) > 0)


main()
