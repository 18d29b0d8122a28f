"""The tokens with their brackets paired, and the way to report what is wrong."""

from typing import TYPE_CHECKING, NoReturn

from cexplain.diagnostics import Diagnostic, Severity
from cexplain.source import Lines, SourceMap, Span
from cexplain.tokens import Token

if TYPE_CHECKING:
    from cexplain.raw import RawDeclarator, RawSpecifiers, Skeleton

MAX_NESTING = 256
"""How deep brackets may nest; ISO asks for 63 (5.2.5.2)."""

MAX_DERIVATIONS = 512
"""How many pointers, arrays and functions a declarator may have; ISO asks for 12 (5.2.5.2)."""

CLOSING = {"(": ")", "[": "]", "{": "}"}
_OPENING = {closing: opening for opening, closing in CLOSING.items()}

END = Token("end", "", 0, 0)


class ScanError(Exception):
    """What stops the reading of one declaration; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Cursor:
    """A text's tokens, read by index.

    Past the last token stands one of kind "end", so that looking ahead is safe.
    """

    def __init__(self, text: str, tokens: list[Token], lines: Lines, std: str) -> None:
        self.text = text
        self.lines = lines
        self.std = std
        self.count = len(tokens)
        end = tokens[-1].end if tokens else len(text)
        self.tokens = [*tokens, END._replace(start=end, end=end), END, END]
        self.closing: dict[int, int] = {}
        self.spans = SourceMap()
        self.diagnostics: list[Diagnostic] = []
        self.skeleton: Skeleton = []
        self.declarators: list[RawDeclarator] = []
        self.heads: list[RawSpecifiers] = []
        self.deepest = 0

    # -- reading ---------------------------------------------------------------

    def source(self, start: int, end: int) -> str:
        """Return tokens [start, end) as text: a single space wherever there was any."""
        tokens = self.tokens
        if end - start == 1:
            return tokens[start].text
        pieces: list[str] = []
        last = -1
        for index in range(start, end):
            token = tokens[index]
            if 0 <= last < token.start:
                pieces.append(" ")
            pieces.append(token.text)
            last = token.end
        return "".join(pieces)

    def span(self, start: int, end: int) -> Span:
        """Return the span of tokens [start, end), which must not be empty."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def token_span(self, index: int) -> Span:
        """Return the span of one token."""
        token = self.tokens[index]
        return Span(token.start, token.end)

    # -- brackets --------------------------------------------------------------

    def pair_brackets(self) -> None:
        """Pair (, [ and {; raise ScanError where that cannot be done."""
        stack: list[int] = []
        deepest = 0
        tokens, closing = self.tokens, self.closing
        for index in range(self.count):
            text = tokens[index].text
            if text in CLOSING:
                stack.append(index)
                deepest = max(deepest, len(stack))
            elif text in _OPENING and tokens[index].kind == "punctuator":
                if not stack:
                    self.fail(
                        "unbalanced-bracket",
                        index,
                        f"this {text!r} closes nothing",
                        f"take it out, or open it with {_OPENING[text]!r} before",
                    )
                opening = stack.pop()
                if CLOSING[tokens[opening].text] != text:
                    self._mismatch(opening, index)
                closing[opening] = index
        if stack:
            opening = stack[-1]
            text = tokens[opening].text
            self.fail(
                "unbalanced-bracket",
                opening,
                f"this {text!r} is never closed",
                f"close it with {CLOSING[text]!r}",
            )
        self.deepest = deepest
        if deepest > MAX_NESTING:
            self.fail(
                "too-deep",
                self._level(MAX_NESTING),
                f"brackets nest {deepest} levels deep here; this reader goes to {MAX_NESTING}",
                "name a part of it with a typedef",
            )

    def _mismatch(self, opening: int, index: int) -> NoReturn:
        wanted = CLOSING[self.tokens[opening].text]
        line, column = self.lines.position(self.tokens[opening].start)
        self.fail(
            "unbalanced-bracket",
            index,
            f"{self.tokens[index].text!r} closes the {self.tokens[opening].text!r} "
            f"of line {line}, column {column}",
            f"write {wanted!r} here",
        )

    def _level(self, depth: int) -> int:
        level = 0
        for index in range(self.count):
            if self.tokens[index].text in CLOSING:
                level += 1
                if level > depth:
                    return index
            elif self.tokens[index].text in _OPENING:
                level -= 1
        return 0

    # -- reporting -------------------------------------------------------------

    def diagnostic(
        self, severity: Severity, rule: str, index: int, message: str, advice: str
    ) -> Diagnostic:
        """Return a diagnostic at a token; at the end of the text it points past it."""
        token = self.tokens[min(index, self.count)]
        line, column = self.lines.position(token.start)
        return Diagnostic(
            severity, rule, message, line, column, Span(token.start, token.end), advice
        )

    def fail(self, rule: str, index: int, message: str, advice: str) -> NoReturn:
        """Give up on this declaration, with an error at a token."""
        raise ScanError(self.diagnostic("error", rule, index, message, advice))

    def warn(self, rule: str, index: int, message: str, advice: str) -> None:
        """Note something that should not be written so, and go on."""
        found = self.diagnostic("warning", rule, index, message, advice)
        if found not in self.diagnostics:
            self.diagnostics.append(found)

    def describe(self, index: int) -> str:
        """Return how an error message names a token."""
        token = self.tokens[min(index, self.count)]
        return "the end of the input" if token.kind == "end" else repr(token.text)
