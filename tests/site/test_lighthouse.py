"""Lighthouse's own verdict on the pages that people see first: a hundred, or the build fails.

Its speed marks depend on the machine and stand in benchmarks/; what is exact of them, bytes,
requests and movement, is in test_budget.py.
"""

import json
import shutil
import subprocess

import pytest

from support.patience import PATIENCE
from support.sites import ROOT
from support.visits import ONE_ENGINE

CHROMIUM = "/usr/bin/chromium"
FOLDER = ROOT / "tools/browser"
PAGES = ("", "volatile/", "explainer/")
CATEGORIES = ("accessibility", "best-practices")


@pytest.mark.audit
# Both engines' pages are held to the rules of axe-core, which Lighthouse asks as well.
@ONE_ENGINE
# None of these categories' rules knows a width but those of axe-core, which every page is held to
# in both: one page shows that the other form has none of its own.
@pytest.mark.parametrize(("form", "pages"), [("mobile", PAGES), ("desktop", PAGES[1:2])])
def test_lighthouse_finds_nothing_to_mend(site: str, form: str, pages: tuple[str, ...]) -> None:
    if not (FOLDER / "node_modules/lighthouse").is_dir() or shutil.which("node") is None:
        pytest.skip("Lighthouse is not installed: npm ci in tools/browser")
    addresses = [site + page for page in pages]
    done = subprocess.run(
        ["node", "lighthouse.mjs", CHROMIUM, form, ",".join(CATEGORIES), *addresses],
        cwd=FOLDER,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["url"], one["failed"]) for one in said] == [(each, []) for each in addresses]
    assert all(one["scores"] == dict.fromkeys(CATEGORIES, 100) for one in said)
