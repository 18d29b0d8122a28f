"""A text that was cut off within brackets: it is read as far as it goes, and the error stays."""

import re
from collections.abc import Callable

from cexplain.copied import KEYWORD
from cexplain.explanation import Explanation, Phrase, Reading
from cexplain.source import Span
from cexplain.values import replace

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_PIECE = re.compile(
    r'"(?:[^"\\\n]|\\.)*+"?|\'(?:[^\'\\\n]|\\.)*+\'?|/\*(?s:.*?)(?:\*/|\Z)|//[^\n]*|[()\[\]{},;]'
)
_PARAMETER = re.compile(rf"\s*+(?:{KEYWORD}|\w++\s++[\w*])")
_MOST = 2_000  # characters; a longer text is a file


def completed(
    text: str, found: Explanation, explain: Callable[[str], Explanation]
) -> Explanation | None:
    """Return what a text says whose brackets are closed at its end, with the errors of `found`.

    None where something else is wrong with it, or where nothing can be read all the same.
    """
    errors = [one for one in found.diagnostics if one.severity == "error"]
    cut_off = errors and all(
        one.rule == "unbalanced-bracket" and "never closed" in one.message for one in errors
    )
    if not cut_off or found.readings or len(text) > _MOST or text.rstrip()[-1:] in ("(", "{"):
        return None
    for whole in (True, False):
        candidate = _closed(text, whole=whole)
        read = None if candidate is None else explain(candidate)
        if read is not None and read.ok and _declares(read):
            readings = tuple(_within(reading, len(text)) for reading in read.readings)
            return replace(found, readings=readings)
    return None


def _declares(read: Explanation) -> bool:
    """Whether declarations were read, and no expression or statement."""
    kinds = [reading.declaration.kind for reading in read.readings]
    return bool(kinds) and not {"expression", "statement"} & set(kinds)


def _closed(text: str, *, whole: bool) -> str | None:
    """Return a text with its brackets closed; not `whole`, it ends at its last separator.

    None where what is open only groups a declarator: `int (*f` may go on in any way.
    """
    opened: list[str] = []
    place = 0, ""
    for piece in _PIECE.finditer(text):
        sign = piece[0]
        if sign in _CLOSING:
            opened.append(sign)
        elif opened and sign == _CLOSING[opened[-1]]:
            opened.pop()
        if sign in ("(", "[", "{", ",", ";"):
            behind = "" if sign == "," else sign
            place = piece.start(), behind
    if not opened:
        return None
    kept = text.rstrip() if whole else f"{text[: place[0]]}{place[1]}"
    if opened[-1] == "(" and not _PARAMETER.match(text, text.rfind("(") + 1):
        return None
    closing = "".join(_CLOSING[sign] for sign in reversed(opened))
    return f"{kept.removesuffix(',')}{closing}"


def _within(reading: Reading, length: int) -> Reading:
    """Return a reading whose phrases stand within a text of so many characters."""
    phrases = [
        Phrase(
            phrase.text,
            phrase.kind,
            tuple(
                Span(span.start, min(span.end, length))
                for span in phrase.spans
                if span.start < length
            ),
            phrase.depth,
        )
        for phrase in reading.phrases
    ]
    own = reading.spans.spans(reading.declaration)
    kept = tuple(Span(span.start, min(span.end, length)) for span in own if span.start < length)
    reading.spans.put(reading.declaration, kept)
    return replace(reading, phrases=tuple(phrases))
