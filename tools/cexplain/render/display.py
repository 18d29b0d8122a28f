"""Characters as people see them: columns, tabs, wide characters, unprintable ones."""

import re
from unicodedata import category, combining, east_asian_width

TAB = 8
"""Columns between tab stops, as terminals have them."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# XML 1.0 (section 2.2) forbids these even as character references, and a
# terminal obeys some of them: a source with an escape sequence in it must not
# move the reader's cursor.
_UNPRINTABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"


def printable(text: str) -> str:
    """Return `text` with every character that no output may carry replaced, one for one."""
    # Compiled where it is needed: nearly all text is plain.
    return text if _plain(text) else re.sub(_UNPRINTABLE, REPLACEMENT, text)


def _plain(text: str) -> bool:
    """Tell whether a text is of printable ASCII only, a column for each character."""
    return text.isascii() and text.isprintable()


def columns(character: str, column: int = 0) -> int:
    """Return how many columns a character takes where `column` are taken before it."""
    if character == "\t":
        return TAB - column % TAB
    if combining(character) or category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1


def width(text: str, column: int = 0) -> int:
    """Return how many columns one line of text takes, from `column` on."""
    if _plain(text):
        return len(text)
    start = column
    for character in text:
        column += columns(character, column)
    return column - start


def expand(text: str, column: int = 0) -> str:
    """Return one line of text with its tabs as spaces and nothing unprintable in it."""
    if _plain(text):
        return text
    parts: list[str] = []
    for character in printable(text):
        taken = columns(character, column)
        parts.append(" " * taken if character == "\t" else character)
        column += taken
    return "".join(parts)
