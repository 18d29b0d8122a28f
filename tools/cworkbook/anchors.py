"""The anchors of a page, found in its Markdown: what a data file may link to."""

import re
from collections.abc import Iterator
from pathlib import Path

from markdown.extensions.toc import slugify, unique

CHAPTERS = {"xs": "XS", "xen": "Xen"}
"""Chapters that are not called as their folders are."""

_FENCE = re.compile(r"^[ \t>]*(?P<ticks>`{3,}|~{3,})(?P<info>.*)$")
_HEADING = re.compile(r"^(#{1,6})\s+(?P<text>.+?)\s*#*\s*$")
_GIVEN = re.compile(r"\s*\{:?[^}]*#(?P<id>[\w-]+)[^}]*\}$")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def headings(text: str) -> dict[str, str]:
    """Return the headings of a page's Markdown by their anchors, in the words that a link takes."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for heading in _heading_lines(text):
        given = _GIVEN.search(heading)
        words = _LINK.sub(r"\1", _GIVEN.sub("", heading))
        anchor = given["id"] if given else unique(slugify(words.replace("`", ""), "-"), taken)
        taken.add(anchor)
        found[anchor] = words
    return found


def title(text: str) -> str:
    """Return a page's first heading; "" if it has none."""
    return next(iter(headings(text).values()), "")


def problem(target: str, docs: Path) -> str | None:
    """Return what is wrong with `page.md#anchor` below `docs`; None if a reader gets there."""
    name, _, anchor = target.partition("#")
    page = docs / name
    if not name.endswith(".md") or not page.is_file():
        return f"there is no page '{name}' in {docs.name}/"
    known = headings(page.read_text(encoding="utf-8"))
    if anchor and anchor not in known:
        return f"{name} has no anchor '{anchor}'; it has: {', '.join(known)}"
    return None


def words(target: str, docs: Path) -> str:
    """Return the heading that `page.md#anchor` leads to (the page's own), and its chapter."""
    name, _, anchor = target.partition("#")
    text = (docs / name).read_text(encoding="utf-8")
    return within(headings(text)[anchor] if anchor else title(text), name)


def within(heading: str, page: str) -> str:
    """Return a heading with the chapter that its page is in: many pages have “The rule”."""
    folder, slash, _ = page.partition("/")
    chapter = CHAPTERS.get(folder, folder)
    named = not slash or heading.casefold() == chapter.casefold()
    return heading if named else f"{heading} ({chapter})"


def _heading_lines(text: str) -> Iterator[str]:
    closing: str | None = None
    for line in text.splitlines():
        fence = _FENCE.match(line)
        if closing is not None:
            if fence and fence["ticks"].startswith(closing) and not fence["info"].strip():
                closing = None
        elif fence:
            closing = fence["ticks"]
        elif heading := _HEADING.match(line):
            yield heading["text"]
