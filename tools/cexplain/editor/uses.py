"""What a name means where it is used: a member of what stands before it, a constant, a macro."""

import re
from collections.abc import Callable, Iterator, Sequence

from cexplain.editor.pairs import Pairs
from cexplain.explanation import Explanation, Reading
from cexplain.files import asked
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
from cexplain.values import dataclass

_DEFINITION = re.compile(
    r"^[ \t]*#[ \t]*define[ \t]+(?P<name>\w+)(?P<rest>(?:\\\n|[^\n])*)", re.MULTILINE
)
_LONGEST = 600  # characters of a macro's definition that a hover shows
_DEEPEST = 32


@dataclass(frozen=True, slots=True)
class Use:
    """What is said of a name where it is used: a reading, or a macro's definition, or both."""

    reading: Reading | None
    definition: str = ""


class Uses:
    """The records, enumerations and macros of one file."""

    def __init__(self, text: str, pairs: Pairs, declared: Sequence[Declaration], std: str) -> None:
        self._text, self._pairs, self._std = text, pairs, std
        self._declared = declared

    def member(self, index: int, type_of: Callable[[int], CType | None]) -> Use | None:
        """Return the member whose name is at a token, by the type of what stands before it.

        `type_of` returns the type of the name at a token.
        """
        name = self._pairs.tokens[index].text
        record = self._record(self._before(index - 1, type_of, 0))
        found = [] if record is None else [*self._in(record, name)]
        if record is None:
            every = [pair for each in self._declared for pair in asked.members(each, None, name)]
            kept = {(owner.tag, member): (owner, member) for owner, member in every}
            found = [*kept.values()] if len(kept) == 1 else []
        for owner, member in found:
            return _only(asked.of_member(owner, member, self._std))
        return None

    def own_member(self, declared: Declaration, name: str) -> Use | None:
        """Return the member of a name of the structure that a declaration has the body of."""
        for record in _records(declared.type):
            for owner, member in self._in(record, name):
                return _only(asked.of_member(owner, member, self._std))
        return None

    def is_member(self, index: int) -> bool:
        """Whether a token is the name of a member that is used."""
        return index > 0 and self._pairs.tokens[index - 1].text in (".", "->")

    def constant(self, name: str) -> Use | None:
        """Return the enumeration constant of a name."""
        for each in self._declared:
            for enum in _enums(each):
                found = asked.constant(enum, name, self._std)
                if found is not None:
                    return _only(found)
        return None

    def macro(self, name: str) -> Use | None:
        """Return the macro of a name, as this file defines it."""
        definitions = [one for one in _DEFINITION.finditer(self._text) if one["name"] == name]
        if not definitions:
            return None
        found = definitions[0]
        shown = " ".join(found[0].replace("\\\n", " ").split())[:_LONGEST]
        called = found["rest"].startswith("(")
        told = None if called else asked.macro(name, found["rest"].strip(), self._std)
        return Use(told.readings[0] if told else None, shown)

    def _in(self, record: Record, name: str) -> Iterator[tuple[Record, Member]]:
        yield from asked.members(Declaration(None, record), None, name)

    def _before(self, at: int, type_of: Callable[[int], CType | None], depth: int) -> CType | None:
        """Return the type of what ends before the `.` or `->` at a token."""
        tokens = self._pairs.tokens
        index = at - 1
        levels = 0
        while index >= 0 and tokens[index].text in ("]", ")"):
            opening = next(
                (start for start, end in self._pairs.closing.items() if end == index), -1
            )
            if opening < 1:
                return None
            levels += 1
            index = opening - 1
        if index < 0 or tokens[index].kind != "word" or depth > _DEEPEST:
            return None
        if self.is_member(index):
            record = self._record(self._before(index - 1, type_of, depth + 1))
            pairs = [] if record is None else [*self._in(record, tokens[index].text)]
            ctype = pairs[0][1].type if pairs else None
        else:
            ctype = type_of(index)
        for _ in range(levels):
            ctype = self._part(ctype)
        return ctype

    def _part(self, ctype: CType | None) -> CType | None:
        """Return what an element, or a call's result, is of."""
        ctype = self._resolved(ctype)
        if isinstance(ctype, Pointer):
            inner = self._resolved(ctype.referenced)
            return inner.returned if isinstance(inner, Function) else ctype.referenced
        if isinstance(ctype, Array):
            return ctype.element
        return ctype.returned if isinstance(ctype, Function) else None

    def _resolved(self, ctype: CType | None) -> CType | None:
        for _ in range(_DEEPEST):
            if not isinstance(ctype, TypedefName):
                break
            name = ctype.name
            meant = [
                each.type
                for each in self._declared
                if each.name == name and "typedef" in each.storage
            ]
            if not meant:
                return None
            ctype = meant[0]
        return ctype

    def _record(self, ctype: CType | None) -> Record | None:
        """Return the structure that a type is, or points to, with its members."""
        ctype = self._resolved(ctype)
        if isinstance(ctype, Pointer | Array):
            ctype = self._resolved(
                ctype.referenced if isinstance(ctype, Pointer) else ctype.element
            )
        if not isinstance(ctype, Record):
            return None
        if ctype.members is not None:
            return ctype
        for each in self._declared:
            for record in _records(each.type):
                if record.tag == ctype.tag and record.members is not None:
                    return record
        return None


def _only(explanation: Explanation) -> Use:
    return Use(explanation.readings[0])


def _base(ctype: CType) -> CType:
    while isinstance(ctype, Pointer | Array | Function):
        if isinstance(ctype, Pointer):
            ctype = ctype.referenced
        else:
            ctype = ctype.element if isinstance(ctype, Array) else ctype.returned
    return ctype


def _records(ctype: CType) -> Iterator[Record]:
    """Yield the structures in a type, those of its members too."""
    base = _base(ctype)
    if isinstance(base, Record):
        yield base
        for member in base.members or ():
            yield from _records(member.type)


def _enums(declaration: Declaration) -> Iterator[Declaration]:
    """Yield a declaration and its members as far as they are enumerations."""
    base = _base(declaration.type)
    if isinstance(base, Enum):
        yield Declaration(declaration.name, base, storage=declaration.storage)
    elif isinstance(base, Record):
        for member in base.members or ():
            yield from _enums(Declaration(None, member.type))
