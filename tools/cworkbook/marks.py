"""The marks in a snippet's text: `//@` directives, `//|` blocks, `//~` announcements.

The same marks in other comment syntaxes: `#@`, `#|`, `#~` in scripts and in a
folder's header, `/*@ … */`, `/*| … */`, `/*~ … */` where C89 is spoken.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from cworkbook.directives import (
    DIRECTIVES,
    EXPECTATIONS,
    SELECTOR_WORDS,
    SEVERITIES,
    nearest,
)

SLASHES = frozenset({".c", ".h", ".cpp", ".cc", ".cxx", ".hpp", ".xs", ".S"})
"""Suffixes of files with C's comments; all others have `#` before a mark."""


IN_CODE = ("section", "end", "moment")
"""Directives that speak of the code around them; a folder's files may have them too."""


class SnippetError(ValueError):
    """A header that cannot be understood: `file`, `line` (from 1), what is wrong and advice."""

    def __init__(self, file: str, line: int, message: str) -> None:
        self.file = file
        self.line = line
        self.message = message
        super().__init__(f"{file}:{line}: error: {message}")


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: from `line` to `last_line`, starting at character `column` of its line.

    `about` is the line of code that an expectation speaks of. A hidden line
    says nothing: it opens or closes a block of directives.
    """

    kind: Literal["directive", "expectation", "hidden"]
    name: str
    text: str
    line: int
    last_line: int
    column: int = 0
    about: int = 0
    selector: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Raw:
    """A mark as found: its sign (@, |, ~, or none for a hidden line), text and place."""

    sign: str
    text: str
    line: int
    column: int
    last_line: int


_HEAD = re.compile(r"(?P<name>[A-Za-z][\w-]*)(?:\[(?P<selector>[^\]]*)\])?\s*(?P<colon>:?)")
_ANNOUNCED = re.compile(r"(?:\[(?P<selector>[^\]]*)\])?\s*(?P<kind>[A-Za-z]+)\s*:\s*(?P<text>.*)")


def marks_of(text: str, where: str, *, header: bool = True) -> Iterator[Mark]:
    """Yield the marks of a file in order; SnippetError, naming `where`, for a wrong one.

    A file of a folder has no header of its own (`header=False`): it may hold
    sections, moments and announcements only.
    """
    slashes = PurePosixPath(where).suffix in SLASHES
    lines = text.split("\n")
    pending: Mark | None = None
    code = 0
    covered = 0
    for raw in _raw_marks(lines, slashes=slashes):
        # The last line of code before this mark is what a mark on its own line speaks of.
        code = _last_code(lines, covered, raw, code)
        covered = raw.last_line
        match raw.sign:
            case "|":
                if pending is None:
                    raise SnippetError(
                        where, raw.line, "a '|' line needs a directive that takes lines above it"
                    )
                pending = _append(pending, raw)
                continue
            case "@":
                if pending is not None:
                    yield pending
                pending = None
                mark = _directive(raw, where, header=header)
                if mark.name in DIRECTIVES and DIRECTIVES[mark.name].block and not mark.text:
                    pending = mark
                else:
                    yield mark
            case "~":
                yield _expectation(raw, where, code)
            case _:
                yield Mark("hidden", "", "", raw.line, raw.last_line)
    if pending is not None:
        yield pending


def _append(mark: Mark, raw: _Raw) -> Mark:
    """Return the block directive with one more line; a block's text ends each line."""
    text = raw.text.removeprefix(" ")
    return replace(mark, text=mark.text + text + "\n", last_line=max(mark.last_line, raw.last_line))


def _last_code(lines: list[str], covered: int, raw: _Raw, before: int) -> int:
    """Return the number of the last line with code up to a mark, `before` if none is new."""
    if raw.column and raw.line > covered:
        return raw.line
    for number in range(raw.line - 1, covered, -1):
        if lines[number - 1].strip():
            return number
    return before


def _raw_marks(lines: list[str], *, slashes: bool) -> Iterator[_Raw]:
    """Yield what looks like a mark, in order, each `/*@` block split into its lines."""
    number = 0
    while number < len(lines):
        number += 1
        line = lines[number - 1].rstrip("\r")
        stripped = line.lstrip()
        lead = "//" if slashes else "#"
        if stripped.startswith((f"{lead}@", f"{lead}|")):
            body = stripped[len(lead) + 1 :]
            yield _Raw(stripped[len(lead)], body, number, 0, number)
        elif slashes and stripped.startswith(("/*@", "/*|")):
            number = yield from _block(lines, number)
        else:
            yield from _trailing(line, lead, number, slashes=slashes)


