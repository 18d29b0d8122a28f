"""Lighthouse's own verdict on the pages that people see first: a hundred, or the build fails.

Its speed marks depend on the machine and stand in benchmarks/; what is exact of them, bytes,
requests and movement, is in test_budget.py.
"""

import json
import shutil
import subprocess

import pytest

from support.sites import ROOT

CHROMIUM = "/usr/bin/chromium"
FOLDER = ROOT / "tools/browser"
PAGES = ("", "volatile/", "explainer/")
CATEGORIES = ("accessibility", "best-practices")


@pytest.mark.audit
# Both engines' pages are held to the rules of axe-core, which Lighthouse asks as well.
@pytest.mark.parametrize("site", ["mkdocs"], indirect=True)
@pytest.mark.parametrize("form", ["mobile", "desktop"])
def test_lighthouse_finds_nothing_to_mend(site: str, form: str) -> None:
    if not (FOLDER / "node_modules/lighthouse").is_dir() or shutil.which("node") is None:
        pytest.skip("Lighthouse is not installed: npm ci in tools/browser")
    addresses = [site + page for page in PAGES]
    done = subprocess.run(
        ["node", "lighthouse.mjs", CHROMIUM, form, ",".join(CATEGORIES), *addresses],
        cwd=FOLDER,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["url"], one["failed"]) for one in said] == [(each, []) for each in addresses]
    assert all(one["scores"] == dict.fromkeys(CATEGORIES, 100) for one in said)
