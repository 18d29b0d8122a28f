"""The lasting names of questions, and the beliefs that wrong answers name."""

from pathlib import Path

import pytest

from cworkbook.questions import identities
from cworkbook.questions.asking import Asked
from cworkbook.questions.identities import Names, bless, faults, former, read, written
from cworkbook.questions.prove import faults as unproved
from cworkbook.questions.question import Question, questions
from support.questions import BELIEF, PAGE, prepare

NAMES = ("demo-one", "demo-two")


def asked(*names: str, page: str = "docs/page.md") -> list[Question]:
    """Questions of these names, eight lines each."""
    text = "\n".join(
        f'/// question {{id="{name}" judged="by argument"}}\n'
        "Which?\n/// right a\nx\n/// wrong b\nx\n///\n"
        for name in names
    )
    return questions(text.splitlines(), page)


def test_names_that_are_known_and_there_are_in_order() -> None:
    assert faults(asked(*NAMES), Names(NAMES)) == []


def test_a_name_that_two_pages_have_is_told_with_both_places() -> None:
    twice = [*asked("demo-one"), *asked("demo-one", page="docs/other.md")]
    assert faults(twice, Names(("demo-one",))) == [
        "docs/other.md:1: error: the question 'demo-one' is at docs/page.md:1 already"
    ]


def test_a_name_that_goes_is_noticed() -> None:
    (message,) = faults(asked("demo-one"), Names(NAMES))
    assert message.startswith("docs/questions.toml: error: no page has the question 'demo-two'")


def test_a_name_that_changes_is_noticed_on_both_sides() -> None:
    new, gone = faults(asked("demo-one", "demo-three"), Names(NAMES))
    assert new.startswith("docs/page.md:9: error: 'demo-three' is not in docs/questions.toml")
    assert "'demo-two'" in gone


def test_a_name_that_was_given_up_may_not_come_back() -> None:
    (message,) = faults(asked("demo-one"), Names((), retired=("demo-one",)))
    assert "was given up" in message
    (message,) = faults(asked("demo-one"), Names((), renamed={"demo-one": "demo-two"}))
    assert "was given up" in message


def test_new_names_are_added_and_nothing_else_changes(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    names = Names(("demo-two",), ("demo-old",), {"demo-was": "demo-two"})
    (tmp_path / identities.FILE).write_text(written(names), encoding="utf-8")
    assert bless(tmp_path, asked("demo-one", "demo-two")) == 1
    assert read(tmp_path) == Names(NAMES, ("demo-old",), {"demo-was": "demo-two"})
    assert bless(tmp_path, asked(*NAMES)) == 0
    assert former(tmp_path, "demo-two") == "demo-was"
    assert former(tmp_path, "demo-one") == ""


def test_a_belief_must_be_described_as_soon_as_there_are_some(tmp_path: Path) -> None:
    root = prepare(tmp_path, {"asked.md": PAGE}, assets=False)
    bless(root, questions(PAGE.splitlines(), "docs/asked.md"))
    assert unproved(root, Asked()) == []
    path = root / "docs/misconceptions/beliefs.toml"
    path.parent.mkdir()
    path.write_text(BELIEF, encoding="utf-8")
    (message,) = unproved(root, Asked())
    assert message == "docs/asked.md:8: error: there is no belief 'spiral'; did you mean 'spirals'?"


@pytest.mark.parametrize("name", ["Demo-one", "demo", "demo_one", "demo-", "-demo", "demo one"])
def test_a_name_is_a_chapter_and_words(name: str) -> None:
    with pytest.raises(ValueError, match="lasting name"):
        asked(name)
