"""Fences that stand for Markdown made from a data file, put in before anything else is read.

So headings made from data are in the table of contents, have anchors that links are checked
against, and are found by the search; fences made from data are fences like any other.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cworkbook import defects, path, ways
from cworkbook import options as opt
from cworkbook.beliefs import pages as beliefs_pages
from cworkbook.directives import nearest
from cworkbook.exercises import page as exercises_page
from cworkbook.page_lines import LineError
from cworkbook.words import page as words_page

Expansion = Callable[[Mapping[str, str], str, Path], list[str]]
"""Returns Markdown's lines for a fence's options, a page below docs/ and the project's root."""

EXPANSIONS: dict[str, Expansion] = {
    "beliefs": beliefs_pages.markdown,
    "defects": defects.markdown,
    "exercise": exercises_page.markdown,
    "path": path.markdown,
    "ways": ways.markdown,
    "words": words_page.markdown,
}
"""The fences by their language."""

_FENCE = re.compile(r"^(?P<indent>[ \t>]*)(?P<ticks>`{3,}|~{3,})[ \t]*(?P<info>.*?)[ \t]*$")
_INFO = re.compile(r"^(?P<language>[\w+-]+)(?:\s*\{(?P<options>[^}]*)\})?$")
_OPTION = re.compile(r"""(?P<name>[\w-]+)=(?P<quote>["'])(?P<value>.*?)(?P=quote)""")


@dataclass(frozen=True, slots=True)
class Lines:
    """A page's lines with each such fence replaced; `origins` are their lines (from 1) before."""

    texts: list[str]
    origins: list[int]

    def put(self, lines: Sequence[str], origin: int) -> None:
        """Add lines that stand for one line of the page."""
        self.texts.extend(lines)
        self.origins.extend([origin] * len(lines))


@dataclass(frozen=True, slots=True)
class _Begun:
    """A fence to be replaced, whose end has not come yet."""

    expansion: Expansion
    options: Mapping[str, str]
    line: int


def expanded(lines: Sequence[str], page: str, root: Path) -> Lines:
    """Return a page's lines; LineError or DataError where a fence cannot be replaced."""
    result = Lines([], [])
    closing: str | None = None
    begun: _Begun | None = None
    for number, line in enumerate(lines, 1):
        match = _FENCE.match(line)
        ended: _Begun | None = None
        if closing is None and match:
            closing = match["ticks"]
            begun = _begin(match, number)
        elif closing is not None and match and _closes(match, closing):
            closing, ended, begun = None, begun, None
        elif begun is not None and line.strip():
            raise LineError("this fence is empty; its text comes from a file", number)
        if ended is not None:
            result.put(_made(ended, page, root), ended.line)
        elif begun is None:
            result.put([line], number)
    if begun is not None:
        raise LineError("this fence is not closed", begun.line)
    return result


def _closes(match: re.Match[str], opening: str) -> bool:
    return not match["info"] and match["ticks"].startswith(opening)


def _made(begun: "_Begun", page: str, root: Path) -> list[str]:
    try:
        made = begun.expansion(begun.options, page, root)
    except ValueError as error:
        raise LineError(str(error), begun.line) from error
    return [text for line in made for text in line.split("\n")]


def _shows_nothing(info: re.Match[str] | None, number: int) -> None:
    """Raise LineError for a fence that names a snippet and would be an empty block on the page."""
    if info is None or info["language"] in opt.SHOWING:
        return
    if any(found["name"] == "snippet" for found in _OPTION.finditer(info["options"] or "")):
        advice = nearest(info["language"], opt.SHOWING)
        raise LineError(f"no fence of '{info['language']}' can show a snippet; {advice}", number)


def _begin(match: re.Match[str], number: int) -> "_Begun | None":
    """Return the fence that a line begins; None for one of another kind."""
    info = _INFO.match(match["info"])
    if info is None or info["language"] not in EXPANSIONS:
        _shows_nothing(info, number)
        return None
    if match["indent"]:
        raise LineError("this fence begins at the margin, in no list or block", number)
    options = info["options"] or ""
    if _OPTION.sub("", options).strip():
        raise LineError(f"'{options.strip()}' are no options; write name=\"value\"", number)
    named = {found["name"]: found["value"] for found in _OPTION.finditer(options)}
    return _Begun(EXPANSIONS[info["language"]], named, number)
