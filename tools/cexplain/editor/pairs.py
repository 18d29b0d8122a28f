"""The tokens of a file with their brackets in pairs: one pass, then every question is quick."""

from bisect import bisect_left

from cexplain.source import Span
from cexplain.syntax.tokens import Token

_CLOSES = {")": "(", "]": "[", "}": "{"}
_OPENS = frozenset(_CLOSES.values())


class Pairs:
    """A file's tokens in order; `closing` maps the index of a bracket to that of its partner."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.closing: dict[int, int] = {}
        self._starts = [token.start for token in tokens]
        self._around: list[int] = []  # for each token the bracket that it stands in, or -1
        opened: list[int] = []
        braces = 0
        for index, token in enumerate(tokens):
            text = token.text
            if text == "}" and braces:
                while tokens[opened[-1]].text != "{":
                    opened.pop()  # a brace ends what was left open in it
            self._around.append(opened[-1] if opened else -1)
            if text in _OPENS:
                opened.append(index)
                braces += text == "{"
            elif opened and _CLOSES.get(text) == tokens[opened[-1]].text:
                self.closing[opened.pop()] = index
                braces -= text == "}"

    def first(self, offset: int) -> int:
        """Return the index of the first token that begins at an offset or behind it."""
        return bisect_left(self._starts, offset)

    def at(self, offset: int) -> Token | None:
        """Return the word at an offset, or that ends there."""
        index = self.first(offset + 1)
        for token in self.tokens[max(index - 2, 0) : index]:
            if offset <= token.end and token.kind == "word":
                return token
        return None

    def grown(self, span: Span) -> Span:
        """Return the span grown until every bracket in it has its partner in it."""
        first, last = self.first(span.start), self.first(span.end) - 1
        if first > last:
            return span
        start, end = span
        index = last if last in self.closing else self._around[last]
        while index >= first:
            if index in self.closing:
                end = max(end, self.tokens[self.closing[index]].end)
            index = self._around[index]
        index = self._around[first]
        while index >= 0 and self.closing.get(index, len(self.tokens)) <= last:
            start = self.tokens[index].start
            index = self._around[index]
        return Span(start, end)
