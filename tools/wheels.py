"""Builds the wheels that the pages' Python loads: cexplain from this tree, and pycparser.

Takes the folder to put them in; see the Makefile.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from pin import locked

TOP = Path(__file__).resolve().parents[1]
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "tools/cexplain.1")
ZIP_EPOCH = "315532800"  # 1980-01-01, the earliest time that a zip knows, in seconds


def build(folder: Path) -> None:
    """Put both wheels into `folder`, which then holds nothing else.

    The sources are copied first: a build in place would pick up what earlier ones left.
    """
    with tempfile.TemporaryDirectory() as made:
        top = Path(made) / "top"
        (top / "tools").mkdir(parents=True)
        for name in SOURCES:
            shutil.copy(TOP / name, top / name)
        passing = shutil.ignore_patterns("__pycache__")
        shutil.copytree(TOP / "tools/cexplain", top / "tools/cexplain", ignore=passing)
        wheels = Path(made) / "wheels"
        pip = [sys.executable, "-m", "pip"]
        make = [*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
        # The same sources give the same bytes, and so the same names in the browsers' caches.
        subprocess.run(  # noqa: S603 - pip, with paths of our own making
            [*make, "--wheel-dir", str(wheels), str(top)],
            env={**os.environ, "SOURCE_DATE_EPOCH": ZIP_EPOCH},
            check=True,
        )
        lock = Path(made) / "lock.txt"
        lock.write_text(hashed(), encoding="utf-8")
        fetch = [*pip, "download", "--quiet", "--no-deps", "--require-hashes"]
        subprocess.run(  # noqa: S603 - pip, with paths of our own making
            [*fetch, "--dest", str(wheels), "--requirement", str(lock)], check=True
        )
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(wheels, folder)


def dependencies() -> list[str]:
    """Return what cexplain's project file asks for, pinned there."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    wanted: list[str] = project["project"]["dependencies"]
    return wanted


def hashed() -> str:
    """Return the lines of requirements.txt that pin what cexplain asks for."""
    lock = (TOP / "requirements.txt").read_text(encoding="utf-8")
    try:
        return "".join(locked(lock, each) for each in dependencies())
    except LookupError as error:
        sys.exit(f"error: {error}")


if __name__ == "__main__":
    build(Path(sys.argv[1]))
