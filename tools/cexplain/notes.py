"""Notes: what surprises people about a declaration, said where it happens."""

from collections.abc import Iterator, Sequence

from cexplain.diagnostics import Note
from cexplain.tree import (
    Array,
    CType,
    Declaration,
    Function,
    NoPrototype,
    Parameter,
    ParameterTypeList,
    Pointer,
)


def notes(declaration: Declaration, siblings: Sequence[Declaration], std: str) -> Iterator[Note]:
    """Yield the notes on one declaration; `siblings` are all of the same specifiers."""
    yield from _spiral(declaration.type)
    yield from _star_binds_to_one(declaration, siblings)
    yield from _functions(declaration.type, std)


def _chain(ctype: CType) -> Iterator[CType]:
    while True:
        yield ctype
        match ctype:
            case Pointer():
                ctype = ctype.referenced
            case Array():
                ctype = ctype.element
            case Function():
                ctype = ctype.returned
            case _:
                return


def _spiral(ctype: CType) -> Iterator[Note]:
    """Where two suffixes stand side by side and a star follows, a spiral goes astray."""
    suffixes = 0
    for node in _chain(ctype):
        if isinstance(node, Array | Function):
            suffixes += 1
        elif isinstance(node, Pointer) and suffixes > 1:
            yield Note(
                "spiral",
                "The clockwise spiral goes wrong here: it would turn left to the '*' after the "
                "first suffix. All suffixes on the right are read before the '*' on the left.",
            )
            return
        else:
            suffixes = 0


def _star_binds_to_one(declaration: Declaration, siblings: Sequence[Declaration]) -> Iterator[Note]:
    *pointers, _ = _chain(declaration.type)
    if len(siblings) < 2 or declaration is not siblings[0] or not pointers:
        return
    if all(isinstance(node, Pointer) for node in pointers):
        others = [other.name for other in siblings[1:] if not isinstance(other.type, Pointer)]
        if others and others[0]:
            yield Note(
                "star-binds-to-one",
                f"The '*' belongs to {declaration.name} alone: {others[0]} is no pointer.",
            )


def _functions(ctype: CType, std: str) -> Iterator[Note]:
    for node in _chain(ctype):
        if not isinstance(node, Function):
            continue
        if isinstance(node.parameters, NoPrototype):
            yield Note(
                "no-prototype",
                f"In {std}, empty parentheses say nothing about the parameters; "
                "write (void) to say that there are none.",
            )
        elif isinstance(node.parameters, ParameterTypeList):
            for parameter in node.parameters.parameters:
                yield from _parameter(parameter)


def _parameter(parameter: Parameter) -> Iterator[Note]:
    name = parameter.name or "this parameter"
    match parameter.type:
        case Array():
            yield Note(
                "array-parameter",
                f"An array parameter is adjusted to a pointer: {name} is a pointer "
                "to the first element, and sizeof gives the size of that pointer.",
            )
        case Function():
            yield Note(
                "function-parameter",
                "A function parameter is adjusted to a pointer: "
                f"{name} is a pointer to a function.",
            )
        case Pointer():
            yield from ()
        case _ if parameter.type.qualifiers:
            yield Note(
                "parameter-qualifier",
                f"The qualifier of {name} is no part of the function's type: "
                "it binds the function's body only.",
            )
