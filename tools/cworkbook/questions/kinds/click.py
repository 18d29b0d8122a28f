"""Click: a token of a declarator, or a line of a program, is what is asked for."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from cworkbook import book
from cworkbook.numbering import numbered_lines
from cworkbook.page_lines import LineError
from cworkbook.questions.clauses import HOLE
from cworkbook.questions.kind import (
    RIGHT,
    WRONG,
    Control,
    Kind,
    answering,
    child,
    element,
    exactly_one_right,
    of,
    some,
    told,
)
from cworkbook.questions.syntax import Block, Part
from cworkbook.shown import Line

_TOKEN = re.compile(r"\[[^\]]*\]|\(\s*(?:void)?\s*\)|\w+|[^\w\s]")
_AT = re.compile(r"(?P<text>.+?)(?:\s+(?P<nth>\d+))?")


def judge(block: Block) -> None:
    """Raise LineError unless there is something to point at, and each part is in it."""
    exactly_one_right(block)
    if len(block.options.keys() & {"code", "of"}) != 1:
        raise LineError(
            'say what is shown: code="int *p[3];", or of="chapter/x.c:part"', block.line
        )
    if "of" in block.options and "proof" in block.options and HOLE not in block.options["proof"]:
        raise LineError(
            f"this proof would hold of any line: end it with contains 'TEXT' on line {HOLE}",
            block.line,
        )
    for part in of(block, "right", "wrong"):
        if "at" not in part.options:
            raise LineError(f'say where it is: /// {part.word} {{at="5"}}', part.line)
        if "code" in block.options:
            column(block, part)
        elif not part.options["at"].isdecimal():
            raise LineError("a line of a program is named by its number", part.line)


def tokens(code: str) -> list[tuple[int, str]]:
    """Return what can be pointed at in a line of C: columns from 1, and texts."""
    return [(match.start() + 1, match[0]) for match in _TOKEN.finditer(code)]


def column(block: Block, part: Part) -> int:
    """Return the column of the token that a part names by its text, the nth of that text."""
    match = _AT.fullmatch(part.options["at"])
    assert match is not None  # it is no empty text
    found = [at for at, text in tokens(block.options["code"]) if text == match["text"]]
    nth = int(match["nth"] or 1)
    if not 1 <= nth <= len(found):
        known = " ".join(text for _, text in tokens(block.options["code"]))
        raise LineError(f"there is no such token; there are: {known}", part.line)
    return found[nth - 1]


def key(block: Block, part: Part) -> str:
    """Return the number of the line, or of the column, at which a part points."""
    return str(column(block, part)) if "code" in block.options else part.options["at"]


def shown(block: Block, part: Part) -> str:
    """Return what a part points at, in words."""
    at = part.options["at"]
    return at if "code" in block.options else f"line {at}"


def shown_lines(block: Block, root: Path) -> tuple[Line, ...]:
    """Return the lines of the program that is shown; LineError where there is no such one."""
    name, _, section = block.options["of"].partition(":")
    path = root / "snippets" / name
    if not path.is_file():
        raise LineError(f"there is no snippet '{name}' in snippets/", block.line)
    file = book.load(path, root).file()
    if section and section not in file.sections:
        raise LineError(f"{name} has no section '{section}'", block.line)
    return numbered_lines(file, file.shown(section or None))


def control(block: Block, root: Path) -> Control:
    """Return the code, each target of which scripts make a button."""
    # No pre: Markdown's highlighting would take it for a block of its own.
    shape = "is-tokens" if "code" in block.options else "is-lines"
    frame = element("div", f"cw-question__code {shape}")
    code = child(frame, "code")
    if "code" in block.options:
        _tokens_of(block, code)
    else:
        lines = shown_lines(block, root)
        for part in of(block, "right", "wrong"):
            if int(part.options["at"]) not in {line.number for line in lines}:
                raise LineError(f"line {part.options['at']} is not shown", part.line)
        for line in lines:
            target = child(code, "span", "cw-question__target", line.text or " ")
            target.set("data-at", str(line.number))
            target.tail = "\n"
    parts = [
        {**one, "name": key(block, part)}
        for one, part in zip(told(block), answering(block), strict=True)
    ]
    return Control([frame], {"parts": parts, "lines": "of" in block.options})


def _tokens_of(block: Block, code: Element) -> None:
    text, place = block.options["code"], 0
    last = None
    for at, token in tokens(text):
        between = AtomicString(text[place : at - 1])
        if last is None:
            code.text = between
        else:
            last.tail = between
        last = child(code, "span", "cw-question__target", token, **{"data-at": str(at)})
        place = at - 1 + len(token)
    if last is not None:
        last.tail = AtomicString(text[place:])


def others(block: Block, root: Path) -> Iterator[tuple[str, int]]:
    """Yield the keys of all targets that no part names: each of them is wrong, too."""
    named = {key(block, part) for part in of(block, "right", "wrong")}
    if "code" in block.options:
        found = [str(at) for at, _ in tokens(block.options["code"])]
    else:
        found = [str(line.number) for line in shown_lines(block, root) if line.text.strip()]
    yield from ((each, block.line) for each in found if each not in named)


KIND = Kind(
    options={"code": some, "of": some},
    parts={
        "right": {**RIGHT, "at": some},
        "wrong": {**WRONG, "at": some},
        "answer": {},
    },
    judge=judge,
    key=key,
    control=control,
    shown=shown,
    others=others,
)
