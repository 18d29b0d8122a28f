"""Constraints on the types of C++: what may be derived from what ([dcl.ref], [dcl.mptr], …)."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from cexplain.constraints.constants import told, value
from cexplain.spelling.cxx_spell import part
from cexplain.tree import (
    Array,
    Basic,
    CType,
    Expression,
    Function,
    MemberPointer,
    ParameterTypeList,
    Pointer,
    Reference,
    UnknownSize,
)

Derived = Pointer | Array | Function | Reference | MemberPointer


class Problem(NamedTuple):
    """A broken rule: its name, the node or declaration it is about, what is wrong, what to do.

    `role` is the part of the node that is marked.
    """

    rule: str
    where: object
    message: str
    advice: str
    role: str = ""


_IN_A_CLASS = "say it of a member function, of a pointer to one, or in an alias"


def type_problems(ctype: CType, *, member: bool = True, alias: bool = False) -> Iterator[Problem]:
    """Yield what a type breaks, those of its parameters included.

    `member` says that the outermost function may be a member's, `alias` that the type is
    named and not an object's.
    """
    outermost = member or alias
    while isinstance(ctype, Derived):
        of = part(ctype)
        check = _CHECKS[type(ctype)]
        found = check(ctype, of)
        if found is not None:
            yield found
        if isinstance(ctype, Function):
            yield from _function(ctype, outermost=outermost)
        outermost = isinstance(ctype, MemberPointer)
        ctype = of


def is_void(ctype: CType) -> bool:
    """Whether a type is void, qualified or not."""
    return isinstance(ctype, Basic) and ctype.name == "void"


def _reference(node: CType, of: CType) -> Problem | None:
    assert isinstance(node, Reference)
    if node.qualifiers:
        word = node.qualifiers[0]
        return Problem(
            "qualified-reference", node,
            f"{word!r} cannot qualify a reference: it is never rebound anyway",
            f"write {word} before the '&' to qualify what it is bound to",
        )  # fmt: skip
    if isinstance(of, Reference):
        return Problem(
            "reference-to-reference", node, "a reference to a reference: there is none",
            "write one '&', or '&&' without a space for an rvalue reference",
        )  # fmt: skip
    if is_void(of):
        return Problem(
            "reference-to-void", node, "a reference to void: there is no object of type void",
            "write void * for the address of anything",
        )  # fmt: skip
    return None


def _pointer(node: CType, of: CType) -> Problem | None:
    if isinstance(of, Reference):
        return Problem(
            "pointer-to-reference", node,
            "a pointer to a reference: a reference is not an object and has no address of its own",
            "write the '&' after the '*', as in int *&r, for a reference to a pointer",
        )  # fmt: skip
    return None


def _member_pointer(node: CType, of: CType) -> Problem | None:
    if isinstance(of, Reference) or is_void(of):
        what = "a member of reference type" if isinstance(of, Reference) else "void"
        return Problem(
            "member-pointer-target", node, f"a pointer to member cannot point to {what}",
            "let it point to a member of object type, or to a member function",
        )  # fmt: skip
    return None


def _array(node: CType, of: CType) -> Problem | None:
    assert isinstance(node, Array)
    if isinstance(of, Reference):
        return Problem(
            "array-of-references", node, "an array of references: its elements would not be "
            "objects",
            "make the elements pointers; parentheses make a reference to an array: int (&r)[3]",
        )  # fmt: skip
    if isinstance(of, Function):
        return Problem(
            "array-of-functions", node, "an array of functions: a function is not an object",
            "make the elements pointers to functions",
        )  # fmt: skip
    if is_void(of):
        return Problem(
            "array-of-void", node, "an array of void: nobody knows an element's size",
            "use unsigned char for bytes, or pointers to void",
        )  # fmt: skip
    if isinstance(of, Array) and of.size == UnknownSize():
        return Problem(
            "array-of-incomplete", of, "only the outermost brackets may be empty",
            "write the inner size",
        )  # fmt: skip
    return _size(node)


def _size(node: Array) -> Problem | None:
    size = value(node.size.text, {}) if isinstance(node.size, Expression) else None
    if not isinstance(size, int) or size > 0:
        return None
    if size < 0:
        return Problem(
            "array-size-negative",
            node,
            f"the size is {told(size)}",
            "write a size greater than zero",
        )
    return Problem(
        "array-size-zero", node, "an array of zero elements is an extension",
        "write a size greater than zero",
    )  # fmt: skip


def _returned(node: CType, of: CType) -> Problem | None:
    if isinstance(of, Array):
        return Problem(
            "function-returning-array", node, "a function cannot return an array",
            "return a reference to it, a pointer to its first element, or std::array",
        )  # fmt: skip
    if isinstance(of, Function):
        return Problem(
            "function-returning-function", node, "a function cannot return a function",
            "return a pointer or a reference to it",
        )  # fmt: skip
    return None


def _function(node: Function, *, outermost: bool) -> Iterator[Problem]:
    suffix, listed = node.suffix, node.parameters
    if suffix is not None and (suffix.qualifiers or suffix.reference) and not outermost:
        word = suffix.qualifiers[0] if suffix.qualifiers else suffix.reference
        yield Problem(
            "member-qualifier", node,
            f"{word!r} after the parameters of a function that is not a member", _IN_A_CLASS,
        )  # fmt: skip
    if not isinstance(listed, ParameterTypeList):
        return
    defaults = False
    names: set[str] = set()
    for parameter in listed.parameters:
        yield from type_problems(parameter.type, member=False)
        if is_void(parameter.type):
            yield Problem(
                "void-parameter", parameter.type, "a parameter cannot be void",
                "leave it out, or write void *",
            )  # fmt: skip
        named = parameter.name is not None and not parameter.name.startswith("...")
        if defaults and parameter.default is None and named:
            yield Problem(
                "default-argument-order", parameter,
                f"{parameter.name} has no default argument, and one before it has",
                "give it one, or move it to the front", "name",
            )  # fmt: skip
        defaults = defaults or parameter.default is not None
        if parameter.name in names:
            yield Problem(
                "duplicate-parameter", parameter, f"two parameters are called {parameter.name!r}",
                "rename one", "name",
            )  # fmt: skip
        if parameter.name is not None:
            names.add(parameter.name)


_CHECKS: dict[type, Callable[[CType, CType], Problem | None]] = {
    Pointer: _pointer,
    Reference: _reference,
    MemberPointer: _member_pointer,
    Array: _array,
    Function: _returned,
}
