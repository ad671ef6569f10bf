#!/usr/bin/env python3
"""Tests `bridle report` on whole cases: report_test.py BRIDLE.

For each folder of test/report/ the exhibit of test/exhibit/ with that name is checked, its result.json made independent
of the engine's version as in exhibit_test.py, and test/report/custody.jsonl put in the place of its log. Each file there,
READER.LANG.html, must then be what the report is, but for what LEFT_OUT says; BRIDLE_RECORD=1 writes them. A second run in
another zone, locale and folder must give the same bytes. Where html5lib is installed, the page must be valid HTML.
Missing WeasyPrint must leave nothing behind. Where it and pikepdf are installed, the letter as PDF must be tagged, say its
language and title, and hold its fonts; what it says can be read out of it again, but for Arabic (docs/reports.md)."""
import difflib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import exhibit_test
import make_backup

try:
    import html5lib
except ImportError:
    html5lib = None
try:
    import pikepdf
except ImportError:
    pikepdf = None

# The style sheet, and the rates of rules that found nothing: each new rule would change every exhibit.
LEFT_OUT = re.compile(r"<style>.*?</style>|'sha256-[^']*'|<section id=\"other-rules\">.*?</section>", re.DOTALL)
VERDICT_WORDS = re.compile(r"\b(clean|safe|infected)\b", re.IGNORECASE)
LIMITS = {"owner": 100_000, "analyst": 5_000_000, "court": 1_000_000}


def make_case(bridle, name, scratch):
    folder = pathlib.Path("test/exhibit", name).resolve()
    facts = json.loads((folder / "case.json").read_text())
    exhibit, out = scratch / "exhibit", scratch / "case"
    exhibit.mkdir()
    make_backup.write(pathlib.Path(facts["in"]), exhibit, facts.get("password"), facts.get("backup"))
    run = exhibit_test.check(bridle, facts, exhibit, out, folder, 2)
    if run.returncode != facts["expect"]["exit"]:
        sys.exit(f"{name}: check ended with {run.returncode}\n{run.stderr}")
    return out


def fit(case, result, reader):
    """The letter speaks of topics; the tables of the others would change with each new artefact."""
    result = json.loads(result)
    if reader == "owner":
        result["engine"]["version"] = "any"
        (case / "result.json").write_text(json.dumps(result))
    else:
        (case / "result.json").write_text(exhibit_test.normal(result))


def report(bridle, case, reader, language, file, **environment):
    """Each report adds a line to the log of its case: it is put back before each."""
    (case / "custody.jsonl").write_bytes(pathlib.Path("test/report/custody.jsonl").read_bytes())
    run = subprocess.run([bridle, "report", str(case), "--for", reader, "--lang", language, "-o", str(file)],
                         env={**os.environ, **environment}, capture_output=True, text=True)
    return run


def odd_html(html):
    ids = re.findall(r' id="([^"]*)"', html)
    yield from (f"the id {i} is there twice" for i in {i for i in ids if ids.count(i) > 1})
    yield from (f"a link to {i}, which is not there" for i in set(re.findall(r'href="#([^"]*)"', html)) - set(ids))
    if html5lib:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(html)
        yield from (f"no valid HTML at {place}: {error} {data}" for place, error, data in parser.errors[:5])


def problems(bridle, case, want, scratch):
    reader, language, _ = want.name.split(".")
    one, two = scratch / want.name, scratch / "again" / want.name
    two.parent.mkdir(exist_ok=True)
    run = report(bridle, case, reader, language, one, TZ="UTC", LC_ALL="C")
    if run.returncode != 0:
        yield f"{want}: exit {run.returncode}: {run.stderr}"
        return
    report(bridle, case, reader, language, two, TZ="Asia/Tokyo", LC_ALL="ar_EG.UTF-8", USER="somebody")
    if one.read_bytes() != two.read_bytes():
        yield f"{want}: differs from run to run"
    html = one.read_text()
    yield from (f"{want}: {what}" for what in odd_html(html))
    if len(html.encode()) > LIMITS[reader]:
        yield f"{want}: {len(html.encode())} bytes"
    if str(scratch) in html:
        yield f"{want}: names a folder of this computer"
    yield from (f"{want}: says «{word}»" for word in VERDICT_WORDS.findall(html))
    got = LEFT_OUT.sub("", html)
    if os.environ.get("BRIDLE_RECORD") == "1":
        want.write_text(got)
    if got != want.read_text():
        yield "".join(list(difflib.unified_diff(want.read_text().splitlines(True), got.splitlines(True), str(want), "got"))[:60])


