"""What only C++ says of a declaration: which class it belongs to, which special member it is."""

from collections.abc import Sequence

from cexplain.syntax.cxx_raw import Declarator, Specifiers
from cexplain.tree import (
    Class,
    CType,
    CxxParts,
    Function,
    Parameter,
    ParameterTypeList,
    Reference,
    Special,
    TypedefName,
)


def parts_of(
    specifiers: Specifiers, found: Declarator, ctype: CType, body: str | None, *, member: bool
) -> CxxParts | None:
    """Return what C++ adds to a declaration, None for nothing.

    `body` is the class whose body the declaration stands in, if it has a name.
    """
    owner = found.owner or body
    special: Special | None = specifiers.special
    if isinstance(ctype, Function):
        listed = ctype.parameters
        parameters = listed.parameters if isinstance(listed, ParameterTypeList) else ()
        if special is not None:
            owner = owner or _class_of(found, special)
        if special == "constructor":
            special = _constructor(parameters, owner)
        elif found.last == "operator=" and len(parameters) == 1:
            owner, special = _assignment(ctype, parameters[0], owner)
    elif found.owner is None and body is None:
        owner = None
    parts = CxxParts(
        owner,
        special,
        tuple(word for word, _ in found.marks),
        found.definition,
        specifiers.template,
        member,
    )
    return None if parts == CxxParts() else parts


def _class_of(found: Declarator, special: Special) -> str | None:
    """Return the class that a constructor's or destructor's name says."""
    if special == "conversion function":
        return None
    return found.last.removeprefix("~")


def _simple(name: str | None) -> str:
    """Return a class's name without its qualification and its template arguments."""
    return "" if name is None else name.split("<", 1)[0].rsplit("::", 1)[-1].strip()


def _named(ctype: CType) -> str | None:
    """Return the name of a class type, None for any other type."""
    match ctype:
        case TypedefName(name):
            return name
        case Class(tag=tag):
            return tag
        case _:
            return None


def _constructor(parameters: Sequence[Parameter], owner: str | None) -> Special:
    """Return what a constructor is by its parameters ([class.copy.ctor])."""
    if parameters and all(one.default is not None for one in parameters[1:]):
        match parameters[0].type:
            case Reference(referenced, rvalue) if _is(referenced, owner):
                return "move constructor" if rvalue else "copy constructor"
    return "constructor"


def _is(ctype: CType, owner: str | None) -> bool:
    name = _named(ctype)
    return name is not None and _simple(name) == _simple(owner)


def _assignment(
    ctype: Function, parameter: Parameter, owner: str | None
) -> tuple[str | None, Special | None]:
    """Return the class of an operator=, and what it assigns ([class.copy.assign])."""
    match parameter.type:
        case Reference(referenced, rvalue):
            if owner is None and isinstance(ctype.returned, Reference):
                mine = _named(ctype.returned.referenced)
                owner = mine if mine is not None and _is(referenced, mine) else None
            if _is(referenced, owner):
                return owner, "move assignment operator" if rvalue else "copy assignment operator"
        case other if owner is not None and _is(other, owner):
            return owner, "copy assignment operator"
    return owner, None
