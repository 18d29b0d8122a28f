"""Programs in the page: how much the compiler weighs, and how long a first and a later run take.

The built book is opened in Chromium from this machine, so that the time of the first run holds the
compiler's start, and no network's. A run is from the button to the program's end.
"""

import json
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import ROOT
from benchmarks.measure import Row, seconds
from benchmarks.pages import build
from support.sites import served

CHROMIUM = "/usr/bin/chromium"
WAITING = 120_000  # milliseconds
ROUNDS = 7
COMMAND = "python -m benchmarks programs"

PROGRAMS = (
    ("C with stdio", "declarations/", "declarations/sizes.c"),
    ("C++ with iostream and exceptions", "slicing/exceptions/", "slicing/catch.cpp"),
)


def measure() -> list[Row]:
    """Return the compiler's size, and for each language its first and its later runs."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "site"
        build(ROOT / "mkdocs.yml", folder)
        with served(folder) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            rows = [_row(browser, address, *program) for program in PROGRAMS]
            browser.close()
    return [_weight(), *rows]


def _weight() -> Row:
    """Return what the first use transfers, from the build's own list."""
    text = (ROOT / "docs/assets/build/manifest.json").read_text(encoding="utf-8")
    files = json.loads(text)["files"].items()
    large = sum(one["bytes"] for _, one in files if one["group"] == "compiler")
    headers = sum(one["bytes"] for name, one in files if name.startswith("llvm-resources"))
    return Row(
        "The page's compiler, fetched once: clang, lld, headers, C and C++ libraries",
        f"{large / 1e6:.1f} MB",
        f"{headers / 1e6:.1f} MB of it: headers and libraries",
        f"{large / headers:.1f}",
        COMMAND,
    )


def _row(browser: Browser, address: str, what: str, path: str, name: str) -> Row:
    """Return a program's first run on an empty machine beside its later runs on the same page."""
    context = browser.new_context()
    page = context.new_page()
    first = _run(page, address + path, name)
    again = _run(page, address + path, name)
    later = statistics.median(_press(page, name) for _ in range(ROUNDS))
    context.close()
    return Row(
        f"A program run in the page: {what}",
        f"{first:.1f} s the first time, {again:.1f} s on a later visit",
        f"{later * 1000:.0f} ms: each run after that",
        f"{first / later:.1f}",
        COMMAND,
    )


def _run(page: Page, address: str, name: str) -> float:
    """Open the page, then the program, and return the seconds that its first run takes."""
    page.goto(address)
    figure = page.locator(f".cw-evidence[data-snippet='{name}']").first
    figure.get_by_role("button", name="Edit and run").click()
    figure.locator(".cm-content").wait_for()
    return _press(page, name)


def _press(page: Page, name: str) -> float:
    """Return the seconds from the button to the program's end."""
    panel = page.locator(f".cw-evidence[data-snippet='{name}']").first.locator(".cw-run")

    def run() -> None:
        panel.locator(".cw-button--main").click()
        panel.locator(".cw-run__status", has_text="Exit status").wait_for(timeout=WAITING)
        panel.get_by_role("button", name="Stop").wait_for(state="hidden")

    # What was said of the last run is gone before the next one is timed.
    panel.get_by_role("button", name="Reset").click()
    time.sleep(0.1)
    return seconds(run)
