"""A C file as an editor holds it: what is declared where, also within function bodies."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from cexplain import words
from cexplain.depth import deep_stack
from cexplain.diagnostics import Diagnostic
from cexplain.editor.certain import certain
from cexplain.editor.declared import Declared, declares, has_tag, holds, name_of, says, shift_of
from cexplain.editor.directives import without_directives
from cexplain.editor.headers import Included
from cexplain.editor.pairs import Pairs
from cexplain.editor.uses import Use, Uses
from cexplain.engine import explain_source
from cexplain.explanation import Explanation, Reading
from cexplain.render.stops import reach, region
from cexplain.source import Lines, Span
from cexplain.spelling.spell import spell
from cexplain.syntax.tokens import Token, tokenize
from cexplain.tree import (
    CType,
    Declaration,
    Function,
    IdentifierList,
    ParameterTypeList,
)
from cexplain.values import dataclass, replace

_COMMENT = re.compile(r"(?:/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|(?://[^\n]*\n[ \t]*)+)\s?\Z")
_LONGEST_COMMENT = 2000  # characters
_TRIES = 4  # how often a body is read at the most: more is asked for by no C, but by nested braces
_STATEMENT_ENDS = frozenset({"{", "}", ";"})


@dataclass(frozen=True, slots=True)
class Hover:
    """What is to say at a place: the reading or a macro's definition, and where it is about.

    `comment` is what the file says of it right before it.
    """

    reading: Reading | None
    place: Span
    definition: str = ""
    comment: str = ""


class GivenUp(Exception):  # noqa: N818 - no error: nobody waits for the document any more
    """Raised while a file is read that is wanted no more."""


class Document:
    """One version of a file; the standard is None if none was asked for.

    `declared` is everything that is declared in it, `outer` what is at file scope.
    """

    def __init__(
        self,
        text: str,
        std: str | None = None,
        wanted: Callable[[], bool] = lambda: True,
        path: str = "",
        before: "Document | None" = None,
    ) -> None:
        """Read the text of the file at `path`, empty if it is nowhere.

        What stood in bodies in the text `before` is not read again. Raises GivenUp as soon
        as `wanted` says no between two declarations.
        """
        self.text = text
        self.included = Included(text, path, std)
        self.lines = Lines(text)
        self._std = std
        self._wanted = wanted
        self._seen = without_directives(text)
        self._types: set[str] = set()
        self._told: dict[str, Explanation] = {}
        self._outer_types: frozenset[str] = frozenset()
        with deep_stack():
            self._read(before)

    def _read(self, before: "Document | None") -> None:
        explanation = explain_source(self._seen, std=self._std, known_types=self._types)
        same = before is not None and before._outer_types == self._types
        self._before = before._told if before is not None and same else {}
        self._outer_types = frozenset(self._types)
        self._findings = list(explanation.diagnostics)
        tokens, _ = tokenize(self._seen, self.lines, explanation.std)
        self.pairs = Pairs([token for token in tokens if token.kind != "end"])
        self.standard = explanation.std
        self.outer = list(self._declared(explanation, 0, Span(0, len(self.text))))
        self.declared = [*self.outer]
        for outer in self.outer:
            if outer.reading.declaration.kind == "definition":
                self.declared.extend(self._inside(outer))
            else:
                of = outer.reading.declaration
                self.declared.extend(self._parameters(of, outer.place, outer.place))
        every = [(item.reading.declaration, item.scope) for item in self.declared]
        self.uses = Uses(self.text, self.pairs, every, self.included, self._type_of, self.standard)
        self._before = {}

    @property
    def findings(self) -> list[Diagnostic]:
        """What ISO C forbids here, except where the unknown text of a macro may explain it."""
        return certain(self._findings, self.text, self._seen)

    def hover(self, offset: int) -> Hover | None:
        """Return what to say about the place: the name there, or the declaration around it."""
        name = self.pairs.at(offset)
        if name and (best := self.named(name, offset)):
            place = Span(name.start, name.end)
            return Hover(best.reading, place, comment=self.comment(best.place.start))
        around = self._around(offset)
        if name and (found := self._used(name, around)):
            return Hover(found.reading, Span(name.start, name.end), found.definition)
        return Hover(around.reading, around.place) if around else None

    def named(self, name: Token, offset: int) -> Declared | None:
        """Return what declares the name that a token is at an offset; no member of a structure."""
        if self.uses.is_member(self.pairs.first(name.start)):
            return None
        known = [
            item
            for item in self.declared
            if item.reading.declaration.name == name.text and holds(item.scope, offset)
        ]
        # The innermost scope; in it the declaration at the place, else the first.
        known.sort(key=lambda item: item.scope.end - item.scope.start)
        inner = [item for item in known if item.scope == known[0].scope]
        at = (item for item in inner if holds(item.place, offset))
        return next(at, inner[0] if inner else None)

    def _used(self, name: Token, around: Declared | None) -> Use | None:
        """Return what a name means that nothing here declares under it.

        A name that a declaration says itself is no name of a header's: a member may be called
        as a function is.
        """
        at = self.pairs.first(name.start)
        if self.uses.is_member(at):
            return self.uses.member(at)
        if self.is_tag(at):
            tagged = self.tagged(name.text, name.start)
            return Use(tagged.reading) if tagged else self.uses.header(name.text)
        found = self.uses.constant(name.text) or self.uses.macro(name.text)
        if found is not None or name.text in words.KEYWORDS:
            return found
        if around is not None:
            found = self.uses.own_member(around.reading.declaration, name.text)
            if found is not None or self._says_name(around, name):
                return found
        return self.uses.header(name.text)

    def is_tag(self, index: int) -> bool:
        """Whether a token is a tag: a word behind struct, union or enum."""
        return index > 0 and self.pairs.tokens[index - 1].text in ("struct", "union", "enum")

    def tagged(self, tag: str, offset: int) -> Declared | None:
        """Return the declaration that has the body of a tag, in the innermost block around."""
        found = [item for item in self.declared if has_tag(item, tag) and holds(item.scope, offset)]
        least = min((item.scope.end for item in found), default=0)
        found = [item for item in found if item.scope.end == least]
        return next((item for item in found if item.reading.declaration.kind == "tag"), None) or (
            found[0] if found else None
        )

    def _says_name(self, item: Declared, name: Token) -> bool:
        """Whether a declaration names something at a token: itself, a parameter, a member."""
        shift = shift_of(item)
        return any(
            span.start + shift == name.start
            for phrase in item.reading.phrases
            if phrase.kind == "name"
            for span in phrase.spans
        )

    def _type_of(self, index: int) -> CType | None:
        """Return the type of the name at a token, as its innermost scope declares it."""
        token = self.pairs.tokens[index]
        known = [
            item
            for item in self.declared
            if item.reading.declaration.name == token.text and holds(item.scope, token.start)
        ]
        best = min(known, key=lambda item: item.scope.end - item.scope.start, default=None)
        if best is not None:
            return best.reading.declaration.type
        found = self.included.find(token.text)
        return found.reading.declaration.type if found and found.reading else None

    def comment(self, start: int) -> str:
        """Return the comment that ends in the line before an offset, or in its own."""
        before = self.pairs.first(start) - 1
        end = self.pairs.tokens[before].end if before >= 0 else 0  # a string may look like one
        found = _COMMENT.search(self._seen, max(end, start - _LONGEST_COMMENT), start)
        if found is None:
            return ""
        lines = re.split(r"\n", found[0].strip().removeprefix("/*").removesuffix("*/"))
        return " ".join(line.strip().lstrip("/*!").strip() for line in lines).strip()

    # -- what is declared ------------------------------------------------------

    def _explained(self, text: str) -> Explanation:
        """Return what a part of a body says; the same text is read once.

        A typedef in a body is read again each time, and so is all that follows it.
        """
        if len(self._types) > len(self._outer_types) or "typedef" in text:
            return explain_source(text, std=self._std, known_types=self._types)
        if text not in self._told:
            known = self._before.get(text)
            self._told[text] = known or explain_source(text, std=self._std, known_types=self._types)
        return self._told[text]

    def _declared(self, explanation: Explanation, offset: int, scope: Span) -> Iterator[Declared]:
        """Yield the declarations of a part of the file that begins at `offset`."""
        places = [self._place(reading, explanation, offset) for reading in explanation.readings]
        starts = Counter(place.start for place in places)
        for reading, place in zip(explanation.readings, places, strict=True):
            known = Span(max(scope.start, place.start), scope.end)
            if scope.start == 0 and offset == 0:
                known = scope  # a name of the file is explained above its declaration too
            alone = starts[place.start] == 1
            yield Declared(reading, place, known, alone, name_of(reading, offset))

    def _place(self, reading: Reading, explanation: Explanation, offset: int) -> Span:
        """Return the part of the file that a reading is about."""
        if reading.declaration.kind == "cast":
            part = region(reading, explanation.source)
            return Span(part.start + offset, part.end + offset)
        part = reach(reading, explanation.source)
        return self.pairs.grown(Span(part.start + offset, part.end + offset))

    def whole(self, item: Declared) -> Span:
        """Return all of a declaration, with a function's body."""
        body = self._body(item)
        end = self.pairs.tokens[body[1]].end if body else item.place.end
        return Span(item.place.start, end)

    def _body(self, item: Declared) -> tuple[int, int] | None:
        """Return the indexes of the braces around a function's body, which may lack its end."""
        if item.reading.declaration.kind != "definition":
            return None
        tokens, first = self.pairs.tokens, self.pairs.first(item.place.end)
        while first < len(tokens) and tokens[first].text != "{":
            first += 1
        if first >= len(tokens) - 1:
            return None
        return first, self.pairs.closing.get(first, len(tokens) - 1)

    def _inside(self, outer: Declared) -> Iterator[Declared]:
        """Yield what a function definition declares: its parameters, and names in its body."""
        body = self._body(outer)
        if body is not None:
            of = outer.reading.declaration
            parameters = list(self._parameters(of, outer.place, self.whole(outer)))
            yield from parameters
            yield from self._block(*body, _objects(item.reading for item in parameters))

    def _parameters(self, declaration: Declaration, place: Span, scope: Span) -> Iterator[Declared]:
        """Yield the parameters of a definition, each read as a declaration of its own."""
        ctype = declaration.type
        if not isinstance(ctype, Function):
            return
        if not isinstance(ctype.parameters, ParameterTypeList | IdentifierList):
            return
        first, last = self.pairs.first(place.start), self.pairs.first(place.end)
        while first < last and self.pairs.tokens[first].text != "(":
            first += 1
        names = self.pairs.names(first, last)
        for item in ctype.parameters.parameters:
            text = spell(Declaration(item.name, item.type, storage=item.storage), self.standard)
            for reading in self._explained(text).readings if item.name else ():
                yield Declared(reading, place, scope, alone=False, name=names.get(item.name or ""))

    def _block(self, first: int, last: int, objects: set[str]) -> Iterator[Declared]:
        """Yield the declarations among the statements of a body, given by its braces.

        `objects` are the parameters' names.
        """
        tokens, closing = self.pairs.tokens, self.pairs.closing
        scopes: list[tuple[int, set[str]]] = []
        index = first
        allowed = _TRIES * (tokens[last].end - tokens[first].start)
        while index < last and allowed > 0:
            text = tokens[index].text
            if text == "{":
                scopes.append((closing.get(index, last), set()))
            elif text == "}" and scopes:
                self._types -= scopes.pop()[1]  # an inner typedef is none behind its block
            if self._may_declare(index, objects):
                if not self._wanted():
                    raise GivenUp
                end = self._statement_end(index, last)
                part = Span(tokens[index].start, tokens[end].end)
                allowed -= part.end - part.start
                explanation = self._explained(self._seen[part.start : part.end])
                if scopes:
                    scopes[-1][1].update(_typedefs(explanation) - self._outer_types)
                if explanation.readings and declares(explanation):
                    objects |= _objects(explanation.readings)
                    self._findings.extend(self._moved(explanation, part.start))
                    limit = tokens[scopes[-1][0]].end if scopes else part.end
                    yield from self._declared(explanation, part.start, Span(part.start, limit))
                    index = end
            index += 1
        self._types &= self._outer_types

    def _may_declare(self, index: int, objects: set[str]) -> bool:
        """Tell whether a declaration can begin here: behind a statement, with a type."""
        tokens = self.pairs.tokens
        token, before, after = tokens[index], tokens[max(index - 1, 0)].text, tokens[index + 1]
        in_for = before == "(" and index > 1 and tokens[index - 2].text == "for"
        if token.kind != "word" or not (before in _STATEMENT_ENDS or in_for):
            return False
        if token.text in words.SPECIFIERS or token.text in self._types:
            return True
        if token.text in objects and after.text == "*":
            return False
        if token.text in words.KEYWORDS or after.text in words.STATEMENT_KEYWORDS:
            return False
        # `name name` and `name *name =` or `;` declare; `name * name` elsewhere may multiply.
        return after.kind == "word" or after.text == "*"

    def _statement_end(self, index: int, last: int) -> int:
        """Return the index of the semicolon that ends a statement, or of the body's last token."""
        tokens, closing = self.pairs.tokens, self.pairs.closing
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
        around = [item for item in self.declared if holds(item.place, offset)]
        around = [item for item in around if item.alone or says(item, offset)] or around
        return min(around, key=lambda item: item.place.end - item.place.start, default=None)


def _objects(readings: Iterable[Reading]) -> set[str]:
    """Return the names in readings that are no types."""
    told = [reading.declaration for reading in readings]
    return {one.name for one in told if one.name and "typedef" not in one.storage}


def _typedefs(explanation: Explanation) -> set[str]:
    """Return the types that a part of a body names."""
    told = [reading.declaration for reading in explanation.readings]
    return {one.name for one in told if one.name and "typedef" in one.storage}
