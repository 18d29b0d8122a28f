"""The README's sessions in a terminal and its program, run again: what it shows is what comes."""

from pathlib import Path

import pytest

from support.proving import Book
from support.sessions import blocks, renew, sessions, shown

HOUSE = Path(__file__).resolve().parents[1]
README = HOUSE / "README.md"
TEXT = README.read_text(encoding="utf-8")


SESSIONS = sessions(TEXT)


@pytest.mark.parametrize("command", SESSIONS)
def test_a_command_of_the_readme_prints_what_stands_below_it(
    command: str, pytestconfig: pytest.Config
) -> None:
    assert command.startswith("cexplain "), "only the project's own command is run"
    now = shown(command, HOUSE)
    if pytestconfig.getoption("--update-goldens"):
        renew(README, command, SESSIONS[command], now)
        SESSIONS[command] = now
    assert now == SESSIONS[command]


def test_the_readme_shows_each_way_to_use_the_command() -> None:
    ways = {"declare", "cast", "lookup", "--style", "'"}
    assert {word for word in ways for command in SESSIONS if f" {word}" in command} == ways


def test_the_program_that_the_readme_shows_authors_is_proved(tmp_path: Path) -> None:
    (program,) = blocks(TEXT, "c")
    book = Book(tmp_path)
    assert book.failures(program) == []
    assert len(book.prove(program)) == len(["gcc", "clang"])
