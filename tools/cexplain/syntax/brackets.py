"""Brackets that do not pair up: which declarations they spoil, and where the reading goes on."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

from cexplain.diagnostics import Diagnostic
from cexplain.syntax.tokens import Token

BracketProblem: TypeAlias = Literal["too-deep", "stray", "unclosed", "mismatch"]
Report: TypeAlias = Callable[[BracketProblem, int, int], Diagnostic]
"""Makes a diagnostic of what is wrong, the bracket that opened, and the token where it shows."""

CLOSING = {"(": ")", "[": "]", "{": "}"}
OPENING = {closing: opening for opening, closing in CLOSING.items()}


class Mended:
    """A text's brackets, paired as far as they can be.

    The text falls into segments, which begin at a line's first character behind
    `;` or `}`: a bracket that is missing in one spoils no other.
    """

    def __init__(self, text: str, tokens: Sequence[Token], count: int, allowed: int) -> None:
        self._tokens, self._count, self._allowed = tokens, count, allowed
        self.deepest = 0
        self._starts = [0] + [
            index
            for index in range(1, count)
            if tokens[index].kind == "word"
            and begins_line(text, tokens[index])
            and tokens[index - 1].text in (";", "}")
        ]
        self.closing: dict[int, int] = {}
        self._spoilt: list[int] = []
        self._problems: dict[int, Diagnostic] = {}

    def pair(self, report: Report) -> None:
        """Pair the brackets; what cannot be paired is kept, with what is wrong."""
        stack: list[int] = []
        waiting: Counter[str] = Counter()  # those of the stack that this segment opened
        segment = 0
        for index in range(self._count):
            token = self._tokens[index]
            text = token.text
            if self._segment(index) != segment:
                segment = self._segment(index)
                waiting.clear()
            if text in CLOSING:
                stack.append(index)
                waiting[text] += 1
                self.deepest = max(self.deepest, len(stack))
                if len(stack) > self._allowed:
                    # One for each segment is enough, however deep it goes on.
                    known = self.problem(index) is not None
                    self._spoil(index, None if known else report("too-deep", index, index))
            elif text in OPENING and token.kind == "punctuator":
                opening = OPENING[text]
                if not stack:
                    self._spoil(index, report("stray", index, index))
                    continue
                if self._tokens[stack[-1]].text != opening:
                    spoilt = stack[-1] if waiting[opening] > 0 else index
                    self._spoil(spoilt, report("mismatch", stack[-1], index))
                    if waiting[opening] <= 0:
                        continue
                # Those that opened in between are left open.
                while self._tokens[stack[-1]].text != opening:
                    left = stack.pop()
                    waiting[self._tokens[left].text] -= 1
                    self.closing[left] = index
                    self._spoil(left, None)
                self.closing[stack.pop()] = index
                waiting[opening] -= 1
        for left in reversed(stack):
            self.closing[left] = max(left + 1, self.resume(left) - 1)
            self._spoil(left, report("unclosed", left, left))
        self._spoilt.sort()

    def _spoil(self, index: int, problem: Diagnostic | None) -> None:
        self._spoilt.append(index)
        if problem is not None:
            self._problems.setdefault(self._segment(index), problem)

    def _segment(self, index: int) -> int:
        return bisect_right(self._starts, index) - 1

    def resume(self, index: int) -> int:
        """Return the index of the first token behind the segment that `index` is in."""
        following = self._segment(index) + 1
        return self._starts[following] if following < len(self._starts) else self._count

    def spoilt(self, start: int, end: int) -> int | None:
        """Return the first token in [start, end) whose bracket does not pair, if there is one."""
        place = bisect_right(self._spoilt, start - 1)
        if place < len(self._spoilt) and self._spoilt[place] < end:
            return self._spoilt[place]
        return None

    def in_declaration(self, index: int) -> int | None:
        """Return what is spoilt in the declaration that begins at `index`.

        A function's body is stepped over, whatever stands in it.
        """
        previous = ""
        while index < self._count:
            text = self._tokens[index].text
            if self.spoilt(index, index + 1) is not None:
                return index
            if text == ";":
                return None
            if text in CLOSING:
                end = self.closing[index]
                if text == "{" and previous == ")":
                    return None
                found = self.spoilt(index, end)
                if found is not None:
                    return found
                index, text = end, CLOSING[text]
            previous = text
            index += 1
        return None

    def problem(self, index: int) -> Diagnostic | None:
        """Return what is wrong in the segment of a token."""
        return self._problems.get(self._segment(index))

    def problems(self, index: int) -> list[Diagnostic]:
        """Return what is wrong with the bracket at a token, nothing if it has its pair."""
        found = None if self.spoilt(index, index + 1) is None else self.problem(index)
        return [] if found is None else [found]


def begins_line(text: str, token: Token) -> bool:
    """Whether a token is the first character of its line."""
    return token.start == 0 or text[token.start - 1] == "\n"
