"""Constraints on types: what may be derived from what (6.7.4, 6.7.7)."""

from typing import TypeAlias

from cexplain.constraints.constants import NOT_INTEGER, VARIABLE, told
from cexplain.constraints.enums import check_enum
from cexplain.constraints.functions import check_function
from cexplain.constraints.members import check_record, is_flexible
from cexplain.constraints.scope import Scope
from cexplain.spelling.spell import spell
from cexplain.tree import (
    Array,
    Basic,
    BitInt,
    CType,
    CxxType,
    Declaration,
    Enum,
    Expression,
    Function,
    Inferred,
    Pointer,
    Record,
    TypedefName,
    Typeof,
    UnknownSize,
    UnspecifiedVariableSize,
    cxx_only,
)
from cexplain.values import replace

_POINTING, _TABLE = "int (*f(void))(void)", "int (*a[3])(void)"

Base: TypeAlias = Basic | BitInt | TypedefName | Typeof | Inferred | Record | Enum | CxxType

WIDEST_BIT_INT = 8_388_608
"""Bits: the widest that a compiler offers (clang's BITINT_MAXWIDTH); gcc's is 65,535."""

_LARGEST = 2**63 - 1  # bytes: PTRDIFF_MAX where pointers have 64 bits


def check_type(
    scope: Scope, node: CType, *, parameter: bool = False, prototype: bool = False
) -> None:
    """Report what a type breaks.

    `parameter` says that it is a parameter's own type, whose outermost brackets
    may hold qualifiers and static; `prototype`, that [*] may occur.
    """
    elements = 1
    following: CType | None = node
    while following is not None:
        node = following
        match node:
            case Pointer(referenced):
                if node.qualifiers:
                    _check_pointer(scope, node)
                if node.block:
                    scope.report(
                        "apple-block", node, "blocks are an extension of Apple's",
                        "clang takes them with -fblocks; ISO C has pointers to functions",
                    )  # fmt: skip
                following, elements = referenced, 1
            case Array(element):
                elements = _check_array(scope, node, parameter, prototype, elements)
                following = element
            case Function(returned):
                _check_result(scope, node)
                check_function(scope, node, check_type)
                following, elements = returned, 1
            case _:
                following, elements = _check_base(scope, node), 1
        parameter = False


def _check_base(scope: Scope, node: Base) -> CType | None:
    """Report what a type breaks that is derived from no other; return typeof's operand."""
    if node.qualifiers:
        _check_qualifiers(scope, node)
    match node:
        case Basic() | TypedefName() | Inferred():
            return None
        case Typeof(operand):
            return None if isinstance(operand, Expression) else operand
        case Record():
            check_record(scope, node, check_type)
        case Enum():
            check_enum(scope, node, check_type)
        case BitInt():
            _check_bit_int(scope, node)
        case _:
            raise cxx_only(node)
    return None


def _check_qualifiers(scope: Scope, node: Base) -> None:
    if isinstance(node, TypedefName | Typeof | Inferred):
        _check_named(scope, node)
    else:
        _check_restrict(scope, node)


def _check_restrict(scope: Scope, node: CType) -> None:
    if not isinstance(node, Array | Function) and "restrict" in node.qualifiers:
        scope.report(
            "restrict-without-pointer",
            scope.word(node, "restrict"),
            "'restrict' qualifies a type that is not a pointer",
            "write it after the '*' of a pointer, as in int *restrict p",
        )


def _check_pointer(scope: Scope, node: Pointer) -> None:
    if "restrict" in node.qualifiers and isinstance(scope.resolved(node.referenced), Function):
        scope.report(
            "restrict-function-pointer",
            scope.word(node, "restrict"),
            "'restrict' qualifies a pointer to a function",
            "take it out: only a pointer to an object can be restrict-qualified",
        )


def _check_named(scope: Scope, node: TypedefName | Typeof | Inferred) -> None:
    found = scope.resolved(node)
    bare = found
    while isinstance(bare, Array):  # the qualifiers of an array are its elements'
        bare = scope.resolved(bare.element)
    if isinstance(found, Function):
        scope.report(
            "qualified-function",
            node,
            f"{node.qualifiers[0]!r} qualifies a function type",
            "take it out: a function is not an object",
        )
    elif "_Atomic" in node.qualifiers and isinstance(found, Array):
        scope.report(
            "atomic-type",
            node,
            "'_Atomic' qualifies an array type",
            "make the elements atomic instead",
        )
    elif "restrict" in node.qualifiers and isinstance(bare, Basic | Record | Enum | BitInt):
        _check_restrict(scope, node)
    elif isinstance(bare, Pointer) and "restrict" in node.qualifiers:
        _check_pointer(scope, Pointer(bare.referenced, ("restrict",)))


