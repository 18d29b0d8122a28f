"""The misconceptions that wrong answers name, and the line that leads from an answer to its own."""

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from cworkbook import beliefs
from cworkbook.beliefs import Belief
from cworkbook.links import markdown_link
from cworkbook.page_lines import LineError
from cworkbook.questions.syntax import Part

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
