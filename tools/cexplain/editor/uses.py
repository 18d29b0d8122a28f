"""What a name means where it is used: a member of what stands before it, a constant, a macro."""

import re
from collections.abc import Callable, Iterator, Sequence

from cexplain.editor.headers import Included
from cexplain.editor.pairs import Pairs
from cexplain.explanation import Explanation, Reading
from cexplain.files import asked
from cexplain.files.asked import base
from cexplain.source import Span
from cexplain.tree import (
    Array,
    CType,
    Declaration,
    Enum,
    Function,
    Member,
    Pointer,
    Record,
    TypedefName,
)
from cexplain.values import dataclass, replace

_DEFINITION = re.compile(
    r"^[ \t]*#[ \t]*define[ \t]+(?P<name>\w+)(?P<rest>(?:\\\n|[^\n])*)", re.MULTILINE
)
_LONGEST = 600  # characters of a macro's definition that a hover shows
_DEEPEST = 32
_NOWHERE = 1 << 62  # behind every text


@dataclass(frozen=True, slots=True)
class Use:
    """What is said of a name where it is used: a reading, or a macro's definition, or both."""

    reading: Reading | None
    definition: str = ""


class Uses:
    """The records, enumerations and macros of one file."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a name may mean comes from many sides
        self,
        text: str,
        pairs: Pairs,
        declared: Sequence[tuple[Declaration, Span]],
        included: Included,
        type_of: Callable[[int], CType | None],
        std: str,
    ) -> None:
        """Take a file; `type_of` returns the type of the name at a token."""
        self._text, self._pairs, self._std = text, pairs, std
        self._scoped, self._included = declared, included
        self._type_of = type_of

    def _known(self, index: int) -> list[Declaration]:
        """Return what is declared, first what is known at a token, of the innermost block."""
        offset = self._pairs.tokens[index].start if index < len(self._pairs.tokens) else 0
        # A sort keeps the order of what is known alike.
        known = sorted(
            self._scoped,
            key=lambda each: each[1].end if each[1].start <= offset <= each[1].end else _NOWHERE,
        )
        return [each for each, _ in known]

    def member(self, index: int) -> Use | None:
        """Return the member whose name is at a token, by the type of what stands before it."""
        found = self.owned(index)
        return None if found is None else _only(asked.of_member(*found, self._std))

    def owned(self, index: int) -> tuple[Record, Member] | None:
        """Return the member whose name is at a token, with the structure that has it."""
        name = self._pairs.tokens[index].text
        record = self.record_before(index - 1)
        if record is not None:
            return next((pair for pair in visible(record) if pair[1].name == name), None)
        every = [pair for each in self._known(index) for pair in asked.members(each, None, name)]
        kept = {(owner.tag, member): (owner, member) for owner, member in every}
        return next(iter(kept.values())) if len(kept) == 1 else None

    def record_before(self, at: int) -> Record | None:
        """Return the structure whose members may be named behind the `.` or `->` at a token."""
        return self._record(self.type_before(at), at)

    def function_before(self, at: int) -> Function | None:
        """Return the type of the function that the parenthesis at a token calls."""
        ctype = self._resolved(self.type_before(at), at)
        if isinstance(ctype, Pointer):
            ctype = self._resolved(ctype.referenced, at)
        return ctype if isinstance(ctype, Function) else None

    def own_member(self, declared: Declaration, name: str) -> Use | None:
        """Return the member of a name of the structure that a declaration has the body of."""
        for record in _records(declared.type):
            for owner, member in visible(record):
                if member.name == name:
                    return _only(asked.of_member(owner, member, self._std))
        return None

    def is_member(self, index: int) -> bool:
        """Whether a token is the name of a member that is used."""
        return index > 0 and self._pairs.tokens[index - 1].text in (".", "->")

    def constant(self, name: str) -> Use | None:
        """Return the enumeration constant of a name."""
        for each, _ in self._scoped:
            for enum in _enums(each):
                found = asked.constant(enum, name, self._std)
                if found is not None:
                    return _only(found)
        return None

    def macro(self, name: str) -> Use | None:
        """Return the macro of a name, as this file defines it."""
        found = self.defined(name)
        if found is None:
            return None
        shown = " ".join(found[0].replace("\\\n", " ").split())[:_LONGEST]
        called = found["rest"].startswith("(")
        told = None if called else asked.macro(name, found["rest"].strip(), self._std)
        return Use(told.readings[0] if told else None, shown)

    def defined(self, name: str) -> re.Match[str] | None:
        """Return the first definition of a macro in this file, with its `name` and the `rest`."""
        return next((one for one in self.macros() if one["name"] == name), None)

    def macros(self) -> Iterator[re.Match[str]]:
        """Yield the definitions of macros in this file."""
        return _DEFINITION.finditer(self._text)

    def header(self, name: str) -> Use | None:
        """Return what a name is in the headers that the file includes."""
        found = self._included.find(name)
        return None if found is None else Use(found.reading, found.definition[:_LONGEST])

    def type_before(self, at: int, depth: int = 0) -> CType | None:
        """Return the type of what ends before the `.`, the `->` or the `(` at a token."""
        tokens = self._pairs.tokens
        index = at - 1
        levels = 0
        while index >= 0 and tokens[index].text in ("]", ")"):
            opening = self._pairs.opening(index)
            if opening < 1:
                return None
            levels += 1
            index = opening - 1
        if index < 0 or tokens[index].kind != "word" or depth > _DEEPEST:
            return None
        if self.is_member(index):
            record = self._record(self.type_before(index - 1, depth + 1), at)
            pairs = [] if record is None else visible(record)
            name = tokens[index].text
            ctype = next((member.type for _, member in pairs if member.name == name), None)
        else:
            ctype = self._type_of(index)
        for _ in range(levels):
            ctype = self._part(ctype, at)
        return ctype

    def _part(self, ctype: CType | None, at: int) -> CType | None:
        """Return what an element, or a call's result, is of."""
        ctype = self._resolved(ctype, at)
        if isinstance(ctype, Pointer):
            inner = self._resolved(ctype.referenced, at)
            return inner.returned if isinstance(inner, Function) else ctype.referenced
        if isinstance(ctype, Array):
            return ctype.element
        return ctype.returned if isinstance(ctype, Function) else None

    def _resolved(self, ctype: CType | None, at: int) -> CType | None:
        """Return the type that a typedef name stands for at a token."""
        for _ in range(_DEEPEST):
            if not isinstance(ctype, TypedefName):
                break
            name = ctype.name
            meant = [
                each.type
                for each in self._known(at)
                if each.name == name and "typedef" in each.storage
            ]
            ctype = meant[0] if meant else self._included.typedef(name)
        return ctype

    def _record(self, ctype: CType | None, at: int) -> Record | None:
        """Return the structure that a type is, or points to at a token, with its members."""
        ctype = self._resolved(ctype, at)
        if isinstance(ctype, Pointer | Array):
            inner = ctype.referenced if isinstance(ctype, Pointer) else ctype.element
            ctype = self._resolved(inner, at)
        if not isinstance(ctype, Record):
            return None
        if ctype.members is not None:
            return ctype
        return self.tagged(ctype.tag, at) if ctype.tag else None

    def tagged(self, tag: str, at: int) -> Record | None:
        """Return the structure of a tag with its members, from this file or its headers."""
        for each in self._known(at):
            for record in _records(each.type):
                if record.tag == tag and record.members is not None:
                    return record
        found = self._included.record(tag)
        return found[0] if found else None


def visible(record: Record) -> Iterator[tuple[Record, Member]]:
    """Yield the members that can be named in a structure, those of unnamed ones in it too."""
    for member in record.members or ():
        if member.name:
            yield record, member
        elif isinstance(member.type, Record):
            for owner, inner in visible(member.type):
                yield (owner if owner.tag else replace(owner, tag=record.tag)), inner


def _only(explanation: Explanation) -> Use:
    return Use(explanation.readings[0])


def _records(ctype: CType) -> Iterator[Record]:
    """Yield the structures in a type, those of its members too."""
    inner = base(ctype)
    if isinstance(inner, Record):
        yield inner
        for member in inner.members or ():
            yield from _records(member.type)


def _enums(declaration: Declaration) -> Iterator[Declaration]:
    """Yield a declaration and its members as far as they are enumerations."""
    inner = base(declaration.type)
    if isinstance(inner, Enum):
        yield Declaration(declaration.name, inner, storage=declaration.storage)
    elif isinstance(inner, Record):
        for member in inner.members or ():
            yield from _enums(Declaration(None, member.type))