def tags(node):
    """The names of all tags beneath a node of the tree of structure."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from tags(one)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from tags(node.K)


def odd_font(font, language):
    [drawn] = font.DescendantFonts if "/DescendantFonts" in font else [font]
    if not any(key.startswith("/FontFile") for key in drawn.FontDescriptor.keys()):
        yield "is not embedded"
    if "/ToUnicode" not in font:
        yield "does not say which letters its glyphs are"
    elif language != "ar":
        letters = re.findall(rb"^<[0-9a-f]+> <([0-9a-f]*)>", font.ToUnicode.read_bytes(), re.MULTILINE)
        if not letters or not all(4 <= len(one) <= 16 for one in letters):  # a ligature has some
            yield "has glyphs without letters"


def odd_pdf(file, language):
    with pikepdf.open(file) as pdf:
        root = pdf.Root
        if not root.get("/MarkInfo", {}).get("/Marked", False) or str(root.get("/Lang", "")) != language or not str(pdf.docinfo.get("/Title", "")):
            yield "it is not marked as tagged, or lacks its language or title"
        found = set(tags(root.StructTreeRoot.K)) if "/StructTreeRoot" in root else set()
        yield from (f"no {tag}" for tag in {"/H1", "/P", "/L", "/LI"} - found)
        fonts = {str(font.BaseFont): font for page in pdf.pages for _, font in page.Resources.Font.items()}
        yield from (f"{name} {what}" for name, font in fonts.items() for what in odd_font(font, language))


def letters_on_paper(bridle, case, scratch):
    for language in ("en", "fr", "es", "ar"):
        file = scratch / f"letter.{language}.pdf"
        run = report(bridle, case, "owner", language, file)
        if run.returncode != 0:
            yield f"{file.name}: exit {run.returncode}: {run.stderr}"
        else:
            yield from (f"{file.name}: {what}" for what in odd_pdf(file, language))


def without_printer(bridle, case, scratch):
    file = scratch / "letter.pdf"
    run = report(bridle, case, "owner", "en", file, PATH=str(scratch))
    if run.returncode != 1 or "apt install weasyprint" not in run.stderr or file.exists():
        yield f"without WeasyPrint: exit {run.returncode}: {run.stderr}"


def main():
    bridle = str(pathlib.Path(sys.argv[1]).resolve())
    found = []
    for folder in sorted(p for p in pathlib.Path("test/report").iterdir() if p.is_dir()):
        with tempfile.TemporaryDirectory() as scratch:
            scratch = pathlib.Path(scratch)
            case = make_case(bridle, folder.name, scratch)
            result = (case / "result.json").read_text()
            for want in sorted(folder.glob("*.html")):
                fit(case, result, want.name.split(".")[0])
                found += problems(bridle, case, want, scratch)
            found += without_printer(bridle, case, scratch)
            if folder.name == "example" and pikepdf and shutil.which("weasyprint"):
                found += letters_on_paper(bridle, case, scratch)
    if not html5lib:
        print("html5lib is not installed: the HTML was not checked")
    if not pikepdf or not shutil.which("weasyprint"):
        print("WeasyPrint or pikepdf is not installed: the PDF was not checked")
    print(*found, sep="\n")
    sys.exit(len(found) > 0)


if __name__ == "__main__":
    main()
