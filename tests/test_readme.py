"""The README's sessions in a terminal, run again: what it shows is what comes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1]
README = (HOUSE / "README.md").read_text(encoding="utf-8")


def sessions() -> dict[str, str]:
    """What the README prints below each command of its terminal sessions."""
    blocks = re.findall(r"^```console\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
    parts = re.split(r"^\$ (.*)\n", "".join(blocks), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


SESSIONS = sessions()


@pytest.mark.parametrize("command", SESSIONS)
def test_a_command_of_the_readme_prints_what_stands_below_it(command: str) -> None:
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
    )
    assert shown.stdout == SESSIONS[command]


def test_the_readme_shows_each_way_to_use_the_command() -> None:
    ways = {"declare", "cast", "lookup", "--style", "'"}
    assert {word for word in ways for command in SESSIONS if f" {word}" in command} == ways
