"""How many elements an initializer gives to an array that has no size (6.7.11)."""

import re

from cexplain.tree import Array, Basic, UnknownSize

_PIECE = re.compile(r'"(?:[^"\\\n]|\\.)*+"?|\'(?:[^\'\\\n]|\\.)*+\'?|[\w.]++|[ \t\n]++|(?s:.)')
_CHARACTER = re.compile(r"\\x[0-9a-fA-F]++|\\[0-7]{1,3}|\\.|[^\\]")
_STRINGS = re.compile(r'\s*+(?:"(?:[^"\\\n]|\\.)*+"\s*+)+')
_DESIGNATED = re.compile(r"\s*+\[\s*+(\d++)\s*+(?:\.\.\.\s*+(\d++)\s*+)?\]\s*+=?")
_CHARS = frozenset({"char", "signed char", "unsigned char"})


def elements(array: Array, initializer: str) -> int | None:
    """Return the number of elements, None where the text alone does not tell it."""
    if not isinstance(array.size, UnknownSize):
        return None
    if isinstance(array.element, Array):
        return None  # its braces may be left out
    inner = initializer.strip()
    if inner[:1] == "{" and inner[-1:] == "}":
        inner = inner[1:-1]
        if _STRINGS.fullmatch(inner) is None or not _holds_characters(array):
            return _listed(inner)
    if _STRINGS.fullmatch(inner) is None or not _holds_characters(array) or not inner.isascii():
        return None
    bodies = re.findall(r'"((?:[^"\\\n]|\\.)*+)"?', inner)
    return sum(len(_CHARACTER.findall(body)) for body in bodies) + 1


def _holds_characters(array: Array) -> bool:
    return isinstance(array.element, Basic) and array.element.name in _CHARS


def _listed(inner: str) -> int | None:
    """Return how many elements a list in braces gives."""
    most = position = depth = 0
    item = ""
    for piece in [*_PIECE.findall(inner), ","]:
        if piece == "," and depth == 0:
            if not item.strip():
                continue
            if item.lstrip()[:1] == ".":
                return None
            found = _DESIGNATED.match(item)
            if found is None and item.lstrip()[:1] == "[":
                return None
            position = position if found is None else int(found[2] or found[1])
            position += 1
            most, item = max(most, position), ""
            continue
        depth += (piece in ("(", "[", "{")) - (piece in (")", "]", "}"))
        item += piece
    return most or None
