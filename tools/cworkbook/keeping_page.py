"""What the page of what is kept knows of the book: where each program and question is."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cworkbook import book
from cworkbook import options as opt
from cworkbook.fences import Fence, Place
from cworkbook.links import address
from cworkbook.questions.book_questions import questions_of
from cworkbook.review_page import data_html


def _render(source: str, options: Mapping[str, str], place: Place) -> str:
    """Return the element that holds it as JSON, for scripts alone."""
    opt.check(options, {})
    if source.strip():
        raise place.error("this fence is empty; what it knows comes from the book")
    return data_html("cwk-known", known(place.page.root))


def known(root: Path) -> dict[str, Any]:
    """Return the page of each program, and that of each question, by their names."""
    return {"programs": programs(root), "questions": questions(root)}


def questions(root: Path) -> dict[str, str]:
    """Return the address below the book of the page that asks each question, by its identity."""
    return {
        question.identity: address(question.page.removeprefix("docs/"), "index.md")
        for question in questions_of(root)[0]
    }


def programs(root: Path) -> dict[str, str]:
    """Return the address below the book of the first page that shows each snippet, by its name."""
    folder = root / "snippets"
    names = frozenset(p.relative_to(folder).as_posix() for p in book.snippet_paths(root))
    found: dict[str, str] = {}
    for reference in book.references(root):
        name = book.owner(reference.path, names)
        if name is not None:
            found.setdefault(name, address(reference.page, "index.md"))
    return found


FENCE = Fence(lambda _inputs: True, _render)
