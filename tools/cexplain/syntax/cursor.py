"""The tokens with their brackets paired, and the way to report what is wrong."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn, assert_never

from cexplain.clauses import CLAUSES
from cexplain.diagnostics import Diagnostic, Severity
from cexplain.source import Lines, SourceMap, Span, span_of
from cexplain.syntax.brackets import CLOSING, OPENING, BracketProblem, Mended
from cexplain.syntax.findings import Findings
from cexplain.syntax.tokens import Token
from cexplain.syntax.weight import ADVICE, FEW, MOST, message, weight
from cexplain.tree import Declaration

if TYPE_CHECKING:
    from cexplain.syntax.raw import Skeleton

MAX_NESTING = 256
"""How deep brackets may nest; ISO asks for 63 (5.2.5.2)."""

MAX_DERIVATIONS = 512
"""How many pointers, arrays and functions a declarator may have; ISO asks for 12 (5.2.5.2)."""

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
        self.tokens = [*tokens, Token("end", "", end, end), END, END]
        self.closing: dict[int, int] = {}
        self.spans = SourceMap()
        self.findings = Findings()
        self.skeleton: Skeleton = []
        self.deepest = 0
        self._bodies = "{" in text

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
        return span_of(self.tokens[start].start, self.tokens[end - 1].end)

    def token_span(self, index: int) -> Span:
        """Return the span of one token."""
        token = self.tokens[index]
        return span_of(token.start, token.end)

    def expression_end(self, index: int, stops: tuple[str, ...]) -> int:
        """Return the index of the first of `stops` outside of brackets, or of the end."""
        while index < self.count:
            text = self.tokens[index].text
            if text in stops:
                return index
            index = self.closing.get(index, index) + 1
        return self.count

    # -- brackets --------------------------------------------------------------

    def pair_brackets(self) -> Mended | None:
        """Pair (, [ and {; return how far they do where some do not, or nest too deep."""
        stack: list[int] = []
        deepest = 0
        tokens, closing = self.tokens, self.closing
        for index, (kind, text, _, _) in enumerate(tokens):
            if kind != "punctuator":
                continue
            if text in CLOSING:
                stack.append(index)
                deepest = max(deepest, len(stack))
            elif text in OPENING:
                if not stack or CLOSING[tokens[stack[-1]].text] != text:
                    return self._mend()
                closing[stack.pop()] = index
        self.deepest = deepest
        return self._mend() if stack or deepest > MAX_NESTING else None

    def _mend(self) -> Mended:
        """Return the brackets paired as far as they can be."""
        mended = Mended(self.text, self.tokens, self.count, MAX_NESTING)
        mended.pair(self._bracket_problem)
        self.closing = mended.closing
        self.deepest = mended.deepest
        return mended

    def _bracket_problem(self, what: BracketProblem, opening: int, index: int) -> Diagnostic:
        """Return what is wrong with the bracket at `index`, which meets the one at `opening`."""
        text, opened = self.tokens[index].text, self.tokens[opening].text
        rule = "unbalanced-bracket"
        match what:
            case "too-deep":
                rule = what
                message = f"brackets nest deeper than {MAX_NESTING} levels here"
                advice = "name a part of it with a typedef"
            case "stray":
                message = f"this {text!r} closes nothing"
                advice = f"take it out, or open it with {OPENING[text]!r} before"
            case "unclosed":
                message = f"this {text!r} is never closed"
                advice = f"close it with {CLOSING[text]!r}"
            case "mismatch":
                line, column = self.lines.position(self.tokens[opening].start)
                message = f"{text!r} closes the {opened!r} of line {line}, column {column}"
                advice = f"write {CLOSING[opened]!r} here"
            case _:
                assert_never(what)
        return self.diagnostic("error", rule, index, message, advice)

    # -- reporting -------------------------------------------------------------

    def diagnostic(
        self, severity: Severity, rule: str, index: int, message: str, advice: str
    ) -> Diagnostic:
        """Return a diagnostic at a token; at the end of the text it points past it."""
        token = self.tokens[min(index, self.count)]
        line, column = self.lines.position(token.start)
        return Diagnostic(
            severity,
            rule,
            message,
            line,
            column,
            Span(token.start, token.end),
            advice,
            CLAUSES.get(rule),
        )

    def fail(self, rule: str, index: int, message: str, advice: str) -> NoReturn:
        """Give up on this declaration, with an error at a token."""
        raise ScanError(self.diagnostic("error", rule, index, message, advice))

    def warn(self, rule: str, index: int, message: str, advice: str) -> None:
        """Note something that should not be written so, and go on."""
        self.findings.append(self.diagnostic("warning", rule, index, message, advice))

    def check_weight(self, declared: Sequence[Declaration], start: int, end: int) -> None:
        """Fail where the declaration of tokens [start, end) says too much to be read out."""
        if not self._bodies or end - start < FEW:
            return
        total = weight(declared)
        if total > MOST + 8 * (end - start):
            self.fail("too-large", start, message(total), ADVICE)

    def check_shared(self, specifiers: int, declarators: int, start: int) -> None:
        """Fail where so many declarators share specifiers of so many tokens."""
        if specifiers * declarators > MOST and declarators > 1:
            self.fail("too-large", start, message(specifiers * declarators), ADVICE)

    def too_deep(self, index: int) -> Diagnostic:
        """Return that the declaration at a token nests deeper than can be read."""
        message = "brackets nest deeper here than this can read"
        advice = "name a part of it with a typedef"
        return self.diagnostic("error", "too-deep", index, message, advice)

    def describe(self, index: int) -> str:
        """Return how an error message names a token."""
        token = self.tokens[min(index, self.count)]
        return "the end of the input" if token.kind == "end" else repr(token.text)
