"""Classes and enumerations of C++ ([class], [dcl.enum]) with their bodies."""

from abc import abstractmethod

from cexplain import words
from cexplain.source import Spans
from cexplain.syntax import cxx_words
from cexplain.syntax.assertions import misplaced
from cexplain.syntax.cxx_declarators import DeclaratorScanner
from cexplain.syntax.cxx_raw import Found, Place
from cexplain.syntax.operands import check
from cexplain.tree import (
    Attribute,
    BaseClass,
    Class,
    ClassMember,
    CType,
    Enum,
    Enumerator,
    Expression,
)

_CALLED = words.STATIC_ASSERT | words.ASM


class ClassScanner(DeclaratorScanner):
    """Scans the types that have tags, and what stands between declarations."""

    stray: list[tuple[int, bool]]

    @abstractmethod
    def declaration(self, index: int, place: Place) -> Found:
        """Scan the declaration that begins at `index`."""

    def skip_empty(self, index: int, *, inside: bool = False) -> int:
        """Return the index of the next token that begins something to be read."""
        while index < self.count:
            text = self.tokens[index].text
            if text == ";":
                self.stray.append((index, inside))
                index += 1
            elif text in _CALLED and self.tokens[index + 1].text == "(":
                found = misplaced(self, index)
                if found is not None:
                    self.findings.append(found)
                index = self.closing[index + 1] + 1
            elif inside and text in cxx_words.ACCESS and self.tokens[index + 1].text == ":":
                index += 2
            else:
                break
        return index

    def tagged(self, index: int) -> tuple[CType, Spans, int]:
        """Scan a class or enum specifier; return it, its places and the index behind it."""
        start, keyword = index, self.tokens[index].text
        index += 1
        scoped = None
        if keyword == "enum" and self.tokens[index].text in ("class", "struct"):
            scoped = self.tokens[index].text
            index += 1
        attributes: list[Attribute] = []
        index = self.tag_attributes(index, attributes)
        tag = None
        if self.begins_name(index):
            name = self.qualified(index)
            tag, index = self.source(index, name.end), name.end
        elif self.tokens[index].text not in ("{", ":"):
            self.fail(
                "expected-tag", index, f"expected a name or '{{', found {self.describe(index)}",
                f"write {keyword} NAME, or {keyword} {{ … }}",
            )  # fmt: skip
        if keyword == "enum":
            return self._enum(start, index, tag, scoped, tuple(attributes))
        return self._class(start, index, tag, tuple(attributes))

    # -- classes ---------------------------------------------------------------

    def _class(
        self, start: int, index: int, tag: str | None, attributes: tuple[Attribute, ...]
    ) -> tuple[CType, Spans, int]:
        keyword = self.tokens[start].text
        assert keyword in ("class", "struct", "union")
        final = self.tokens[index].text == "final" and self.tokens[index + 1].text in ("{", ":")
        index += final
        head_end = index
        bases: list[BaseClass] = []
        if self.tokens[index].text == ":" and self._has_body(index):
            index = self._bases(index + 1, bases)
        members: list[ClassMember] | None = None
        spans: Spans = (self.span(start, head_end),)
        if self.tokens[index].text == "{":
            end = self.closing[index]
            self.owners.append(None if tag is None else tag.rsplit("::", 1)[-1].split("<", 1)[0])
            try:
                members = self._members(index + 1, end)
            finally:
                self.owners.pop()
            spans = (*spans, self.token_span(index), self.token_span(end))
            index = self.tag_attributes(end + 1, list(attributes))
            if tag is not None:
                self.known_types.add(tag)
        elif tag is None:
            self.fail(
                "expected-tag", start, f"{keyword!r} needs a name or a body in braces",
                f"write {keyword} NAME, or {keyword} {{ … }}",
            )  # fmt: skip
        node = Class(
            "class" if keyword == "class" else "struct" if keyword == "struct" else "union",
            tag,
            None if members is None else tuple(members),
            tuple(bases),
            final,
            attributes,
        )
        return node, spans, index

    def _has_body(self, index: int) -> bool:
        return self.tokens[self.expression_end(index, ("{", ";", ")"))].text == "{"

    def _bases(self, index: int, into: list[BaseClass]) -> int:
        """Scan the list of bases up to the body; return the index of its brace."""
        while True:
            start, access, virtual = index, None, False
            while (text := self.tokens[index].text) in (*cxx_words.ACCESS, "virtual"):
                if text == "virtual":
                    virtual = True
                else:
                    access = text
                index += 1
            if not self.begins_name(index):
                self.fail(
                    "expected-name", index,
                    f"expected the name of a base class, found {self.describe(index)}",
                    "write it, as in struct Circle : Shape { … }",
                )  # fmt: skip
            name = self.qualified(index)
            index = name.end
            base = BaseClass(self.source(name.start, name.end), access, virtual)
            self.spans.put(base, (self.span(start, index),))
            into.append(base)
            if self.tokens[index].text == "{":
                return index
            if self.tokens[index].text != ",":
                self.unexpected(index, "in this list of bases")
            index += 1

    def _members(self, index: int, end: int) -> list[ClassMember]:
        members: list[ClassMember] = []
        access = None
        while True:
            begin = index
            index = self.skip_empty(index, inside=True)
            labels = [
                self.tokens[place].text
                for place in range(begin, index)
                if self.tokens[place].text in cxx_words.ACCESS
            ]
            access = labels[-1] if labels else access
            if index >= end:
                return members
            found = self.declaration(index, "member")
            if found.end > end:
                self.unexpected(end, "in this member")
            for declared in found.declared:
                member = ClassMember(declared, access)
                self.spans.put(member, self.spans.spans(declared))
                members.append(member)
            index = found.end

    # -- enumerations ----------------------------------------------------------

    def _enum(
        self,
        start: int,
        index: int,
        tag: str | None,
        scoped: str | None,
        attributes: tuple[Attribute, ...],
    ) -> tuple[CType, Spans, int]:
        underlying: CType | None = None
        spans: Spans = (self.span(start, index),)
        if self.tokens[index].text == ":" and not (tag and self._is_width(index + 1)):
            end = self.expression_end(index + 1, ("{", ";", ","))
            underlying = self.type_name(index + 1, end)
            index = end
        listed: list[Enumerator] | None = None
        if self.tokens[index].text == "{":
            end = self.closing[index]
            listed = self._enumerators(index + 1, end)
            spans = (*spans, self.token_span(index), self.token_span(end))
            index = end + 1
            if tag is not None:
                self.known_types.add(tag)
        node = Enum(
            tag,
            None if listed is None else tuple(listed),
            underlying,
            attributes,
            scoped="class" if scoped == "class" else "struct" if scoped else None,
        )
        return node, spans, index

    def _is_width(self, index: int) -> bool:
        return self.tokens[index].kind == "number"

    def _enumerators(self, index: int, end: int) -> list[Enumerator]:
        found: list[Enumerator] = []
        while index < end:
            if not self.is_identifier(index):
                self.fail(
                    "expected-name", index,
                    f"expected an enumerator's name, found {self.describe(index)}", "write a name",
                )  # fmt: skip
            name, place = self.tokens[index].text, index
            attributes: list[Attribute] = []
            index = self.tag_attributes(index + 1, attributes)
            value = None
            if self.tokens[index].text == "=":
                stop = min(self.expression_end(index + 1, (",", "}")), end)
                if stop == index + 1:
                    self.fail("expected-value", stop, "expected a value after '='", "write it")
                check(self, index + 1, stop, "constant", "a constant's value")
                value = Expression(self.source(index + 1, stop))
                index = stop
            enumerator = Enumerator(name, value, tuple(attributes))
            self.spans.put(enumerator, (self.token_span(place),), "name")
            found.append(enumerator)
            if index < end and self.tokens[index].text != ",":
                self.unexpected(index, "in this list of constants")
            index += 1
        return found
