"""A picture of SVG shapes in a box of the page that scrolls sideways where it must."""

from dataclasses import dataclass
from html import escape

LEAST = 0.9  # of its size; where there is less room, a figure scrolls


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes as SVG elements, their size in CSS pixels, and where they are drawn."""

    shapes: str
    width: float
    height: float
    view_box: str


def boxed(picture: Picture, alternative: str, label: str, more: str = "") -> str:
    """Return the picture in its box; `more` are attributes for all of its shapes.

    The pages' policy allows no style attribute, so an empty picture beside it holds the least
    width; the style sheet does the rest.
    """
    return (
        f'<div class="cw-drawing__scroll" tabindex="0" role="group" aria-label="{escape(label)}">'
        '<div class="cw-drawing__sheet">'
        f'<svg class="cw-drawing__strut" aria-hidden="true" width="{LEAST * picture.width:g}"'
        ' height="0"></svg>'
        f'<svg class="cw-drawing__picture" role="img" aria-label="{escape(alternative)}"'
        f' width="{picture.width:g}" viewBox="{picture.view_box}"{more}>'
        f"{picture.shapes}</svg></div></div>"
    )
