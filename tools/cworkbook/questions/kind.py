"""What every kind of question has in common: its options, its parts, what they claim."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from cworkbook.options import Check
from cworkbook.page_lines import LineError
from cworkbook.questions.syntax import Block, Part

ARGUMENT = "by argument"
"""The judge where no machine can be one."""

Data = dict[str, Any]
"""What the page's script is told, as JSON knows it."""


def _identity(value: str) -> None:
    """Accept a chapter's name and some words, with hyphens between them."""
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", value):
        raise ValueError(
            f"'{value}' is no lasting name; write CHAPTER-WORDS, such as volatile-polls"
        )


def _name(value: str) -> None:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", value):
        raise ValueError(f"'{value}' is no name of a belief; write small letters and hyphens")


def some(value: str) -> None:
    """Accept anything but nothing."""
    if not value.strip():
        raise ValueError("a value is missing")


def one_of(*known: str) -> Check:
    """Return a check for exactly one of the known words."""

    def check(value: str) -> None:
        if value not in known:
            raise ValueError(f"'{value}' is not known here; one of: {', '.join(known)}")

    return check


JUDGED: dict[str, Check] = {"proof": some, "judged": one_of(ARGUMENT)}
QUESTION: dict[str, Check] = {"id": _identity, "kind": some, **JUDGED}
"""The options of every question."""

RIGHT: dict[str, Check] = {"key": some, **JUDGED}
WRONG: dict[str, Check] = {"key": some, "belief": _name, **JUDGED}
"""The options of what may be chosen; `belief` is the misconception behind a wrong one."""

CHOICES: dict[str, Mapping[str, Check]] = {"right": RIGHT, "wrong": WRONG, "answer": {}}
"""The parts of most kinds: what is right, what is wrong, and what is told in the end."""

HINTS: dict[str, Mapping[str, Check]] = {"hint": {}}
"""The parts that every kind may have: hints, from vague to plain."""


@dataclass(frozen=True, slots=True)
class Control:
    """What stands below a question: elements, of which scripts make more, and data for these."""

    elements: list[Element]
    data: Data = field(default_factory=dict)


Keys = Callable[[Block, Path], Iterator[tuple[str, int]]]
"""Yields keys, each with the line that stands for it."""


Proved = tuple[str, bool, int]
"""A proof, whether it must hold, and the line that stands for it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question.

    `judge` raises LineError where a block is none of this kind; `key` is what a part of it puts
    into the question's proof; `proof` what is to be proved where the page says nothing; `control`
    what a reader handles, of a book at a root; `shown` what a part's label is, None where it is
    Markdown, and `code` whether that is code. `also` are further keys that are right, `others`
    further ones that are wrong: both are proved, and no part of the page answers to them. `more` is
    what else must be proved. `tried` says of a part that the tests try it instead of proving it.
    """

    options: Mapping[str, Check]
    parts: Mapping[str, Mapping[str, Check]]
    judge: Callable[[Block], None]
    key: Callable[[Block, Part], str]
    control: Callable[[Block, Path], Control]
    proof: Callable[[Block], str] = lambda _: ""
    shown: Callable[[Block, Part], str | None] = lambda _block, _part: None
    code: bool = True
    also: Keys = lambda _block, _root: iter(())
    others: Keys = lambda _block, _root: iter(())
    more: Callable[[Block], Iterator[Proved]] = lambda _block: iter(())
    tried: Callable[[Part], bool] = lambda _part: False


def of(block: Block, *words: str) -> Iterator[Part]:
    """Yield the parts of a block that have one of these words."""
    return (part for part in block.parts if part.word in words)


def plain(label: str) -> str:
    """Return a label as text, without the marks of code and emphasis around its words."""
    text = re.sub(r"`(?:#!\w+ )?([^`]*)`", r"\1", label)
    return re.sub(r"(?<![\w*])\*([^*]+)\*(?![\w*])", r"\1", text)


def typed(part: Part) -> str:
    """Return the key of a part whose label is what a reader types; `\\n` in it begins a line."""
    return part.options.get("key", code_of(part.label)).replace("\\n", "\n")


def code_of(label: str) -> str:
    """Return a label that is code as it is meant: without the marks around all of it."""
    match = re.fullmatch(r"(`+) ?(.*?) ?\1", label)
    return match[2] if match else label


def name_of(part: Part) -> str:
    """Return by what a part is known when it is kept as an answer."""
    return part.options.get("key", plain(part.label) or part.options.get("program", ""))


def answering(block: Block) -> list[Part]:
    """Return the parts that answer to what a reader does, in the page's order."""
    extra = [part for part in of(block, "extra") if "".join(part.body).strip()]
    return [part for part in block.parts if part.word in ("right", "wrong") or part in extra]


def told(block: Block) -> list[Data]:
    """Return what scripts know of each part that answers, in the page's order."""
    return [
        {
            "name": name_of(part),
            "right": part.word == "right",
            **({"belief": part.options["belief"]} if "belief" in part.options else {}),
        }
        for part in answering(block)
    ]


def told_typed(block: Block) -> list[Data]:
    """Return the same of parts whose labels are what a reader types, with that."""
    return [
        {**one, "given": typed(part)}
        for one, part in zip(told(block), answering(block), strict=True)
    ]


def quoted(text: str) -> str:
    """Return a text for the quotation marks of a proof."""
    return text.replace("\\", "\\\\").replace("'", "\\'")


def exactly_one_right(block: Block) -> None:
    """Raise LineError unless a block has one right part."""
    right = list(of(block, "right"))
    if len(right) != 1:
        line = right[1].line if right else block.line
        raise LineError(f"one part is right, and here are {len(right)}; write /// right", line)


def labelled(
    block: Block, *words: str, unless: Callable[[Part], bool] = lambda _part: False
) -> None:
    """Raise LineError for a part without a label, `unless` it needs none, or with another's."""
    known: set[str] = set()
    for part in of(block, *words):
        if not part.label and not unless(part):
            raise LineError(f"write what can be chosen behind /// {part.word}", part.line)
        if name_of(part) in known:
            raise LineError(f"'{name_of(part)}' is there twice", part.line)
        known.add(name_of(part))


def element(tag: str, name: str = "", text: str = "", **attributes: str) -> Element:
    """Return a new element with a class and a text, which is no Markdown."""
    made = Element(tag, {**({"class": name} if name else {}), **attributes})
    made.text = AtomicString(text) if text else None
    return made


def child(parent: Element, tag: str, name: str = "", text: str = "", **attributes: str) -> Element:
    """Return a new element at the end of another."""
    made = element(tag, name, text, **attributes)
    parent.append(made)
    return made


def label(parent: Element, words: str) -> None:
    """Add a part's label, which is Markdown."""
    child(parent, "span", "cw-question__label").text = words
