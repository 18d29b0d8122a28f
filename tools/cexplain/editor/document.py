"""A C file as an editor holds it: what is declared where, also within function bodies."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator

from cexplain import words
from cexplain.depth import deep_stack
from cexplain.diagnostics import Diagnostic
from cexplain.editor.directives import without_directives
from cexplain.editor.headers import includes, used
from cexplain.editor.pairs import Pairs
from cexplain.editor.taming import tame
from cexplain.editor.uses import Use, Uses
from cexplain.engine import explain_source
from cexplain.explanation import Explanation, Reading
from cexplain.render.stops import reach, region
from cexplain.source import Lines, Span
from cexplain.spelling.spell import spell
from cexplain.syntax.tokens import Token, tokenize
from cexplain.tree import CType, Declaration, Function, IdentifierList, ParameterTypeList
from cexplain.values import dataclass, replace

_IDENTIFIER = re.compile(r"[^\W\d]\w*")
_DEFINED = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", re.MULTILINE)
_CALLED = re.compile(r"\b([A-Z_][A-Z0-9_]{2,}|__\w+)\s*\(")
_SAFE_CALLS = words.ATTRIBUTE | words.ASM | words.ALIGNAS | {*words.TYPEOF, "__declspec"}
_INDENT = re.compile(r"[\f\v]*([ \t]*)")
_COMMENT = re.compile(r"(?:/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|(?://[^\n]*\n[ \t]*)+)\s?\Z")
_LONGEST_COMMENT = 2000  # characters
_TRIES = 4  # how often a body is read at the most: more is asked for by no C, but by nested braces
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
    """What is to say at a place: the reading or a macro's definition, and where it is about.

    `comment` is what the file says of it right before it.
    """

    reading: Reading | None
    place: Span
    definition: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """An edit that replaces `place` by `text`."""

    title: str
    place: Span
    text: str


class GivenUp(Exception):  # noqa: N818 - no error: nobody waits for the document any more
    """Raised while a file is read that is wanted no more."""


class Document:
    """One version of a file; the standard is None if none was asked for."""

    def __init__(
        self, text: str, std: str | None = None, wanted: Callable[[], bool] = lambda: True
    ) -> None:
        """Read the text; raises GivenUp as soon as `wanted` says no between two declarations."""
        self.text = text
        self.lines = Lines(text)
        self._std = std
        self._wanted = wanted
        self._seen = without_directives(text)
        self._types: set[str] = set()
        with deep_stack():
            self._read()

    def _read(self) -> None:
        explanation = self._explained(self._seen)
        self._findings = list(explanation.diagnostics)
        tokens, _ = tokenize(self._seen, self.lines, explanation.std)
        self._pairs = Pairs([token for token in tokens if token.kind != "end"])
        self._standard = explanation.std
        self.declared = list(self._declared(explanation, 0, Span(0, len(self.text))))
        for outer in [*self.declared]:
            if outer.reading.declaration.kind == "definition":
                self.declared.extend(self._inside(outer))
            else:
                of = outer.reading.declaration
                self.declared.extend(self._parameters(of, outer.place, outer.place))
        every = [item.reading.declaration for item in self.declared]
        self._uses = Uses(self.text, self._pairs, every, self._standard)

    @property
    def findings(self) -> list[Diagnostic]:
        """What ISO C forbids here, except where the unknown text of a macro may explain it."""
        ends = {
            sign: [found.start() for found in re.finditer(f"[{sign}]", self._seen)]
            for sign in (";}", ";{")
        }
        unknown = self._unknown()

        def may_be_expanded(span: Span) -> bool:
            """Tell whether a word of the declaration around a place may be of any meaning."""
            before = bisect_left(ends[";}"], span.start) - 1
            behind = bisect_left(ends[";{"], span.end)
            start = ends[";}"][before] if before >= 0 else 0
            end = ends[";{"][behind] if behind < len(ends[";{"]) else len(self._seen)
            word = bisect_left(unknown, start)
            return word < len(unknown) and unknown[word] < end

        return [
            found
            for found in self._findings
            if found.clause is not None
            and found.rule != "implicit-int"
            and not may_be_expanded(found.span)
        ]

    def _unknown(self) -> list[int]:
        """Return where the names of macros stand, and what may be the call of one."""
        macros = {*_DEFINED.findall(self.text)}
        named = {found.start() for found in _IDENTIFIER.finditer(self._seen) if found[0] in macros}
        called = {
            found.start() for found in _CALLED.finditer(self._seen) if found[1] not in _SAFE_CALLS
        }
        return sorted(named | called)

    def hover(self, offset: int) -> Hover | None:
        """Return what to say about the place: the name there, or the declaration around it."""
        name = self._pairs.at(offset)
        if name and not self._uses.is_member(self._pairs.first(name.start)):
            known = [
                item
                for item in self.declared
                if item.reading.declaration.name == name.text and _holds(item.scope, offset)
            ]
            if known:
                # The innermost scope; in it the declaration at the place, else the first.
                known.sort(key=lambda item: item.scope.end - item.scope.start)
                inner = [item for item in known if item.scope == known[0].scope]
                best = next((item for item in inner if _holds(item.place, offset)), inner[0])
                place = Span(name.start, name.end)
                return Hover(best.reading, place, comment=self._comment(best.place.start))
        around = self._around(offset)
        if name and (found := self._used(name, around)):
            return Hover(found.reading, Span(name.start, name.end), found.definition)
        return Hover(around.reading, around.place) if around else None

    def _used(self, name: Token, around: Declared | None) -> Use | None:
        """Return what a name means that nothing here declares under it.

        In a declaration it is no name of a header's: a member may be called as a function is.
        """
        at = self._pairs.first(name.start)
        if self._uses.is_member(at):
            return self._uses.member(at, self._type_of)
        found = self._uses.constant(name.text) or self._uses.macro(name.text)
        if found is not None or name.text in words.KEYWORDS:
            return found
        if around is not None:
            return self._uses.own_member(around.reading.declaration, name.text)
        listed = includes(self.text)
        return used(listed, name.text, self._std) if listed else None

    def _type_of(self, index: int) -> CType | None:
        """Return the type of the name at a token, as its innermost scope declares it."""
        token = self._pairs.tokens[index]
        known = [
            item
            for item in self.declared
            if item.reading.declaration.name == token.text and _holds(item.scope, token.start)
        ]
        best = min(known, key=lambda item: item.scope.end - item.scope.start, default=None)
        if best is not None:
            return best.reading.declaration.type
        found = used(includes(self.text), token.text, self._std)
        return found.reading.declaration.type if found and found.reading else None

    def _comment(self, start: int) -> str:
        """Return the comment that ends in the line before an offset, or in its own."""
        found = _COMMENT.search(self.text, max(0, start - _LONGEST_COMMENT), start)
        if found is None:
            return ""
        lines = re.split(r"\n", found[0].strip().removeprefix("/*").removesuffix("*/"))
        return " ".join(line.strip().lstrip("/*!").strip() for line in lines).strip()

    def rewrites(self, start: int, end: int) -> list[Rewrite]:
        """Return the edits that put a typedef into the declarations between two offsets."""
        taken = {*_IDENTIFIER.findall(self.text)}
        with deep_stack():
            return [
                rewrite
                for item in self.declared
                if item.alone and item.place.start <= end and item.place.end >= start
                for rewrite in self._rewrites(item, taken)
            ]

    def _rewrites(self, item: Declared, taken: set[str]) -> Iterator[Rewrite]:
        """Yield the edit for a declaration, if one helps and loses nothing that stands there."""
        declaration = replace(item.reading.declaration, initializer=None)
        tamed = tame(declaration, taken)
        if tamed is None or not self._says_all(item.place):
            return
        line, _ = self.lines.position(item.place.start)
        indent = _INDENT.match(self.lines.line(line))
        assert indent is not None, "it matches no blank too"
        text = f"\n{indent[1]}".join(tamed.lines(self._standard))
        yield Rewrite(f"Rewrite {declaration.name} with a typedef", item.place, text)

    def _says_all(self, place: Span) -> bool:
        """Tell whether nothing but tokens and blanks is there: no comment and no directive."""
        first, last = self._pairs.first(place.start), self._pairs.first(place.end)
        tokens = self._pairs.tokens[first:last]
        said = "".join(self.text[token.start : token.end] for token in tokens)
        return "".join(self.text[place.start : place.end].split()) == "".join(said.split())

    # -- what is declared ------------------------------------------------------

    def _explained(self, text: str) -> Explanation:
        return explain_source(text, std=self._std, known_types=self._types)

    def _declared(self, explanation: Explanation, offset: int, scope: Span) -> Iterator[Declared]:
        """Yield the declarations of a part of the file that begins at `offset`."""
        places = [self._place(reading, explanation, offset) for reading in explanation.readings]
        starts = Counter(place.start for place in places)
        for reading, place in zip(explanation.readings, places, strict=True):
            known = Span(max(scope.start, place.start), scope.end)
            if scope.start == 0 and offset == 0:
                known = scope  # a name of the file is explained above its declaration too
            yield Declared(reading, place, known, starts[place.start] == 1)

    def _place(self, reading: Reading, explanation: Explanation, offset: int) -> Span:
        """Return the part of the file that a reading is about."""
        if reading.declaration.kind == "cast":
            part = region(reading, explanation.source)
            return Span(part.start + offset, part.end + offset)
        part = reach(reading, explanation.source)
        return self._pairs.grown(Span(part.start + offset, part.end + offset))

    def _inside(self, outer: Declared) -> Iterator[Declared]:
        """Yield what a function definition declares: its parameters, and names in its body."""
        tokens, first = self._pairs.tokens, self._pairs.first(outer.place.end)
        while first < len(tokens) and tokens[first].text != "{":
            first += 1
        last = self._pairs.closing.get(first)
        if last is not None:
            whole = Span(outer.place.start, tokens[last].end)
            yield from self._parameters(outer.reading.declaration, outer.place, whole)
            yield from self._block(first, last)

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

    def _block(self, first: int, last: int) -> Iterator[Declared]:
        """Yield the declarations among the statements of a body, given by its braces."""
        tokens, closing = self._pairs.tokens, self._pairs.closing
        scopes: list[int] = []
        index = first
        allowed = _TRIES * (tokens[last].end - tokens[first].start)
        while index < last and allowed > 0:
            text = tokens[index].text
            if text == "{":
                scopes.append(closing.get(index, last))
            elif text == "}" and scopes:
                scopes.pop()
            if self._may_declare(index):
                if not self._wanted():
                    raise GivenUp
                end = self._statement_end(index, last)
                part = Span(tokens[index].start, tokens[end].end)
                allowed -= part.end - part.start
                explanation = self._explained(self._seen[part.start : part.end])
                if explanation.readings and _declares(explanation):
                    self._findings.extend(self._moved(explanation, part.start))
                    limit = tokens[scopes[-1]].end if scopes else part.end
                    yield from self._declared(explanation, part.start, Span(part.start, limit))
                    index = end
            index += 1

    def _may_declare(self, index: int) -> bool:
        """Tell whether a declaration can begin here: behind a statement, with a type."""
        tokens = self._pairs.tokens
        token, before, after = tokens[index], tokens[max(index - 1, 0)].text, tokens[index + 1]
        in_for = before == "(" and index > 1 and tokens[index - 2].text == "for"
        if token.kind != "word" or not (before in _STATEMENT_ENDS or in_for):
            return False
        if token.text in words.SPECIFIERS or token.text in self._types:
            return True
        if token.text in words.KEYWORDS or after.text in words.STATEMENT_KEYWORDS:
            return False
        # `name name` and `name *name =` or `;` declare; `name * name` elsewhere may multiply.
        return after.kind == "word" or after.text == "*"

    def _statement_end(self, index: int, last: int) -> int:
        """Return the index of the semicolon that ends a statement, or of the body's last token."""
        tokens, closing = self._pairs.tokens, self._pairs.closing
        while index < last and tokens[index].text != ";":
            index = closing.get(index, index) + 1
        return min(index, last)

    def _moved(self, explanation: Explanation, offset: int) -> Iterator[Diagnostic]:
        """Yield the findings about a part of the file at their places in all of it."""
        for found in explanation.diagnostics:
            span = Span(found.span.start + offset, found.span.end + offset)
            line, column = self.lines.position(span.start)
            yield replace(found, line=line, column=column, span=span)

    # -- places ----------------------------------------------------------------

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
