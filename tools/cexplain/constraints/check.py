"""Constraints: what ISO C forbids in declarations that can be read all the same.

A finding says which rule is broken and where; `cexplain.clauses` has each rule's
place in the standard, `cexplain.rules.catalogue` its explanation.
"""

from collections.abc import Container, Iterable, Iterator, Sequence

from cexplain.clauses import CLAUSES, EXTENSIONS, FILE_SCOPE, WARNINGS
from cexplain.constraints.numbers import wrong
from cexplain.constraints.objects import check_declaration
from cexplain.constraints.scope import Finding, Scope
from cexplain.constraints.specifiers import check_edition, check_written
from cexplain.diagnostics import Diagnostic, Severity
from cexplain.source import Span
from cexplain.syntax.raw import RawDeclaration
from cexplain.syntax.scan import Scanner
from cexplain.tree import Declaration

_NEWEST, _ASSERTIONS, _LINE_COMMENTS = 2023, 2011, 1999


class Constraints:
    """Checks the declarations of one text, in their order: later ones use earlier names.

    `pedantic` makes errors of what compilers take as an extension; without, these
    are warnings, and under a gnu standard nothing is said of them. `cxx` is the
    standard of C++ under which the text is read, if it is.
    """

    def __init__(self, scanner: Scanner, *, pedantic: bool, cxx: str | None = None) -> None:
        self._scanner = scanner
        self._scope = Scope(scanner.text, scanner.std, scanner.spans, cxx=cxx is not None)
        self._pedantic = pedantic
        self._pending: list[Finding] = []
        self._at_file_scope = False
        self._old = self._scope.edition < _NEWEST and not self._scope.gnu

    @property
    def names(self) -> Container[str]:
        """The objects and constants that the text has declared so far."""
        return self._scope.names

    def check(self, raw: RawDeclaration, declared: Sequence[Declaration]) -> Iterable[Diagnostic]:
        """Return what one declaration, with all its declarators, breaks."""
        scope, scanner = self._scope, self._scanner
        if raw.kind == "definition":
            self._at_file_scope = True
        scope.whole = scanner.token_span(raw.specifiers.start)
        if self._old:
            check_edition(scope, scanner, raw)
        check_written(
            scope, scanner, raw, "type" if raw.kind in ("type", "cast") else "declaration"
        )
        for declaration in declared:
            check_declaration(scope, declaration)
            scope.declare(declaration)
        if not scope.findings:
            return ()
        return self._kept(silent=scope.gnu or raw.specifiers.extension)

    def finish(self) -> Iterator[Diagnostic]:
        """Yield what is wrong at file scope, if the text showed that it stands there."""
        if self._old and self._scope.edition < _LINE_COMMENTS:
            self._check_comments()
            yield from self._kept(silent=False)
        if self._old and self._scanner.assertions:
            self._check_assertions()
            yield from self._kept(silent=False)
        if self._scanner.stray:
            self._check_semicolons()
            yield from self._kept(silent=self._scope.gnu)
        if self._at_file_scope:
            yield from map(self._diagnostic, self._pending)
        if not self._scope.cxx:
            self._check_numbers()

    def _check_comments(self) -> None:
        """Report comments that begin with // in a standard that has none."""
        text, end = self._scanner.text, 0
        starts = [token.start for token in self._scanner.tokens[: self._scanner.count]]
        ends = [token.end for token in self._scanner.tokens[: self._scanner.count]]
        for start, following in zip([*starts, len(text)], [*ends, len(text)], strict=True):
            at = text.find("//", end, start)
            # Within /* */ two slashes are no comment.
            if at >= 0 and "/*" not in text[end:at]:
                self._scope.report(
                    "later-standard",
                    Span(at, at + 2),
                    "comments that begin with // came with C99",
                    "write /* */, or choose a later --std",
                )
            end = following

    def _check_assertions(self) -> None:
        """Report static assertions in a standard that has none, or asks for a message."""
        tokens, closing = self._scanner.tokens, self._scanner.closing
        for index in self._scanner.assertions:
            end = closing[index + 1]
            at = index + 2
            while at < end and tokens[at].text != ",":
                at = closing.get(at, at) + 1
            if self._scope.edition < _ASSERTIONS:
                message = "static assertions came with C11"
            elif at >= end:
                message = "a static assertion without a message came with C23"
            else:
                continue
            place = self._scanner.token_span(index)
            self._scope.report("later-standard", place, message, "choose a later --std")

    def _check_numbers(self) -> None:
        for token, message, advice in wrong(self._scanner.tokens[: self._scanner.count]):
            place = Span(token.start, token.end)
            found = self._diagnostic(Finding("constant-digits", place, message, advice))
            self._scanner.findings.unread([found])

    def _check_semicolons(self) -> None:
        for index, inside in self._scanner.stray:
            self._scope.report(
                "extra-semicolon" if inside else "stray-semicolon",
                self._scanner.token_span(index),
                "this ';' ends nothing",
                "take it out",
            )

    def _kept(self, *, silent: bool) -> Iterator[Diagnostic]:
        findings = list(dict.fromkeys(self._scope.findings))
        self._scope.findings.clear()
        for finding in findings:
            if finding.rule in EXTENSIONS and silent:
                continue
            if finding.rule in FILE_SCOPE:
                self._pending.append(finding)
            else:
                yield self._diagnostic(finding)

    def _diagnostic(self, finding: Finding) -> Diagnostic:
        rule, span, message, advice = finding
        severity: Severity = "error"
        if rule in WARNINGS or (rule in EXTENSIONS and not self._pedantic):
            severity = "warning"
        line, column = self._scanner.lines.position(span.start)
        span = Span(span.start, span.end)
        return Diagnostic(severity, rule, message, line, column, span, advice, CLAUSES.get(rule))
