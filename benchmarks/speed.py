"""How fast pages are, by Lighthouse's measure: simulated phone and desktop, median of five.

The marks depend on the machine and on what else it does; what is exact (bytes, requests, what a
page waits for, what moves) is held by tests/site/test_budget.py instead.
"""

import json
import statistics
import subprocess
import tempfile
from pathlib import Path

from benchmarks import ROOT
from benchmarks.measure import Row, found
from benchmarks.pages import build
from support.hosts import hosted

ROUNDS = 5
CHROMIUM = "/usr/bin/chromium"
PAGES = {"the home page": "", "a chapter": "volatile/", "the explainer": "explainer/"}
AIMS = {"mobile": 95, "desktop": 99}


def marks(form: str, addresses: list[str]) -> list[int]:
    """Return Lighthouse's marks for speed, from 0 to 100, one for each address."""
    done = subprocess.run(
        [found("node"), "lighthouse.mjs", CHROMIUM, form, "performance", *addresses],
        cwd=ROOT / "tools/browser",
        capture_output=True,
        text=True,
        check=True,
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    return [int(one["scores"]["performance"]) for one in said]


def measure() -> list[Row]:
    """Return a row for each page: the median marks, phone and desktop."""
    with tempfile.TemporaryDirectory() as made:
        site = Path(made) / "site"
        build(ROOT / "mkdocs.yml", site)
        with hosted(site) as address:
            addresses = [address + path for path in PAGES.values()]
            rounds = {form: [marks(form, addresses) for _ in range(ROUNDS)] for form in AIMS}
    rows = []
    for index, name in enumerate(PAGES):
        found = {form: statistics.median(one[index] for one in rounds[form]) for form in AIMS}
        rows.append(
            Row(
                f"Lighthouse's mark for speed: {name}",
                " and ".join(f"{found[form]:.0f} {form}" for form in AIMS),
                " and ".join(f"{aim} {form}: the aim" for form, aim in AIMS.items()),
                "",
                "python -m benchmarks speed",
            )
        )
    return rows
