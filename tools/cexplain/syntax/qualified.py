"""Keywords as the tree has them: each once, qualifiers in their order and on what they qualify."""

from collections.abc import Iterable, Sequence

from cexplain.syntax.raw import Word
from cexplain.tree import (
    NO_QUALIFIERS,
    QUALIFIER_ORDER,
    Array,
    Basic,
    BitInt,
    CType,
    Enum,
    Function,
    Inferred,
    Pointer,
    Qualifiers,
    Record,
    TypedefName,
    Typeof,
    cxx_only,
)


def once(words: Sequence[Word]) -> tuple[str, ...]:
    """Return keywords without their places, each once."""
    if len(words) < 2:
        return (words[0][0],) if words else ()
    return tuple(dict.fromkeys([word for word, _ in words]))


def qualifiers(words: Sequence[Word]) -> Qualifiers:
    """Return qualifiers in their canonical order, each once."""
    if len(words) < 2:
        return (words[0][0],) if words else NO_QUALIFIERS
    found = {word for word, _ in words}
    return tuple([word for word in QUALIFIER_ORDER if word in found])


def qualified(node: CType, more: Iterable[str]) -> CType:
    """Return the type with further qualifiers, as _Atomic(T) adds one to T."""
    wanted = {*node.qualifiers, *more} if not isinstance(node, Function) else set(more)
    ordered = tuple(word for word in QUALIFIER_ORDER if word in wanted)
    match node:
        case Pointer(referenced, _, attributes):
            return Pointer(referenced, ordered, attributes)
        case Basic(name, _):
            return Basic(name, ordered)
        case TypedefName(name, _):
            return TypedefName(name, ordered)
        case BitInt(width, signed, _):
            return BitInt(width, signed, ordered)
        case Typeof(operand, keyword, _):
            return Typeof(operand, keyword, ordered)
        case Inferred(keyword, _):
            return Inferred(keyword, ordered)
        case Record(keyword, tag, members, attributes, _):
            return Record(keyword, tag, members, attributes, ordered)
        case Enum(tag, enumerators, underlying, attributes, _):
            return Enum(tag, enumerators, underlying, attributes, ordered)
        case Array() | Function():
            return node
        case _:
            raise cxx_only(node)
