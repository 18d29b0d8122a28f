"""The fence of a figure: its options, its picture or the words instead of it, its caption."""

import re
from collections.abc import Mapping
from html import escape

from cworkbook import figure
from cworkbook import options as opt
from cworkbook.drawing_html import Picture, boxed
from cworkbook.fences import Fence, Place

FEWEST_WORDS = 4


def _alternative(value: str) -> None:
    """Accept what can stand for a picture: a few words at least."""
    if len(value.split()) < FEWEST_WORDS:
        raise ValueError("say in a sentence what somebody who does not see the figure must know")


FIGURE: dict[str, opt.Check] = {"alt": _alternative, "caption": opt.anything}


def figure_html(source: str, options: Mapping[str, str], place: Place) -> str:
    """Return the figure that a fence's text draws; PageError with its line where it cannot."""
    opt.check(options, FIGURE)
    if "alt" not in options:
        raise place.error('a figure needs its text alternative: ```figure {alt="..."}')
    if not figure.can_draw():
        return _framed(f'<p class="cw-drawing__alt">{escape(options["alt"])}</p>', options)
    try:
        drawn = figure.draw(source, f"cw-drawing-{place.line}")
    except figure.FigureError as error:
        line = None if error.line is None else place.line + error.line
        raise place.error(str(error), line, error.column) from None
    view_box = f"0 0 {drawn.width:g} {drawn.height:g}"
    picture = Picture(drawn.shapes, drawn.width, drawn.height, view_box)
    return _framed(boxed(picture, options["alt"], "Figure"), options)


def _framed(body: str, options: Mapping[str, str]) -> str:
    caption = options.get("caption", "").strip()
    told = f"<figcaption>{_inline_code(caption)}</figcaption>" if caption else ""
    return f'<figure class="cw-drawing">{body}{told}</figure>'


def _inline_code(text: str) -> str:
    """Return a caption's HTML: words, and code between backquotes."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


FENCE = Fence(lambda _inputs: True, figure_html)
