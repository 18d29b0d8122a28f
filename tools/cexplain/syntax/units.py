"""External declarations of a preprocessed text, one at a time, each with its place.

Headers are large, and what stands in them may be anything. So the text is cut at the
ends of declarations before anything is read: what cannot be read spoils nothing else,
and no more than one declaration is held in memory.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from cexplain.syntax.scan import Scanner
from cexplain.values import dataclass, field

_PIECE = re.compile(
    r"""(?P<define>^\#define\ (?P<macro>\w+)[^\n]*) | (?P<directive>^\#[^\n]*)
      | (?P<literal>"(?:[^"\\\n]|\\.)*+"? | '(?:[^'\\\n]|\\.)*+'?)
      | (?P<word>[A-Za-z_$][\w$]*) | (?P<number>\.?\d[\w.]*+(?:'\w[\w.]*+)*)
      | (?P<mark>[][(){};])""",
    re.VERBOSE | re.MULTILINE,
)
# Where a declaration that never ends is given up: the next line that can only begin another.
_ANEW = frozenset("extern typedef static struct union enum __extension__".split())
# Words that with their parentheses stand for nothing: what came before them counts.
_TRANSPARENT = frozenset(
    (
        "__attribute__ __attribute __asm__ __asm asm _Alignas alignas __declspec typeof __typeof "
        "__typeof__ _Atomic _BitInt"
    ).split()
)
# What may stand between an old-style definition's parameter list and its body.
_BODY = re.compile(r"(?:[\w\s*,()\[\]]*;){0,40}\s*\{")

Line = tuple[str, int, str]
"""A line of cpp's output: the file and the line that it comes from, and its text."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One external declaration: its text, where it begins, its words."""

    text: str
    file: str
    line: int
    words: frozenset[str]


@dataclass(slots=True)
class _Open:
    """A declaration of which the end is not found yet."""

    start: int
    words: set[str] = field(default_factory=set)
    depth: int = 0
    previous: str = ""
    before: str | None = None  # what stood before a transparent word
    old_style: bool = False  # `int f(a) int a; { }` may come
    aggregate: bool = False  # the brace opens no function's body


def chunks(lines: Sequence[Line], macros: dict[str, str] | None = None) -> Iterator[Chunk]:
    """Yield the external declarations of cpp's lines; `macros` gets the definitions of macros.

    A declaration whose brackets never close ends where the next one plainly begins.
    """
    text = "\n".join(line for _, _, line in lines)
    levels = _Levels(text)
    position, line, counted = 0, 0, 0  # the line of `text` that `counted` characters lead to
    while position < len(text):
        start, end, words = _next(text, position, levels, macros)
        begin = start + _blanks(text[start:end])
        if begin < end:
            line += text.count("\n", counted, begin)
            counted = begin
            file, number, _ = lines[line]
            yield Chunk(text[begin:end], file, number, frozenset(words))
        position = end


class _Levels:
    """How deep a text's brackets are, counted when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _brackets(self) -> tuple[list[int], list[int], list[int]]:
        """Return each bracket's place, the depth behind it, and the least from there on."""
        places: list[int] = []
        depths = [0]
        for piece in _PIECE.finditer(self._text):
            sign = piece.group()
            if piece.lastgroup == "mark" and sign != ";":
                places.append(piece.start())
                depths.append(depths[-1] + (sign in "([{") - (sign in ")]}"))
        least = list(accumulate(reversed(depths), min))
        least.reverse()
        return places, depths, least

    def stay_open(self, place: int, count: int) -> bool:
        """Whether not all of `count` brackets that are open at a place are ever closed."""
        places, depths, least = self._brackets
        index = bisect_left(places, place)
        return least[index] > depths[index] - count


def _next(
    text: str, position: int, levels: _Levels, macros: dict[str, str] | None
) -> tuple[int, int, set[str]]:
    """Return where the next declaration begins and ends, and its words."""
    found = _Open(position)
    for piece in _PIECE.finditer(text, position):
        sign = piece.group()
        kind = piece.lastgroup
        if kind in ("define", "macro", "directive"):
            if macros is not None and piece["macro"]:
                macros[piece["macro"]] = sign
            if not found.words and found.depth == 0:
                found.start = piece.end()
            continue
        if kind == "word":
            begin = piece.start()
            anew = found.depth > 0 and sign in _ANEW and text[begin - 1] == "\n"
            if anew and levels.stay_open(begin, found.depth):
                return found.start, begin, found.words
            found.words.add(sign)
            if found.depth == 0 and sign in _TRANSPARENT:
                found.before = found.previous
            elif found.depth == 0 and found.previous == ")":
                found.old_style = True
        elif kind == "mark" and _ends(found, sign, text, piece.end()):
            return found.start, piece.end(), found.words
        found.previous = sign
        if found.before is not None and sign == ")" and found.depth == 0:
            found.previous, found.before = found.before, None
    return found.start, len(text), found.words


def _ends(found: _Open, sign: str, text: str, end: int) -> bool:
    """Whether the declaration ends with the bracket or semicolon `sign`, which is counted."""
    found.depth += (sign in "([{") - (sign in ")]}")
    if sign == "{" and found.depth == 1:
        # After a parameter list, or an old-style definition's declarations, it begins a body.
        found.aggregate = not (found.previous == ")" or found.old_style)
    if found.depth > 0:
        return False
    if sign == ";":
        return not (found.old_style and _BODY.match(text, end))
    return sign == "}" and not found.aggregate


def _blanks(text: str) -> int:
    """Return how many blank characters a text begins with."""
    return len(text) - len(text.lstrip())


def learn_types(found: Chunk, std: str, known_types: set[str]) -> None:
    """Add the names that a chunk declares with typedef to `known_types`."""
    if "typedef" in found.words:
        for _ in Scanner(found.text, std, known_types).declarations():
            pass
