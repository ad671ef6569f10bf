#!/usr/bin/env python3
"""Walks the local page in Chromium with the keyboard alone: view_test.py BRIDLE [PICTURES].

The example case in English and in Arabic, from an exhibit's path to a signed-off finding; a case whose messages
hold markup, script and marks of direction, of which nothing may run or be fetched; and the lake of a small fleet of
invented phones, from its cases to the records of its campaign. Needs the packages of tools/view_requirements.txt and a
chromium; says so and is skipped where one is missing. With PICTURES, a folder, each view is kept as a picture, light
and dark, narrow, and at 200 %.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from chromium import launched, sync_playwright
from view_lake import meet_hostile_lake, walk_fleet
from view_page import BRIDLE, LOOKS, PICTURES, Page, refusals

SECTIONS = ["overview", "findings", "timeline", "tables", "sql", "notes", "check"]
HOSTILE = [
    "<img src=x onerror=\"window.ran=1\">", "<script>window.ran=1</script>", "\"><svg onload=window.ran=1>",
    "javascript:window.ran=1", "<a href=\"https://fetched.example/a\">x</a><iframe src=\"https://fetched.example/b\">",
    "\u202egnp.exe\u2066\u200f\u061c", "{{constructor.constructor('window.ran=1')()}}", "${window.ran=1}", "&lt;b&gt;\u0000\u0007\r\n<b>",
]


def make_case(exhibit, work, name):
    case = work / name
    run = subprocess.run([BRIDLE, "check", exhibit, "-i", "examples/packs/example.stix2", "-o", case, "--progress", "none"],
                         capture_output=True)
    assert run.returncode in (3, 4, 5), run.stderr
    return case


def make_backup_of(source, folder):
    subprocess.run([sys.executable, "tools/make_exhibit.py", "backup", source, folder], check=True, capture_output=True)
    return folder


def hostile_exhibit(work):
    """The example's backup with messages that attack whoever looks at them."""
    source = work / "hostile-source"
    shutil.copytree("examples/backup", source)
    messages = source / "HomeDomain/Library/SMS/sms.db.sql"
    text = messages.read_text()
    for part in HOSTILE:
        quoted = part.replace("\0", "").replace("'", "''")
        text += f"\nUPDATE message SET text = '{quoted} ' || text WHERE ROWID = (SELECT max(ROWID) FROM message) - {HOSTILE.index(part)};"
    text += "\nUPDATE message SET text = '<script>window.ran=1</script>\u202e ' || text WHERE text LIKE '%kestrel%';\n"
    messages.write_text(text)
    return make_backup_of(source, work / "hostile")


def walk(browser, case, work, language):
    with Page(browser, case, work, SECTIONS, locale=language) as at:
        page = at.page
        print(f"{language}: the first screen after {at.first_screen()} ms")
        refusals(at.address)
        assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
        words = json.loads(pathlib.Path(f"web/phrases/{language}.json").read_text())
        assert words["verdict.match.head"] in at.text() and "token" not in page.url
        at.press("Tab")
        assert page.evaluate("document.activeElement.id") == "skip"
        at.press("Enter")
        for number, name in enumerate(SECTIONS, 1):
            at.section(number)
            assert page.evaluate("document.activeElement.tagName") == "H1", name
            at.check_access(f"{language} {name}")
        for name, step in {"findings": lambda: walk_findings(at, words, case), "tables": lambda: walk_tables(at, work, case),
                           "timeline": lambda: walk_timeline(at), "sql": lambda: walk_sql(at), "sign-off": lambda: sign_off(at, words, case)}.items():
            begun = time.monotonic()
            step()
            print(f"{language}: {name} in {time.monotonic() - begun:.1f} s")
        at.press("?")
        page.wait_for_selector("dialog[open]")
        at.press("Escape")
        assert not at.problems, at.problems


def walk_findings(at, words, case):
    at.section(2)
    at.tab_to("#F-0001 summary")
    at.press("Enter")
    at.page.wait_for_selector("#F-0001 tr.hit")
    at.tab_to("#F-0001-decision")
    at.press("ArrowDown", "ArrowDown")
    at.tab_to("#F-0001-note")
    at.page.keyboard.type("A trainer's phone <b>\u202e")
    with at.one_more("#F-0001 .said li"):
        at.press("Tab", "Enter")
    assert words["decision.explained"] in at.text("#F-0001 .said") and "<b>\u27e8U+202E\u27e9" in at.text("#F-0001 .said")
    assert "reviews/" in (case / "custody.jsonl").read_text().splitlines()[-1]


def walk_tables(at, work, case):
    page = at.page
    at.section(4)
    at.tab_to("a[href='#tables/ios_sms']")
    at.press("Enter")
    at.until("document.querySelector('main h1').textContent.includes('SMS')")
    page.wait_for_selector("td[tabindex='0']")
    at.press("/")
    page.keyboard.type("KESTREL")
    at.until("document.querySelectorAll('.rows tbody tr').length === 1")
    at.tab_to("button[data-column=time]")
    at.press("Enter")
    page.wait_for_selector("th[aria-sort=ascending]")
    at.tab_to("td[tabindex='0']")
    at.press("ArrowLeft" if page.evaluate("document.documentElement.dir") == "rtl" else "ArrowRight", "Enter")
    page.wait_for_selector("dialog[open] dl")
    assert "kestrel-track[.]example" in at.text("dialog")
    at.check_access("record")
    at.press("Escape")
    save_rows(at, work, case)


