"""The distribution `cexplain`: what pipx installs, and that it is enough."""

import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from email import message_from_string
from pathlib import Path

import pycparser
import pytest
from packaging.requirements import Requirement

from support.command import run as cexplain

HOUSE = Path(__file__).resolve().parents[1]


def run(command: Sequence[str | Path], folder: Path) -> str:
    """What the command printed; it must have succeeded."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that the top folder makes, built beside it so that nothing is left in it."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(HOUSE / name, folder)
    passing = shutil.ignore_patterns("__pycache__", "*.egg-info", "node_modules")
    shutil.copytree(HOUSE / "tools", folder / "tools", ignore=passing)
    pip = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet"]
    run([*pip, "--wheel-dir", "out", "."], folder)
    (built,) = (folder / "out").glob("*.whl")
    return built


def test_the_wheel_holds_the_engine_its_marker_its_manual_and_its_licence_and_no_more(
    wheel: Path,
) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tools = HOUSE / "tools"
    engine = {str(path.relative_to(tools)) for path in (tools / "cexplain").rglob("*.py")}
    rest = {name for name in names - engine if ".dist-info/" not in name}
    assert engine <= names
    (page,) = (name for name in rest if name.endswith(".data/data/share/man/man1/cexplain.1"))
    assert rest == {"cexplain/py.typed", page}
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_wheel_asks_for_pycparser_alone_and_for_a_library_with_its_extra(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
    metadata = message_from_string(archive.read(name).decode())
    asked = [Requirement(text) for text in metadata.get_all("Requires-Dist") or []]
    extras = {extra: {"extra": extra} for extra in ("", *metadata.get_all("Provides-Extra", []))}
    wanted = {
        extra: {one.name for one in asked if one.marker is None or one.marker.evaluate(given)}
        for extra, given in extras.items()
    }
    assert wanted == {
        "": {"pycparser"},
        "interactive": {"pycparser", "prompt_toolkit"},
    }


def test_what_the_index_shows_is_what_the_command_says(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
    metadata = message_from_string(archive.read(name).decode())
    assert metadata["Description-Content-Type"] == "text/markdown"
    page = str(metadata.get_payload())
    (session,) = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    shown = re.findall(r"^\$ cexplain (.*)\n((?:[^$].*\n)+)", session, re.MULTILINE)
    assert len(shown) == 4
    for command, answer in shown:
        assert cexplain(*shlex.split(command)).stdout == answer


def test_the_command_works_with_the_wheel_and_pycparser_alone(wheel: Path, tmp_path: Path) -> None:
    (tmp_path / "pycparser").symlink_to(Path(pycparser.__file__).parent)
    start = (
        "import sys; sys.path[:0] = sys.argv.pop(1), sys.argv.pop(1)\n"
        "from cexplain.command.cli import main; sys.exit(main())"
    )
    # -I and -S keep out everything that the environment holds beside the two.
    said = run([sys.executable, "-I", "-S", "-c", start, wheel, tmp_path, "int *row[3]"], tmp_path)
    assert said == "row is an array of 3 pointers to int\n"
