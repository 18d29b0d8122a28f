"""The manual page says what the command does."""

import subprocess
from pathlib import Path

import pytest

from cexplain.command.man import page
from cexplain.command.options import COMMANDS, EXAMPLES, STATUSES, parser
from support.command import run

INSTALLED = Path(__file__).resolve().parents[2] / "tools/cexplain.1"


def test_the_page_that_is_installed_is_the_one_that_the_command_prints(
    pytestconfig: pytest.Config,
) -> None:
    if pytestconfig.getoption("--update-goldens"):
        INSTALLED.write_text(page(), encoding="utf-8")
    assert run("man").stdout == page() == INSTALLED.read_text(encoding="utf-8")


def test_man_sets_the_page_without_a_warning() -> None:
    done = subprocess.run(
        ["man", "--warnings=w", "-E", "UTF-8", "-l", "-"],
        input=page(),
        env={"MANWIDTH": "80", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 80
    for heading in ("NAME", "SYNOPSIS", "OPTIONS", "EXIT STATUS", "EXAMPLES"):
        assert f"\n{heading}\n" in f"\n{done.stdout}"


def test_every_command_is_in_the_synopsis() -> None:
    synopsis = page().partition(".SH SYNOPSIS")[2].partition(".SH")[0]
    assert [command for command in COMMANDS if command not in synopsis] == []


def test_every_option_status_and_example_is_in_the_page() -> None:
    text = page().replace(r"\-", "-").replace(r"\(aq", "'")
    for action in parser()._actions:
        for option in action.option_strings:
            assert option in text
    for status, meaning in STATUSES:
        assert f"\\fB{status}\\fR\n{meaning}" in text
    for command, _ in EXAMPLES:
        assert command in text


def test_no_line_of_text_is_taken_for_a_request() -> None:
    requests = {".TH", ".SH", ".PP", ".TP", ".br", ".BR"}
    for line in page().splitlines():
        assert not line.startswith("'")
        assert not line.startswith(".") or line.split()[0] in requests
