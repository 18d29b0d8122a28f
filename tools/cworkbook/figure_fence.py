"""The fence of a figure: its options, its picture or the words instead of it, its caption."""

import re
from collections.abc import Mapping
from html import escape

from cworkbook import figure
from cworkbook import options as opt
from cworkbook.fences import Fence, Place

FEWEST_WORDS = 4
LEAST = 0.9  # of its size; where there is less room, a figure scrolls


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
        drawing = figure.draw(source, f"cw-drawing-{place.line}")
    except figure.FigureError as error:
        line = None if error.line is None else place.line + error.line
        raise place.error(str(error), line, error.column) from None
    return _framed(_picture(drawing, options["alt"]), options)


def _picture(drawing: figure.Drawing, alternative: str) -> str:
    """Return the picture in a box that scrolls sideways if it must.

    The pages' policy allows no style attribute, so an empty picture beside it holds the least
    width; the style sheet does the rest.
    """
    return (
        '<div class="cw-drawing__scroll" tabindex="0" role="group" aria-label="Figure">'
        '<div class="cw-drawing__sheet">'
        f'<svg class="cw-drawing__strut" aria-hidden="true" width="{LEAST * drawing.width:g}"'
        ' height="0"></svg>'
        f'<svg class="cw-drawing__picture" role="img" aria-label="{escape(alternative)}"'
        f' width="{drawing.width:g}" viewBox="0 0 {drawing.width:g} {drawing.height:g}">'
        f"{drawing.shapes}</svg></div></div>"
    )


def _framed(body: str, options: Mapping[str, str]) -> str:
    caption = options.get("caption", "").strip()
    told = f"<figcaption>{_inline_code(caption)}</figcaption>" if caption else ""
    return f'<figure class="cw-drawing">{body}{told}</figure>'


def _inline_code(text: str) -> str:
    """Return a caption's HTML: words, and code between backquotes."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


FENCE = Fence(lambda _inputs: True, figure_html)
