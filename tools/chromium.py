"""The system's chromium and what drives it. A script that takes them from here goes on in the environment that holds
the packages of tools/view_requirements.txt; where one is missing, it says so and is skipped."""
import os
import pathlib
import shutil
import sys

OWN = pathlib.Path(".deps/view/bin/python")  # where tools/setup.sh puts the packages
if OWN.exists() and pathlib.Path(sys.prefix).resolve() != OWN.parent.parent.resolve():
    os.execv(OWN, [OWN, *sys.argv])
# The shell is the same browser without a window: half the packages that it needs.
CHROMIUM = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))), None)
try:
    from axe_playwright_python.sync_playwright import Axe  # noqa: F401
    from playwright.sync_api import sync_playwright
except ImportError:
    print("skipped: playwright and axe-playwright-python are not there (tools/view_requirements.txt)")
    sys.exit(77)
if not CHROMIUM:
    print("skipped: no chromium is there")
    sys.exit(77)


def launched(playwright):
    """Without a sandbox of its own, which root has no right to."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
