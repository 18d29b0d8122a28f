"""The tokens of a file with their brackets in pairs: one pass, then every question is quick."""

from bisect import bisect_left

from cexplain.source import Span
from cexplain.syntax.tokens import Token

_CLOSES = {")": "(", "]": "[", "}": "{"}
_OPENS = frozenset(_CLOSES.values())
_BEFORE_TAGS = frozenset({"struct", "union", "enum", ".", "->"})


class Pairs:
    """A file's tokens in order; `closing` maps the index of a bracket to that of its partner."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.closing: dict[int, int] = {}
        self._opening: dict[int, int] = {}
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
                self._opening[index] = opened[-1]
                self.closing[opened.pop()] = index
                braces -= text == "}"

    def first(self, offset: int) -> int:
        """Return the index of the first token that begins at an offset or behind it."""
        return bisect_left(self._starts, offset)

    def opening(self, index: int) -> int:
        """Return the index of the bracket that a closing one ends, -1 where it ends none."""
        return self._opening.get(index, -1)

    def around(self, index: int) -> int:
        """Return the index of the bracket that a token stands in, -1 where in none."""
        return self._around[index]

    def named(self, name: str, first: int, last: int) -> Span | None:
        """Return where the least deeply nested word of a name is between two indexes."""
        return self.names(first, last).get(name)

    def names(self, first: int, last: int) -> dict[str, Span]:
        """Return each word from one index to another, where it is nested the least; no tags."""
        found: dict[str, tuple[int, Span]] = {}
        depth = 0
        for index in range(first, min(last, len(self.tokens))):
            token = self.tokens[index]
            depth += (token.text in _OPENS) - (token.text in _CLOSES)
            if token.kind == "word" and self.tokens[index - 1].text not in _BEFORE_TAGS:
                known = found.get(token.text)
                if known is None or depth < known[0]:
                    found[token.text] = depth, Span(token.start, token.end)
        return {name: span for name, (_, span) in found.items()}

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
