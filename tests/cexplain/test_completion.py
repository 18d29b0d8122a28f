"""Shell completion, as somebody meets it who presses Tab in a real shell."""

import sys
from pathlib import Path

import pytest

from cexplain.command.completion import COMMAND_HELP, options, script
from cexplain.command.options import COMMANDS, SHELLS, parser
from support.command import run
from support.terminal import Terminal

BIN = Path(sys.executable).parent
SETUP = {
    "bash": (
        ["bash", "--norc", "--noprofile"],
        "PS1='ready> '; eval \"$(cexplain completion bash)\"",
    ),
    "zsh": (
        ["zsh", "-f"],
        "PS1='ready> '; autoload -U compinit; compinit -u -D; eval \"$(cexplain completion zsh)\"",
    ),
    "fish": (
        ["fish", "--no-config"],
        "function fish_prompt; echo 'ready> '; end; cexplain completion fish | source",
    ),
}


def completed(shell: str, typed: str, expected: str, folder: Path) -> str:
    """The screen after `typed` and Tab, once `expected` is on it."""
    command, setup = SETUP[shell]
    (folder / "demo.c").write_text("int x;\n")
    (folder / "headers").mkdir()
    env = {"PATH": f"{BIN}:/usr/bin:/bin", "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with Terminal(command, folder, env) as terminal:
        terminal.type(f"{setup}; clear")
        terminal.press("Enter")
        terminal.wait("ready>")
        terminal.type("echo is{,''} ready")  # once echoed, all before is done
        terminal.press("Enter")
        terminal.wait("\nis is ready")
        terminal.type(f"cexplain {typed}")
        terminal.press("Tab", "Tab")
        return terminal.wait(expected)


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("--ste", "cexplain --steps"),
        ("--style pr", "cexplain --style prose"),
        ("--std c1", "c17"),
        ("loo", "cexplain lookup"),
        ("lookup stdlib", "cexplain lookup stdlib.h"),
        ("completion fi", "cexplain completion fish"),
        ("--file de", "cexplain --file demo.c"),
        ("-I he", "cexplain -I headers/"),
    ],
)
def test_tab_completes(shell: str, typed: str, expected: str, tmp_path: Path) -> None:
    assert expected in completed(shell, typed, expected, tmp_path)


@pytest.mark.parametrize("shell", SHELLS)
def test_every_option_of_the_parser_is_in_the_script(shell: str) -> None:
    text = script(shell)
    spelt = [name for action in parser()._actions for name in action.option_strings]
    assert [name for name in spelt if name.lstrip("-") not in text] == []
    assert {name for option in options() for name in option.spellings} == {*spelt}


def test_every_command_is_offered_with_what_it_does() -> None:
    assert set(COMMAND_HELP) == set(COMMANDS)


def test_an_unknown_shell_is_wrong_usage() -> None:
    done = run("completion", "tcsh")
    assert (done.returncode, done.stdout) == (2, "")
    assert "completion needs a shell: bash, zsh, fish" in done.stderr
