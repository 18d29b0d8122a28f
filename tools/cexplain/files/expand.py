"""What a declaration really is: every typedef name in it replaced by what it stands for."""

from collections.abc import Callable
from typing import TypeAlias, assert_never

from cexplain.syntax.qualified import qualified
from cexplain.tree import (
    Array,
    Basic,
    BitInt,
    CType,
    Declaration,
    Enum,
    Expression,
    Function,
    IdentifierList,
    Inferred,
    NoPrototype,
    Parameter,
    Parameters,
    ParameterTypeList,
    Pointer,
    Record,
    TypedefName,
    Typeof,
    cxx_only,
)
from cexplain.values import replace

Meaning: TypeAlias = Callable[[str], CType | None]
"""Returns the type that a typedef name stands for, None if no typedef of it was seen."""


def expanded(declaration: Declaration, meaning: Meaning) -> Declaration:
    """Return the declaration with each typedef name replaced, however deep they nest.

    A structure keeps its tag; one that has none keeps the name that its typedef gave it.
    """
    return replace(declaration, type=_expanded(declaration.type, meaning, frozenset()))


def _expanded(ctype: CType, meaning: Meaning, within: frozenset[str]) -> CType:
    """Return a type without typedef names; `within` are those that are being replaced."""
    match ctype:
        case TypedefName(name, qualifiers):
            meant = None if name in within else meaning(name)
            if meant is None or _has_only_this_name(meant):
                return ctype
            return qualified(_expanded(_named(meant), meaning, within | {name}), qualifiers)
        case Pointer(referenced=part):
            return replace(ctype, referenced=_expanded(part, meaning, within))
        case Array(element=part):
            return replace(ctype, element=_expanded(part, meaning, within))
        case Function(returned, parameters):
            result = _expanded(returned, meaning, within)
            return Function(result, _parameters(parameters, meaning, within))
        case Record(members=members) if members is not None:
            each = tuple(replace(m, type=_expanded(m.type, meaning, within)) for m in members)
            return replace(ctype, members=each)
        case Typeof(operand=operand) if not isinstance(operand, Expression):
            return replace(ctype, operand=_expanded(operand, meaning, within))
        case Basic() | BitInt() | Record() | Enum() | Inferred() | Typeof():
            return ctype
        case _:
            raise cxx_only(ctype)


def _parameters(parameters: Parameters, meaning: Meaning, within: frozenset[str]) -> Parameters:
    def each(listed: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        return tuple(replace(p, type=_expanded(p.type, meaning, within)) for p in listed)

    match parameters:
        case ParameterTypeList(listed, variadic, forward):
            return ParameterTypeList(each(listed), variadic, each(forward))
        case IdentifierList(listed):
            return IdentifierList(each(listed))
        case NoPrototype():
            return parameters
        case _:
            assert_never(parameters)


def _has_only_this_name(meant: CType) -> bool:
    """Whether a typedef gives a structure or enumeration without a tag its only name."""
    match meant:
        case Record(tag=None) | Enum(tag=None):
            return True
        case Pointer(referenced=part) | Array(element=part) | Function(returned=part):
            return _has_only_this_name(part)
        case _:
            return False


def _named(meant: CType) -> CType:
    """Return a type by its tag alone: its members would hide what is declared."""
    match meant:
        case Record(tag=str()):
            return replace(meant, members=None, attributes=())
        case Enum(tag=str()):
            return replace(meant, enumerators=None, attributes=(), underlying=None)
        case Pointer(referenced=part):
            return replace(meant, referenced=_named(part))
        case Array(element=part):
            return replace(meant, element=_named(part))
        case Function(returned=part):
            return replace(meant, returned=_named(part))
        case _:
            return meant
