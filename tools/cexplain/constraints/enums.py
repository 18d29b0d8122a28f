"""Constraints on bit-fields and enumerations (6.7.3.2, 6.7.3.3)."""

from collections.abc import Callable

from cexplain.constraints.constants import NOT_INTEGER, VARIABLE, Value, told
from cexplain.constraints.scope import Scope
from cexplain.tree import (
    Array,
    Basic,
    BitInt,
    CType,
    Enum,
    Expression,
    Function,
    Inferred,
    Pointer,
    Record,
    TypedefName,
    Typeof,
)

CheckType = Callable[[Scope, CType], None]

_WIDTHS = {
    "_Bool": 1, "char": 8, "signed char": 8, "unsigned char": 8, "short": 16,
    "unsigned short": 16, "int": 32, "unsigned int": 32, "long": 64, "unsigned long": 64,
    "long long": 64, "unsigned long long": 64, "__int128": 128, "unsigned __int128": 128,
}  # fmt: skip
"""Bits where int has 32 and long has 64; a narrower long is the compiler's to report."""

_PORTABLE = frozenset({"int", "unsigned int", "_Bool"})
_INT_MIN, _INT_MAX = -(2**31), 2**31 - 1
_LEAST, _LARGEST = -(2**63), 2**64 - 1  # of the integer types that every compiler has
_UNDERLYING = frozenset(_WIDTHS)


# -- bit-fields ----------------------------------------------------------------


def check_bit_field(
    scope: Scope, where: object, ctype: CType, width: Expression, name: str | None = None
) -> None:
    """Report what a bit-field breaks; `where` is its member or declaration."""
    name = getattr(where, "name", name)
    shown = f"the bit-field {name!r}" if name else "this bit-field"
    found = scope.resolved(ctype)
    bits: int | None = None
    match found:
        case Basic(kind) if kind in _WIDTHS:
            bits = _WIDTHS[kind]
            if scope.edition < 1999 and kind not in _PORTABLE:
                _old_bit_field(scope, where, shown, kind)
        case Basic() | Pointer() | Array() | Function() | Record() | Inferred():
            scope.report(
                "bit-field-type",
                where,
                f"{shown} has no integer type",
                "write int, unsigned int or bool",
                "name",
            )
            return
        case BitInt(size):
            value = scope.value(size.text)
            bits = value if isinstance(value, int) else None
        case Enum():
            bits = 32
            if scope.edition < 1999:
                _old_bit_field(scope, where, shown, "an enumeration")
        case TypedefName() | Typeof():
            bits = None
    if not isinstance(ctype, Array | Function) and "_Atomic" in ctype.qualifiers:
        scope.report(
            "bit-field-atomic",
            where,
            f"{shown} is atomic, which no compiler offers",
            "take the _Atomic out, or make it a member of its own",
            "name",
        )
    _check_width(scope, where, width, bits, (name, shown))


def _old_bit_field(scope: Scope, where: object, shown: str, kind: str) -> None:
    scope.report(
        "later-standard",
        where,
        f"{shown} has the type {kind}: C89 has bit-fields of int and unsigned int",
        "write int or unsigned int",
        "name",
    )


def _check_width(
    scope: Scope, where: object, width: Expression, bits: int | None, names: tuple[str | None, str]
) -> None:
    name, shown = names
    value: Value = scope.value(width.text)
    if value is VARIABLE or value is NOT_INTEGER:
        problem = f"the width {width.text} of {shown} is not an integer constant expression"
    elif not isinstance(value, int):
        return
    elif value < 0:
        problem = f"the width of {shown} is negative: {width.text}"
    elif value == 0 and name is not None:
        scope.report(
            "bit-field-zero",
            where,
            f"{shown} has a name and no bits",
            "take the name out: a width of zero ends the unit of storage",
            "name",
        )
        return
    elif bits is not None and value > bits and not scope.cxx:  # there, the rest is padding
        problem = f"{shown} has {told(value)} bits, and its type has {bits}"
    else:
        return
    advice = "write a number from 1 to the width of its type"
    scope.report("bit-field-width", where, problem, advice, "name")


# -- enumerations --------------------------------------------------------------


def check_enum(scope: Scope, node: Enum, check_type: CheckType) -> None:
    """Report what the constants of an enumeration break."""
    if id(node) in scope.checked:
        return
    scope.checked.add(id(node))
    if node.underlying is not None:
        if scope.edition < 2023:
            scope.report(
                "later-standard",
                node,
                "the type of an enumeration's constants came with C23",
                "take it out, or choose --std c23",
            )
        _check_underlying(scope, node, check_type)
    if node.enumerators is None:
        return
    if not node.enumerators:
        scope.report(
            "empty-enum",
            node,
            "an enumeration has at least one constant",
            "write a constant between the braces",
        )
    following: Value = 0
    for one in node.enumerators:
        if one.name in scope.names:
            scope.report(
                "duplicate-enumerator",
                one,
                f"{one.name!r} is declared already",
                "give one of the two another name",
                "name",
            )
        current: Value = following if one.value is None else scope.value(one.value.text)
        if current is VARIABLE or current is NOT_INTEGER:
            scope.report(
                "enumerator-value",
                one,
                f"the value of {one.name!r} is not an integer constant expression",
                "write a whole number, or an expression of constants",
                "name",
            )
        elif isinstance(current, int) and not _INT_MIN <= current <= _INT_MAX:
            _check_range(scope, node, one, current)
        scope.names[one.name] = current
        following = current + 1 if isinstance(current, int) else current
    scope.complete(node)


def _check_range(scope: Scope, node: Enum, where: object, current: int) -> None:
    if scope.edition < 2023 and node.underlying is None:
        scope.report(
            "enumerator-range",
            where,
            f"the value {told(current)} does not fit into an int",
            "write a smaller value, or choose --std c23",
            "name",
        )
    elif not _LEAST <= current <= _LARGEST:
        scope.report(
            "enumerator-value",
            where,
            f"the value {told(current)} fits into no integer type",
            "write a smaller value",
            "name",
        )


def _check_underlying(scope: Scope, node: Enum, check_type: CheckType) -> None:
    assert node.underlying is not None
    check_type(scope, node.underlying)
    found = scope.resolved(node.underlying)
    bad = isinstance(found, Pointer | Array | Function | Record | Enum) or (
        isinstance(found, Basic) and found.name not in _UNDERLYING
    )
    if bad:
        scope.report(
            "enum-underlying",
            node,
            "the type of an enumeration's constants must be an integer type",
            "write an integer type, such as unsigned char",
        )