def save_rows(at, work, case):
    """What is shown, as a file: with pseudonyms, and noted."""
    at.tab_to("details summary")
    at.press("Enter")
    at.tab_to("#save-share")
    at.press("End")
    at.press("Tab", "Enter")
    at.page.wait_for_selector("details .exact")
    saved = pathlib.Path(at.text("details .exact"))
    assert saved.parent == work and saved.name.startswith("ios_sms-"), saved
    [head, row] = saved.read_text().splitlines()
    assert head.startswith("exhibit,file_path") and "kestrel-track.example" in row and "+1" not in row, row
    assert saved.name in (case / "custody.jsonl").read_text().splitlines()[-1]
    assert saved.with_name(saved.name + ".redaction.json").exists()
    saved.unlink()


def walk_timeline(at):
    at.section(3)
    before = at.text("#time-span")
    at.tab_to(".time")
    at.press("f")
    at.until("b => document.getElementById('time-span').textContent !== b", before)
    near = at.text("#time-span")
    at.press("+")
    at.until("b => document.getElementById('time-span').textContent !== b", near)
    at.press("ArrowRight", "ArrowDown", "0")
    at.until("b => document.getElementById('time-span').textContent === b", before)


def walk_sql(at):
    at.section(5)
    at.tab_to("#statement")
    at.press("Control+a")
    at.page.keyboard.type("SELECT count(*) FROM ios_sms WHERE text LIKE '%kestrel%'")
    at.press("Control+Enter")
    at.page.wait_for_selector(".rows td")
    assert at.text(".rows td") == "1"


def sign_off(at, words, case):
    at.section(6)
    at.tab_to("#case-note")
    at.page.keyboard.type("Seen by two")
    with at.one_more(".card .said li"):
        at.press("Tab", "Tab", "Enter")
    assert words["decision.signed-off"] in at.text(".card .said")
    verified = subprocess.run([BRIDLE, "verify", case], capture_output=True, text=True)
    assert verified.returncode == 0, verified.stdout + verified.stderr


def start_check(browser, exhibit, work):
    """From a path, typed, and from a file, dropped, to a case on the screen."""
    with Page(browser, None, work, SECTIONS) as at:
        at.tab_to("#exhibit")
        at.page.keyboard.type(str(exhibit)[:-2])
        at.until("document.querySelectorAll('#exhibit-list option').length > 0")
        at.page.keyboard.type(str(exhibit)[-2:])
        at.tab_to("#pack")
        at.page.keyboard.type(str(pathlib.Path("examples/packs/example.stix2").resolve()))
        at.press("Enter")
        at.page.wait_for_selector(".verdict.red")
        at.section(7)
        at.page.set_input_files("#file", {"name": "../pack.json", "mimeType": "x/y", "buffer": b"{}"})
        at.page.wait_for_selector(".verdict.blue")
        assert [path.name for path in work.glob("received-*/*")] == ["pack.json"]
        assert not at.problems, at.problems


def take_folders(browser, exhibit, work):
    """A folder that is dropped, and one that is chosen: each becomes an archive that is read as the folder would be."""
    verdict = json.loads((work / "case/result.json").read_text())["coverage"]
    take = {"dropped": lambda at: at.drop(exhibit), "chosen": lambda at: at.page.set_input_files("#folder", str(exhibit))}
    for name, bring in take.items():
        where = work / name
        where.mkdir()
        with Page(browser, None, where, SECTIONS) as at:
            bring(at)
            at.page.wait_for_selector(".verdict")
            assert not at.problems, at.problems
        assert [path.name for path in where.glob("received-*/*")] == [f"{exhibit.name}.tar"]
        [result] = where.glob("case-*/result.json")
        read = json.loads(result.read_text())["coverage"]
        assert read == verdict, [one for one in read if one not in verdict]


def meet_hostile(browser, case, work):
    with Page(browser, case, work, SECTIONS) as at:
        own = re.match(r"http://127\.0\.0\.1:\d+/", at.address)[0]
        for number in range(1, len(SECTIONS)):
            at.section(number)
        at.section(2)
        for summary in at.page.query_selector_all("summary"):
            summary.click()
        at.page.evaluate("location.hash = '#tables/ios_sms'")
        at.page.wait_for_selector("td[tabindex='0']")
        assert "<script>" in at.text() and "\u27e8U+202E\u27e9" in at.text() and "\u202e" not in at.text()
        at.page.wait_for_timeout(300)
        assert at.page.evaluate("window.ran") is None, "something ran"
        assert not at.page.query_selector("main img, main script, main iframe, main svg"), "markup came alive"
        elsewhere = [url for url in at.asked if not url.startswith(own)]
        assert not elsewhere and not at.problems, (elsewhere, at.problems)


def pictures(browser, case, work):
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, look in LOOKS.items():
        with Page(browser, case, work, SECTIONS, **look) as at:
            for number, section in enumerate(SECTIONS, 1):
                at.section(number)
                at.check_access(f"{name} {section}")
                at.page.screenshot(path=PICTURES / f"{name}-{section}.png")


def main():
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        work = pathlib.Path(folder)
        exhibit = make_backup_of("examples/backup", work / "backup")
        case = make_case(exhibit, work, "case")
        browser = launched(playwright)
        for language in ("en", "ar"):
            walk(browser, case, work, language)
        hostile = make_case(hostile_exhibit(work), work, "hostile-case")
        meet_hostile(browser, hostile, work)
        meet_hostile_lake(browser, hostile, work)
        start_check(browser, exhibit, work)
        take_folders(browser, exhibit, work)
        if PICTURES:
            pictures(browser, case, work)
        walk_fleet(browser, work)
        browser.close()


main()
