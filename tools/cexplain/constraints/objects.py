"""Constraints on what is declared: objects, functions, typedefs (6.7.1 to 6.7.11)."""

import re

from cexplain.constraints.alignment import check_alignments
from cexplain.constraints.enums import check_bit_field
from cexplain.constraints.functions import check_function, check_main
from cexplain.constraints.places import (
    EMPTY_BRACES,
    base_of,
    check_array,
    check_constexpr,
    check_inferred,
    check_inferred_parts,
    check_variably_modified,
)
from cexplain.constraints.scope import Scope
from cexplain.constraints.types import check_type
from cexplain.tree import (
    Array,
    Basic,
    CType,
    Declaration,
    Function,
    Inferred,
    Record,
    TypedefName,
    Typeof,
    UnknownSize,
)

_DESIGNATOR = r"[{,]\s*(?:\[|\.\s*[A-Za-z_])"


def check_declaration(scope: Scope, declaration: Declaration) -> None:
    """Report what one declaration breaks, from its type outwards."""
    node = declaration.type
    scope.declared = declaration
    if isinstance(node, Basic) and _is_plain(declaration, node):
        return
    definition = declaration.kind == "definition"
    if definition and isinstance(node, Function):
        check_function(scope, node, check_type, definition=True)
    if not isinstance(node, Basic) or node.qualifiers:
        check_type(scope, node)
    if declaration.kind in ("type", "cast", "tag"):
        if declaration.kind == "cast":
            _check_cast(scope, declaration)
        return
    if declaration.bit_width is not None:
        check_bit_field(scope, declaration, node, declaration.bit_width)
        if declaration.storage:
            scope.report(
                "storage-of-member",
                declaration,
                f"{declaration.storage[0]!r} is not allowed on a bit-field, which is a member",
                "take it out: a member has no storage class of its own",
                "storage",
            )
    found = scope.resolved(node)
    check_variably_modified(scope, declaration, found)
    if "typedef" in declaration.storage:
        _check_typedef(scope, declaration)
    elif isinstance(found, Function):
        _check_function(scope, declaration, found)
    else:
        _check_object(scope, declaration, found)
    if declaration.alignments:
        check_alignments(
            scope, declaration.alignments, node, bit_field=declaration.bit_width is not None
        )


_ALWAYS_ALLOWED = frozenset(((), ("static",), ("extern",), ("typedef",)))


def _is_plain(declaration: Declaration, node: Basic) -> bool:
    """Whether a declaration, as most are, has an arithmetic type and nothing that can be wrong."""
    return (
        declaration.storage in _ALWAYS_ALLOWED
        and node.name != "void"
        and not (node.qualifiers or declaration.initializer or declaration.function_specifiers)
        and not (declaration.alignments or declaration.bit_width)
    )


def _check_cast(scope: Scope, declaration: Declaration) -> None:
    """Report a cast into what no value has (6.5.5); before a brace it is a compound literal."""
    if (declaration.operand or "{").startswith("{"):
        return
    match scope.resolved(declaration.type):
        case Array():
            what, advice = "an array", "cast into a pointer to its elements"
        case Function():
            what, advice = "a function", "cast into a pointer to the function"
        case Record("struct"):  # GNU C casts into a union of the value's type
            what = "a struct"
            advice = "copy it member by member, or cast a pointer to it"
        case _:
            return
    message = f"a cast cannot make {what}: only numbers, pointers and void"
    scope.report("cast-type", declaration.type, message, advice)


def _check_typedef(scope: Scope, declaration: Declaration) -> None:
    name = declaration.name
    if declaration.kind == "definition":
        scope.report(
            "typedef-body",
            declaration,
            f"{name!r} is a name for a function type, and has no body",
            "take the typedef out",
            "storage",
        )
    if isinstance(base_of(declaration.type), Inferred):
        scope.report(
            "auto-place",
            declaration,
            f"the type of {name!r} cannot be inferred: a typedef has no initializer",
            "write the type",
            "name",
        )
    if declaration.initializer is not None:
        scope.report(
            "typedef-initialized",
            declaration,
            f"{name!r} is a name for a type, and has no value",
            "take the initializer out, or take the typedef out",
            "name",
        )
    if declaration.alignments:
        scope.report(
            "alignment-place",
            declaration.alignments[0],
            "an alignment specifier is not allowed in a typedef",
            "put it where an object or a member is declared",
        )
    if declaration.function_specifiers:
        _report_function_specifier(scope, declaration, "a typedef")


