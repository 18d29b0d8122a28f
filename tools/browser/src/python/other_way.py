"""Texts that were meant for the other direction, and what a text is in the other language."""

import re

from cexplain import Explanation, ReadingError, declare, explain
from cexplain.english.declare import cast

DEFAULT = "c23"
_SIGNS = re.compile(r"[*;\[{=]")  # no English has these, and few declarations do without them
_WORDS = re.compile(r"\b(?:pointers?|arrays?|functions?)\b", re.IGNORECASE)
_AROUND = re.compile(r"\b(?:is|as|a|an|to|of|into|returns|returning|taking)\b", re.IGNORECASE)
_LINKS = re.compile(r"\b(?:is|as|to|of|into|returns|returning|taking)\b", re.IGNORECASE)
_MACROS = 2  # that many unknown words before a name are a sentence rather than annotations


def c_of(english: str, std: str | None) -> str:
    """Return the C that a sentence means; raise ReadingError, with places behind `skipped`."""
    speak = cast if skipped(english) else declare
    return speak(english[skipped(english) :], std=std or DEFAULT)


def skipped(english: str) -> int:
    """Return how many characters stand before what a cast says, 0 for all other sentences."""
    first, _, rest = english.lstrip().partition(" ")
    return len(english) - len(rest) if first.lower() == "cast" else 0


def is_english(explanation: Explanation, std: str | None) -> bool:
    """Return whether what was read as C is a sentence of English."""
    if any(each.rule == "english" for each in explanation.diagnostics):
        return True
    text = explanation.source
    if _SIGNS.search(text) or not _odd(explanation):
        return False
    if _WORDS.search(text) and _AROUND.search(text):
        return True
    try:
        c_of(text, std)
    except ReadingError:
        return False
    return True


def _odd(explanation: Explanation) -> bool:
    """Whether C can make no more of it than names in a row: it takes unknown ones for macros."""
    if not explanation.ok or not explanation.readings:
        return True
    kinds = [phrase.kind for reading in explanation.readings for phrase in reading.phrases]
    return kinds.count("attribute") >= _MACROS


def is_c(text: str, c: str | None) -> bool:
    """Return whether what was read as English is C; `c` is what it was understood as."""
    if _SIGNS.search(text) is None:
        return False
    return _LINKS.search(text) is None if c is None else _bare(c) == _bare(text)


def turned(text: str, way: str, std: str | None, index: int) -> str | None:
    """Return what a text is in the other language, None where it is nothing there.

    Of several declarations, English has the one that `index` counts.
    """
    if way == "write":
        try:
            return c_of(text, std)
        except ReadingError:
            return None
    explanation = explain(text, std=std)
    if not explanation.ok or not explanation.readings or is_english(explanation, std):
        return None
    reading = explanation.readings[min(index, len(explanation.readings) - 1)]
    for said in (reading.prose, reading.cdecl):
        try:
            c_of(said, std)
        except ReadingError:
            continue
        return said
    return None


def _bare(c: str) -> str:
    """Return C without what writers choose: spaces, and the semicolon at its end."""
    return re.sub(r"\s", "", c).removesuffix(";")
