"""Reads C declarations aloud: text, type tree, English, and back.

The names below are loaded when they are first used, so that `import cexplain`
costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cexplain.diagnostics import Diagnostic, Note, ReadingError
    from cexplain.engine import explain, read
    from cexplain.english.declare import declare
    from cexplain.explanation import Explanation, Phrase, Reading
    from cexplain.render.html import reading_html
    from cexplain.render.svg import path_svg
    from cexplain.spelling.spell import spell

_HOMES = {
    "Diagnostic": "diagnostics",
    "Explanation": "explanation",
    "Note": "diagnostics",
    "Phrase": "explanation",
    "Reading": "explanation",
    "ReadingError": "diagnostics",
    "declare": "english.declare",
    "explain": "engine",
    "path_svg": "render.svg",
    "read": "engine",
    "reading_html": "render.html",
    "spell": "spelling.spell",
}

__all__ = [
    "Diagnostic",
    "Explanation",
    "Note",
    "Phrase",
    "Reading",
    "ReadingError",
    "declare",
    "explain",
    "path_svg",
    "read",
    "reading_html",
    "spell",
]


def __getattr__(name: str) -> object:
    """Load a public name from the module that holds it."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)
