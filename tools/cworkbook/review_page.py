"""What the page of review knows of the book: chapters, where each question is, names of beliefs."""

import html
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cworkbook import anchors, beliefs
from cworkbook import options as opt
from cworkbook.fences import Fence, Place
from cworkbook.links import address
from cworkbook.questions.book_questions import questions_of


def _render(source: str, options: Mapping[str, str], place: Place) -> str:
    """Return the element that holds it as JSON, for scripts alone."""
    opt.check(options, {})
    if source.strip():
        raise place.error("this fence is empty; what it knows comes from the book")
    return data_html("cwr-known", known(place.page.root))


def data_html(name: str, value: dict[str, Any]) -> str:
    """Return a hidden element of a class, with data for the page's scripts."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f'<div class="{name}" hidden data-known="{html.escape(data)}"></div>'


def known(root: Path) -> dict[str, Any]:
    """Return the book's chapters in the order of their folders, and its beliefs, by identity."""
    chapters: dict[str, dict[str, Any]] = {}
    for question in questions_of(root)[0]:
        page = question.page.removeprefix("docs/")
        name = page.partition("/")[0]
        chapter = chapters.setdefault(name, {"title": _title(name, root), "questions": {}})
        chapter["questions"][question.identity] = address(page, "index.md")
    names = {belief.identity: belief.plain_name for belief in beliefs.load(root).all.values()}
    return {"chapters": chapters, "beliefs": names}


def _title(folder: str, root: Path) -> str:
    """Return a chapter's title; its folder's name where it has no page of its own."""
    index = root / "docs" / folder / "index.md"
    if not index.is_file():
        return folder
    title = anchors.title(index.read_text(encoding="utf-8")).replace("`", "")
    return title.partition(":")[0]


FENCE = Fence(lambda _inputs: True, _render)
