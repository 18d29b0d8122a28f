"""Notes on C++: what it means by a declarator that C has not, said where it happens."""

from collections.abc import Iterator, Sequence

from cexplain.diagnostics import Note
from cexplain.reading.cxx_phrases import phrases
from cexplain.reading.notes import adjusted, spiral
from cexplain.spelling.cxx_spell import part
from cexplain.syntax.cxx_scan import CxxScanner
from cexplain.tree import (
    Array,
    Class,
    CType,
    Declaration,
    Function,
    Inferred,
    MemberPointer,
    ParameterTypeList,
    Pointer,
    Reference,
)


def notes(
    declaration: Declaration, siblings: Sequence[Declaration], scanner: CxxScanner
) -> Iterator[Note]:
    """Yield the notes on one declaration; `siblings` are all of the same specifiers."""
    chain = list(_chain(declaration.type))
    yield from spiral(chain, Pointer | Reference | MemberPointer)
    yield from _binds_to_one(declaration, siblings)
    yield from _defined(declaration)
    for node in chain[:2]:
        yield from _type(declaration, node, chain)
    for node in chain:
        if isinstance(node, Function):
            yield from _function(node, declaration, scanner)
            break


def _chain(ctype: CType) -> Iterator[CType]:
    while isinstance(ctype, Pointer | Array | Function | Reference | MemberPointer):
        yield ctype
        ctype = part(ctype)
    yield ctype


def _binds_to_one(declaration: Declaration, siblings: Sequence[Declaration]) -> Iterator[Note]:
    if len(siblings) < 2 or declaration is not siblings[0]:
        return
    sign = {Pointer: "*", Reference: "&"}.get(type(declaration.type))
    others = [one.name for one in siblings[1:] if type(one.type) is not type(declaration.type)]
    if sign and others and others[0]:
        kind = "pointer" if sign == "*" else "reference"
        yield Note(
            "star-binds-to-one",
            f"The '{sign}' belongs to {declaration.name} alone: {others[0]} is not a {kind}.",
        )


def _type(declaration: Declaration, node: CType, chain: Sequence[CType]) -> Iterator[Note]:
    """Yield what a reference or a pointer to member means, where it is the outermost."""
    name = declaration.name or "it"
    match node:
        case Reference(Inferred(qualifiers=()), True):
            yield Note(
                "forwarding-reference",
                f"auto && takes what it is given: {name} is an lvalue reference to an lvalue, an "
                "rvalue reference to an rvalue.",
            )
        case Reference(rvalue=True) if node is chain[0]:
            yield Note(
                "rvalue-reference",
                f"{name} is bound to a temporary, or to what std::move offers; {name} itself, "
                "used by its name, is an lvalue.",
            )
        case Reference() if node is chain[0] and declaration.name is not None:
            yield Note(
                "reference",
                f"{name} is another name for what it is bound to. It must be bound where it "
                "begins to live, and an assignment to it changes what it is bound to: it is "
                "never rebound.",
            )
        case MemberPointer(owner, Function()):
            yield Note(
                "member-pointer",
                f"It needs an object to be called: (object.*{name})(…) or (pointer->*{name})(…), "
                f"with an object of {owner}.",
            )
        case MemberPointer(owner):
            yield Note(
                "member-pointer",
                f"It holds which member it is, no address: object.*{name} is that member of one "
                f"object of {owner}.",
            )


def _defined(declaration: Declaration) -> Iterator[Note]:
    """Yield what a virtual, deleted or explicit function is."""
    parts = declaration.cxx
    words = declaration.function_specifiers
    if parts is not None and parts.definition == "delete":
        yield Note("deleted", "Deleted means that every use of it is an error at compile time.")
    if parts is not None and parts.definition == "0":
        if "virtual" not in words and not parts.marks:
            yield Note(
                "pure-without-virtual",
                "Nothing here says that it is virtual: a base class has to have it so, or '= 0' "
                "is an error.",
            )
        yield Note(
            "pure-virtual",
            "A pure virtual function makes its class abstract: there are no objects of the class "
            "itself, only of derived classes that override it.",
        )
    if parts is not None and "override" in parts.marks:
        yield Note(
            "override",
            "override is a question to the compiler: if no base has such a virtual function, "
            "it is an error.",
        )
    if parts is not None and any(word.startswith("explicit") for word in words):
        yield Note(
            "explicit",
            "explicit takes it out of implicit conversions: it has to be asked for by name."
            if parts.special == "conversion function"
            else "explicit takes it out of implicit conversions: an object is made only where the "
            "class is named.",
        )
    if isinstance(declaration.type, Class) and _polymorphic_without_destructor(declaration.type):
        yield Note(
            "virtual-destructor",
            "The class has virtual functions and no virtual destructor: to delete an object of "
            "a derived class through a pointer to this one is undefined.",
        )


def _polymorphic_without_destructor(ctype: Class) -> bool:
    if ctype.members is None or ctype.bases or ctype.final:
        return False
    virtual = [
        member.declaration
        for member in ctype.members
        if "virtual" in member.declaration.function_specifiers
    ]
    special = [one.cxx.special for one in virtual if one.cxx is not None]
    return bool(virtual) and "destructor" not in special


def _function(node: Function, declaration: Declaration, scanner: CxxScanner) -> Iterator[Note]:
    suffix, listed = node.suffix, node.parameters
    if suffix is not None and suffix.qualifiers:
        words = " and ".join(suffix.qualifiers)
        yield Note(
            "const-member-function",
            f"{words} after the parameters is about *this: the object that it is called for "
            f"is {words} within it.",
        )
    if suffix is not None and suffix.reference is not None:
        kind = "named objects" if suffix.reference == "&" else "temporaries"
        yield Note(
            "ref-qualifier", f"{suffix.reference} after the parameters: it is called for {kind}."
        )
    if suffix is not None and suffix.exceptions in ("noexcept", "noexcept(true)", "throw()"):
        yield Note("noexcept", "An exception that leaves it ends the program: std::terminate.")
    if not isinstance(listed, ParameterTypeList):
        return
    special = declaration.cxx is not None and declaration.cxx.special is not None
    if listed == ParameterTypeList() and not special:
        at = scanner.spans.spans(node)
        if len(at) > 1 and not scanner.text[at[0].end : at[1].start].strip():
            yield Note("empty-parameters", "In C++, empty parentheses mean no parameters.")
    for parameter in listed.parameters:
        yield from adjusted(parameter, lambda pointer: phrases(pointer, scanner.spans))
