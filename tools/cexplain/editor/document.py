"""A C file as an editor holds it: what is declared where, also within function bodies."""

import re
from collections.abc import Iterator

from cexplain import words
from cexplain.diagnostics import Diagnostic
from cexplain.editor.directives import without_directives
from cexplain.editor.taming import tame
from cexplain.engine import explain
from cexplain.explanation import Explanation, Reading
from cexplain.render.stops import extent, region
from cexplain.source import Lines, Span
from cexplain.spelling.spell import spell
from cexplain.syntax.tokens import Token, tokenize
from cexplain.tree import Declaration, Function, IdentifierList, ParameterTypeList
from cexplain.values import dataclass, replace

_IDENTIFIER = re.compile(r"[^\W\d]\w*")
_DEFINED = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", re.MULTILINE)
_CALLED = re.compile(r"\b(?:[A-Z_][A-Z0-9_]{2,}|__\w+)\s*\(")
_SAFE_CALLS = words.ATTRIBUTE | words.ASM | words.ALIGNAS | {*words.TYPEOF, "__declspec"}
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_STATEMENT_ENDS = frozenset({"{", "}", ";"})


@dataclass(frozen=True, slots=True)
class Declared:
    """A declaration in the file: its reading, its place, and where its name is known."""

    reading: Reading
    place: Span
    scope: Span
    alone: bool
    """Whether no other declarator shares the specifiers."""


@dataclass(frozen=True, slots=True)
class Hover:
    """What is to say at a place: the reading, and the source that it is about."""

    reading: Reading
    place: Span


@dataclass(frozen=True, slots=True)
class Rewrite:
    """An edit that replaces `place` by `text`."""

    title: str
    place: Span
    text: str