def _instead(scope: Scope, node: CType, meant: CType, example: str) -> str:
    """Return what was declared with another type, an example where that is only a part of it."""
    declared = scope.declared
    if declared is None or declared.type is not node or declared.name is None:
        return example
    return spell(Declaration(declared.name, meant))


def _check_result(scope: Scope, node: Function) -> None:
    returned = scope.resolved(node.returned)
    match returned:
        case Function():
            scope.report(
                "function-returning-function",
                node,
                "a function cannot return a function",
                "return a pointer to the function: "
                + _instead(scope, node, replace(node, returned=Pointer(returned)), _POINTING),
            )
        case Array():
            scope.report(
                "function-returning-array",
                node,
                "a function cannot return an array",
                "return a pointer to the first element, or a struct that holds the array",
            )


def _check_array(scope: Scope, node: Array, parameter: bool, prototype: bool, elements: int) -> int:
    """Report what brackets break; return how many of the innermost elements there are."""
    if (node.qualifiers or node.static) and not parameter:
        what = "static" if node.static else node.qualifiers[0]
        scope.report(
            "qualified-brackets",
            node,
            f"{what!r} is in brackets that are not a parameter's outermost",
            "take it out: it says something about a parameter's pointer only",
        )
    _check_element(scope, node)
    size = node.size
    if isinstance(size, Expression):
        return _check_size(scope, node, size.text, elements)
    if isinstance(size, UnspecifiedVariableSize) and not prototype:
        scope.report(
            "star-outside-prototype",
            node,
            "'[*]' is outside a prototype's parameters",
            "write the size: only a declaration that is not a definition may leave it open",
        )
    return elements


def _check_element(scope: Scope, node: Array) -> None:
    element = scope.resolved(node.element)
    match element:
        case Function():
            scope.report(
                "array-of-functions",
                node,
                "the elements of an array cannot be functions",
                "make them pointers to functions: "
                + _instead(scope, node, replace(node, element=Pointer(element)), _TABLE),
            )
        case Basic("void"):
            scope.report(
                "array-of-void",
                node,
                "the elements of an array cannot be void: void has no size",
                "give the elements an object type, such as unsigned char",
            )
        case Array(_, UnknownSize()):
            where = node.element if isinstance(node.element, Array) else node
            scope.report(
                "array-of-incomplete",
                where,
                "only the outermost brackets may be empty: an element needs a size",
                "write the size, as in int a[][4]",
            )
        case Record() if scope.is_open(element):
            scope.report(
                "array-of-incomplete",
                node,
                f"{element.keyword} {element.tag} is not complete before its closing brace",
                "make the elements pointers to it",
            )
        case Record() if is_flexible(scope, element):
            scope.report(
                "flexible-nested",
                node,
                "the elements end in a flexible array member, so none can follow another",
                "make the elements pointers",
            )


def _check_size(scope: Scope, node: Array, text: str, elements: int) -> int:
    size = scope.value(text)
    if size is NOT_INTEGER:
        scope.report(
            "array-size-type", node, f"the size {text} is not an integer", "write a whole number"
        )
    elif size is VARIABLE and scope.cxx:
        scope.report(
            "array-size-constant",
            node,
            f"the size {text} is not a constant, and C++ has no arrays of variable length",
            "make it constexpr, or use std::vector",
        )
    elif size is VARIABLE and scope.edition < 1999:
        scope.report(
            "later-standard",
            node,
            "arrays of variable length came with C99",
            "write a constant size, or choose a later --std",
        )
    elif not isinstance(size, int):
        return elements
    elif size < 0:
        scope.report(
            "array-size-negative",
            node,
            f"the size {text} is negative"
            if text == told(size)
            else f"the size {text} is {told(size)}",
            "write a size greater than zero",
        )
    elif size == 0:
        scope.report(
            "array-size-zero",
            node,
            "an array has at least one element; zero is an extension of GNU C",
            "write [] for a flexible array member, or a size greater than zero",
        )
    elif elements * size > _LARGEST:
        scope.report(
            "array-too-large",
            node,
            f"{told(elements * size)} elements are more than any object has bytes",
            "write a smaller size",
        )
    else:
        return elements * size
    return elements


def _check_bit_int(scope: Scope, node: BitInt) -> None:
    width = scope.value(node.width.text)
    least = 2 if node.signed else 1
    if width is NOT_INTEGER or width is VARIABLE:
        problem = f"the width {node.width.text} is not an integer constant expression"
    elif not isinstance(width, int) or least <= width <= WIDEST_BIT_INT:
        return
    elif width > WIDEST_BIT_INT:
        problem = f"{told(width)} bits are more than any compiler offers"
    else:
        problem = f"{'a signed' if node.signed else 'an unsigned'} _BitInt needs at least "
        problem += f"{least} bit{'s' * (least > 1)}, and {node.width.text} is given"
    scope.report("bit-int-width", node, problem, f"write a width from {least} to BITINT_MAXWIDTH")
