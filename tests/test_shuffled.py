"""The option that runs the tests of a file in another order."""

import os
import re
import subprocess
import sys
from pathlib import Path

from support.patience import PATIENCE

HOUSE = Path(__file__).resolve().parents[1]
FILE = "import pytest\n\n@pytest.mark.parametrize('n', range(20))\ndef test_it(n): pass\n"


def order(folder: Path, *options: str) -> list[str]:
    """The tests of two files in the order in which pytest runs them."""
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "-p", "tests.shuffled", *options],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(HOUSE), "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    return re.findall(r"^(test_\S+) PASSED", told.stdout, flags=re.MULTILINE)


def test_a_number_makes_an_order_of_each_file_and_the_same_one_again(tmp_path: Path) -> None:
    for name in ("test_a.py", "test_b.py"):
        (tmp_path / name).write_text(FILE, encoding="utf-8")
    plain, one = order(tmp_path), order(tmp_path, "--shuffle", "1")
    assert sorted(plain) == sorted(one)
    assert len(plain) == 40
    assert plain != one == order(tmp_path, "--shuffle", "1")
    assert one != order(tmp_path, "--shuffle", "2")
    assert [each.startswith("test_a") for each in one] == [True] * 20 + [False] * 20
