"""Asks the stepper under Node: tools/browser/stepping.mjs; and the programs of the trade."""

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
BROWSER = ROOT / "tools/browser"
PROGRAMS = BROWSER / "tests/step/programs"
NAMES = sorted(path.name for path in PROGRAMS.glob("*.c*"))
"""The programs of the trade; beside each, what was written down by hand of its moments."""


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


def selectors(name: str) -> list[str]:
    """The moments of a program for which something was written down."""
    text = (PROGRAMS / name).with_suffix(".txt").read_text(encoding="utf-8")
    heads = [line for line in text.splitlines() if line and not line.startswith(" ")]
    return [line for line in heads if not re.match(r"\w+: |start$|end$", line)]


def given_stdin(name: str) -> str:
    """What a program of the trade reads."""
    text = (PROGRAMS / name).with_suffix(".txt").read_text(encoding="utf-8")
    found = re.search(r"^stdin: (.*)$", text, re.MULTILINE)
    return found[1].replace("\\n", "\n") if found else ""


def trade(name: str, at: Sequence[str]) -> dict[str, Any]:
    """A program of the trade as a request, with the moments that are asked for."""
    text = (PROGRAMS / name).read_text(encoding="utf-8")
    source = {"files": {name: text}, "stdin": given_stdin(name)}
    return {"name": name, "source": source, "at": at}
