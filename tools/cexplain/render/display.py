"""Characters as people see them: columns, tabs, wide characters, unprintable ones."""

import re
from unicodedata import category, combining, east_asian_width

TAB = 8
"""Columns between tab stops, as terminals have them."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_UNPRINTABLE = (
    # XML 1.0 (section 2.2) forbids these even as character references, and a
    # terminal obeys some of them: a source with an escape sequence in it must not
    # move the reader's cursor.
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
    # Those that nobody sees, or that change the order or the lines of what others see
    # (Unicode's Default_Ignorable_Code_Point, but for the selectors of an emoji's form).
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    # A carriage return lets what follows overwrite the line, unless the line ends there.
    "|\r(?!\n)"
)


def printable(text: str) -> str:
    """Return `text` with every character that no output may carry replaced, one for one."""
    # Compiled where it is needed: nearly all text is plain.
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return re.sub(_UNPRINTABLE, REPLACEMENT, text)


def _plain(text: str) -> bool:
    """Tell whether a text is of printable ASCII only, a column for each character."""
    return text.isascii() and text.isprintable()


def columns(character: str, column: int = 0) -> int:
    """Return how many columns a character takes where `column` are taken before it."""
    if character == "\t":
        return TAB - column % TAB
    if combining(character) or category(character) in {"Mn", "Me", "Cf"}:
        return 0 if printable(character) == character else 1
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
