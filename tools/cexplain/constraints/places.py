"""Constraints on the types of objects: arrays without a constant size, auto, constexpr."""

from cexplain.constraints.scope import Scope
from cexplain.tree import (
    Array,
    Basic,
    CType,
    Declaration,
    Function,
    Inferred,
    Pointer,
    Record,
    UnknownSize,
    UnspecifiedVariableSize,
)

EMPTY_BRACES = frozenset({"{}", "{ }"})


def check_inferred_parts(scope: Scope, declaration: Declaration, found: CType) -> None:
    """Report an inferred type behind a star or brackets, which ISO C leaves to compilers."""
    if isinstance(found, Inferred | Basic):
        return
    if not isinstance(base_of(declaration.type), Inferred):
        return
    array = isinstance(found, Array)
    if array or declaration.initializer is None:
        scope.report(
            "auto-place",
            declaration,
            f"the type of {declaration.name!r} cannot be inferred here",
            "write the type",
            "name",
        )
    else:
        scope.report(
            "auto-declarator",
            declaration,
            "a type is inferred for a plain name; with a '*' before it is an extension",
            f"write auto {declaration.name} = …, which infers the pointer too",
            "name",
        )


def check_inferred(scope: Scope, declaration: Declaration) -> None:
    if declaration.initializer is None:
        scope.report(
            "auto-uninitialized",
            declaration,
            f"the type of {declaration.name!r} is to be inferred, and nothing is there to infer "
            "it from",
            "write a value after '=', or a type",
            "name",
        )
    elif declaration.initializer.startswith("{"):
        scope.report(
            "auto-initializer",
            declaration,
            f"the type of {declaration.name!r} cannot be inferred from a list in braces",
            "write a single value, or a type",
            "name",
        )


def check_array(scope: Scope, declaration: Declaration, found: Array) -> None:
    fixed = {"static", "extern", "_Thread_local", "constexpr"}.intersection(declaration.storage)
    if isinstance(found.size, UnknownSize):
        incomplete = not {"static", "register", "auto"}.isdisjoint(declaration.storage)
        if incomplete and declaration.initializer is None:
            scope.report(
                "missing-array-size",
                declaration,
                f"the array {declaration.name!r} has no size, and no initializer gives it one",
                "write its size, or an initializer",
                "name",
            )
    elif scope.is_variable(found):
        _check_variable(scope, declaration, fixed)


def _check_variable(scope: Scope, declaration: Declaration, fixed: set[str]) -> None:
    """Report where an array whose size is no constant cannot stand (6.7.7.3p2)."""
    name = declaration.name
    if fixed:
        word = min(fixed)
        scope.report(
            "variable-size-fixed",
            declaration,
            f"the size of {name!r} is not a constant, and {word!r} gives the array a fixed place",
            f"write a constant size, or take {word!r} out",
            "name",
        )
    else:
        scope.report(
            "variable-size-file-scope",
            declaration,
            f"the size of {name!r} is not a constant, and it is at file scope",
            "write a constant size",
            "name",
        )
    initializer = declaration.initializer
    if initializer is not None and (scope.edition < 2023 or initializer not in EMPTY_BRACES):
        scope.report(
            "variable-size-initialized",
            declaration,
            f"the size of {name!r} is not a constant, so that it cannot be initialized",
            "assign its elements, or write a constant size",
            "name",
        )


def check_constexpr(scope: Scope, declaration: Declaration, found: CType) -> None:
    if declaration.initializer is None:
        scope.report(
            "constexpr-uninitialized",
            declaration,
            f"{declaration.name!r} is constexpr and has no value",
            "write its value after '='",
            "name",
        )
    bare = found
    while isinstance(bare, Array):
        bare = scope.resolved(bare.element)
    if isinstance(bare, Function):
        return
    wrong = [word for word in bare.qualifiers if word != "const"]
    if wrong or scope.is_variable(found):
        scope.report(
            "constexpr-type",
            declaration,
            f"{declaration.name!r} is constexpr and "
            + (f"{wrong[0]}" if wrong else "has no constant size"),
            "take one of the two out: a constexpr object never changes",
            "name",
        )


def check_variably_modified(scope: Scope, declaration: Declaration, found: CType) -> None:
    """Report a type that depends on a size which is no constant, where none can be."""
    if not scope.names:
        return  # no object was declared that a size could depend on
    if isinstance(found, Array) and "typedef" not in declaration.storage:
        return  # an array is looked at as an object
    if isinstance(found, Basic | Record) or not variably_modified(scope, found):
        return
    linked = "extern" in declaration.storage or isinstance(found, Function)
    scope.report(
        "variable-size-fixed" if linked else "variable-size-file-scope",
        declaration,
        f"the type of {declaration.name!r} depends on a size that is not a constant",
        "write a constant size",
        "name",
    )


def base_of(node: CType) -> CType:
    """Return the type that a type is derived from in the end."""
    while True:
        match node:
            case Pointer(referenced):
                node = referenced
            case Array(element):
                node = element
            case Function(returned):
                node = returned
            case _:
                return node


def variably_modified(scope: Scope, node: CType) -> bool:
    """Whether a type depends on an array size that is known to be no constant."""
    while True:
        node = scope.resolved(node)
        match node:
            case Array(element, size):
                if isinstance(size, UnspecifiedVariableSize) or scope.is_variable(node):
                    return True
                node = element
            case Pointer(referenced):
                node = referenced
            case Function(returned):
                node = returned
            case _:
                return False