class Document:
    """One version of a file; the standard is None if none was asked for."""

    def __init__(self, text: str, std: str | None = None) -> None:
        self.text = text
        self.lines = Lines(text)
        self._std = std
        self._seen = without_directives(text)
        self._types: set[str] = set()
        self._macros = {*_DEFINED.findall(text)}
        explanation = self._explained(self._seen)
        self._findings = list(explanation.diagnostics)
        self.declared = list(self._declared(explanation, 0, Span(0, len(text))))
        tokens, _ = tokenize(self._seen, self.lines, explanation.std)
        self._tokens = [token for token in tokens if token.kind != "end"]
        self._standard = explanation.std
        for outer in [*self.declared]:
            if outer.reading.declaration.kind == "definition":
                self.declared.extend(self._inside(outer))

    @property
    def findings(self) -> list[Diagnostic]:
        """What ISO C forbids here, except where the unknown text of a macro may explain it."""
        return [
            found
            for found in self._findings
            if found.clause is not None
            and found.rule != "implicit-int"
            and not self._may_be_expanded(found.span)
        ]

    def _may_be_expanded(self, span: Span) -> bool:
        """Tell whether a word of the declaration around a place may be a macro of any meaning."""
        start = max(self._seen.rfind(sign, 0, span.start) for sign in ";}") + 1
        ends = [self._seen.find(sign, span.end) for sign in ";{"]
        text = self._seen[start : min((end for end in ends if end >= 0), default=len(self._seen))]
        called = {match[0].rstrip("( \t\n") for match in _CALLED.finditer(text)}
        return bool(called - _SAFE_CALLS) or not self._macros.isdisjoint(_IDENTIFIER.findall(text))

    def hover(self, offset: int) -> Hover | None:
        """Return what to say about the place: the name there, or the declaration around it."""
        name = self._name_at(offset)
        if name:
            known = [
                item
                for item in self.declared
                if item.reading.declaration.name == name[0] and _holds(item.scope, offset)
            ]
            if known:
                # The innermost scope; in it the declaration at the place, else the first.
                known.sort(key=lambda item: item.scope.end - item.scope.start)
                inner = [item for item in known if item.scope == known[0].scope]
                best = next((item for item in inner if _holds(item.place, offset)), inner[0])
                return Hover(best.reading, name[1])
        around = self._around(offset)
        return Hover(around.reading, around.place) if around else None

    def rewrites(self, start: int, end: int) -> list[Rewrite]:
        """Return the edits that put a typedef into the declarations between two offsets."""
        taken = {*_IDENTIFIER.findall(self.text)}
        found: list[Rewrite] = []
        for item in self.declared:
            if not item.alone or item.place.start > end or item.place.end < start:
                continue
            declaration = replace(item.reading.declaration, initializer=None)
            tamed = tame(declaration, taken)
            if tamed is not None:
                line = self.lines.position(item.place.start)[0]
                written = self.lines.line(line)
                indent = written[: len(written) - len(written.lstrip())]
                text = f"\n{indent}".join(tamed.lines(self._standard))
                found.append(
                    Rewrite(f"Rewrite {declaration.name} with a typedef", item.place, text)
                )
        return found

    # -- what is declared ------------------------------------------------------

    def _explained(self, text: str) -> Explanation:
        return explain(text, std=self._std, known_types=self._types)

    def _declared(self, explanation: Explanation, offset: int, scope: Span) -> Iterator[Declared]:
        """Yield the declarations of a part of the file that begins at `offset`."""
        places = [region(reading, explanation.source) for reading in explanation.readings]
        starts = [place.start for place in places]
        for reading, place in zip(explanation.readings, places, strict=True):
            known = Span(max(scope.start, place.start + offset), scope.end)
            if scope.start == 0 and offset == 0:
                known = scope  # a name of the file is explained above its declaration too
            moved = Span(place.start + offset, place.end + offset)
            yield Declared(reading, moved, known, starts.count(place.start) == 1)

    def _inside(self, outer: Declared) -> Iterator[Declared]:
        """Yield what a function definition declares: its parameters, and names in its body."""
        whole = extent(outer.reading, self._seen)
        body = self._seen.find("{", outer.place.end, whole.end)
        if body < 0:
            return
        yield from self._parameters(outer.reading.declaration, outer.place, whole)
        first = next(k for k, token in enumerate(self._tokens) if token.start >= body)
        last = next((k for k, t in enumerate(self._tokens) if t.start >= whole.end), None)
        yield from self._block(self._tokens[first:last])

    def _parameters(self, declaration: Declaration, place: Span, scope: Span) -> Iterator[Declared]:
        """Yield the parameters of a definition, each read as a declaration of its own."""
        ctype = declaration.type
        if not isinstance(ctype, Function):
            return
        if not isinstance(ctype.parameters, ParameterTypeList | IdentifierList):
            return
        for item in ctype.parameters.parameters:
            text = spell(Declaration(item.name, item.type, storage=item.storage), self._standard)
            for reading in self._explained(text).readings if item.name else ():
                yield Declared(reading, place, scope, alone=False)

    def _block(self, tokens: list[Token]) -> Iterator[Declared]:
        """Yield the declarations among the statements of a body, which begins with its brace."""
        closing = _closing(tokens)
        scopes: list[int] = []
        index = 0
        while index < len(tokens):
            text = tokens[index].text
            if text == "{":
                scopes.append(closing.get(index, len(tokens) - 1))
            elif text == "}" and scopes:
                scopes.pop()
            if self._may_declare(tokens, index):
                end = _statement_end(tokens, index, closing)
                part = Span(tokens[index].start, tokens[end].end)
                explanation = self._explained(self._seen[part.start : part.end])
                if explanation.readings and _declares(explanation):
                    self._findings.extend(self._moved(explanation, part.start))
                    limit = tokens[scopes[-1]].end if scopes else part.end
                    yield from self._declared(explanation, part.start, Span(part.start, limit))
                    index = end
            index += 1

    def _may_declare(self, tokens: list[Token], index: int) -> bool:
        """Tell whether a declaration can begin here: behind a statement, with a type."""
        token = tokens[index]
        before = tokens[index - 1].text if index else ""
        in_for = before == "(" and index > 1 and tokens[index - 2].text == "for"
        if token.kind != "word" or not (before in _STATEMENT_ENDS or in_for):
            return False
        if token.text in words.SPECIFIERS or token.text in self._types:
            return True
        after = tokens[index + 1] if index + 1 < len(tokens) else token
        if token.text in words.KEYWORDS or after.text in words.STATEMENT_KEYWORDS:
            return False
        # `name name` and `name *name =` or `;` declare; `name * name` elsewhere may multiply.
        return after.kind == "word" or after.text == "*"

    def _moved(self, explanation: Explanation, offset: int) -> Iterator[Diagnostic]:
        """Yield the findings about a part of the file at their places in all of it."""
        for found in explanation.diagnostics:
            span = Span(found.span.start + offset, found.span.end + offset)
            line, column = self.lines.position(span.start)
            yield replace(found, line=line, column=column, span=span)

    # -- places ----------------------------------------------------------------

    def _name_at(self, offset: int) -> tuple[str, Span] | None:
        """Return the identifier at an offset, or that ends there, with its place."""
        for token in self._tokens:
            if token.start <= offset <= token.end and token.kind == "word":
                return token.text, Span(token.start, token.end)
            if token.start > offset:
                break
        return None

    def _around(self, offset: int) -> Declared | None:
        """Return the smallest declaration around an offset; of several, the one that is said."""
        around = [item for item in self.declared if _holds(item.place, offset)]
        around = [item for item in around if item.alone or _says(item, offset)] or around
        return min(around, key=lambda item: item.place.end - item.place.start, default=None)


def _declares(explanation: Explanation) -> bool:
    """Tell whether a statement was a declaration, not an expression that looks like one."""
    syntax = [d for d in explanation.diagnostics if d.clause is None and d.severity == "error"]
    named = all(
        reading.declaration.name or reading.declaration.kind == "tag"
        for reading in explanation.readings
    )
    return named and not syntax


def _says(item: Declared, offset: int) -> bool:
    """Tell whether a phrase of the reading stands at the offset."""
    shift = item.place.start - min(
        (s.start for phrase in item.reading.phrases for s in phrase.spans), default=0
    )
    return any(
        span.start + shift <= offset <= span.end + shift
        for phrase in item.reading.phrases
        for span in phrase.spans
    )


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end


def _closing(tokens: list[Token]) -> dict[int, int]:
    """Return for each opening bracket the index of the one that closes it."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.text in _PAIRS:
            opened.append(index)
        elif opened and token.text == _PAIRS[tokens[opened[-1]].text]:
            closing[opened.pop()] = index
    return closing


def _statement_end(tokens: list[Token], index: int, closing: dict[int, int]) -> int:
    """Return the index of the semicolon that ends the statement, or of the last token."""
    while index < len(tokens) - 1 and tokens[index].text != ";":
        index = closing.get(index, index)
        if tokens[index].text == ";" or index >= len(tokens) - 1:
            break
        index += 1
    return index
