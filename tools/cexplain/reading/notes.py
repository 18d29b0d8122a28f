"""Notes: what surprises people about a declaration, said where it happens."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from types import UnionType
from typing import TypeAlias, assert_never

from cexplain.diagnostics import Note
from cexplain.explanation import Phrase
from cexplain.reading.phrases import phrases
from cexplain.source import SourceMap
from cexplain.tree import (
    Array,
    Basic,
    CType,
    Declaration,
    Expression,
    Function,
    IdentifierList,
    NoPrototype,
    Parameter,
    ParameterTypeList,
    Pointer,
    TypedefName,
    Typeof,
    unqualified,
)
from cexplain.values import dataclass, replace
from cexplain.words import KEYWORDS, QUALIFIERS

Derived: TypeAlias = Pointer | Array | Function

CONST = frozenset(word for word, name in QUALIFIERS.items() if name == "const")
QUALIFIED = tuple(QUALIFIERS)
_OWN = frozenset({"const", "volatile", "_Atomic"})
_NAMES = r"(?<![\w.>])[A-Za-z_]\w*\b(?! *\()"  # compiled where a size has more than a number


@dataclass(frozen=True, slots=True)
class Written:
    """A text with the places of its parts, and what it shows of its names.

    `names` are the objects that it declares; `is_type` says whether a name is a
    type by declaration or by its ending.
    """

    text: str
    spans: SourceMap
    names: Container[str]
    is_type: Callable[[str], bool]


def notes(
    declaration: Declaration,
    siblings: Sequence[Declaration],
    std: str,
    written: Written,
) -> Iterator[Note]:
    """Yield the notes on one declaration; `siblings` are all of the same specifiers."""
    derived = _derivations(declaration.type)
    base = _part(derived[-1]) if derived else declaration.type
    if len(derived) > 2:  # two suffixes and a star
        yield from spiral(derived)
    if derived and len(siblings) > 1:
        yield from _star_binds_to_one(declaration, derived, siblings)
    if derived:
        yield from _sizes(derived, written)
        yield from _functions(declaration, derived, std, written)
    elif isinstance(base, Basic) and declaration.name is not None:
        yield from _arithmetic(declaration, base)
    elif isinstance(base, TypedefName) and len(siblings) == 1:
        yield from _call(declaration, base, written)
    if not isinstance(base, Pointer | Array | Function) and "const" in base.qualifiers:
        yield from _const_behind(base, written)
    if declaration.storage:
        yield from _storage(declaration)
    if isinstance(base, Typeof):
        yield from _typeof(declaration)
    if isinstance(declaration.type, Array) and declaration.initializer is not None:
        yield from _counted(declaration.type, declaration.initializer)


def _counted(array: Array, initializer: str) -> Iterator[Note]:
    """An array without a size gets it from its initializer."""
    from cexplain.reading.initializers import elements  # noqa: PLC0415 - seldom needed

    number = elements(array, initializer)
    if number is not None:
        few = "1 element" if number == 1 else f"{number} elements"
        yield Note("initializer-size", f"The initializer gives the array {few}.")


def _typeof(declaration: Declaration) -> Iterator[Note]:
    """Typeof of a type is that type."""
    meant = _without_typeof(declaration.type)
    if meant != declaration.type:
        said = phrases(Declaration(declaration.name, meant), SourceMap())
        yield Note("typeof-type", f"{' '.join(phrase.text for phrase in said)}.")


def _without_typeof(ctype: CType) -> CType:
    match ctype:
        case Pointer(referenced):
            return replace(ctype, referenced=_without_typeof(referenced))
        case Array(element):
            return replace(ctype, element=_without_typeof(element))
        case Function(returned):
            return replace(ctype, returned=_without_typeof(returned))
        case Typeof(operand, keyword, ()) if not isinstance(operand, Expression):
            return unqualified(operand) if keyword == "typeof_unqual" else operand
        case _:
            return ctype


def _derivations(ctype: CType) -> Sequence[Derived]:
    """Return the pointers, arrays and functions of a type, from the outermost inwards."""
    found: list[Derived] = []
    while isinstance(ctype, Pointer | Array | Function):
        found.append(ctype)
        ctype = _part(ctype)
    return found


def _part(ctype: Derived) -> CType:
    match ctype:
        case Pointer(part) | Array(part) | Function(part):
            return part
        case _:
            assert_never(ctype)


def spiral(derived: Sequence[CType], stars: type | UnionType = Pointer) -> Iterator[Note]:
    """Where two suffixes stand side by side and a star follows, a spiral goes astray."""
    suffixes = 0
    for node in derived:
        if isinstance(node, Array | Function):
            suffixes += 1
        elif isinstance(node, stars) and suffixes > 1:
            yield Note(
                "spiral",
                "The clockwise spiral goes wrong here: it would turn left to the '*' after the "
                "first suffix. All suffixes on the right are read before the '*' on the left.",
            )
            return
        else:
            suffixes = 0


def _star_binds_to_one(
    declaration: Declaration, derived: Sequence[Derived], siblings: Sequence[Declaration]
) -> Iterator[Note]:
    if declaration is siblings[0] and all(isinstance(node, Pointer) for node in derived):
        others = [other.name for other in siblings[1:] if not isinstance(other.type, Pointer)]
        if others and others[0]:
            yield Note(
                "star-binds-to-one",
                f"The '*' belongs to {declaration.name} alone: {others[0]} is not a pointer.",
            )


def _sizes(derived: Sequence[CType], written: Written) -> Iterator[Note]:
    """A name in lower case is seldom a constant, and may be one."""
    for node in derived:
        if isinstance(node, Array) and isinstance(node.size, Expression):
            text = node.size.text
            for name in () if text.isdecimal() else re.findall(_NAMES, text):
                if not name.isupper() and name not in written.names and name not in KEYWORDS:
                    yield Note(
                        "variable-size",
                        f"{name} decides the size: as a macro or an enumeration constant it is a "
                        "constant; as any other object it makes a variable length array, which "
                        "is allowed in a block only.",
                    )
                    return


def _arithmetic(declaration: Declaration, base: Basic) -> Iterator[Note]:
    if base.name == "char":
        yield Note(
            "char-sign",
            f"Whether {declaration.name} can be negative is up to the compiler: char is signed on "
            "x86, unsigned on ARM.",
        )
    elif base.name in ("long", "unsigned long"):
        yield Note(
            "long-width",
            f"{base.name} has 64 bits on 64-bit Linux and macOS, 32 on Windows and on 32-bit "
            "machines.",
        )


def _call(declaration: Declaration, base: TypedefName, written: Written) -> Iterator[Note]:
    """A declared name alone in parentheses is how a call looks, of a macro or of a function."""
    name, spans = declaration.name, written.spans
    named, typed = spans.spans(declaration, "name"), spans.spans(base)
    if name is None or not named or not typed or written.is_type(base.name):
        return
    if written.text[typed[-1].end : named[0].start].strip() != "(":
        return
    if base.name.isupper() and "typedef" not in declaration.storage:
        yield _macro(base.name)
    elif not (declaration.storage or declaration.initializer):
        yield Note(
            "call-or-declaration",
            f"If {base.name} is a function or a macro, this is a call. As a declaration it makes "
            f"{name} a {base.name}, and the parentheses mean nothing.",
        )


def _untyped(name: str, outermost: CType, written: Written) -> Iterator[Note]:
    """In C89 a result without a type is an int, of which no warning is given."""
    if not isinstance(outermost, Function) or not name.isupper():
        return
    if not written.spans.spans(outermost.returned):
        yield _macro(name)


def _macro(name: str) -> Note:
    return Note(
        "call-or-declaration",
        f"{name} looks like a macro: then only its definition says what this declares. Give "
        "--file the source, whose headers define it.",
    )


def _const_behind(base: CType, written: Written) -> Iterator[Note]:
    spans = written.spans.spans(base)
    if len(spans) < 2:
        return
    first, last = (written.text[span.start : span.end] for span in (spans[0], spans[-1]))
    if last.split()[-1] in CONST and not first.startswith(QUALIFIED):
        yield Note(
            "const-behind",
            f"const after the type says the same as before it: const {first}. After a '*' it "
            "would qualify the pointer.",
        )


def _storage(declaration: Declaration) -> Iterator[Note]:
    name, storage = declaration.name, declaration.storage
    function = isinstance(declaration.type, Function)
    if storage == ("static",) and not function and name is not None:
        yield Note(
            "static-meaning",
            f"At file scope, static keeps the name {name} within this file; in a block, it keeps "
            f"the object {name} for the whole run of the program.",
        )
    elif storage == ("_Thread_local",) and not function:
        yield Note(
            "thread-local-in-block",
            f"At file scope {name} may be declared so; in a block, static or extern must be "
            "beside _Thread_local.",
        )
    elif "typedef" in storage:
        yield from _hidden_pointer(declaration)


def _hidden_pointer(declaration: Declaration) -> Iterator[Note]:
    match declaration.type:
        case Pointer(Function()):
            return  # here a typedef tames
        case Pointer():
            name = declaration.name
            yield Note(
                "typedef-hides-pointer",
                f"{name} hides a pointer: const {name} makes the pointer const, not what it "
                "points to.",
            )


def _functions(
    declaration: Declaration, derived: Sequence[CType], std: str, written: Written
) -> Iterator[Note]:
    if std.endswith("89") and declaration.kind == "declaration":
        yield from _untyped(declaration.name or "", derived[0], written)
    for node in derived:
        if not isinstance(node, Function):
            continue
        match node.parameters:
            case NoPrototype():
                yield Note(
                    "no-prototype",
                    f"In {std}, empty parentheses say nothing about the parameters; "
                    "write (void) to say that there are none.",
                )
            case IdentifierList():
                gone = "C23 no longer has it, and " if std.endswith("23") else ""
                yield Note(
                    "old-style",
                    f"{declaration.name} is defined in the old style: {gone}calls are not checked "
                    "against the parameters.",
                )
            case ParameterTypeList((), variadic=False) if len(written.spans.spans(node)) > 1:
                yield Note(
                    "empty-parameters",
                    f"In {std}, empty parentheses mean (void); before C23 they say nothing about "
                    "the parameters.",
                )
            case ParameterTypeList(parameters, _, forward):
                for name in [one.name for one in forward if one.name][:1]:
                    yield Note(
                        "forward-parameter",
                        f"{name} is declared before the list so that a size can use it: gcc "
                        "takes that, clang does not. It is one parameter, not two.",
                    )
                yield from _untyped_parameters(parameters, written)
                for parameter in parameters:
                    yield from _parameter(parameter, written.spans)


def _untyped_parameters(parameters: Sequence[Parameter], written: Written) -> Iterator[Note]:
    """A name alone among parameters with names is a type, though another was meant."""
    if not any(one.name for one in parameters):
        return
    for one in parameters:
        if one.name is not None or not isinstance(one.type, TypedefName):
            continue
        name = one.type.name
        if name.islower() and not written.is_type(name):
            yield Note(
                "parameter-type",
                f"{name} is taken for a type: each parameter has its own, as in int {name}.",
            )


def adjusted(parameter: Parameter, said: Callable[[Declaration], Iterable[Phrase]]) -> list[Note]:
    """Return the note on a parameter that becomes a pointer; `said` are a declaration's phrases."""
    name = parameter.name or "this parameter"
    match parameter.type:
        case Array(element, _, qualifiers):
            pointer = Declaration(name, Pointer(element, qualifiers))
            prose = " ".join(phrase.text for phrase in said(pointer))
            rest = f"{prose}, and sizeof gives the size of that pointer."
            return [Note("array-parameter", f"An array parameter is adjusted to a pointer: {rest}")]
        case Function():
            rest = f"{name} is a pointer to a function."
            return [
                Note("function-parameter", f"A function parameter is adjusted to a pointer: {rest}")
            ]
        case _:
            return []


def _parameter(parameter: Parameter, spans: SourceMap) -> Iterator[Note]:
    yield from adjusted(parameter, lambda pointer: phrases(pointer, spans))
    name = parameter.name or "this parameter"
    match parameter.type:
        case Array() | Function():
            return
        case Pointer(_, qualifiers) if not _OWN.intersection(qualifiers):
            return
        case _ if parameter.type.qualifiers:
            yield Note(
                "parameter-qualifier",
                f"The qualifier of {name} is not part of the function's type: "
                "it binds the function's body only.",
            )
