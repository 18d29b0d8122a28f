"""What an edition of C++ lacks or has no more: words and declarators of later standards."""

from collections.abc import Iterator

from cexplain.constraints.cxx_types import Derived, Problem
from cexplain.spelling.cxx_spell import part
from cexplain.syntax.cxx_words import EDITIONS
from cexplain.tree import (
    Class,
    CType,
    Declaration,
    Enum,
    Function,
    Inferred,
    Parameter,
    ParameterTypeList,
    Reference,
)


def edition_problems(declared: Declaration, std: str) -> Iterator[Problem]:
    """Yield what a declaration uses that came with a later edition, or left with one."""
    edition = EDITIONS[std[-2:]]
    for where in _registers(declared) if edition >= 2017 else ():
        yield Problem(
            "register-removed", where, "'register' left C++ with C++17",
            "take it out: compilers choose registers by themselves", "storage",
        )  # fmt: skip
    for what, since, where, role in _used(declared):
        if since > edition:
            yield Problem(
                "later-standard", where, f"{what} came with C++{since % 100}",
                "choose a later --std", role,
            )  # fmt: skip


def _registers(declared: Declaration | Parameter) -> Iterator[object]:
    """Yield what is declared with register: a declaration, or parameters in it."""
    if "register" in declared.storage:
        yield declared
    ctype = declared.type
    while isinstance(ctype, Derived):
        if isinstance(ctype, Function) and isinstance(ctype.parameters, ParameterTypeList):
            for parameter in ctype.parameters.parameters:
                yield from _registers(parameter)
        ctype = part(ctype)


def _used(declared: Declaration) -> Iterator[tuple[str, int, object, str]]:
    """Yield what a declaration uses: its name, the year it came in, and where it stands."""
    parts = declared.cxx
    function = isinstance(declared.type, Function)
    if "using" in declared.storage:
        yield "an alias declaration", 2011, declared, "storage"
    if parts is not None and parts.definition in ("default", "delete"):
        yield f"'= {parts.definition}'", 2011, declared, "definition"
    for mark in () if parts is None else parts.marks:
        yield repr(mark), 2011, declared, "marks"
    words = declared.function_specifiers
    if parts is not None and parts.special == "conversion function" and "explicit" in words:
        yield "an explicit conversion function", 2011, declared, "functions"
    if "inline" in words and not function and declared.kind == "declaration":
        yield "an inline variable", 2017, declared, "functions"
    member = parts is not None and parts.member
    if member and declared.initializer is not None and "static" not in declared.storage:
        yield "a member's initial value", 2011, declared, "name"
    yield from _in_type(declared.type)


def _in_type(ctype: CType, *, parameter: bool = False) -> Iterator[tuple[str, int, object, str]]:
    called = False
    while isinstance(ctype, Derived):
        called = called or isinstance(ctype, Function)
        if isinstance(ctype, Reference) and ctype.rvalue:
            yield "an rvalue reference", 2011, ctype, ""
        if isinstance(ctype, Function):
            suffix = ctype.suffix
            if suffix is not None and suffix.reference is not None:
                yield "a ref-qualifier", 2011, ctype, ""
            if suffix is not None and (suffix.exceptions or "").startswith("noexcept"):
                yield "noexcept", 2011, ctype, ""
            if isinstance(ctype.parameters, ParameterTypeList):
                for each in ctype.parameters.parameters:
                    yield from _in_type(each.type, parameter=True)
        ctype = part(ctype)
    if isinstance(ctype, Inferred):
        since = 2011 if ctype.keyword == "auto" and not called else 2014
        what = "a result's type from the body" if called else f"{ctype.keyword} as a type"
        if parameter and not called:
            what, since = "a parameter of inferred type", 2020
        yield what, since, ctype, ""
    elif isinstance(ctype, Enum) and (ctype.scoped or ctype.underlying is not None):
        what = "a scoped enumeration" if ctype.scoped else "an underlying type"
        yield what, 2011, ctype, ""
    elif isinstance(ctype, Class):
        for one in ctype.members or ():
            yield from _used(one.declaration)
