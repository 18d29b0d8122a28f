"""The explainer's first answer, at a first and at a later visit, beside the answers that follow.

The built book is opened in Chromium from this machine: a first answer holds Python's start, and no
network's time. The page's own clock is read when a text is put into the field, and again when its
reading is there. *At once* is as soon as the page takes a text; *a moment later* is when Python,
which starts by itself where it is kept, says that it is ready.
"""

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks import ROOT
from benchmarks.measure import Row
from benchmarks.pages import build
from support.sites import served

CHROMIUM = "/usr/bin/chromium"
WAITING = 120_000  # milliseconds
ROUNDS = 20
VISITS = 3
COMMAND = "python -m benchmarks answers"

# Puts a text into the field; resolves to the milliseconds until its reading is there.
ASK = """count => new Promise((done) => {
    const area = document.querySelector(".cwx textarea");
    const result = document.querySelector(".cwx-result");
    const began = performance.now();
    new MutationObserver((_, observer) => {
        const said = result.querySelector(".cwx-shown:not(.is-old) .cw-prose")?.textContent ?? "";
        if (!said.includes(`array of ${count} pointers`)) return;
        observer.disconnect();
        done(performance.now() - began);
    }).observe(result, { childList: true, subtree: true });
    area.value = `int *row[${count}];`;
    area.dispatchEvent(new Event("input", { bubbles: true }));
})"""


def measure() -> list[Row]:
    """Return the first answers beside the median of later ones."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made) / "site"
        build(ROOT / "mkdocs.yml", folder)
        with served(folder) as address:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_context().new_page()
            page.set_default_timeout(WAITING)
            times = _times(page, address + "explainer/")
            browser.close()
    *firsts, later = times
    whens = (
        "at the first visit, asked at once",
        "at a later visit, asked at once",
        "at a later visit, asked a moment later",
    )
    return [
        Row(
            f"The explainer's first answer {when}",
            f"{first:.0f} ms",
            f"{later:.0f} ms: each answer after that",
            f"{first / later:.1f}",
            COMMAND,
        )
        for when, first in zip(whens, firsts, strict=True)
    ]


def _times(page: Page, address: str) -> tuple[float, float, float, float]:
    """Return the milliseconds of the three first answers, and of those that follow."""
    numbers = iter(range(100, 1000))

    def ask() -> float:
        return float(page.evaluate(ASK, next(numbers)))

    def visit() -> None:
        page.goto("about:blank")
        page.goto(address)
        page.locator(".cwx.is-live").wait_for()

    def ready() -> None:
        page.locator('.cwx [data-stage="ready"]').wait_for()

    def at_once() -> float:
        visit()
        time = ask()
        ready()
        return time

    def moment_later() -> float:
        visit()
        ready()
        return ask()

    first = at_once()
    again = statistics.median(at_once() for _ in range(VISITS))
    rested = statistics.median(moment_later() for _ in range(VISITS))
    return first, again, rested, statistics.median(ask() for _ in range(ROUNDS))
