"""Counts the steps that a backtracking matcher takes: regular expressions do theirs unseen.

The matcher tries what Python's own tries, in the same order, without its short cuts: what is
linear here is linear there.
"""

import re
import re._constants as codes  # type: ignore[import-not-found]  # typeshed has no stub of it
import re._parser as parser  # type: ignore[import-not-found]  # nor of this one
from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeAlias

_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    codes.CATEGORY_DIGIT: str.isdecimal,
    codes.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    codes.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    codes.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


How: TypeAlias = Literal["everywhere", "first", "in turn"]
"""How a pattern is used."""


class TooManyStepsError(Exception):
    """A text that takes more steps than anybody waits for."""


class UnknownConstructError(Exception):
    """A pattern that uses what the matcher has no case for."""

    def __init__(self, construct: Any, pattern: str, method: str) -> None:
        super().__init__(
            f"the pattern {pattern!r} uses {construct}, which this matcher cannot do: "
            f"add a case for it to Matcher.{method} in tests/support/regexes.py, and a pattern "
            "with it to test_the_matcher_finds_what_python_finds"
        )


class Matcher:
    """Finds a pattern in a text and counts the steps."""

    def __init__(self, pattern: str, flags: int, most: int = 200_000) -> None:
        state = parser.State()
        state.flags = flags
        self._tree = list(parser.parse(pattern, flags, state))
        # What a part of the pattern may take counts for all of it: that is no quicker.
        self._flags: int = state.flags | (re.DOTALL if "(?s:" in pattern else 0)
        self._pattern, self._most = pattern, most
        self.steps = 0
        self._text = ""
        self._groups: dict[int, str] = {}

    def find(self, text: str, how: How) -> Iterator[int]:
        """Yield the ends of the matches, until there is none where the next one would begin.

        "everywhere": it is looked for further on, as `finditer` does; "first": there
        is one match at most; "in turn": each has to begin where the last one ended.
        """
        self.steps, self._text, position = 0, text, 0
        while position <= len(text):
            end = next(self._ends(self._tree, position), None)
            if end is not None:
                yield end
            if how == "first" or (how == "in turn" and end is None):
                return
            position = position + 1 if end is None or end == position else end

    def _ends(self, nodes: list[Any], position: int) -> Iterator[int]:
        """Yield where a sequence of nodes may end, in the order in which ends are tried."""
        self.steps += 1
        if self.steps > self._most:
            raise TooManyStepsError
        if not nodes:
            yield position
            return
        (code, argument), rest = nodes[0], nodes[1:]
        for end in self._one(code, argument, position):
            yield from self._ends(rest, end)

    def _one(  # noqa: C901, PLR0912 - one branch for each kind of node
        self, code: Any, argument: Any, position: int
    ) -> Iterator[int]:
        """Yield where one node may end."""
        match code:
            case codes.BRANCH:
                for branch in argument[1]:
                    yield from self._ends(list(branch), position)
            case codes.SUBPATTERN:
                group, _, _, inner = argument
                for end in self._ends(list(inner), position):
                    if group is not None:
                        self._groups[group] = self._text[position:end]
                    yield end
            case codes.ATOMIC_GROUP:
                yield from self._first(self._ends(list(argument), position))
            case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
                least, most, inner = argument
                ends = self._repeated(code, (least, most), list(inner), position)
                yield from self._first(ends) if code is codes.POSSESSIVE_REPEAT else ends
            case codes.ASSERT | codes.ASSERT_NOT:
                direction, inner = argument
                start = position if direction > 0 else position - 1  # of one character
                found = start >= 0 and next(self._ends(list(inner), start), None) is not None
                if found is (code is codes.ASSERT):
                    yield position
            case codes.AT:
                if self._is_at(argument, position):
                    yield position
            case codes.GROUPREF:
                if self._text.startswith(self._groups.get(argument, "\0"), position):
                    yield position + len(self._groups[argument])
            case _:
                if position < len(self._text) and self._fits(code, argument, self._text[position]):
                    yield position + 1

    def _repeated(
        self, code: Any, bounds: tuple[int, int], inner: list[Any], position: int
    ) -> Iterator[int]:
        """Yield where a repetition may end; an iteration that takes nothing ends it."""
        least, most = bounds
        if code is codes.MIN_REPEAT and least <= 0:
            yield position
        if most > 0:
            for end in self._ends(inner, position):
                if end > position or least > 0:
                    yield from self._repeated(code, (least - 1, most - 1), inner, end)
        if code is not codes.MIN_REPEAT and least <= 0:
            yield position

    @staticmethod
    def _first(ends: Iterator[int]) -> Iterator[int]:
        end = next(ends, None)
        if end is not None:
            yield end

    def _is_at(self, where: Any, position: int) -> bool:
        text, lines = self._text, self._flags & re.MULTILINE
        match where:
            case codes.AT_BEGINNING:
                return position == 0 or bool(lines and text[position - 1] == "\n")
            case codes.AT_BEGINNING_STRING:
                return position == 0
            case codes.AT_END:
                last = position == len(text) or text[position:] == "\n"
                return last or bool(lines and text[position] == "\n")
            case codes.AT_END_STRING:
                return position == len(text)
            case codes.AT_BOUNDARY | codes.AT_NON_BOUNDARY:
                word = _CATEGORIES[codes.CATEGORY_WORD]
                before = position > 0 and word(text[position - 1])
                after = position < len(text) and word(text[position])
                return (before != after) is (where is codes.AT_BOUNDARY)
            case _:
                raise UnknownConstructError(where, self._pattern, "_is_at")

    def _fits(self, code: Any, argument: Any, character: str) -> bool:
        """Whether a character is one that a node takes."""
        match code:
            case codes.LITERAL:
                return bool(ord(character) == argument)
            case codes.NOT_LITERAL:
                return bool(ord(character) != argument)
            case codes.ANY:
                return character != "\n" or bool(self._flags & re.DOTALL)
            case codes.RANGE:
                low, high = argument
                return bool(low <= ord(character) <= high)
            case codes.CATEGORY:
                if argument not in _CATEGORIES:
                    raise UnknownConstructError(argument, self._pattern, "_fits")
                return _CATEGORIES[argument](character)
            case codes.IN:
                inverted = argument[0][0] is codes.NEGATE
                options = argument[1:] if inverted else argument
                fits = any(self._fits(kind, what, character) for kind, what in options)
                return fits is not inverted
            case _:
                raise UnknownConstructError(code, self._pattern, "_fits or Matcher._one")
