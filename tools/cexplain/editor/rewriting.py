"""Edits that put a typedef into a declaration: what the code action offers."""

import re
from collections.abc import Iterator

from cexplain.depth import deep_stack
from cexplain.editor.declared import Declared
from cexplain.editor.document import Document
from cexplain.editor.taming import tame
from cexplain.source import Span
from cexplain.values import dataclass, replace

_IDENTIFIER = re.compile(r"[^\W\d]\w*")
_INDENT = re.compile(r"[\f\v]*([ \t]*)")


@dataclass(frozen=True, slots=True)
class Rewrite:
    """An edit that replaces `place` by `text`."""

    title: str
    place: Span
    text: str


def rewrites(document: Document, start: int, end: int) -> list[Rewrite]:
    """Return the edits that put a typedef into the declarations between two offsets."""
    taken = {*_IDENTIFIER.findall(document.text)}
    with deep_stack():
        return [
            rewrite
            for item in document.declared
            if item.alone and item.place.start <= end and item.place.end >= start
            for rewrite in _rewrites(document, item, taken)
        ]


def _rewrites(document: Document, item: Declared, taken: set[str]) -> Iterator[Rewrite]:
    """Yield the edit for a declaration, if one helps and loses nothing that stands there."""
    declaration = replace(item.reading.declaration, initializer=None)
    tamed = tame(declaration, taken)
    if tamed is None or not _says_all(document, item.place):
        return
    line, _ = document.lines.position(item.place.start)
    indent = _INDENT.match(document.lines.line(line))
    assert indent is not None, "it matches no blank too"
    text = f"\n{indent[1]}".join(tamed.lines(document.standard))
    yield Rewrite(f"Rewrite {declaration.name} with a typedef", item.place, text)


def _says_all(document: Document, place: Span) -> bool:
    """Tell whether nothing but tokens and blanks is there: no comment and no directive."""
    pairs, text = document.pairs, document.text
    tokens = pairs.tokens[pairs.first(place.start) : pairs.first(place.end)]
    said = "".join(text[token.start : token.end] for token in tokens)
    return "".join(text[place.start : place.end].split()) == "".join(said.split())
