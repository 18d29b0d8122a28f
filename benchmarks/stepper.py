"""Stepping through a program: how soon it begins, what a step costs, and how far it goes.

The first picture is taken in Chromium, from the button to the picture, when the compiler is there:
with nothing of the stepper fetched yet, and again on the same page. What steps cost is taken under
Node, by the processor's clock, the least of several times: `node stepping.mjs measured`.
"""

import json
import statistics
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, sync_playwright

from benchmarks import ROOT
from benchmarks.measure import Row, found, milliseconds, seconds
from benchmarks.pages import build
from support.scripts import FIRST_STEP, needed, packed
from support.sites import served

CHROMIUM = "/usr/bin/chromium"
WAITING = 120_000  # milliseconds
ROUNDS = 7
COMMAND = "python -m benchmarks stepper"
PAGE, PROGRAM = "stepping/", "stepping/swap.c"
PRESS = "button => button.click()"
AIM = 1.0  # seconds from Step to the first picture
BUDGET = 64 << 20  # bytes that the tables of a run may take: LIMITS in replay/session.ts

FIB = """int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
int main(void) { return fib(24) == 0; }
"""
SORT = """static int row[400];
int main(void)
{
    unsigned next = 1;
    for (int i = 0; i < 400; i++)
        row[i] = (next = next * 1103515245u + 12345u) >> 16;
    for (int i = 0; i < 400; i++)
        for (int j = 0; j + 1 < 400 - i; j++)
            if (row[j] > row[j + 1]) {
                int kept = row[j];
                row[j] = row[j + 1];
                row[j + 1] = kept;
            }
    return row[0] > row[1];
}
"""
LONG = """int main(void)
{
    unsigned long sum = 0;
    for (unsigned long i = 0; i < TURNS; i++)
        sum += i;
    return sum == 0;
}
"""
TURNS = 5_000_000  # of two steps each

Figures = Mapping[str, Any]
"""What stepping.mjs says of one program: times are milliseconds, memory is bytes."""


def measure() -> list[Row]:
    """Return the first picture, the cost of a step, a long run, and what the scripts weigh."""
    fib, sort = figures({"fib(24)": FIB, "bubble sort of 400": SORT})
    (long,) = figures({"long": LONG.replace("TURNS", str(TURNS))}, times=1)
    return [_first(*pictures()), *_steps(fib), *_steps(sort), _long(long), _weight()]


def figures(programs: Mapping[str, str], times: int = 5) -> list[Figures]:
    """Return what stepping costs in each of some C programs; raises AssertionError if one fails."""
    asked = [{"name": name, "source": {"files": {"a.c": text}}} for name, text in programs.items()]
    done = subprocess.run(
        [found("node"), "stepping.mjs", "measured"],
        cwd=ROOT / "tools/browser",
        input=json.dumps({"programs": asked, "times": times}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: list[Figures] = json.loads(done.stdout)
    assert not [one["error"] for one in answers if "error" in one], answers
    return answers


def _steps(one: Figures) -> list[Row]:
    """Return what a step of a program costs, and a way to any moment of it."""
    name, steps = one["name"], one["steps"]
    return [
        Row(
            f"Stepping: {name}, {steps:,} steps recorded",
            f"{one['stepsASecond'] / 1e6:.1f} million steps a second",
            f"{one['plain']:.1f} ms: a run without recording",
            f"{one['recorded'] / one['plain']:.0f}",
            COMMAND,
        ),
        Row(
            f"Stepping: {name}, from any moment to any other",
            f"{one['seek']:.1f} ms, {one['moment']:.1f} ms with the picture's content",
            f"{one['bytesAStep']} bytes a step",
            "",
            COMMAND,
        ),
    ]


def _long(one: Figures) -> Row:
    """Return how a long run is entered; raises AssertionError if it takes more than it may."""
    assert not one["isWhole"], "the long run fits into one recording"
    assert one["tables"] <= BUDGET * 1.2, one
    return Row(
        f"Stepping: a run of {one['steps']:,} steps, entered anywhere",
        f"{one['entered'] / 1000:.1f} s at most, {one['tables'] / 1e6:.0f} MB of tables",
        f"{one['recorded'] / 1000:.1f} s: the first recording, all steps counted",
        f"{one['entered'] / one['recorded']:.2f}",
        COMMAND,
    )


def pictures() -> tuple[float, float]:
    """Return what `taken` does of a program of the book, which is built for this."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "site"
        build(ROOT / "mkdocs.yml", folder)
        with served(folder) as address:
            return taken(address + PAGE, PROGRAM)


def taken(address: str, program: str) -> tuple[float, float]:
    """Return the seconds from Step to the first picture: nothing fetched yet, and later ones."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        figure = page.locator(f".cw-evidence[data-snippet='{program}']").first
        _warm(page, figure)
        first = _picture(figure)
        later = statistics.median(_picture(figure) for _ in range(ROUNDS))
        browser.close()
    return first, later


def _warm(page: Page, figure: Locator) -> None:
    """Have the compiler there, as it is for a reader who has run the program."""
    figure.locator(".cw-bar__go").first.evaluate(PRESS)
    page.locator(".cw-run__status", has_text="Exit status").first.wait_for(timeout=WAITING)


def _picture(figure: Locator) -> float:
    """Return the seconds from the button to the first picture, and put the steps away."""
    step = figure.locator(".cw-bar__step button")

    def begin() -> None:
        step.evaluate(PRESS)
        figure.locator(".cw-step__frame").first.wait_for(timeout=WAITING)

    taken = seconds(begin)
    step.evaluate(PRESS)
    figure.locator(".cw-step").wait_for(state="detached", timeout=WAITING)
    return taken


def _first(first: float, later: float) -> Row:
    return Row(
        "Stepping: from Step to the first picture, the compiler there",
        f"{milliseconds(first)} the first time, {milliseconds(later)} after that",
        f"{milliseconds(AIM)}: the aim",
        f"{later / AIM:.2f}",
        COMMAND,
    )


def _weight() -> Row:
    """Return what comes at the first Step, as a host packs it, beside what Run brings as well."""
    run, every = needed(["program-worker.js"]), needed(FIRST_STEP)
    own, shared = packed(every - run), packed(every & run)
    return Row(
        "Stepping: scripts that come at the first Step, packed",
        f"{own / 1000:.0f} KB",
        f"{shared / 1000:.0f} KB that Run needs too",
        f"{own / shared:.1f}",
        COMMAND,
    )
