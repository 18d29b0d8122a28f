"""The corpus of constraints: cases of legal and illegal declarations, by standard."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "corpus" / "constraints"
EDITIONS = ("c89", "c99", "c11", "c17", "c23")
_DIFFERENCES = "differences"

_LIMITED = re.compile(r"(c\d\d)(\+|-(c\d\d))?: (.*)")
_CHOICE = re.compile(r"«([^»]*)»")
_BAR = re.compile(r"(?<!\\)\|")
_NAME = re.compile(r"(?<![\w'\"])[a-zA-Z]\d?(?![\w'\"])")


@dataclass(frozen=True, slots=True)
class Case:
    """A declaration under a standard: legal or not, as each judge says."""

    text: str
    std: str

    def renamed(self, suffix: str) -> str:
        """Return the text with its one-letter names made unlike those of other cases."""
        return _NAME.sub(lambda found: f"{found[0]}_{suffix}", self.text)


def editions(written: str) -> tuple[tuple[str, ...], str]:
    """Return the standards that a line is for, and the line without them."""
    found = _LIMITED.fullmatch(written)
    if found is None:
        return EDITIONS, written
    first = EDITIONS.index(found[1])
    if found[2] is None:
        return (found[1],), found[4]
    last = len(EDITIONS) - 1 if found[2] == "+" else EDITIONS.index(found[3])
    return EDITIONS[first : last + 1], found[4]


def spelled_out(line: str) -> Iterator[str]:
    """Yield a line with each combination of its alternatives."""
    pieces = _CHOICE.split(line)
    choices = [_BAR.split(piece) if index % 2 else [piece] for index, piece in enumerate(pieces)]
    for chosen in product(*choices):
        yield " ".join("".join(chosen).replace("\\|", "|").split())


@cache
def cases() -> tuple[Case, ...]:
    """Return every case of the corpus, each once."""
    found: dict[Case, None] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        if path.stem == _DIFFERENCES:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.strip() or line.startswith(("#", "[")):
                continue
            standards, template = editions(line)
            for text in spelled_out(template):
                found.update((Case(text, std), None) for std in standards)
    return tuple(found)


@cache
def differences() -> dict[tuple[str, Case], str]:
    """Return where a judge and we differ on purpose, with the reason.

    A line names the judges, the standards and, behind a tab, the text; the
    reason stands in brackets above a group of lines.
    """
    found: dict[tuple[str, Case], str] = {}
    reason = ""
    path = FOLDER / f"{_DIFFERENCES}.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            reason = line[1:-1]
        elif line.strip() and not line.startswith("#"):
            words, text = line.split("\t")
            judges, standards = (part.split() for part in words.split(" @ "))
            for judge in judges:
                for std in standards:
                    found[judge, Case(text, std)] = reason
    return found