def _trailing(line: str, lead: str, number: int, *, slashes: bool) -> Iterator[_Raw]:
    """Yield the announcements of a line: each begins at a `//~`, the first ends the code."""
    ends = r"\s*\*/" if slashes else "$^"
    pattern = rf"{lead}~(?=[\[ ])(?P<line>.*?)(?={lead}~[\[ ]|$)"
    if slashes:
        pattern += rf"|/\*~(?=[\[ ])(?P<block>.*?){ends}"
    for match in re.finditer(pattern, line):
        column = match.start() if line[: match.start()].strip() else 0
        body = match["line"] if match["line"] is not None else match["block"]
        yield _Raw("~", body, number, column, number)


def _block(lines: list[str], first: int) -> Generator[_Raw, None, int]:
    """Yield the marks inside a `/*@ … */` that starts in line `first`; return its last line."""
    last = first
    while last < len(lines) and "*/" not in lines[last - 1]:
        last += 1
    start = lines[first - 1].lstrip()
    sign = start[2]
    for number in range(first, last + 1):
        body = start[3:] if number == first else lines[number - 1].strip()
        ended = re.fullmatch(r"(.*?)\s?\*/\s*", body.rstrip("\r"))
        body = ended[1] if ended else body
        if number == first and sign == "|":
            yield _Raw("|", body, number, 0, number)
        elif body.lstrip().startswith("|"):
            yield _Raw("|", body.lstrip()[1:], number, 0, number)
        elif body.strip():
            yield _Raw("@", body, number, 0, number)
        else:
            yield _Raw("", "", number, 0, number)
    return last


def _selector(words: str | None, where: str, line: int) -> tuple[str, ...]:
    """Return the words of a selector; SnippetError for one that names nothing known."""
    if words is None:
        return ()
    if not words.split():
        raise SnippetError(
            where, line, "the brackets are empty; name a compiler, standard or level"
        )
    for word in words.split():
        for alternative in word.removeprefix("!").split("|"):
            if "*" not in alternative and alternative not in SELECTOR_WORDS:
                raise SnippetError(
                    where,
                    line,
                    f"[{alternative}] is no compiler, standard or level; "
                    + nearest(alternative, SELECTOR_WORDS),
                )
    return tuple(words.split())


def _directive(raw: _Raw, where: str, *, header: bool) -> Mark:
    """Return the directive that a raw mark spells, its value checked."""
    text = raw.text.strip()
    match = _HEAD.match(text)
    if match is None:
        raise SnippetError(where, raw.line, f"'{text}' is no directive; write 'name: value'")
    name = match["name"]
    kind = DIRECTIVES.get(name)
    if kind is None:
        raise SnippetError(
            where, raw.line, f"unknown directive '{name}'; {nearest(name, tuple(DIRECTIVES))}"
        )
    if not header and name not in IN_CODE:
        raise SnippetError(
            where, raw.line, f"'{name}' belongs into the folder's own header, the file 'snippet'"
        )
    value = text[match.end() :].strip()
    if not match["colon"] and name != "end":
        raise SnippetError(where, raw.line, f"'{name}' needs a colon and a value: '{name}: …'")
    selector = _selector(match["selector"], where, raw.line)
    if selector and not kind.selectable:
        raise SnippetError(where, raw.line, f"'{name}' counts for every run; remove the brackets")
    try:
        kind.check(value)
    except ValueError as error:
        raise SnippetError(where, raw.line, f"{name}: {error}") from None
    if kind.block and value:
        value += "\n"
    return Mark("directive", name, value, raw.line, raw.last_line, raw.column, 0, selector)


def _expectation(raw: _Raw, where: str, code: int) -> Mark:
    """Return the announcement that a raw mark spells."""
    match = _ANNOUNCED.fullmatch(raw.text.strip())
    if match is None:
        raise SnippetError(
            where, raw.line, "an announcement reads '~ warning: text', '~ error: …', '~ reads: …'"
        )
    kind, text = match["kind"], match["text"].strip()
    if kind not in EXPECTATIONS:
        raise SnippetError(
            where, raw.line, f"unknown announcement '{kind}'; {nearest(kind, EXPECTATIONS)}"
        )
    if not text:
        what = "a part of the message" if kind in SEVERITIES else "the reading"
        raise SnippetError(where, raw.line, f"'{kind}:' needs {what}")
    if code == 0:
        raise SnippetError(where, raw.line, "there is no line of code that this speaks of")
    selector = _selector(match["selector"], where, raw.line)
    last = raw.last_line
    return Mark("expectation", kind, text, raw.line, last, raw.column, code, selector)
