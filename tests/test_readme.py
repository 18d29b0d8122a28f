"""The README's sessions in a terminal and its program, run again: what it shows is what comes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.proving import Book

HOUSE = Path(__file__).resolve().parents[1]
README = HOUSE / "README.md"
TEXT = README.read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The contents of the README's fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)


def sessions() -> dict[str, str]:
    """What the README prints below each command of its terminal sessions."""
    parts = re.split(r"^\$ (.*)\n", "".join(blocks("console")), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


SESSIONS = sessions()


@pytest.mark.parametrize("command", SESSIONS)
def test_a_command_of_the_readme_prints_what_stands_below_it(
    command: str, pytestconfig: pytest.Config
) -> None:
    assert command.startswith("cexplain "), "only the project's own command is run"
    # The environment's commands come first, as on the reader's path; both streams, as on a screen.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    shown = subprocess.run(
        ["bash", "-c", command],
        cwd=HOUSE,
        env=os.environ | {"PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=60,
    ).stdout
    if pytestconfig.getoption("--update-goldens"):
        told, now = f"$ {command}\n{SESSIONS[command]}", f"$ {command}\n{shown}"
        README.write_text(README.read_text(encoding="utf-8").replace(told, now), encoding="utf-8")
        SESSIONS[command] = shown
    assert shown == SESSIONS[command]


def test_the_readme_shows_each_way_to_use_the_command() -> None:
    ways = {"declare", "cast", "lookup", "--style", "'"}
    assert {word for word in ways for command in SESSIONS if f" {word}" in command} == ways


def test_the_program_that_the_readme_shows_authors_is_proved(tmp_path: Path) -> None:
    (program,) = blocks("c")
    book = Book(tmp_path)
    assert book.failures(program) == []
    assert len(book.prove(program)) == len(["gcc", "clang"])
