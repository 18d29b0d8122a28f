"""The misconceptions that wrong answers name, and the ways from one to the other."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from cworkbook import beliefs
from cworkbook.beliefs import Belief
from cworkbook.links import markdown_link
from cworkbook.page_lines import LineError
from cworkbook.questions.syntax import Part, blocks

OPTION = "belief"


def named(part: Part, root: Path) -> Belief | None:
    """Return the belief behind a part, None without one or in a book that describes none.

    LineError for a belief that the book's file does not have.
    """
    name = part.options.get(OPTION)
    if name is None or not (root / beliefs.FILE).is_file():
        return None
    try:
        return beliefs.find(name, root)
    except ValueError as error:
        raise LineError(str(error), part.line) from None


def linked(belief: Belief, page: str) -> Element:
    """Return the line below an answer that names its belief, with a link, on a page below docs/."""
    line = Element("p", {"class": "cw-question__belief"})
    line.text = "Misconception: "
    SubElement(line, "a", href=markdown_link(belief.place, page)).text = belief.name
    return line


def asking(belief: str, root: Path) -> Iterator[tuple[str, int, str]]:
    """Yield the questions with a wrong answer that comes from a belief, page by page.

    Each is its page below docs/, its number there, and its identity.
    """
    docs = root / "docs"
    for page in sorted(docs.rglob("*.md")):
        stat = page.stat()
        for number, identity, names in _naming(page, stat.st_mtime_ns, stat.st_size):
            if belief in names:
                yield page.relative_to(docs).as_posix(), number, identity


@lru_cache(maxsize=1024)
def _naming(page: Path, _changed: int, _size: int) -> tuple[tuple[int, str, frozenset[str]], ...]:
    """Return number, identity and beliefs of a page's questions, read anew after a change alone.

    What is wrong with a page is told where that page is made.
    """
    try:
        found = blocks(page.read_text(encoding="utf-8").splitlines())
    except LineError:
        return ()
    return tuple(
        (number, block.identity, frozenset(part.options.get(OPTION, "") for part in block.parts))
        for number, block in enumerate(found, 1)
    )