def _report_function_specifier(scope: Scope, declaration: Declaration, what: str) -> None:
    if scope.cxx and what == "an object":
        return  # C++ has inline variables
    for word in declaration.function_specifiers:
        rule = "inline-without-function" if word == "inline" else "noreturn-without-function"
        scope.report(
            rule,
            declaration,
            f"{word!r} is not allowed on {what}",
            "take it out: it belongs to the declaration of a function",
            "functions",
        )


# -- functions -----------------------------------------------------------------


def _check_function(scope: Scope, declaration: Declaration, function: Function) -> None:
    name, storage = declaration.name, declaration.storage
    if isinstance(base_of(function), Inferred):
        scope.report(
            "auto-place",
            declaration,
            f"what {name!r} returns cannot be inferred",
            "write the type",
            "name",
        )
    if declaration.initializer is not None:
        scope.report(
            "function-initialized",
            declaration,
            f"{name!r} is a function and has no value",
            f"a body goes in braces; a pointer to a function is (*{name})(…)",
            "name",
        )
    for word in storage:
        if word not in ("extern", "static"):
            scope.report(
                "storage-of-function",
                declaration,
                f"{word!r} is not allowed on a function",
                "take it out: a function is extern or static",
                "storage",
            )
    if declaration.alignments:
        scope.report(
            "alignment-place",
            declaration.alignments[0],
            "an alignment specifier is not allowed on a function",
            "take it out; __attribute__((aligned)) aligns a function's code",
        )
    if name == "main":
        check_main(scope, declaration, function)
    if declaration.kind == "definition":
        returned = scope.resolved(function.returned)
        if isinstance(returned, Basic) and returned.name == "void" and returned.qualifiers:
            scope.report(
                "qualified-result",
                function.returned,
                "a qualified void is returned",
                "take the qualifier out: a returned value has none",
            )


# -- objects -------------------------------------------------------------------


def _check_object(scope: Scope, declaration: Declaration, found: CType) -> None:
    if declaration.function_specifiers and not isinstance(found, TypedefName | Typeof):
        _report_function_specifier(scope, declaration, "an object")
    for word in ("auto", "register"):
        if word in declaration.storage:
            scope.report(
                "auto-file-scope",
                declaration,
                f"{word!r} is not allowed at file scope",
                "take it out: only an object in a block is automatic",
                "storage",
            )
    check_inferred_parts(scope, declaration, found)
    match found:
        case Basic("void"):
            _check_void(scope, declaration)
        case Inferred():
            check_inferred(scope, declaration)
        case Array():
            check_array(scope, declaration, found)
        case Record() if scope.is_open(found):
            return
    if "constexpr" in declaration.storage:
        check_constexpr(scope, declaration, found)
    if "register" in declaration.storage and declaration.alignments:
        scope.report(
            "alignment-place",
            declaration.alignments[0],
            "an alignment specifier is not allowed on a register object",
            "take one of the two out",
        )
    initializer = declaration.initializer
    if initializer is not None:
        _check_initializer(scope, declaration, found, initializer)


def _check_void(scope: Scope, declaration: Declaration) -> None:
    if "extern" in declaration.storage and declaration.initializer is None:
        return  # an incomplete object with linkage may stay incomplete
    scope.report(
        "void-object",
        declaration,
        f"{declaration.name!r} has the type void, which has no values",
        f"give it a type, or make it a pointer: void *{declaration.name}",
        "name",
    )


def _check_initializer(
    scope: Scope, declaration: Declaration, found: CType, initializer: str
) -> None:
    name = declaration.name
    if "extern" in declaration.storage:
        scope.report(
            "extern-initialized",
            declaration,
            f"{name!r} is extern and has an initializer: this defines it",
            "take the extern out where it is defined",
            "name",
        )
    unsized = isinstance(found, Array) and isinstance(found.size, UnknownSize)
    if initializer in EMPTY_BRACES and unsized:
        scope.report(
            "array-size-zero",
            declaration,
            f"the braces give {name!r} no element, and an array has at least one",
            "write the size, or the values",
            "name",
        )
    if initializer in EMPTY_BRACES and scope.edition < 2023:
        scope.report(
            "later-standard",
            declaration,
            "empty braces as an initializer came with C23",
            "write { 0 }, or choose --std c23",
            "name",
        )
    if scope.edition < 1999 and re.search(_DESIGNATOR, initializer):
        scope.report(
            "later-standard",
            declaration,
            "designators in an initializer came with C99",
            "write the values in order, or choose a later --std",
            "name",
        )
    if isinstance(found, Array) and re.fullmatch(r"[-+]?[\d.][\w.]*|'.*'", initializer):
        scope.report(
            "array-initializer",
            declaration,
            f"{name!r} is an array, and {initializer} is one value",
            f"write it in braces: {{ {initializer} }}",
            "name",
        )
