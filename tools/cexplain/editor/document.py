"""A C file as an editor holds it: what is declared where, also within function bodies."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from cexplain import words
from cexplain.depth import deep_stack
from cexplain.diagnostics import Diagnostic
from cexplain.editor.certain import certain
from cexplain.editor.declared import Declared, has_tag, holds, name_of, says, shift_of
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
from cexplain.values import dataclass

_COMMENT = re.compile(r"(?:/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|(?://[^\n]*\n[ \t]*)+)\s?\Z")
_LONGEST_COMMENT = 2000  # characters


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
    ) -> None:
        """Read the text of the file at `path`, empty if it is nowhere.

        Raises GivenUp as soon as `wanted` says no between two declarations.
        """
        self.text = text
        self.included = Included(text, path, std)
        self.lines = Lines(text)
        self._std = std
        self._wanted = wanted
        self._seen = without_directives(text)
        self._told: dict[str, Explanation] = {}
        with deep_stack():
            self._read()

    def _read(self) -> None:
        known: set[str] = set()
        explanation = explain_source(
            self._seen, std=self._std, known_types=known, bodies=True, between=self._go_on
        )
        self._types = frozenset(known)
        self._findings = list(explanation.diagnostics)
        tokens, _ = tokenize(self._seen, self.lines, explanation.std)
        self.pairs = Pairs([token for token in tokens if token.kind != "end"])
        self.standard = explanation.std
        self.outer = list(self._declared(explanation.readings, Span(0, len(self.text))))
        self.declared = [*self.outer]
        for outer in self.outer:
            whole = self.whole(outer)
            self.declared.extend(self._parameters(outer, whole))
            for each in outer.reading.inner:
                self.declared.extend(self._declared([each.reading], each.scope))
        every = [(item.reading.declaration, item.scope) for item in self.declared]
        self.uses = Uses(self.text, self.pairs, every, self.included, self._type_of, self.standard)

    def _go_on(self) -> None:
        if not self._wanted():
            raise GivenUp

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
        """Return what a parameter says as a declaration of its own; the same text is read once."""
        if text not in self._told:
            self._told[text] = explain_source(text, std=self._std, known_types=set(self._types))
        return self._told[text]

    def _declared(self, readings: Sequence[Reading], scope: Span) -> Iterator[Declared]:
        """Yield the declarations of the file that are known in a part of it."""
        places = [self._place(reading) for reading in readings]
        starts = Counter(place.start for place in places)
        for reading, place in zip(readings, places, strict=True):
            yield Declared(reading, place, scope, starts[place.start] == 1, name_of(reading, 0))

    def _place(self, reading: Reading) -> Span:
        """Return the part of the file that a reading is about."""
        if reading.declaration.kind == "cast":
            return region(reading, self._seen)
        return self.pairs.grown(reach(reading, self._seen))

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

    def _parameters(self, outer: Declared, scope: Span) -> Iterator[Declared]:
        """Yield the parameters of a function, each read as a declaration of its own."""
        ctype, place = outer.reading.declaration.type, outer.place
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

    # -- places ----------------------------------------------------------------

    def _around(self, offset: int) -> Declared | None:
        """Return the smallest declaration around an offset; of several, the one that is said."""
        around = [item for item in self.declared if holds(item.place, offset)]
        around = [item for item in around if item.alone or says(item, offset)] or around
        return min(around, key=lambda item: item.place.end - item.place.start, default=None)
