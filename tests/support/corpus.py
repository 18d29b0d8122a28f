"""Reads the corpora: inputs that people really paste, good and bad."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "corpus"
_HEADING = re.compile(r"\[([a-z ]{4,})\]")
_ESCAPE = re.compile(r"\\(n|t|\\|x[0-9a-f]{2}|u[0-9a-f]{4})")
_NAMED = {"n": "\n", "t": "\t", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that is no declaration, why, and words that the answer must contain."""

    section: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A declaration and the first name that it declares; None for a type or a tag."""

    name: str | None
    text: str


def rejected() -> Iterator[Rejected]:
    """Yield the inputs of rejected.txt."""
    section = ""
    for line in (FOLDER / "rejected.txt").read_text(encoding="utf-8").split("\n"):
        if heading := _HEADING.fullmatch(line):
            section = heading[1]
        elif line and not line.startswith("# "):
            text, _, hint = line.partition("\t")
            yield Rejected(section, _ESCAPE.sub(_unescaped, text), hint)


def accepted() -> Iterator[Accepted]:
    """Yield the declarations of accepted.txt; a backslash at a line's end joins the next."""
    text = (FOLDER / "accepted.txt").read_text(encoding="utf-8")
    for line in re.findall(r"(?:\\\n|[^\n])+", text):
        if not line.startswith("# "):
            name, _, declaration = line.partition("\t")
            yield Accepted(None if name == "-" else name, declaration)


def _unescaped(match: re.Match[str]) -> str:
    return _NAMED.get(match[1]) or chr(int(match[1][1:], 16))
