#!/usr/bin/env python3
"""Checks reports with axe-core in Chromium for what WCAG 2.2 AA forbids: accessible.py [FILE…]

Light and wide, dark and narrow. Without files, all that stand in test/report/. No page may ask for anything, or be wider
than its window."""
import pathlib
import sys

from chromium import Axe, launched, sync_playwright

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = [("light", 1000), ("dark", 320)]


def problems(page, file):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.resolve().as_uri())
    yield from (f"asks for {url}" for url in asked[1:])
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wider > 1:  # one is a rounded pixel
        yield f"scrolls sideways by {wider}"
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}).response
    if not found["passes"]:
        yield "axe looked at nothing"
    for broken in found["violations"]:
        nodes = "; ".join(node["html"][:200] for node in broken["nodes"][:3])
        yield f"{broken['id']}: {broken['help']}: {nodes}"


def main():
    files = [pathlib.Path(name) for name in sys.argv[1:]] or sorted(pathlib.Path("test/report").glob("*/*.html"))
    found = []
    with sync_playwright() as playwright:
        browser = launched(playwright)
        for file in files:
            for colours, width in LOOKS:
                # The page's own policy forbids all scripts: axe is the one that is let in.
                page = browser.new_page(bypass_csp=True, color_scheme=colours, viewport={"width": width, "height": 900})
                found += [f"{file}: {colours} {width}: {what}" for what in problems(page, file)]
                page.close()
        browser.close()
    print(*found, f"{len(files)} files, {len(found)} problems", sep="\n")
    sys.exit(1 if found or not files else 0)


main()
