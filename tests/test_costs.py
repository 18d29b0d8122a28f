"""What the chapter on memory says beside its programs: a command, and one model in two places."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from support.sites import ROOT

FOLDER = ROOT / "snippets/costs"
MODEL = re.compile(
    r"^static void use\(const void \*address\)\n\{\n.*?^\}\n", re.MULTILINE | re.DOTALL
)
SIZES = ["4", "8", "16", "32", "64", "128"]


def test_make_latency_draws_a_row_for_each_size() -> None:
    """The times are the machine's own business."""
    done = subprocess.run(
        ["make", "-s", "latency", f"LARGEST={SIZES[-1]}"],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("MAKE")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    title, *rows = done.stdout.splitlines()
    assert title.split() == ["KiB", "ns", "a", "step"]
    assert [row.split()[0] for row in rows] == SIZES
    for row in rows:
        assert re.fullmatch(r" *\d+ +\d+\.\d #{1,60}", row), row


@pytest.mark.parametrize("name", ["order.c", *(p.name for p in sorted(FOLDER.glob("*tiles*.c")))])
def test_a_program_that_has_the_model_inside_has_the_headers_own(name: str) -> None:
    assert models(FOLDER / name) == models(FOLDER / "cache.h") != []


def models(path: Path) -> list[str]:
    """The function `use` of a program."""
    return MODEL.findall(path.read_text(encoding="utf-8"))
