"""The command: it begins an exercise, judges it, helps, and never writes over a reader's work."""

from pathlib import Path

import pytest

from cworkbook import tables
from cworkbook.exercises.__main__ import MISSING, RIGHT, USAGE, main
from cworkbook.exercises.data import load
from cworkbook.exercises.page import markdown

DATA = """\
[exercise]
title = "Say yes"
page = "c.md"
asks = "Say yes."
edit = ["say.sh"]
requires = ["bash"]
build = "bash -n say.sh"
hints = ["Not no.", "echo", "echo yes"]
why = "It says yes."

[checks.yes]
says = "It says yes."
run = "bash say.sh $(cat word)"
prints = "yes"
answers = [["^no$", "That is the opposite."]]

[wrong.silent]
about = "It says nothing."
fails = "yes"
told = "printed nothing"
"""
FILES = {
    "docs/c.md": "# C\n",
    "exercises/say/exercise.toml": DATA,
    "exercises/say/starter/say.sh": "echo no\n",
    "exercises/say/starter/notes": "Take some.\n",
    "exercises/say/model/say.sh": "echo yes\n",
    "exercises/say/judge/word": "please\n",
    "exercises/say/wrong/silent/say.sh": "true\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A book with one exercise."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def write(root: Path, text: str) -> Path:
    """Put a text into the reader's file."""
    path = root / "exercise/say/say.sh"
    path.write_text(text, encoding="utf-8")
    return path


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """What was printed since the last look."""
    found = capsys.readouterr()
    return found.out + found.err


def test_alone_it_lists_what_there_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], root) == RIGHT
    assert "  say  Say yes\n" in told(capsys)
    main(["say"], root)
    told(capsys)
    main([], root)
    assert "begun" in told(capsys)


def test_first_it_begins_then_it_judges(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["say"], root) == RIGHT
    assert "Edit exercise/say/say.sh" in told(capsys)
    assert main(["say"], root) == MISSING
    said = told(capsys)
    assert "right    It builds." in said
    assert "not yet  It says yes.\n         That is the opposite.\n" in said
    write(root, "echo yes\n")
    assert main(["say"], root) == RIGHT
    assert "That is right. It says yes." in told(capsys)


def test_no_file_of_the_reader_is_written_over(root: Path) -> None:
    main(["say"], root)
    mine = write(root, "echo mine\n")
    (mine.parent / "notes").unlink()
    (mine.parent / "more").write_text("more\n")
    main(["say"], root)
    assert mine.read_text() == "echo mine\n"
    assert (mine.parent / "more").read_text() == "more\n"
    assert (mine.parent / "notes").read_text() == "Take some.\n"  # one that is gone comes back
    assert not (mine.parent / "word").exists()  # what the judge adds stays with the judge


def test_what_does_not_build_is_shown(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["say"], root)
    write(root, "if\n")
    assert main(["say"], root) == MISSING
    said = told(capsys)
    assert "not yet  It builds." in said
    assert "syntax error" in said
    assert "It says yes." not in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("echo maybe", ["It should print:", "yes", "It printed:", "maybe"]),
        ("echo yes; exit 3", ["It ended with status 3."]),
        ("echo oh >&2", ["It printed nothing.", "oh"]),
    ],
)
def test_an_output_that_nothing_answers_to_is_shown(
    root: Path, capsys: pytest.CaptureFixture[str], text: str, words: list[str]
) -> None:
    main(["say"], root)
    write(root, f"{text}\n")
    assert main(["say"], root) == MISSING
    said = told(capsys)
    assert [word for word in words if word not in said] == []


def test_hints_come_one_by_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["say", "--hint", "2"], root) == RIGHT
    assert told(capsys) == "Hint 2 of 3: echo\n"
    for number in ("0", "4", "x", "²"):
        assert main(["say", "--hint", number], root) == USAGE
        assert "HINT is a number from 1 to 3" in told(capsys)
    assert not (root / "exercise").exists()


def test_the_solution_is_a_difference_from_ones_own(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["say"], root)
    write(root, "echo mine\n")
    told(capsys)
    assert main(["say", "--solution", "yes"], root) == RIGHT
    assert "-echo mine\n+echo yes\n" in told(capsys)
    write(root, "echo yes\n")
    main(["say", "--solution", "yes"], root)
    assert "the same as the model's" in told(capsys)


def test_a_name_that_is_none_is_told_with_the_nearest(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sya"], root) == USAGE
    assert "there is no exercise 'sya'; did you mean 'say'?" in told(capsys)


def test_a_package_that_is_missing_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "exercises/say/exercise.toml"
    path.write_text(DATA.replace('["bash"]', '["bash", "no-such-package"]'))
    main(["say"], root)
    told(capsys)
    assert main(["say"], root) == USAGE
    assert "needs no-such-package; make debian fetches" in told(capsys)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('page = "c.md"', 'page = "d.md"', "3: error: there is no page 'd.md' in docs/"),
        ('edit = ["say.sh"]', 'edit = ["x.c"]', "5: error: edit: there is no starter/x.c"),
        ('fails = "yes"', 'fails = "no"', "19: error: fails: there is no check 'no'"),
        ("[wrong.silent]", "[wrong.loud]", "17: error: there is no folder wrong/loud"),
        ("^no$", "(", "15: error: answers: '(' is not a regular expression"),
        ('why = "It says yes."', "", "1: error: [exercise] has no 'why'"),
    ],
)
def test_what_is_wrong_with_an_exercise_is_told_with_its_line(
    root: Path, old: str, new: str, said: str
) -> None:
    assert old in DATA
    (root / "exercises/say/exercise.toml").write_text(DATA.replace(old, new, 1))
    with pytest.raises(tables.DataError) as raised:
        load(root)
    assert str(raised.value).startswith(f"exercises/say/exercise.toml:{said}")


def test_the_page_asks_it_with_hints_and_the_model(root: Path) -> None:
    text = "\n".join(markdown({"name": "say"}, "c.md", root))
    assert "### Say yes { #do-say }\n\nSay yes.\n" in text
    assert "make exercise NAME=say\n" in text
    assert '??? proof "Hint 3 of 3"\n\n    echo yes\n' in text
    assert "    It says yes.\n\n    ```text\n    echo yes\n    ```\n" in text
    for options, page in (({"name": "say"}, "d.md"), ({"name": "sya"}, "c.md"), ({}, "c.md")):
        with pytest.raises(ValueError, match=r"c\.md|say|name="):
            markdown(options, page, root)
