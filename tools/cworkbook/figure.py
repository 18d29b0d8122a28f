"""Draws a page's figures from text; the only module that touches rpic, which knows the language.

The language is pic (Kernighan, 1982). What rpic draws is made fit for a page here: colours come
from the page's classes, so that a figure follows the colour scheme, and no letter is too small.
"""

import re
import xml.etree.ElementTree as ET  # what it reads is rpic's own output
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cworkbook.directives import nearest

try:
    import rpic
except ImportError:  # there is no wheel for this kind of machine; see requirements.in
    rpic = None

CLASSES = ("blue", "violet", "green", "amber", "teal", "red", "grey", "soft", "strong", "plain")
"""What `class` may say of an object; docs/assets/figure.css gives each its colours."""

PRELUDE = "boxrad = 0.04; margin = 0.02; "
"""Set before each figure, on its first line: corners like the page's, no stroke cut at the edge."""

LEAST_POINTS = 9.0  # smaller letters cannot be read where a phone shows the figure at nine tenths
MOST_ROUNDS, MOST_SHAPES = 10_000, 2_000  # a figure that has more is a mistake
SVG = "{http://www.w3.org/2000/svg}"
OWN_COLOURS = {None, "none", "black", "rgb(0,0,0)"}


class FigureError(ValueError):
    """What is wrong with a figure's text: the line and the column in it, where they are known."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure as drawn: its shapes as SVG elements, its size in CSS pixels."""

    shapes: str
    width: float
    height: float


def can_draw() -> bool:
    """Return whether this machine has rpic."""
    return rpic is not None


def draw(text: str, identity: str = "figure") -> Drawing:
    """Return the drawing of a figure's text; its ids begin with `identity`, once on a page.

    Raises FigureError for what the language does not know and for what a page should not show.
    """
    try:
        drawn: dict[str, Any] = rpic.compile(
            PRELUDE + text,
            include_policy="deny",
            max_loop_iterations=MOST_ROUNDS,
            max_shapes=MOST_SHAPES,
        )
    except rpic.CompileError as error:
        raise _told(error.info) from None
    if not drawn["objects"]:
        raise FigureError("this figure draws nothing")
    for warning in drawn["warnings"]:
        raise _told(warning)
    for told in drawn["diagnostics"]:
        raise FigureError(f"'print' writes to nobody here: {told}")
    picture = ET.fromstring(drawn["svg"])  # noqa: S314 - rpic's own output
    lines = {each["id"]: (each["line"], each["col"]) for each in drawn["objects"]}
    for group in picture.iter(f"{SVG}g"):
        line, column = lines.get(group.get("id", ""), (None, None))
        _check(group, line, _column(line, column))
    if picture.find(f".//{SVG}a") is not None:
        raise FigureError("a figure is one picture to a screen reader: links belong in the text")
    return Drawing(
        _shapes(picture, identity), float(picture.get("width", 0)), float(picture.get("height", 0))
    )


def _told(info: Mapping[str, Any]) -> FigureError:
    """Return what rpic says of a mistake, with its advice."""
    message = str(info["message"])
    if info.get("hint"):
        message += f"; {info['hint']}"
    line = info.get("line") or None
    return FigureError(message, line, _column(line, info.get("col")))


def _column(line: int | None, column: int | None) -> int | None:
    """Return the column in the author's text, which the prelude moves on the first line."""
    if column is None or line is None:
        return None
    return max(1, column - len(PRELUDE)) if line == 1 else column


def _check(group: ET.Element, line: int | None, column: int | None) -> None:
    """Raise FigureError for what does not go with the page: classes, colours, small letters."""
    for name in group.get("class", "").split():
        if name not in CLASSES:
            raise FigureError(
                f"class '{name}' is not known; {nearest(name, CLASSES)}", line, column
            )
    for shape in group.iter():
        for paint in (shape.get("fill"), shape.get("stroke")):
            if paint not in OWN_COLOURS and not str(paint).startswith("url("):
                raise FigureError(
                    f"the colour {paint} would not follow the colour scheme; "
                    f'write class "blue" or another of: {" ".join(CLASSES)}',
                    line,
                    column,
                )
        size = shape.get("font-size", "")
        if size.endswith("pt") and float(size[:-2]) < LEAST_POINTS:
            raise FigureError(
                f"letters of {float(size[:-2]):.1f} points are too small for a phone; "
                f"{LEAST_POINTS:g} is the least. Several lines of text need a box: box invis",
                line,
                column,
            )


def _shapes(picture: ET.Element, identity: str) -> str:
    """Return the picture's shapes without what would be the same in the page's other figures."""
    for element in picture.iter():
        element.tag = element.tag.removeprefix(SVG)
        element.attrib = {
            name: _rounded(value)
            for name, value in element.attrib.items()
            if not (element.tag == "g" and name == "id")
        }
        _let_the_page_paint(element)
    shapes = "".join(ET.tostring(shape, "unicode", short_empty_elements=True) for shape in picture)
    return re.sub(r'(\bid="|url\(#)(?=hatch|grad)', rf"\1{identity}-", shapes).replace("\n", "")


def _rounded(value: str) -> str:
    """Return an attribute's value with numbers to a tenth of a pixel."""
    return re.sub(
        r"\d+\.\d{2,}", lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), value
    )


def _let_the_page_paint(element: ET.Element) -> None:
    """Replace black by the page's ink, and the monospaced face by a class for the style sheet."""
    for name in ("fill", "stroke"):
        if element.get(name) in ("black", "rgb(0,0,0)"):
            element.set(name, "currentColor")
    if element.tag == "text":
        element.attrib.pop("fill", None)
        element.attrib.pop("stroke-width", None)
        if element.attrib.pop("font-family", None) == "monospace":
            element.set("class", "mono")
