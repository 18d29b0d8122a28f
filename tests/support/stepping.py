"""Asks the stepper under Node: tools/browser/stepping.mjs."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
BROWSER = ROOT / "tools/browser"
PROGRAMS = BROWSER / "tests/step/programs"


def asked(command: str, programs: Sequence[dict[str, Any]], **more: Any) -> list[dict[str, Any]]:
    """Return what the stepper answers about each of the programs."""
    if not (BROWSER / "node_modules/esbuild").is_dir() or shutil.which("node") is None:
        pytest.skip("the pages' packages are not installed: npm ci in tools/browser")
    done = subprocess.run(
        ["node", "stepping.mjs", command],
        cwd=BROWSER,
        input=json.dumps({"programs": programs, **more}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers
