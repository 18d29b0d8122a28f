"""Whether two pieces of C declare the same: names, storage, and types as C compares them.

What two spellings may do differently is taken out of the trees first: names of parameters, typedefs
that the text itself declares, typeof of a type, the adjustment of parameters, how a size is
written, attributes.
"""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from cexplain.constraints.constants import value
from cexplain.engine import explain
from cexplain.tree import (
    QUALIFIER_ORDER,
    Array,
    ArraySize,
    CType,
    Declaration,
    Expression,
    Function,
    IdentifierList,
    Parameter,
    ParameterTypeList,
    Pointer,
    Qualifiers,
    Record,
    TypedefName,
    Typeof,
    UnknownSize,
    unqualified,
)
from cexplain.values import replace

Difference: TypeAlias = Literal["error", "count", "name", "storage", "type"]
"""What differs first: one of them cannot be read, or they declare another number of things."""

_Typedefs: TypeAlias = Mapping[str, CType]


def same_type(text: str, other: str, std: str = "c23") -> bool:
    """Return whether both texts declare the same names with the same types and storage."""
    return difference(text, other, std) is None


def difference(text: str, other: str, std: str = "c23") -> Difference | None:
    """Return what differs between two texts' declarations, None where they declare the same.

    What weighs more is told first: a type before a name, and a name before the storage. A typedef
    is a help on the way and counts for nothing, unless typedefs are all that is wanted.
    """
    found = [_declared(each, std) for each in (text, other)]
    mine, wanted = found
    if mine is None or wanted is None:
        return "error"
    if any("typedef" not in each.storage for each in wanted):
        mine, wanted = ([e for e in all_ if "typedef" not in e.storage] for all_ in (mine, wanted))
    if len(mine) != len(wanted):
        return "count"
    pairs = list(zip(mine, wanted, strict=True))
    if any(one.type != another.type for one, another in pairs):
        return "type"
    if any(one.name != another.name for one, another in pairs):
        return "name"
    if any(_kept(one) != _kept(another) for one, another in pairs):
        return "storage"
    return None


def _declared(text: str, std: str) -> list[Declaration] | None:
    """Return the text's declarations, each with its type as C compares it; None for an error."""
    explanation = explain(text, std=std)
    if not explanation.ok:
        return None
    typedefs: dict[str, CType] = {}
    found: list[Declaration] = []
    for reading in explanation.readings:
        ctype = _compared(reading.declaration.type, typedefs)
        if "typedef" in reading.declaration.storage and reading.declaration.name:
            typedefs[reading.declaration.name] = ctype
        found.append(replace(reading.declaration, type=ctype))
    return found


def _kept(declaration: Declaration) -> tuple[frozenset[str], frozenset[str]]:
    """Return what is said beside the type; extern before a function says nothing more."""
    storage = set(declaration.storage)
    if isinstance(declaration.type, Function):
        storage.discard("extern")
    return frozenset(storage), frozenset(declaration.function_specifiers)


def _compared(ctype: CType, typedefs: _Typedefs) -> CType:
    """Return a type without what two spellings of it may do differently."""
    match ctype:
        case TypedefName(name, qualifiers) if name in typedefs:
            return qualified(typedefs[name], qualifiers)
        case Typeof(operand, keyword, qualifiers) if not isinstance(operand, Expression):
            meant = _compared(operand, typedefs)
            bare = keyword == "typeof_unqual"
            return qualified(unqualified(meant) if bare else meant, qualifiers)
        case Pointer():
            return replace(ctype, referenced=_compared(ctype.referenced, typedefs), attributes=())
        case Array():
            return Array(_compared(ctype.element, typedefs), _size(ctype.size))
        case Function():
            parameters = ctype.parameters
            if isinstance(parameters, ParameterTypeList | IdentifierList):
                each = tuple(_parameter(one, typedefs) for one in parameters.parameters)
                parameters = replace(parameters, parameters=each)
            return replace(
                ctype, returned=_compared(ctype.returned, typedefs), parameters=parameters
            )
        case Record() if ctype.members is not None:
            members = tuple(
                replace(one, type=_compared(one.type, typedefs), attributes=())
                for one in ctype.members
            )
            return replace(ctype, members=members, attributes=())
        case _:
            return ctype


def _parameter(parameter: Parameter, typedefs: _Typedefs) -> Parameter:
    """Return a parameter as its function's type has it: adjusted, unqualified (6.7.7.4)."""
    ctype = _compared(parameter.type, typedefs)
    match ctype:
        case Array():
            ctype = Pointer(ctype.element)
        case Function():
            ctype = Pointer(ctype)
    return Parameter(None, replace(ctype, qualifiers=()) if hasattr(ctype, "qualifiers") else ctype)


def qualified(ctype: CType, qualifiers: Qualifiers) -> CType:
    """Return a type with more qualifiers; an array's go to its elements (6.7.4.1)."""
    if not qualifiers or isinstance(ctype, Function):
        return ctype
    if isinstance(ctype, Array):
        return replace(ctype, element=qualified(ctype.element, qualifiers))
    both = {*ctype.qualifiers, *qualifiers}
    return replace(ctype, qualifiers=tuple(word for word in QUALIFIER_ORDER if word in both))


def _size(size: ArraySize) -> ArraySize:
    """Return a size by its value where it has one, else by its text without spaces."""
    if not isinstance(size, Expression):
        return UnknownSize() if isinstance(size, UnknownSize) else size
    number = value(size.text, {})
    return Expression(str(number) if isinstance(number, int) else size.text.replace(" ", ""))
