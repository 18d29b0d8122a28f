"""The book in Firefox: programs run and are stepped through, a reader's text stays, answers come.

Another engine shows what only one of them forgives. How things look is measured in Chromium.
"""

import json
import shutil
import subprocess

import pytest

from support.patience import PATIENCE
from support.sites import ROOT
from support.visits import ONE_ENGINE

FOLDER = ROOT / "tools/browser"


@ONE_ENGINE
def test_a_reader_with_firefox_runs_steps_edits_and_answers(site: str) -> None:
    firefox = shutil.which("firefox-esr")
    if firefox is None or not (FOLDER / "node_modules/puppeteer-core").is_dir():
        pytest.skip("Firefox is not installed: make debian, and npm ci in tools/browser")
    done = subprocess.run(
        ["node", "firefox.mjs", firefox, site],
        cwd=FOLDER,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert {"a 1200, b 80", "The same as the book's."} <= set(seen["ran"].splitlines())
    assert seen["stepped"] == [
        ["0 of 29", "The program begins; line 43 is next."],
        ["1 of 29", "Line 43: list becomes {count = 0, name = {null, null, null, null}}."],
        ["29 of 29", "Line 49: main returns 0. The program has ended with status 0."],
        ["0 of 29", "The program begins; line 43 is next."],
    ]
    assert seen["kept"] == "int mine;"
    assert seen["answered"] == ["Not so. Read why, and try again.", "Right."]
    assert seen["read"] == "g is a pointer to an array of 3 pointers to int"
    assert (seen["errors"], seen["elsewhere"]) == ([], [])
