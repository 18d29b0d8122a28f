"""The gate that lets nothing be left out on continuous integration."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

from support.patience import PATIENCE

Told: TypeAlias = subprocess.CompletedProcess[str]
HOUSE = Path(__file__).resolve().parents[1]

LEFT_OUT = {
    "a skip mark": "@pytest.mark.skip(reason='no gcc')\ndef test_it(): pass",
    "a skip inside": "def test_it(): pytest.skip('no gcc')",
    "a skip in a fixture": (
        "@pytest.fixture\ndef tool(): pytest.skip('no gcc')\ndef test_it(tool): pass"
    ),
    "a whole file's skip": "pytest.skip('no gcc', allow_module_level=True)",
    "an import that is missing": "pytest.importorskip('no_such_module', reason='no gcc')",
    "an expected failure": "@pytest.mark.xfail(reason='no gcc')\ndef test_it(): assert False",
    "a pass that was expected to fail": "@pytest.mark.xfail(reason='no gcc')\ndef test_it(): pass",
}


def run(folder: Path, *tests: str, options: Sequence[str] = (), ci: str) -> Told:
    """What pytest says of files with a test each, with the gate loaded and the variable CI set."""
    for number, test in enumerate(tests):
        text = f"import pytest\n\n{test}\n"
        (folder / f"test_{number}.py").write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.ci_gate", "-p", "no:cacheprovider", *options],
        cwd=folder,
        env=os.environ | {"CI": ci, "PYTHONPATH": str(HOUSE), "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def test_on_ci_what_is_left_out_fails_and_its_reason_is_printed(tmp_path: Path) -> None:
    options = ("--continue-on-collection-errors",)
    told = run(tmp_path, *LEFT_OUT.values(), options=options, ci="true")
    assert told.returncode == pytest.ExitCode.TESTS_FAILED, told.stdout
    said = r"^(?:ERROR|FAILED) test_(\d)\.py.*left out, and CI leaves nothing out\. .*no gcc$"
    found = sorted(int(number) for number in re.findall(said, told.stdout, flags=re.MULTILINE))
    assert found == list(range(len(LEFT_OUT))), told.stdout
    assert "passed" not in told.stdout


@pytest.mark.parametrize("case", ["a skip mark", "a whole file's skip"])
def test_on_ci_one_thing_left_out_is_enough(tmp_path: Path, case: str) -> None:
    assert run(tmp_path, LEFT_OUT[case], "def test_it(): pass", ci="true").returncode in {1, 2}


def test_elsewhere_a_skip_is_a_skip(tmp_path: Path) -> None:
    told = run(tmp_path, LEFT_OUT["a skip mark"], ci="")
    assert "1 skipped" in told.stdout


def test_on_ci_a_run_that_leaves_tests_out_by_name_is_refused(tmp_path: Path) -> None:
    two = "def test_it(): pass\ndef test_other(): pass"
    told = run(tmp_path, two, options=("-k", "other"), ci="true")
    assert told.returncode == pytest.ExitCode.USAGE_ERROR
    assert "test_it was deselected" in told.stderr


@pytest.mark.parametrize("workers", ["0", "2"])
def test_on_ci_a_run_that_leaves_nothing_out_passes(tmp_path: Path, workers: str) -> None:
    told = run(tmp_path, "def test_it(): pass", options=("-n", workers), ci="true")
    assert told.returncode == 0, told.stdout + told.stderr
    assert "1 passed" in told.stdout
