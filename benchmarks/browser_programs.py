"""Programs in the page: how much the compiler weighs, and how long a first and a later run take.

The built book is opened in Chromium from this machine, so that the time of the first run holds the
compiler's start, and no network's. A run is from the button to the program's end. At a later visit
the button is pressed twice: once as soon as the page is there, by a reader who comes from nowhere;
once by one whose pointer came to the bar a while before, as when a program is read or changed.
"""

import json
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from benchmarks import ROOT
from benchmarks.measure import Row, seconds
from benchmarks.pages import build
from support.sites import served

CHROMIUM = "/usr/bin/chromium"
WAITING = 120_000  # milliseconds
ROUNDS = 7
VISITS = 3
COMMAND = "python -m benchmarks programs"

PROGRAMS = (
    ("C with stdio", "declarations/", "declarations/sizes.c"),
    ("C++ with iostream and exceptions", "slicing/exceptions/", "slicing/catch.cpp"),
)
# A press without a pointer that comes before: what makes the compiler ready is not touched.
PRESS = "button => button.click()"


def measure() -> list[Row]:
    """Return the compiler's size, and for each language its first and its later runs."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "site"
        build(ROOT / "mkdocs.yml", folder)
        with served(folder) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            rows = [row for each in PROGRAMS for row in _rows(browser, address, *each)]
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


def _rows(browser: Browser, address: str, what: str, path: str, name: str) -> list[Row]:
    """Return a program's first runs at a first and at later visits, beside its later runs."""
    context = browser.new_context()
    page = context.new_page()
    first = _run(_open(page, address + path, name))
    cold = [_run(_open(page, address + path, name)) for _ in range(VISITS)]
    warm = [_ready_and_run(_open(page, address + path, name)) for _ in range(VISITS)]
    figure = page.locator(f".cw-evidence[data-snippet='{name}']").first
    later = statistics.median(_run(figure) for _ in range(ROUNDS))
    context.close()
    return [
        Row(
            f"{what} in the page, its first run {when}",
            f"{time * 1000:.0f} ms",
            f"{later * 1000:.0f} ms: each run after that",
            f"{time / later:.1f}",
            COMMAND,
        )
        for when, time in (
            ("at the first visit", first),
            ("at a later visit, pressed at once", statistics.median(cold)),
            ("at a later visit, the pointer at its bar before", statistics.median(warm)),
        )
    ]


def _open(page: Page, address: str, name: str) -> Locator:
    """Come to a page as from elsewhere, without a Worker, and return a program's figure."""
    page.goto("about:blank")
    page.goto(address)
    figure = page.locator(f".cw-evidence[data-snippet='{name}']").first
    figure.locator(".cw-bar__go").first.wait_for()
    page.wait_for_load_state("networkidle")
    return figure


def _ready_and_run(figure: Locator) -> float:
    """Let the pointer come to the bar, wait until nothing more is prepared, and run."""
    figure.locator(".cw-bar").hover()
    figure.page.locator("html[data-cw-ready]").wait_for(timeout=WAITING)
    return _run(figure)


def _run(figure: Locator) -> float:
    """Return the seconds from the button to the program's end."""
    go = figure.locator(".cw-bar__go").first

    def run() -> None:
        go.evaluate(PRESS)
        figure.locator(".cw-run__status", has_text="Exit status").wait_for(timeout=WAITING)
        go.filter(has_text="Run").wait_for(timeout=WAITING)

    return seconds(run)
