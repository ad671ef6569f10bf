"""Walks the local page of a lake: the cases of a small fleet of invented phones, and the records of its campaign."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import time

from view_page import BRIDLE, LOOKS, PICTURES, Page, refusals

OF_LAKE = ["overview", "graph", "timeline", "victims"]
TREE = pathlib.Path(__file__).resolve().parent.parent
MAKER = next((maker for above in TREE.parents if (maker := above / "shared/exam/make_fleet.py").exists()), None)


def meet_hostile_lake(browser, case, work):
    """The findings in such messages by way of a lake, under a name that turns what stands after it."""
    named = work / "exe.\u202egnp"
    shutil.copytree(case, named)
    subprocess.run([BRIDLE, "lake", "add", work / "hostile-lake", named], check=True, capture_output=True)
    with Page(browser, work / "hostile-lake", work, OF_LAKE) as at:
        own = re.match(r"http://127\.0\.0\.1:\d+/", at.address)[0]
        for number in range(1, len(OF_LAKE) + 1):
            at.section(number)
        at.section(1)
        at.tab_to("td[tabindex='0']")
        assert "exe.\u27e8U+202E\u27e9gnp" in at.text()
        at.press("Enter")
        at.page.wait_for_selector("#F-0001")
        assert "kestrel-track[.]example" in at.text() and "\u202e" not in at.text()
        at.page.wait_for_timeout(300)
        assert at.page.evaluate("window.ran") is None, "something ran"
        assert not at.page.query_selector("main img, main script, main iframe, main svg"), "markup came alive"
        assert not at.problems and all(url.startswith(own) for url in at.asked), (at.asked, at.problems)


def make_lake(work):
    """The lake of a hundred invented phones, and what `bridle campaign` says of it."""
    subprocess.run([sys.executable, MAKER, work / "fleet", "--phones", "100", "--seed", "21"], check=True, capture_output=True)
    lake, found = work / "lake", work / "found"
    run = subprocess.run([BRIDLE, "check", "--batch", work / "fleet/phones", "--lake", lake, "--progress", "none"], capture_output=True)
    assert run.returncode in (0, 3, 4, 5), run.stderr
    subprocess.run([BRIDLE, "campaign", lake, "-o", found], check=True, capture_output=True)
    results = [json.loads(path.read_text()) for path in lake.glob("segments/*/results/*.json")]
    return lake, {**json.loads((found / "campaign.json").read_text()), "unread": sum(not one["complete"] for one in results)}


def walk_lake(browser, lake, found, work, language):
    with Page(browser, lake, work, OF_LAKE, locale=language) as at:
        print(f"{language}: the first screen of the lake after {at.first_screen()} ms")
        words = json.loads(pathlib.Path(f"web/phrases/{language}.json").read_text())
        refusals(at.address)
        for number, name in enumerate(OF_LAKE, 1):
            at.section(number)
            assert at.page.evaluate("document.activeElement.tagName") == "H1", name
            at.check_access(f"{language} lake {name}")
        for name, step in {"cases": lambda: walk_cases(at, words, found["unread"]), "graph": lambda: walk_graph(at, found, language == "ar"),
                           "attempts": lambda: walk_attempts(at), "victims": lambda: walk_victims(at, found)}.items():
            begun = time.monotonic()
            step()
            print(f"{language}: {name} of the lake in {time.monotonic() - begun:.1f} s")
        own = re.match(r"http://127\.0\.0\.1:\d+/", at.address)[0]
        assert not at.problems and all(url.startswith(own) for url in at.asked), at.problems


def walk_cases(at, words, unread):
    at.section(1)
    at.press("/")
    at.page.keyboard.type("p0012")
    at.until("document.querySelectorAll('.rows tbody tr').length === 1")
    at.tab_to("td[tabindex='0']")
    at.press("Enter")
    at.page.wait_for_selector("main .verdict")
    assert "P0012" in at.text() and words["coverage"] in at.text()
    at.check_access("case of the lake")
    at.tab_to("a[href='#overview']:not(nav a)")
    at.press("Enter")
    at.page.wait_for_selector("#case-unread")
    at.tab_to("#case-unread")
    at.press("Space")
    at.until("n => document.querySelectorAll('.rows tbody tr').length === n && !document.querySelector('.rows td:nth-child(3) .green')", unread)


def walk_graph(at, found, mirrored):
    """From an account to the records against it, and over a group of phones to one of them and its case."""
    on = "ArrowLeft" if mirrored else "ArrowRight"
    focused = "document.activeElement.getAttribute('aria-label')"
    at.section(2)
    listed = at.page.evaluate("[...document.querySelectorAll('main tbody th')].map(th => th.innerText.trim())")
    named = [one["id"].replace(".", "[.]") for kind in ("accounts", "servers", "phones") for one in found[kind]]
    assert listed == named, set(listed) ^ set(named)
    at.tab_to(".graph [role=button]")
    account = next(one for one in found["accounts"] if one["id"] in at.page.evaluate(focused))
    at.press("Enter")
    at.page.wait_for_selector("dialog[open] .rows tbody tr")
    assert account["why"] in at.text("dialog")
    assert len(at.page.query_selector_all("dialog .rows tbody tr")) == len(account["evidence"])
    at.check_access("account")
    at.press("Escape")
    assert account["id"] in at.page.evaluate(focused)
    at.press(on)
    if at.page.evaluate("document.activeElement.hasAttribute('aria-expanded')"):
        at.press("Enter")
        assert at.page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
        at.press("ArrowDown")
    wide = at.page.evaluate("document.querySelector('.graph').clientWidth")
    at.press("+")
    assert at.page.evaluate("document.querySelector('.graph').clientWidth") > wide
    at.press("Enter")
    at.page.wait_for_selector("dialog[open]")
    phone = next(one["id"] for one in found["phones"] if one["id"] in at.text("dialog h2"))
    at.check_access("phone")
    at.tab_to("dialog a")
    at.press("Enter")
    at.until("p => document.querySelector('main strong')?.textContent === p", phone)
    at.page.wait_for_selector("main .verdict")


def walk_attempts(at):
    focused = "document.activeElement.getAttribute('aria-label')"
    at.section(3)
    at.tab_to(".attempts [role=button]")
    first = at.page.evaluate(focused)
    at.press("ArrowDown")
    below = at.page.evaluate(focused)
    assert below != first
    wide = at.page.evaluate("document.querySelector('.attempts').clientWidth")
    at.press("+", "+")
    at.until("wide => document.querySelector('.attempts').clientWidth > wide", wide)
    assert at.page.evaluate(focused).split(",")[0].split("،")[0] == below.split(",")[0].split("،")[0]
    at.press("Enter")
    at.page.wait_for_selector("dialog[open] .rows tbody tr")
    at.press("Escape", "0")
    at.until("wide => document.querySelector('.attempts').clientWidth === wide", wide)


def walk_victims(at, found):
    at.section(4)
    reached = at.page.evaluate("[...document.querySelectorAll('main tbody td:nth-child(3) b')].map(b => Number(b.textContent))")
    assert sum(reached) == len(found["phones"]), reached


def pictures_of_lake(browser, lake, work):
    for name, look in LOOKS.items():
        with Page(browser, lake, work, OF_LAKE, **look) as at:
            for number, section in enumerate(OF_LAKE, 1):
                at.section(number)
                at.check_access(f"{name} lake {section}")
                at.page.screenshot(path=PICTURES / f"{name}-lake-{section}.png")


def walk_fleet(browser, work):
    if MAKER is None:
        print("the lake is skipped: the maker of fleets is not there (../shared)")
        return
    lake, found = make_lake(work)
    for language in ("en", "ar"):
        walk_lake(browser, lake, found, work, language)
    if PICTURES:
        pictures_of_lake(browser, lake, work)
