"""Constraints on alignment specifiers (6.7.6)."""

from collections.abc import Sequence

from cexplain.constraints.constants import NOT_INTEGER, VARIABLE
from cexplain.constraints.scope import Scope
from cexplain.tree import Alignment, Array, Basic, CType, Expression, Function, Pointer

_LEAST = {
    "_Bool": 1, "char": 1, "signed char": 1, "unsigned char": 1, "short": 2,
    "unsigned short": 2, "int": 4, "unsigned int": 4, "float": 4, "long": 8,
    "unsigned long": 8, "long long": 8, "unsigned long long": 8, "double": 8,
    "long double": 16, "__int128": 16, "unsigned __int128": 16,
}  # fmt: skip
"""Bytes that x86-64's System V interface asks for; other machines may ask for less."""
_OF_A_POINTER = 8
_STRICTEST = 2**28  # bytes: gcc's and clang's own limit


def check_alignments(
    scope: Scope, alignments: Sequence[Alignment], ctype: CType, *, bit_field: bool = False
) -> None:
    """Report what alignment specifiers break, given the type of what they align."""
    if bit_field:
        scope.report(
            "alignment-place",
            alignments[0],
            "an alignment specifier is not allowed on a bit-field",
            "take it out: a bit-field has no address",
        )
    strictest: int | None = 0
    for one in alignments:
        if isinstance(one.operand, Expression):
            found = _aligned_to(scope, one, one.operand)
            strictest = None if found is None or strictest is None else max(strictest, found)
        else:
            found = _natural(scope, one.operand)
            strictest = None if found is None or strictest is None else max(strictest, found)
            _check_operand(scope, one, one.operand)
    if strictest:
        _check_strength(scope, alignments[0], strictest, ctype)


def _aligned_to(scope: Scope, one: Alignment, operand: Expression) -> int | None:
    """Return the alignment in bytes, None if it cannot be known here."""
    value = scope.value(operand.text)
    advice = "write a power of two, such as 16"
    if value is VARIABLE or value is NOT_INTEGER:
        scope.report(
            "alignment-value",
            one,
            f"the alignment {operand.text} is not an integer constant expression",
            advice,
        )
    elif isinstance(value, int):
        if value == 0 or (0 < value <= _STRICTEST and value & (value - 1) == 0):
            return value
        scope.report(
            "alignment-value",
            one,
            f"{operand.text} is not a power of two that compilers support",
            advice,
        )
    return None


def _check_operand(scope: Scope, one: Alignment, operand: CType) -> None:
    found = scope.resolved(operand)
    if isinstance(found, Function) or (isinstance(found, Basic) and found.name == "void"):
        scope.report(
            "alignment-value",
            one,
            "this type has no alignment",
            "write an object type or a number of bytes",
        )


def _check_strength(scope: Scope, one: Alignment, strictest: int, ctype: CType) -> None:
    least = _natural(scope, ctype)
    if least is not None and strictest < least:
        scope.report(
            "alignment-too-weak",
            one,
            f"{strictest} bytes are less than the type asks for itself",
            "write a stricter alignment, or take it out",
        )


def _natural(scope: Scope, ctype: CType) -> int | None:
    """Return the alignment in bytes that a type has by itself, None if it is not known."""
    found = scope.resolved(ctype)
    while isinstance(found, Array):
        found = scope.resolved(found.element)
    if isinstance(found, Basic):
        return _LEAST.get(found.name)
    return _OF_A_POINTER if isinstance(found, Pointer) else None
