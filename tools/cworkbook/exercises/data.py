"""exercises/NAME/exercise.toml: what is asked, how it is judged, and how people get it wrong."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cworkbook import anchors, tables
from cworkbook.tables import DataFile, Key

FOLDER = "exercises"
"""The folder of the book that holds them, one folder each."""
FILE = "exercise.toml"
STARTER, MODEL, JUDGE, WRONG = "starter", "model", "judge", "wrong"
"""Folders of an exercise: what the reader gets, what replaces it in a solution that passes, what
the judge adds, and one folder for each typical wrong solution."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is tried: a command, what it must print, and what is said if it does not.

    `answers` are regular expressions for wrong outputs, each with the sentence that answers it; the
    first that is found counts.
    """

    identity: str
    says: str
    run: str
    prints: str
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Wrong:
    """A typical wrong solution: which check finds it, and words of what is said then."""

    identity: str
    about: str
    fails: str
    told: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise: `place` is its folder, `page` its page below docs/, `edit` what is changed."""

    name: str
    place: Path
    title: str
    page: str
    asks: str
    edit: tuple[str, ...]
    requires: tuple[str, ...]
    build: str
    checks: tuple[Check, ...]
    hints: tuple[str, ...]
    why: str
    wrong: tuple[Wrong, ...]

    def files(self, *folders: str) -> dict[str, bytes]:
        """Return the files of some of its folders by their paths in them; a later one replaces."""
        return {
            path.relative_to(self.place / folder).as_posix(): path.read_bytes()
            for folder in folders
            for path in sorted((self.place / folder).rglob("*"))
            if path.is_file()
        }


def answers(value: Any) -> None:
    """Accept a list of pairs of a regular expression and a sentence."""
    if not isinstance(value, list):
        raise ValueError("write a list of pairs, as in [['pattern', 'sentence']]")
    for pair in value:
        tables.texts(pair)
        if len(pair) != 2:
            raise ValueError("each pair is a regular expression and a sentence")
        try:
            re.compile(pair[0])
        except re.error as error:
            raise ValueError(f"'{pair[0]}' is not a regular expression: {error}") from None


_TEXT, _TEXTS = Key(tables.text, required=True), Key(tables.texts, required=True)
_EXERCISE = {
    "title": _TEXT, "page": _TEXT, "asks": _TEXT, "edit": _TEXTS, "requires": _TEXTS,
    "build": _TEXT, "hints": _TEXTS, "why": _TEXT,
}  # fmt: skip
_CHECK = {"says": _TEXT, "run": _TEXT, "prints": _TEXT, "answers": Key(answers)}
_WRONG = {"about": _TEXT, "fails": _TEXT, "told": _TEXT}


def load(root: Path) -> dict[str, Exercise]:
    """Return the exercises of the book at `root` by name; DataError for one that is wrong."""
    return {
        path.parent.name: _exercise(tables.read(path, root), path.parent, root)
        for path in sorted((root / FOLDER).glob(f"*/{FILE}"))
    }


def _exercise(file: DataFile, place: Path, root: Path) -> Exercise:
    file.only("exercise", "checks", "wrong")
    about = file.content.get("exercise", {})
    file.check("exercise", about, _EXERCISE)
    if wrong := anchors.problem(about["page"], root / "docs"):
        raise file.error(wrong, "exercise", "page")
    for name in about["edit"]:
        if not (place / STARTER / name).is_file():
            raise file.error(f"edit: there is no {STARTER}/{name}", "exercise", "edit")
    checks = {}
    for identity, table in file.tables("checks"):
        file.check(f"checks.{identity}", table, _CHECK)
        pairs = tuple((one, other) for one, other in table.get("answers", ()))
        checks[identity] = Check(
            identity, table["says"], table["run"], table["prints"].strip("\n"), pairs
        )
    if not checks:
        raise file.error("nothing is checked; write [checks.NAME]")
    return Exercise(
        name=place.name,
        place=place,
        title=about["title"],
        page=about["page"],
        asks=about["asks"].strip(),
        edit=tuple(about["edit"]),
        requires=tuple(about["requires"]),
        build=about["build"],
        checks=tuple(checks.values()),
        hints=tuple(hint.strip() for hint in about["hints"]),
        why=about["why"].strip(),
        wrong=_wrong(file, place, tuple(checks)),
    )


def _wrong(file: DataFile, place: Path, checks: tuple[str, ...]) -> tuple[Wrong, ...]:
    found = []
    for identity, table in file.tables("wrong"):
        name = f"wrong.{identity}"
        file.check(name, table, _WRONG)
        if not (place / WRONG / identity).is_dir():
            raise file.error(f"there is no folder {WRONG}/{identity}", name)
        if table["fails"] not in (*checks, "build"):
            raise file.error(f"fails: there is no check '{table['fails']}'", name, "fails")
        found.append(Wrong(identity, table["about"], table["fails"], table["told"]))
    return tuple(found)
