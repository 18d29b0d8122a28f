"""A text that was cut off within brackets: it is read as far as it goes, and the error stays."""

import re
from collections.abc import Callable, Iterator

from cexplain.copied import KEYWORD
from cexplain.explanation import Explanation, Phrase, Reading
from cexplain.source import Span
from cexplain.tree import Absent
from cexplain.values import replace

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_PIECE = re.compile(
    r'"(?:[^"\\\n]|\\.)*+"?|\'(?:[^\'\\\n]|\\.)*+\'?|/\*(?s:.*?)(?:\*/|\Z)|//[^\n]*|[()\[\]{},;]'
)
_PARAMETER = re.compile(rf"\s*+(?:{KEYWORD}|\w++\s++[\w*])")
_MOST = 2_000  # characters; a longer text is a file
_OPEN_BODY = re.compile(r"\b(?:struct|union|enum|class)\b[^;{}()=]*+\{\s*+\Z")
_EMPTY = re.compile(r"\bno (members|constants)")
_TYPEDEF = re.compile(r"\A(\s*+)typedef\b")
_OF_NOTHING = frozenset({"empty-enum", "no-members"})
"""What is wrong with braces that hold nothing: those that were cut off hold something."""


def completed(
    text: str, found: Explanation, explain: Callable[[str], Explanation]
) -> Explanation | None:
    """Return what a text says whose brackets are closed at its end, with the errors of `found`.

    None where something else is wrong with it, or where nothing more can be read all the same.
    """
    if not is_cut_off(found) or len(text) > _MOST or text.rstrip()[-1:] == "(":
        return None
    if any(_is_head(one) for one in found.readings):
        return None
    for candidate in _candidates(text):
        read = explain(candidate)
        wrong = any(one.severity == "error" and one.rule not in _OF_NOTHING
                    for one in read.diagnostics)  # fmt: skip
        if not wrong and _declares(read) and len(read.readings) > _declared(found):
            readings = [_within(reading, len(text)) for reading in read.readings]
            if _OPEN_BODY.search(text):
                readings[-1] = _open(readings[-1])
            return replace(found, readings=tuple(readings))
    return None


def is_cut_off(found: Explanation) -> bool:
    """Whether nothing else is wrong with a text than that brackets are open at its end."""
    errors = [one for one in found.diagnostics if one.severity == "error"]
    return bool(errors) and all(
        one.rule == "unbalanced-bracket" and "never closed" in one.message for one in errors
    )


def _candidates(text: str) -> Iterator[str]:
    """Yield texts that may stand for one that was cut off, the longest first."""
    for kept in (text, _TYPEDEF.sub(r"\1       ", text)):  # a type alone, where its name is missing
        for whole in (True, False):
            candidate = _closed(kept, whole=whole)
            if candidate is not None:
                yield candidate
        if _TYPEDEF.match(text) is None:
            break


def _open(reading: Reading) -> Reading:
    """Return a reading that says of the members that are not there that they are missing."""
    phrases = list(reading.phrases)
    for at in range(len(phrases) - 1, -1, -1):
        if _EMPTY.search(phrases[at].text):
            text = _EMPTY.sub(r"\1 that are missing here", phrases[at].text)
            phrases[at] = replace(phrases[at], text=text)
            break
    prose = " ".join(phrase.text for phrase in phrases)
    return replace(reading, phrases=tuple(phrases), prose=prose)


def _is_head(reading: Reading) -> bool:
    """Whether a statement was read, and no namespace's beginning."""
    declaration = reading.declaration
    return declaration.kind == "statement" and not isinstance(declaration.type, Absent)


def _declared(read: Explanation) -> int:
    """Return how many declarations were read."""
    return sum(
        one.declaration.kind not in ("expression", "statement") for one in read.readings
    )  # fmt: skip


def _declares(read: Explanation) -> bool:
    """Whether declarations were read, and no expression or statement."""
    return 0 < _declared(read) == len(read.readings)


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
