"""Pages are written in the English that people speak: some habits are told by their words."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.reading_aloud import literals, seen, sentences

ROOT = Path(__file__).parents[1]
DATA = tomllib.loads((ROOT / "tests/habits.toml").read_text(encoding="utf-8"))
PAGES = [
    *(
        page
        for page in sorted((ROOT / "docs").rglob("*.md"))
        if not {"decisions"} & set(page.parts)  # for builders
    ),
    # What pages are made from: a text is its key's line, or a paragraph after it.
    ROOT / "docs/glossary.toml",
    ROOT / "docs/path.toml",
    ROOT / "docs/misconceptions/beliefs.toml",
    *sorted((ROOT / "exercises").glob("*/exercise.toml")),
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
]


@dataclass(frozen=True, slots=True)
class Habit:
    """A turn of phrase, the advice against it, and what shows that it is recognized."""

    pattern: re.Pattern[str]
    say: str
    shown: list[str]
    fine: list[str]

    @classmethod
    def of(cls, told: dict[str, object]) -> "Habit":
        """The habit that the data file tells of."""
        pattern, say = str(told["pattern"]), str(told["say"])
        shown, fine = told["shown"], told["fine"]
        assert isinstance(shown, list)
        assert isinstance(fine, list)
        return cls(re.compile(pattern, re.IGNORECASE), say, shown, fine)


HABITS = [Habit.of(told) for told in DATA["habits"]]
EXCEPTIONS = DATA.get("exceptions", [])


def excused(page: str, text: str) -> bool:
    """Whether the data file gives a reason for this sentence."""
    return any(one["page"] == page and one["words"] in text for one in EXCEPTIONS)


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.say[:40])
def test_a_habit_is_told_from_what_people_say(habit: Habit) -> None:
    assert habit.shown
    assert [text for text in habit.shown if not habit.pattern.search(seen(text))] == []
    assert [text for text in habit.fine if habit.pattern.search(seen(text))] == []


def test_no_page_has_a_habit_of_translations() -> None:
    found = [
        f"{name}:{line}: “{match[0]}”: {habit.say}"
        for page in PAGES
        for name in [str(page.relative_to(ROOT))]
        for line, text in sentences(page)
        for habit in HABITS
        for match in [habit.pattern.search(text)]
        if match and not excused(name, text)
    ]
    assert found == [], "\n".join(found)


def test_no_sentence_of_the_engine_has_one_either() -> None:
    found = [
        f"{module.relative_to(ROOT)}:{line}: “{match[0]}”: {habit.say}"
        for module in sorted((ROOT / "tools/cexplain").rglob("*.py"))
        for line, text in literals(module)
        for habit in HABITS
        for match in [habit.pattern.search(text)]
        if match
    ]
    assert found == [], "\n".join(found)


def test_each_exception_is_needed() -> None:
    lines = {(str(page.relative_to(ROOT)), text) for page in PAGES for _, text in sentences(page)}
    idle = [
        one
        for one in EXCEPTIONS
        if not any(
            name == one["page"] and one["words"] in text and habit.pattern.search(text)
            for name, text in lines
            for habit in HABITS
        )
    ]
    assert idle == []
    assert all(one["reason"] for one in EXCEPTIONS)
