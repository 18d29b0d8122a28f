"""The gate that lets nothing be left out on continuous integration."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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


def run(folder: Path, test: str, *options: str, ci: str) -> subprocess.CompletedProcess[str]:
    """What pytest says of one test file, with the gate loaded and the variable CI set."""
    (folder / "test_one.py").write_text(f"import pytest\n\n{test}\n", encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.ci_gate", "-p", "no:cacheprovider", *options],
        cwd=folder,
        env=os.environ | {"CI": ci, "PYTHONPATH": str(HOUSE), "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("case", LEFT_OUT)
def test_on_ci_what_is_left_out_fails_and_its_reason_is_printed(tmp_path: Path, case: str) -> None:
    told = run(tmp_path, LEFT_OUT[case], ci="true")
    assert told.returncode in {1, 2}, told.stdout
    assert "CI leaves nothing out. " in told.stdout
    assert "no gcc" in told.stdout


def test_elsewhere_a_skip_is_a_skip(tmp_path: Path) -> None:
    told = run(tmp_path, LEFT_OUT["a skip mark"], ci="")
    assert "1 skipped" in told.stdout


def test_on_ci_a_run_that_leaves_tests_out_by_name_is_refused(tmp_path: Path) -> None:
    told = run(tmp_path, "def test_it(): pass\ndef test_other(): pass", "-k", "other", ci="true")
    assert told.returncode == pytest.ExitCode.USAGE_ERROR
    assert "test_it was deselected" in told.stderr


@pytest.mark.parametrize("workers", ["0", "2"])
def test_on_ci_a_run_that_leaves_nothing_out_passes(tmp_path: Path, workers: str) -> None:
    told = run(tmp_path, "def test_it(): pass", "-n", workers, ci="true")
    assert told.returncode == 0, told.stdout + told.stderr
    assert "1 passed" in told.stdout
