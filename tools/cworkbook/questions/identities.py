"""The lasting names of questions: a reader's answers are kept under them, so none may get lost.

`docs/questions.toml` lists each name that was ever published: those that are `known`, those that
were `retired`, and those that were `renamed`, old = "new".
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from cworkbook import tables
from cworkbook.questions.question import Question
from cworkbook.tables import DataFile, Key

FILE = "docs/questions.toml"

_HEAD = """\
# Every question that the book has, or had, by the name under which readers' answers are kept.
# `python -m cworkbook.questions --bless` adds new ones. A question that goes is moved to `retired`
# by hand; one that gets another name, to `renamed`, so that its answers are found again.
"""


@dataclass(frozen=True, slots=True)
class Names:
    """What the file says."""

    known: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    renamed: dict[str, str] = field(default_factory=dict, hash=False)


def of_file(file: DataFile, _root: Path) -> Names:
    """Return the names that a data file holds."""
    file.only("known", "retired", "renamed")
    renamed = file.content.get("renamed", {})
    if not isinstance(renamed, dict):
        raise file.error("'renamed' is no table; write [renamed]", "", "renamed")
    file.check("renamed", renamed, dict.fromkeys(renamed, Key(tables.text)))
    return Names(file.listed("known"), file.listed("retired"), renamed)


read = tables.kept(FILE, of_file, Names)
"""Returns what the file of the book at a root says, nothing without one; DataError if wrong."""


def former(root: Path, name: str) -> str:
    """Return the name that a question had before, "" if it always had this one."""
    return next((old for old, new in read(root).renamed.items() if new == name), "")


def faults(found: Iterable[Question], names: Names) -> list[str]:
    """Return a sentence for each name that is there twice, is new, is gone, or came back."""
    told: list[str] = []
    places: dict[str, str] = {}
    for question in found:
        place = f"{question.page}:{question.block.line}"
        name = question.identity
        if name in places:
            told.append(f"{place}: error: the question '{name}' is at {places[name]} already")
            continue
        places[name] = place
        if name in names.retired or name in names.renamed:
            told.append(f"{place}: error: '{name}' was given up; old answers would come back to it")
        elif name not in names.known:
            told.append(
                f"{place}: error: '{name}' is not in {FILE}; "
                "run python -m cworkbook.questions --bless"
            )
    gone = [name for name in names.known if name not in places]
    told += [
        f"{FILE}: error: no page has the question '{name}' any more; move it to retired or renamed"
        for name in gone
    ]
    return told


def written(names: Names) -> str:
    """Return the text of the file."""
    lines = [_HEAD.rstrip("\n"), *_list("known", names.known), *_list("retired", names.retired)]
    lines += ["", "[renamed]", *(f'{old} = "{new}"' for old, new in sorted(names.renamed.items()))]
    return "\n".join(lines) + "\n"


def _list(name: str, values: Iterable[str]) -> list[str]:
    return ["", f"{name} = [", *(f'    "{value}",' for value in sorted(values)), "]"]


def bless(root: Path, found: Iterable[Question]) -> int:
    """Add the names that are new to the file; return how many there were."""
    names = read(root)
    given_up = {*names.retired, *names.renamed}
    new = {q.identity for q in found} - set(names.known) - given_up
    if new:
        every = Names(tuple({*names.known, *new}), names.retired, names.renamed)
        (root / FILE).write_text(written(every), encoding="utf-8")
    return len(new)
