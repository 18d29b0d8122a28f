"""A keystroke in the explainer: from the key to the page that is changed, in Chromium.

A person's declarations are typed key by key into the built page. The page's own clock is read
when the browser hands the key's text to the page, and again when the answer stands in it.

Each key is held for a while, as fingers do: they stay on a key for some 100 ms (Dhakal and others,
"Observations on Typing from 136 Million Keystrokes", CHI 2018). It matters. After a key goes down
or up Chromium keeps all other tasks waiting, a Worker's messages too, until it has drawn the next
frame. A key that comes up within the same millisecond costs the answer a second frame.
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
FRAME = 1000 / 60  # milliseconds
HELD = 40  # milliseconds that a key stays down
PAUSE = 35  # milliseconds between two keys: 13 keys a second, faster than nearly anybody types
WARM_UP = 2  # rounds that are not counted
ROUNDS = 4
LOADING = 120_000  # milliseconds

DECLARATIONS = (
    "char *(*fp)(int, float *);",
    "int *row[3], (*column)[3];",
    "void (*signal(int sig, void (*func)(int)))(int);",
    "const volatile unsigned long *const restrict p;",
    "struct point { int x, y; unsigned visible : 1; } *origin;",
    "typedef int (*compare)(const void *, const void *);",
    "int (*(*table[3])(const char *restrict, ...))[5];",
)

CLOCKS = """() => {
    window.times = [];
    let began = 0;
    document.querySelector(".cwx textarea").addEventListener(
        "input", () => { began = performance.now(); }, { capture: true });
    new MutationObserver(() => {
        if (began > 0) window.times.push(performance.now() - began);
        began = 0;
    }).observe(document.querySelector(".cwx-result"), { childList: true, subtree: true });
}"""


def measure() -> Row:
    """Return the 95th percentile of the answers' times beside one frame of a screen at 60 Hz."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "site"
        build(ROOT / "mkdocs.yml", folder)
        with served(folder) as address:
            times = answered(f"{address}explainer/")
    percentiles = statistics.quantiles(times, n=100)
    return Row(
        f"A key in the explainer, to the answer in the page: {len(times)} keys",
        f"{percentiles[94]:.1f} ms at the 95th percentile, {percentiles[49]:.1f} ms in the middle",
        f"{FRAME:.1f} ms: one frame",
        f"{percentiles[94] / FRAME:.2f}",
        "python -m benchmarks keystrokes",
    )


def answered(address: str) -> list[float]:
    """Return the milliseconds from key to answer, one for each key after the warm-up."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        page.locator(".cwx textarea").click()
        page.locator('[data-stage="ready"]').wait_for(timeout=LOADING)
        _type(page, WARM_UP)
        page.evaluate(CLOCKS)
        _type(page, ROUNDS)
        times: list[float] = page.evaluate("window.times")
        browser.close()
    return times


def _type(page: Page, rounds: int) -> None:
    """Type every declaration so many times, key by key."""
    for _ in range(rounds):
        for declaration in DECLARATIONS:
            page.locator(".cwx textarea").fill("")
            for key in declaration:
                page.keyboard.press(key, delay=HELD)
                page.wait_for_timeout(PAUSE)
