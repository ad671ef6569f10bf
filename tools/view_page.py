"""A browser on the local page: what the walks of it have in common.

Needs the packages of tools/view_requirements.txt and a chromium; says so and ends as skipped where one is missing.
"""
import contextlib
import pathlib
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request

from chromium import Axe

BRIDLE = pathlib.Path(sys.argv[1]).resolve()
PICTURES = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
PATIENCE = 120  # seconds that a busy machine may take for what takes it none
LOOKS = {"light": {}, "dark": {"color_scheme": "dark"}, "arabic": {"locale": "ar"}, "narrow": {"viewport": {"width": 380, "height": 800}},
         "zoomed": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}}


class Page:
    """bridle view of a case or a lake, and a browser on it."""

    def __init__(self, browser, case, work, sections, **look):
        self.sections = sections
        arguments = [BRIDLE, "view"] + ([case] if case else [])
        self.server = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=work)
        self.address = self.server.stdout.readline().strip()
        self.problems, self.asked = [], []
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "en", **look})
        self.context.set_default_timeout(PATIENCE * 1000)
        self.page = self.context.new_page()
        self.page.on("console", lambda m: self.problems.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(self.address)
        self.page.wait_for_selector("main h1")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()
        self.server.terminate()
        self.server.wait()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, selector, most=400):
        """Focus by Tab alone; a thing that it never reaches is a failure."""
        for _ in range(most):
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {selector}")

    def section(self, number):
        self.page.evaluate("document.activeElement.blur()")
        self.press(str(number))
        self.page.wait_for_selector(f"nav a[aria-current][href='#{self.sections[number - 1]}']")
        self.until("!document.getElementById('main').hasAttribute('aria-busy')")

    def until(self, expression, value=None):
        """The page's own policy forbids what Playwright waits with."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.page.evaluate(expression, value):
                return
            time.sleep(0.05)
        raise AssertionError(f"in vain: {expression}; {self.text()[:500]}")

    @contextlib.contextmanager
    def one_more(self, selector):
        """What is done makes one more of these; some may be there from before."""
        before = self.page.locator(selector).count()
        yield
        self.until("([s, n]) => document.querySelectorAll(s).length > n", [selector, before])

    def text(self, selector="main"):
        return self.page.inner_text(selector)

    def first_screen(self):
        """Milliseconds from asking for the address until the largest thing of the first screen was painted."""
        return self.page.evaluate("""new Promise(yes => new PerformanceObserver(list => yes(Math.round(list.getEntries().at(-1).startTime)))
            .observe({type: 'largest-contentful-paint', buffered: true}))""")

    def drop(self, path):
        """Lets go of a file or folder over the page, as from a window of files."""
        box = self.page.locator(".drop").bounding_box()
        at = {"x": box["x"] + 20, "y": box["y"] + 20, "data": {"items": [], "files": [str(path)], "dragOperationsMask": 1}}
        session = self.context.new_cdp_session(self.page)
        for kind in ("dragEnter", "dragOver", "drop"):
            session.send("Input.dispatchDragEvent", {"type": kind, **at})

    def check_access(self, name):
        """WCAG 2.2 AA as far as a program can tell."""
        found = Axe().run(self.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        broken = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found.response["violations"]]
        assert not broken, f"{name}: {broken}"
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{name}: the page is {wide} pixels wider than the window"


def refusals(address):
    """What anyone but the browser with the cookie gets."""
    base = re.match(r"(http://127\.0\.0\.1:\d+)/", address)[1]
    for url, fields in [(base + "/", {}), (base + "/api/case", {}), (address, {}), (base + "/", {"Host": "evil.example"}),
                        (base + "/api/case", {"Cookie": "bridle=x"})]:
        try:
            urllib.request.urlopen(urllib.request.Request(url, headers=fields))
            raise AssertionError(f"{url} {fields} was let in")
        except urllib.error.HTTPError as refused:
            assert refused.code == 403, refused.code
            assert "default-src 'none'" in refused.headers["Content-Security-Policy"]
