"""`cexplain drill`: on a terminal, in a pipe, as a sheet and as JSON."""

import json
import subprocess
from pathlib import Path

import pytest

from cexplain.command.drill_text import LETTERS
from cexplain.drills.sheet import following, sheet
from cexplain.drills.table import KINDS
from support.command import COMMAND, run
from support.terminal import Terminal

READ = ("drill", "--seed", "7b", "--kind", "read")


def letter(answers: list[bool], seen: set[str]) -> str:
    """The letter of the right answer to what follows on these answers."""
    each = following("7b", ("read",), answers, seen=seen)
    seen.add(each.identity)
    return LETTERS[each.right]


def test_right_answers_lead_up_and_are_counted() -> None:
    seen: set[str] = set()
    letters = [letter([True] * place, seen) for place in range(3)]
    done = run(*READ, "--count", "3", stdin="".join(f"{each}\n" for each in letters))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("Right.") == 3
    assert "3. Read a declaration, level 2" in done.stdout
    assert done.stdout.endswith("\n3 of 3 right. The seed was 7b.\n")


def test_a_wrong_answer_is_answered_to_and_the_right_one_shown() -> None:
    right = letter([], set())
    wrong = "a" if right != "a" else "b"
    done = run(*READ, "--count", "1", stdin=f"{wrong}\n")
    assert "No." in done.stdout
    assert f"The answer is {right}) " in done.stdout
    assert done.stdout.endswith("\n0 of 1 right. The seed was 7b.\n")


def test_an_empty_line_shows_the_answer_and_counts_as_wrong() -> None:
    done = run(*READ, "--count", "1", stdin="\n")
    assert f"The answer is {letter([], set())}) " in done.stdout
    assert "0 of 1 right" in done.stdout


@pytest.mark.parametrize("typed", ["z\n", "ab\n", "1\n", "\x1b[2J\n", "\xff\n"])
def test_what_is_no_letter_is_asked_again(typed: str) -> None:
    done = run(*READ, stdin=typed + "quit\n")
    assert "Type a letter from a to " in done.stdout
    assert "\x1b" not in done.stdout
    assert "0 of 0 right" in done.stdout


def test_c_that_cannot_be_read_is_told_and_asked_again() -> None:
    each = following("7b", ("write",), [])
    done = run(
        "drill", "--seed", "7b", "--kind", "write", "--count", "1",
        stdin=f"int (x\n{each.answer.plain}\n",
    )  # fmt: skip
    assert "This is not C yet: column 5: " in done.stdout
    assert "1 of 1 right" in done.stdout


@pytest.mark.parametrize("stdin", ["", "quit\n", "?\n"])
def test_the_end_of_the_answers_ends_it(stdin: str) -> None:
    done = run("drill", stdin=stdin)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 of 0 right. The seed was " in done.stdout


def test_a_seed_that_was_drawn_can_be_asked_for_again() -> None:
    first = run("drill", "--sheet")
    seed = first.stdout.partition("sheet ")[2].partition(":")[0]
    assert run("drill", "--sheet", "--seed", seed).stdout == first.stdout
    assert run("drill", "--sheet").stdout != first.stdout


def test_a_sheet_has_its_questions_and_the_key_is_asked_for() -> None:
    plain = run("drill", "--sheet", "--seed", "7b", "--count", "12")
    keyed = run("drill", "--sheet", "--seed", "7b", "--count", "12", "--key")
    assert (plain.returncode, plain.stderr) == (0, "")
    assert keyed.stdout.startswith(plain.stdout)
    assert "Key of sheet 7b" not in plain.stdout
    key = keyed.stdout.partition("Key of sheet 7b")[2]
    for number, each in enumerate(sheet("7b", tuple(KINDS), 12), start=1):
        start = f"{LETTERS[each.right]})" if each.form == "choose" else f"`{each.answer.plain}`"
        assert f"\n{number:>3}. {start[:40]}" in key
    assert max(map(len, keyed.stdout.splitlines())) <= 90


def test_json_holds_the_sheet_and_its_key() -> None:
    done = run("drill", "--json", "--seed", "7b", "--count", "3", "--kind", "size", "--level", "2")
    found = json.loads(done.stdout)
    assert (found["edition"], found["seed"]) == (1, "7b")
    made = sheet("7b", ("size",), 3, level=2)
    assert [each["id"] for each in found["drills"]] == [each.identity for each in made]
    for one, each in zip(found["drills"], made, strict=True):
        assert one["choices"][one["right"]]["text"] == each.answer.text
        assert {*one} >= {"kind", "level", "form", "ask", "code", "why"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--kind", "spiral"), "invalid choice: 'spiral'"),
        (("--level", "6"), "invalid choice: 6"),
        (("--level", "x"), "invalid int value"),
        (("--count", "0"), "--count needs a number of questions, 1 or more and at most 200"),
        (("--count", "201"), "--count needs a number of questions"),
        (("--key",), "--key belongs to a sheet: add --sheet"),
        (("--seed", ""), "--seed: a seed is a number or a word of at most 60 characters"),
        (("--seed", "a\x1b[2J"), "--seed: a seed is"),
        (("--sheets",), "unrecognized arguments: --sheets"),
        (("word",), "unrecognized arguments: word"),
    ],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...], message: str) -> None:
    done = run("drill", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert "\x1b" not in done.stderr


def test_drill_comes_before_its_options() -> None:
    done = run("--json", "drill")
    assert done.returncode == 2
    assert "drill comes before its options" in done.stderr


def test_a_full_disk_is_told() -> None:
    command = '"$0" -m cexplain drill --sheet --seed 1 >/dev/full'
    shell = ["sh", "-c", command, COMMAND[0]]
    done = subprocess.run(shell, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "cexplain: error: the output cannot be written: no space left on device\n"


def test_on_a_terminal_questions_come_and_go(tmp_path: Path) -> None:
    with Terminal([*COMMAND, *READ], tmp_path, size=(100, 40)) as terminal:
        terminal.wait("letter>")
        terminal.type(letter([], set()))
        terminal.press("Enter")
        screen = terminal.wait("letter>", times=2)  # an end before it is asked for is no answer
        assert "2. Read a declaration" in screen
        assert "Right." in screen
        assert "`" not in screen.partition("Right.")[2].partition("2. Read")[0]
        terminal.press("C-d")
        terminal.wait("1 of 1 right. The seed was 7b.")


def test_control_c_ends_it_quietly(tmp_path: Path) -> None:
    drill = f"{' '.join(COMMAND)} {' '.join(READ)}"
    shell = ["sh", "-c", f"trap : INT; {drill}; echo status $?; read x"]
    with Terminal(shell, tmp_path) as terminal:
        terminal.wait("letter>")
        terminal.press("C-c")
        screen = terminal.wait("status 130")
        assert "Traceback" not in screen
